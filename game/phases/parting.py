"""How a tie ends: all its columns are cleared together, so that nothing is left to end the next one."""

from typing import Any

import numpy as np

from game.world import COLUMNS, Bools, World

_COLUMNS = {
    "pact": ("pact_term", "pact_age"),
    "trade": ("trade_term",),
    "nonaggression": ("nonaggression_term",),
    "guarantee": ("guarantee_against",),
}
TWO_SIDED = ("pact", "trade", "nonaggression")


def without(world: World, where: Bools, *ties: str) -> dict[str, Any]:
    """Give the changes that end some ties where the mask is true (symmetric for two-sided ones), [..., N, N]."""
    changes: dict[str, Any] = {}
    for tie in ties:
        for name in (tie, f"{tie}_notice"):
            changes[name] = getattr(world, name) & ~where
        for name in _COLUMNS[tie]:
            changes[name] = np.where(where, COLUMNS[name].dead, getattr(world, name))
    return changes
