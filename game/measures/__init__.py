"""What it means: pure functions of a world, cached per world."""
