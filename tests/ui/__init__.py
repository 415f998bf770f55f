"""The window, run without a screen and driven by posted events."""
