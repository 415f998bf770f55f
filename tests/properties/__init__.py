"""Properties: what must hold in any world, found by search."""
