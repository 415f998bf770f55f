"""Tests of maps and of the scenarios played on them."""
