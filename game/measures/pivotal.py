"""Who can turn a losing coalition into a winning one (Niou, Ordeshook & Rose 1989)."""

import numpy as np

from game.measures.power import power
from game.world import Bools, Ints, World, measure

PARTS = 1 << 16
"""Power shares are counted in so many parts: coalitions are then sums of whole numbers, exact in any order."""


@measure("alive", uses=(power,))
def pivotal(world: World) -> Bools:
    """State is a member of some smallest winning coalition, one with more than half of all power, [..., N].

    Essential, as Niou & Ordeshook 1986 say: some coalition without it loses and wins with it. A state that is
    never needed may vanish from a balance. What is within rounding of a half does not win.
    """
    parts = np.rint(np.where(world.alive, power(world), 0.0) * PARTS).astype(np.int64)
    rows = [_pivotal(row) for row in parts.reshape(-1, world.n)]
    return np.array(rows, bool).reshape(world.alive.shape)


def _pivotal(parts: Ints) -> list[bool]:
    """Whether each weight [N] turns a losing sum of the others into a winning one.

    The bits of a whole number are the sums that can be reached, so that adding a member is one shift.
    """
    weights = [int(part) for part in parts]
    most = (sum(weights) + len(weights)) // 2
    found = []
    for i, own in enumerate(weights):
        sums = 1
        for weight in weights[:i] + weights[i + 1 :]:
            sums |= sums << weight
        losing = sums & ((1 << (most + 1)) - 1)
        found.append(bool(losing >> max(0, most - own + 1)) and own > 0)
    return found
