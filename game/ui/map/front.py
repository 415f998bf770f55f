"""Find what to show of a war: the two who fight hardest, and where their lands meet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.measures.power import power
from game.world import World

__all__ = ["front", "hardest"]


def hardest(world: World) -> tuple[int, int]:
    """Return the two at war who hold most of each other's land, else the strongest two; there must be a war."""
    shares, lost = power(world), _lost(world)

    def weight(pair: list[int]) -> tuple[int, float]:
        taken = lost & np.isin(world.owner, pair) & np.isin(world.prior, pair)
        return int(taken.sum()), float(shares[pair].sum())

    one, other = max(np.argwhere(np.triu(world.war)).tolist(), key=weight)
    return one, other


def front(world: World, one: int, other: int) -> list[int]:
    """Return the regions where two at war meet or have taken land, and the weaker one's capital."""
    shown: NDArray[np.bool_] = _lost(world) & np.isin(world.owner, (one, other))
    for here, there in world.setting.ways.tolist():
        if {int(world.owner[here]), int(world.owner[there])} == {one, other}:
            shown[here] = shown[there] = True
    shares = power(world)
    seats = [int(world.capital[state]) for state in sorted((one, other), key=lambda state: float(shares[state]))]
    nearer = next((seat for seat in seats if seat >= 0), None)
    if nearer is not None:
        shown[nearer] = True
    found: list[int] = np.flatnonzero(shown).tolist()
    return found


def _lost(world: World) -> NDArray[np.bool_]:
    return np.asarray((world.prior >= 0) & (world.prior != world.owner))
