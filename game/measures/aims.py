"""Aims: which three cards each seat was dealt, and whether an aim is reached (Schweller 1994, pp. 100-104).

Lions guard what is, lambs keep out, jackals feed beside the strong, wolves want to be first.
"""

from collections.abc import Callable

import numpy as np

from game.measures.blocs import checked
from game.measures.power import autonomy, economy, held_count, power
from game.measures.ties import bound
from game.world import Bools, Ending, Floats, Ints, World, how_many, measure, private
from game.world.shocks import Aim

DEALT = 3
"""Cards that a seat may choose from."""


def _everybody(world: World, value: Floats) -> Floats:
    return np.broadcast_to(value[..., None], world.alive.shape)


def _rank(values: Floats) -> Floats:
    """1 for the largest of the last axis; equals share the better place."""
    return 1.0 + how_many(values[..., None, :] > values[..., :, None])


def _stronger_partners(world: World) -> Floats:
    stronger = power(world)[..., None, :] > power(world)[..., :, None]
    return how_many(bound(world) & stronger)


MEASURES: dict[str, Callable[[World], Floats]] = {
    "states_lost": lambda w: _everybody(w, how_many(~w.alive)),
    "hegemony": lambda w: _everybody(w, np.asarray(w.ending == Ending.HEGEMONY, np.float64)),
    "largest_power": lambda w: _everybody(w, power(w).max(-1)),
    "war_turns": lambda w: np.asarray(w.war_turns, np.float64),
    "regions_gained": lambda w: held_count(w) - w.regions_start,
    "core_held": autonomy,
    "stronger_partners": _stronger_partners,
    "partners": lambda w: how_many(bound(w)),
    "trade_partners": lambda w: how_many(w.trade),
    "economy_rank": lambda w: _rank(economy(w)),
    "power_rank": lambda w: _rank(power(w)),
    "checked": lambda w: checked(w).astype(np.float64),
    "cohesion": lambda w: w.cohesion,
    "reputation": lambda w: w.reputation,
    "promises_kept": lambda w: np.asarray(w.kept, np.float64),
    "promises_broken": lambda w: np.asarray(w.broken, np.float64),
}
"""What an aim may be about, [..., N] each."""


def _met(world: World, aim: Aim) -> Bools:
    """Whether each state would have reached an aim now, [..., N]."""
    met = world.alive
    for condition in aim.conditions:
        value = MEASURES[condition.measure](world)
        met = met & (value >= condition.least) & (value <= condition.most)
    return np.asarray(met)


@measure("seat_seed")
def card_ranks(world: World) -> Ints:
    """Place of every aim in the hand of every seat, the first DEALT were dealt, [..., N, A]."""
    draws = [private(world, f"card {aim.id}", "N", at_start=True) for aim in world.setting.aims]
    if not draws:
        return np.zeros((*world.seat_seed.shape, 0), np.int64)
    return np.stack(draws, -1).argsort(-1, kind="stable").argsort(-1, kind="stable")


def first_card(world: World) -> Ints:
    """The number of the first card of a seat, kept unless it chooses another; 0 where none are dealt, [..., N]."""
    ranks = card_ranks(world)
    return np.asarray(ranks.argmin(-1) + 1) if ranks.shape[-1] else np.zeros(world.alive.shape, np.int64)


def reached(world: World) -> Floats:
    """1 where the aim that a seat keeps is reached as things stand, else 0, [..., N]."""
    found = np.zeros(world.alive.shape, bool)
    for number, aim in enumerate(world.setting.aims, 1):
        kept = world.aim == number
        if kept.any():
            found = found | (kept & _met(world, aim))
    return found.astype(np.float64)
