"""Masks that several orders share, measured once a world."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.language import mark
from game.measures.power import owner_place
from game.measures.reach import reach
from game.measures.ties import flip, obliged, others, peaceful
from game.orders.kind import Rule
from game.world import Bools, World, any_of, itself, measure, stretch, through

Scalar = TypeVar("Scalar", bound=np.generic)


@measure("alive")
def living(world: World) -> Bools:
    """The actor still exists, [..., N, 1]."""
    return np.asarray(world.alive[..., :, None])


@measure("alive")
def hears(world: World) -> Bools:
    """The target is another state and still exists, whatever has become of the actor, [..., N, N]."""
    return np.asarray(world.alive[..., None, :] & ~itself(world.n))


@measure("war")
def at_peace(world: World) -> Bools:
    """The two are not at war, [..., N, N]."""
    return np.asarray(~world.war)


@measure("owner", uses=(others,))
def foreign_region(world: World) -> Bools:
    """The region belongs to another living state, [..., N, R]."""
    return take_owner(world, others(world))


@measure(uses=(obliged,))
def unbound(world: World) -> Bools:
    """The actor has not promised to defend the target, [..., N, N]."""
    return np.asarray(~obliged(world))


def take_owner(world: World, pairs: NDArray[Scalar]) -> NDArray[Scalar]:
    """Read a pair mask at the owner of each region: [..., N, N] -> [..., N, R]."""
    rows = flip(stretch(pairs, (*world.batch, world.n, world.n))).reshape(-1, world.n)
    return flip(rows.take(owner_place(world), 0))


@measure("owner", "alive")
def bordering(world: World) -> Bools:
    """The region touches land of the actor, by land or a short crossing, [..., N, R]."""
    r, ways = world.setting.r, world.setting.ways
    near = np.zeros(world.alive.size * r, bool)
    near[owner_place(world)[..., ways[:, 0]] * r + ways[:, 1]] = True
    return near.reshape((*world.alive.shape, r)) & world.alive[..., :, None]


@measure("war", uses=(reach, peaceful))
def may_join(world: World) -> Bools:
    """The actor could enter the target's war against somebody else, [..., N, N].

    The target is at war with a third state, the actor is not at war with the target and can reach it, and
    the two do not fight a common enemy.
    """
    beside = through(world.war, world.war)
    busy = any_of(world.war)[..., None, :]
    near = reach(world) >= world.setting.rules.crises.join_reach
    return np.asarray(peaceful(world) & busy & near & ~beside)


EXISTS = Rule("gone", mark("your state is no more"), living)
HEARS = Rule("other", mark("it takes another living state"), hears)
OTHER = Rule("other", mark("it takes another living state"), others)
PEACE = Rule("war", mark("you are at war with them"), at_peace)
UNBOUND = Rule("bound", mark("you have promised to defend them"), unbound)
