"""What ties of trade and sanctions do to growth."""

from functools import cache

import numpy as np

from game.measures.power import economy_share
from game.measures.ties import flip
from game.world import Floats, World, combine, measure, snap, total


@cache
def _wear(factor: float, longest: int) -> Floats:
    table, value = [], 1.0
    for _year in range(longest):
        table.append(value)
        value *= factor
    return snap(np.array(table))


@measure("sanction", "sanction_years")
def bite(world: World) -> Floats:
    """Weight of the actor's sanctions on the target as they are today, 0..1, [..., N, N].

    soft.economic or soft.diplomatic, times soft.wear for each year in force.
    """
    r = world.setting.rules.soft
    weight = np.array([0.0, r.diplomatic, r.economic])[world.sanction]
    table = _wear(r.wear, int(r.longest))
    return snap(weight * table[np.minimum(world.sanction_years, len(table) - 1)])


@measure(uses=(bite, economy_share))
def squeeze(world: World) -> Floats:
    """Growth that the target of sanctions loses to each actor in a year, or the part of one, [..., N, N].

    soft.target x weight x the actor's share of all economy (Pape 2005; Hufbauer et al. 2007).
    """
    r = world.setting.rules.soft
    return snap(r.target * bite(world) * economy_share(world)[..., :, None])


@measure(uses=(squeeze, economy_share))
def sanction_cost(world: World) -> Floats:
    """Growth lost to sanctions in a year, or the part of one, as target and as sender, [..., N].

    A sender bears soft.sender of the target's absolute loss, as a part of its own economy.
    """
    r = world.setting.rules.soft
    loss = squeeze(world)
    size = economy_share(world)
    absolute = loss * size[..., None, :]
    own = np.where(size > 0, r.sender * total(absolute) / np.maximum(size, 1e-3), 0.0)
    return snap(total(flip(loss)) + own)


@measure("trade", uses=(economy_share,))
def trade_gain(world: World) -> Floats:
    """Growth from trade in a year, or the part of one, [..., N].

    economy.trade x root of the partners' shares of all economy.
    """
    partners = combine(world.trade.astype(np.float64), economy_share(world)[..., None])[..., 0]
    return snap(world.setting.rules.economy.trade * np.sqrt(np.maximum(partners, 0.0)))
