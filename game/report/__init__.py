"""How it is told: sentences, names, headlines."""
