"""Who decides, built in: doctrines, scored by named terms."""
