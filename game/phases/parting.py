"""How a tie ends: all its columns are cleared together, so that nothing is left to end the next one."""

from typing import Any

import numpy as np

from game.world import COLUMNS, Bools, World, put

_COLUMNS = {
    "pact": ("pact_term", "pact_age"),
    "trade": ("trade_term",),
    "nonaggression": ("nonaggression_term",),
    "guarantee": ("guarantee_against",),
}
TWO_SIDED = ("pact", "trade", "nonaggression")


def without(world: World, where: Bools, *ties: str) -> dict[str, Any]:
    """Give the changes that end some ties where the mask is true (symmetric for two-sided ones), [..., N, N]."""
    cells = np.flatnonzero(where)
    names = (name for tie in ties for name in (tie, f"{tie}_notice", *_COLUMNS[tie]))
    return {name: put(getattr(world, name), cells, COLUMNS[name].dead) for name in names}
