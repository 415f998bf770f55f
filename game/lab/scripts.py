"""What the lab imposes on a condition, from outside the rules: a turn's world and draft -> others."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.measures.power import power
from game.measures.reach import contact
from game.orders.options import axis
from game.orders.sheet import Draft
from game.world import Bools, World

Script = Callable[[World, Draft], tuple[World, Draft]]
STRIKE_AT = 3
"""Turn in which the scripted war begins."""


def no_trade(world: World, draft: Draft) -> tuple[World, Draft]:
    """Let nobody offer or accept a trade treaty."""
    return world, _without(world, draft, ("treaty", "trade"), ("answer", "trade_yes"))


def strike(world: World, draft: Draft) -> tuple[World, Draft]:
    """Let state 0 attack its weakest neighbour after three turns, and nobody else open a war.

    The victim is given pacts with all its other neighbours before the attack, whose price nobody lacks.
    """
    draft = _without(world, draft, ("attack", "war"))
    draft.chosen[..., axis(world.setting).where["answer", "join"].place] &= np.arange(world.n) == 0
    if int(world.turn.max()) != STRIKE_AT:
        return world, draft
    victim = weakest_neighbour(world)
    near = contact(world) & victim[..., :, None]
    near = near | np.swapaxes(near, -1, -2)
    near[..., 0, :] = near[..., :, 0] = False
    term = int(world.setting.rules.treaties.pact_term)
    full = world.setting.rules.influence.cap
    first = np.arange(world.n) == 0
    world = world.but(
        pact=world.pact & ~_with_first(world, victim) | near,
        pact_term=np.where(near, term, world.pact_term),
        influence=np.where(victim | first, full, world.influence),
    )
    chosen = draft.chosen.copy()
    chosen[..., 0, axis(world.setting).where["attack", "war"].place] = victim
    return world, Draft(chosen, draft.shares, draft.terms)


def weakest_neighbour(world: World) -> Bools:
    """The weakest state that state 0 faces, one-hot, [..., N]."""
    near = np.where(contact(world)[..., 0, :], power(world), 9.0)
    return np.asarray(np.arange(world.n) == near.argmin(-1)[..., None])


def _with_first(world: World, victim: Bools) -> Bools:
    """The pair of state 0 and the victim, both ways, [..., N, N]."""
    first = np.arange(world.n) == 0
    pair = first[:, None] & victim[..., None, :]
    return np.asarray(pair | np.swapaxes(pair, -1, -2))


def _without(world: World, draft: Draft, *choices: tuple[str, str]) -> Draft:
    """Strike some choices out of a draft, where the level has them."""
    chosen = draft.chosen.copy()
    where = axis(world.setting).where
    for choice in choices:
        if choice in where:
            chosen[..., where[choice].place] = False
    return Draft(chosen, draft.shares, draft.terms)


SCRIPTS: dict[str, Script] = {"no trade": no_trade, "strike": strike}
