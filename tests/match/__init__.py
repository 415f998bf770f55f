"""Tests of a match: the only mutable object, its events and its views."""
