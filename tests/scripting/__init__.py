"""Tests of scripted seats."""
