"""How wrong a published figure of arms may be: its usual error, and a draw of it (Fearon 1995; Jervis 1976)."""

import numpy as np

from game.measures.power import economy_share, usable
from game.measures.reach import engaged
from game.world import Floats, World, snap, total, uniform
from game.world.chance import lognormal_table, quantile

_LEAST = 0.01  # of what is under the root, under rules that let errors grow for ever


def doubt(world: World) -> Floats:
    """Usual error of each published figure, as a share of it, [..., N].

        doubt = estimates.error / sqrt(1 - estimates.keep^2)

    That is where an autoregressive error comes to rest; x estimates.battle for who fights.
    """
    return snap(np.where(engaged(world), world.setting.rules.estimates.battle, 1.0) * _rest(world))


def likely(world: World) -> tuple[Floats, Floats]:
    """The least and the most that each state's arms probably are, in points, [..., N] each.

    From published / (1 + m) to published x (1 + m), m = estimates.likely x `doubt`.
    """
    margin = _margin(world)
    return snap(world.published / margin), snap(world.published * margin)


def likely_power(world: World) -> tuple[Floats, Floats]:
    """The least and the most that each state's power share probably is, the others' arms being as shown, [..., N]."""
    weight, own, margin = world.setting.rules.power.economy_weight, usable(world), _margin(world)
    rest = total(own)[..., None] - own
    found = [x / np.maximum(rest + x, 1e-6) for x in (own / margin, own * margin)]
    least, most = (snap(weight * economy_share(world) + (1.0 - weight) * part) for part in found)
    return least, most


def misjudged(world: World, purpose: str) -> Floats:
    """Draw a factor by which each published figure may be wrong: lognormal, as wide as `doubt`, [..., N]."""
    factor = quantile(lognormal_table(_rest(world)), uniform(world, purpose, "N"))
    battle = world.setting.rules.estimates.battle
    return snap(np.where(engaged(world), 1.0 + battle * (factor - 1.0), factor))


def _margin(world: World) -> Floats:
    return 1.0 + world.setting.rules.estimates.likely * doubt(world)


def _rest(world: World) -> float:
    r = world.setting.rules.estimates
    return r.error / float(np.sqrt(max(_LEAST, 1.0 - r.keep * r.keep)))
