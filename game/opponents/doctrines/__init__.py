"""One doctrine per file, each with its author."""
