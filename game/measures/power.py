"""Who has what: economy, usable arms, power shares."""

from functools import cache

import numpy as np

from game.world import Bools, Floats, Ints, World, measure, snap, total

__all__ = [
    "autonomy",
    "by_owner",
    "economy",
    "economy_share",
    "foreign",
    "ground",
    "held_count",
    "leader",
    "owner_place",
    "power",
    "share",
    "usable",
]


@measure("owner")
def owner_place(world: World) -> Ints:
    """Flat place in [..., N] of the owner of each region, [..., R]."""
    if not world.batch:
        return world.owner
    games = np.arange(world.owner.size // world.setting.r) * world.n
    return world.owner + games.reshape((*world.batch, 1))


def by_owner(world: World, values: Floats) -> Floats:
    """Add a number of each region [..., R] up over its owner's regions: [..., N]; exact."""
    states = world.owner.size // world.setting.r * world.n
    sums = np.bincount(owner_place(world).reshape(-1), snap(values).reshape(-1), states)
    return np.asarray(sums, np.float64).reshape((*world.batch, world.n))


def share(x: Floats) -> Floats:
    """Divide by the sum of the last axis; 0 where there is nothing."""
    whole = total(x)[..., None]
    return snap(x / np.where(whole > 0, whole, 1.0))


@measure("owner", "wealth", "integration")
def economy(world: World) -> Floats:
    """Economy of each state in points: wealth x integration of its regions, [..., N]."""
    return by_owner(world, world.wealth * world.integration)


@measure("owner", "wealth", "integration")
def foreign(world: World) -> Floats:
    """Wealth that a state holds but has not integrated, in points, [..., N]."""
    return by_owner(world, world.wealth * (1.0 - world.integration))


@measure("owner")
def held_count(world: World) -> Floats:
    """Number of regions each state holds, [..., N]."""
    return by_owner(world, np.ones(world.owner.shape))


@measure("owner", "wealth", "terrain", uses=(held_count,))
def ground(world: World) -> Floats:
    """Mean terrain factor of a state's land by wealth, [..., N]; 1 without land."""
    wealth = by_owner(world, world.wealth)
    rough = by_owner(world, world.wealth * world.terrain)
    return snap(np.where(wealth > 0, rough / np.where(wealth > 0, wealth, 1.0), 1.0))


@measure("owner", "core", "wealth", "alive")
def autonomy(world: World) -> Floats:
    """Part of the core land (by wealth) that the state holds itself, 0..1, [..., N]."""
    held = by_owner(world, world.wealth * (world.owner == world.core))
    whole = by_owner(world.but(owner=world.core), world.wealth)
    return snap(np.where(world.alive & (whole > 0), held / np.maximum(whole, 1e-6), 0.0))


@measure("arms", "quality", "cohesion", uses=(economy, foreign))
def usable(world: World) -> Floats:
    """Arms that can be used outside the garrisons, in points, [..., N].

        usable = arms x quality x (power.cohesion_base + power.cohesion_slope x cohesion)
                 x (1 - power.garrison x unintegrated wealth / economy), the last at least power.garrison_floor

    Garrisons bind arms over unintegrated land: without them conquest snowballs whatever absorption is (own
    simulation; cf. Wohlforth et al. 2007 on administrative capacity).
    """
    r = world.setting.rules.power
    own = economy(world)
    load = foreign(world) / np.where(own > 0, own, 1.0)
    free = (1.0 - r.garrison * load).clip(r.garrison_floor, 1.0)
    will = r.cohesion_base + r.cohesion_slope * world.cohesion
    return snap(world.arms * world.quality * will * free)


@measure(uses=(economy,))
def economy_share(world: World) -> Floats:
    """Share of all economy, [..., N]."""
    return share(economy(world))


@measure(uses=(economy_share, usable))
def power(world: World) -> Floats:
    """Power share: mean of the shares in economy (weight power.economy_weight) and usable arms, [..., N]."""
    weight = world.setting.rules.power.economy_weight
    return snap(weight * economy_share(world) + (1.0 - weight) * share(usable(world)))


@cache
def _index(n: int) -> Ints:
    return np.arange(n)


def first_largest(x: Floats, tie: Floats) -> Ints:
    """Index of the largest on the last axis; equal ones (on the grid) by the larger tie-breaker in [0, 1)."""
    return np.asarray((x + tie * 2.0**-26).argmax(-1))


@measure("alive", uses=(power,))
def leader(world: World) -> Ints:
    """The state with the largest power share, [...]; equal ones by their stable ids."""
    return first_largest(np.where(world.alive, power(world), -1.0), world.setting.tie)


def of_state(world: World, index: Ints) -> Bools:
    """One-hot of a state index a game: [...] -> [..., N]."""
    return np.asarray(_index(world.n) == np.asarray(index)[..., None])
