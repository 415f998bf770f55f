"""Tests of opponents."""
