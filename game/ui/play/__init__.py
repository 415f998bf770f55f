"""The parts of the play screen: what it is told, how it reads it, and what it shows."""
