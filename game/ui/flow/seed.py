"""The seed of a game that nobody chose one for."""

import secrets

__all__ = ["any_seed"]


def any_seed() -> int:
    """Draw a seed that can be said and typed."""
    return secrets.randbelow(100_000)
