"""How a turn resolves: one file per phase, in the order of PHASES."""
