"""Screens of the window, one per file."""
