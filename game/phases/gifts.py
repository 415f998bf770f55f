"""Gifts: the part of what it has that a state sends to each of several others."""

import numpy as np

from game.world import Bools, Floats, World, how_many


def portion(world: World, to: Bools, part: float) -> Floats:
    """The part that goes to each receiver: the usual one, less if there are many, [..., N, N]."""
    count = how_many(to)[..., None]
    share = np.minimum(part, world.setting.rules.support.most / np.maximum(count, 1.0))
    return np.asarray(to * share, np.float64)
