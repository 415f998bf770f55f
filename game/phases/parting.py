"""How a tie ends: all its columns are cleared together, so that nothing is left to end the next one; which go first."""

from typing import Any

import numpy as np

from game.world import COLUMNS, Bools, Floats, World, places, put

_COLUMNS = {
    "pact": ("pact_term", "pact_age"),
    "trade": ("trade_term",),
    "nonaggression": ("nonaggression_term",),
    "guarantee": ("guarantee_against",),
}
TWO_SIDED = ("pact", "trade", "nonaggression")


def without(world: World, where: Bools, *ties: str) -> dict[str, Any]:
    """Give the changes that end some ties where the mask is true (symmetric for two-sided ones), [..., N, N]."""
    cells = places(where)
    names = (name for tie in ties for name in (tie, f"{tie}_notice", *_COLUMNS[tie]))
    return {name: put(getattr(world, name), cells, COLUMNS[name].dead) for name in names}


def newest(age: Floats, of: Bools, count: Floats) -> Bools:
    """Mark as many of each state's commitments `of` [..., N, N] as `count` [..., N] says, those of least age first."""
    marked = np.zeros(of.shape, bool)
    rows = places(count > 0)
    if rows.size:
        n = of.shape[-1]
        able = of.reshape(-1, n)[rows]
        order = np.where(able, age.reshape(-1, n)[rows], np.inf).argsort(-1, kind="stable")
        nth = order.argsort(-1, kind="stable")
        marked.reshape(-1, n)[rows] = able & (nth < count.reshape(-1)[rows, None])
    return marked
