"""The window: pygame lives here only."""
