"""How wrong a published figure of arms may be: its usual error, and a draw of it (Fearon 1995; Jervis 1976)."""

import numpy as np

from game.measures.reach import engaged
from game.world import Floats, World, snap, uniform
from game.world.chance import lognormal_table, quantile


def doubt(world: World) -> Floats:
    """Usual error of each published figure, as a share of it, [..., N].

        doubt = estimates.error x sqrt(estimates.pace / (2 - estimates.pace))

    That is where the error of a figure that follows yearly reports comes to rest (an autoregressive process of
    order 1); x estimates.battle for who fights.
    """
    r = world.setting.rules.estimates
    return snap(np.where(engaged(world), r.battle, 1.0) * _rest(r.error, r.pace))


def likely(world: World) -> tuple[Floats, Floats]:
    """The least and the most that each state's arms probably are, in points, [..., N] each.

    From published / (1 + m) to published x (1 + m), m = estimates.likely x `doubt`.
    """
    margin = 1.0 + world.setting.rules.estimates.likely * doubt(world)
    return snap(world.published / margin), snap(world.published * margin)


def misjudged(world: World, purpose: str) -> Floats:
    """Draw a factor by which each published figure may be wrong: lognormal with `doubt`, [..., N]."""
    r = world.setting.rules.estimates
    factor = quantile(lognormal_table(_rest(r.error, r.pace)), uniform(world, purpose, "N"))
    return snap(np.where(engaged(world), 1.0 + r.battle * (factor - 1.0), factor))


def _rest(error: float, pace: float) -> float:
    """Deviation of pace x (luck - 1) + (1 - pace) x (the error before), when it goes on for ever."""
    return error * float(np.sqrt(pace / (2.0 - pace)))
