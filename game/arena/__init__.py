"""Many games: simulation over seeds, and how fast it goes."""
