"""Panels of the play screen, one per file."""
