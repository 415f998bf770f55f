"""Tests of scenarios and saves."""
