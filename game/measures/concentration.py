"""How power is spread over the system: CON, effective number, polarity."""

import numpy as np

from game.measures.power import power
from game.world import Bools, Floats, Ints, World, how_many, measure, snap, total


def concentration(shares: Floats, count: Floats) -> Floats:
    """CON = sqrt((sum s^2 - 1/N) / (1 - 1/N)), 0..1, over the last axis (Ray & Singer 1973)."""
    even = 1.0 / np.maximum(count, 2.0)
    spread = np.maximum(total(shares * shares) - even, 0.0)
    return np.asarray(snap(np.sqrt(spread / (1.0 - even))))


def effective_number(shares: Floats) -> Floats:
    """1 / sum s^2 over the last axis (Laakso & Taagepera 1979)."""
    return np.asarray(snap(1.0 / np.maximum(total(shares * shares), 1e-9)))


@measure("alive", uses=(power,))
def con(world: World) -> Floats:
    """Concentration of power shares among the living, [...]."""
    return concentration(power(world), how_many(world.alive))


@measure(uses=(power,))
def effective(world: World) -> Floats:
    """Effective number of powers: how many equal ones would be as concentrated, [...]."""
    return effective_number(power(world))


@measure(uses=(power,))
def poles(world: World) -> Bools:
    """States with a share of at least power.pole_ratio x the largest, and of power.pole_share, [..., N]."""
    p, r = power(world), world.setting.rules.power
    return np.asarray((p >= r.pole_ratio * p.max(-1)[..., None]) & (p >= r.pole_share))


@measure(uses=(poles,))
def polarity(world: World) -> Ints:
    """Number of poles, [...]."""
    return np.asarray(poles(world).sum(-1))
