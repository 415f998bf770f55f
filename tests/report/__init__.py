"""Tests of how it is told."""
