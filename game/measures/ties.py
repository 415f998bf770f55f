"""Who is bound to whom: pacts, promises, wars, calls to arms; what outsiders guess of feelings."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.world import Bools, Floats, Ints, World, any_first, any_of, itself, measure, snap, some, through

Scalar = TypeVar("Scalar", bound=np.generic)


def flip(x: NDArray[Scalar]) -> NDArray[Scalar]:
    """Exchange actor and target, in memory too: [..., N, M] gives [..., M, N], a copy."""
    return x.mT.copy()


@measure("alive")
def others(world: World) -> Bools:
    """Pairs of two different living states, [..., N, N]."""
    alive = world.alive
    return np.asarray(alive[..., :, None] & alive[..., None, :] & ~itself(world.n))


@measure("war", uses=(others,))
def peaceful(world: World) -> Bools:
    """Pairs of two different living states that are not at war, [..., N, N]."""
    return np.asarray(others(world) & ~world.war)


@measure("pact", uses=(others,))
def strangers(world: World) -> Bools:
    """Pairs of two different living states that no pact binds, [..., N, N]."""
    return np.asarray(others(world) & ~world.pact)


@measure("pact", "guarantee")
def obliged(world: World) -> Bools:
    """Actor has promised to defend target (pact or guarantee), [..., N, N]."""
    return np.asarray(world.pact | world.guarantee)


@measure("pact")
def bound(world: World) -> Bools:
    """A pact binds the two. A guarantee alone does not: it binds one side and asks nothing, [..., N, N]."""
    return world.pact


@measure("war")
def at_war(world: World) -> Bools:
    """State is in some war, [..., N]."""
    return any_of(world.war)


@measure("guarantee", "guarantee_against", "pact")
def narrow(world: World) -> Bools:
    """Actor has promised to defend target against one state only, [..., N, N]."""
    return np.asarray(world.guarantee & (world.guarantee_against >= 0) & ~world.pact)


@measure("guarantee_against", uses=(obliged, narrow))
def defends(world: World) -> Bools:
    """Actor has promised to defend target against everybody, [..., N, N]."""
    return np.asarray(obliged(world) & ~narrow(world))


@measure("war", "began", "war_age", "owed", "guarantee_against", uses=(peaceful, narrow))
def wanted(world: World) -> Bools:
    """State owes help against target, which attacked its friend last turn, and is not at war with it, [..., N, N]."""
    fresh = world.began & (world.war_age == 1)
    needed = through(world.owed & ~narrow(world), flip(fresh))
    one = world.owed & narrow(world)
    if some(one):
        cells = np.nonzero(one)
        *game, actor, friend = cells
        foe = world.guarantee_against[cells]
        np.logical_or.at(needed, (*game, actor, foe), fresh[(*game, foe, friend)])
    return np.asarray(needed & peaceful(world))


@measure("pact", uses=(wanted,))
def calls(world: World) -> Bools:
    """State is called to arms against target this turn, not against a partner of its own, [..., N, N]."""
    return np.asarray(wanted(world) & ~world.pact)


@measure("motion")
def balloted(world: World) -> Bools:
    """A resolution on the state waits for its vote, [..., N]."""
    return any_first(world.motion > 0)


@measure("aggression", "pact", "war", "guarantee", uses=(others,))
def guessed_attitude(world: World) -> Floats:
    """What outsiders guess of the actor's attitude to the target from public ties, [..., N, N]."""
    r = world.setting.rules.guesses
    warm = r.attitude_pact * (world.pact | world.guarantee) - r.attitude_war * world.war
    return snap((warm - r.attitude_aggression * world.aggression[..., None, :]) * others(world))


@measure("aggression", uses=(others, guessed_attitude))
def guessed_intent(world: World) -> Floats:
    """What outsiders guess of the intent that the actor ascribes to the target, [..., N, N].

    The same target as in the opinion phase, from guessed attitudes and the public record of aggression.
    """
    r = world.setting.rules.opinion
    g = world.setting.rules.guesses
    base = r.intent_base - r.intent_attitude * guessed_attitude(world)
    record = (r.intent_aggression + g.intent_aggression) * world.aggression[..., None, :]
    return snap((base + record).clip(0.0, 1.0) * others(world))


def planned_end(world: World) -> Ints:
    """The announced last turn; the drawn one stays hidden, [...]."""
    return np.full(world.batch, world.setting.turns)
