"""The map: cached layers, picking, lenses, relations, labels."""
