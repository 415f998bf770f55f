"""The smallest change within one state's reach in one turn that would have changed an opponent's mind.

Its own scoring code runs again on the world as it would have been: the counterfactual in its narrowest sense
(Fearon 1991, pp. 171-178), one order of one state apart from what was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.measures.power import economy, leader
from game.measures.threat import threat
from game.opponents.choose import choose
from game.orders.kind import REGION, Order
from game.orders.options import axis, legal
from game.view import outlook
from game.world import Bools, Ints, World, how_many, places
from game.world.setting import FULL, STANDARD

__all__ = ["Sway", "changes", "sway"]

_LEAST_ODDS = 0.3  # below it the act cannot be made out from outside, nor what would have stopped it
_SAME_SHARE = 0.05  # a nearer share of the budget is the same policy
_POSTURES = ("shield", "both", "sword")
_OFFERS = (("ally", "pact"), ("treaty", "trade"), ("treaty", "nonaggression"))


@dataclass(frozen=True, slots=True)
class Sway:
    """What one state could have ordered instead; the odds of the act as it was and then, 0..1; its score then."""

    mover: int
    order: Order
    before: float
    after: float
    score: float


@dataclass(frozen=True, slots=True)
class Change:
    """One order that a state did not give, and the columns that would differ after it."""

    mover: int
    order: Order
    columns: dict[str, Any]


def sway(world: World, who: Ints, state: int, order: Order, movers: Sequence[int], draws: int = 0) -> Sway | None:
    """Find the smallest change by one of the movers that makes the state's order half as likely or less.

    `world` is what the deciding was done on, `who` doctrine numbers by state; movers come in the order of
    preference. With `draws` the chance of the seats is drawn anew so many times, as for a View, which does not
    hold it; else it is the world's own, and the odds are 1 and 0. None: nothing that they could have done.
    """
    lay = axis(world.setting)
    index = lay.index(order)
    if index is None or not movers:
        return None
    times = max(1, draws)
    as_it_was = choose(outlook(_games(world, (), draws)), who).draft.chosen[:, state, index]
    if np.count_nonzero(as_it_was) < _LEAST_ODDS * times:
        return None
    found = [change for mover in movers for change in changes(world, mover, state, _concerned(world, state, order))]
    games = _games(world, found, draws)
    chosen = choose(outlook(games), who)
    odds = how_many(chosen.draft.chosen[:, state, index].reshape(-1, times)) / times
    may = _may(games, state, index, times)
    before = float(odds[0])
    price = [float(lay.price[lay.index(change.order) or 0]) for change in found]
    moved = [k for k in range(len(found)) if odds[k + 1] <= 0.5 * before and may[k + 1]]
    if not moved:
        return None
    best = min(moved, key=lambda k: (movers.index(found[k].mover), price[k], float(odds[k + 1]), k))
    yes = order.choice.replace("_no", "_yes")
    score = chosen.score(((best + 1) * times, state), order.kind, yes, order.target) or 0.0
    return Sway(found[best].mover, found[best].order, before, float(odds[best + 1]), score)


def _concerned(world: World, state: int, order: Order) -> set[int]:
    """Whom a decision is about: the state itself, who is addressed, the leader, whom the state fears most."""
    lay = axis(world.setting)
    named = {state, int(leader(world)), int(threat(world)[state].argmax())}
    if order.target is not None:
        to = lay.where[order.kind, order.choice].choice.to
        named.add(int(world.owner[order.target]) if to == REGION else order.target)
    return {each for each in named if world.alive[each]}


def changes(world: World, mover: int, state: int, concerned: AbstractSet[int]) -> Iterator[Change]:
    """Yield what a state could have ordered the turn before that the other's decision may hang on.

    Each is an edit of the columns that the order itself writes: arms, posture, sanctions, promises, offers,
    demands. What follows from it in the same turn (how others feel about it) is left out. Guarantees are for
    those concerned only.
    """
    if mover != state:
        for other in places(world.alive).tolist():
            yield from _towards(world, mover, other, state, other in concerned)
        for kind, topic in _OFFERS:
            if not getattr(world, topic)[mover, state] and (kind, topic) in axis(world.setting).where:
                yield Change(mover, Order(kind, topic, state), _at(world, f"offer_{topic}", (mover, state), True))
    if world.setting.level >= STANDARD:
        for code in range(3):
            if code != int(world.posture[mover]):
                yield Change(mover, Order("posture", _POSTURES[code]), _at(world, "posture", (mover,), code))
    yield from _arming(world, mover)


def _towards(world: World, mover: int, other: int, state: int, concerned: bool) -> Iterator[Change]:
    """Sanctions lifted, promises given, demands dropped, pacts left, towards one other state."""
    pair = (mover, other)
    if world.sanction[pair]:
        yield Change(mover, Order("sanction", "lift", other), _at(world, "sanction", pair, 0))
    if world.war[pair] and other == state and world.offer_peace[pair] == 0:
        yield Change(mover, Order("peace", "as_held", other), _at(world, "offer_peace", pair, 1))
    if other == mover or world.war[pair]:
        return
    may = concerned and ("guarantee", "all") in axis(world.setting).where
    if may and not (world.guarantee | world.pact)[pair]:
        yield Change(mover, Order("guarantee", "all", other), _at(world, "guarantee", pair, True))
    if world.pact[pair]:
        both = world.pact.copy()
        both[mover, other] = both[other, mover] = False
        yield Change(mover, Order("withdraw", "pact_now", other), {"pact": both})


def _arming(world: World, mover: int) -> Iterator[Change]:
    """Guns or butter for a turn: more or less arms by what the other budget would have bought.

    At level full only what reports would have caught of it by now.
    """
    r, years, keep = world.setting.rules.budget, world.setting.years, world.setting.rules.estimates.keep
    name, seen = ("published", 1.0 - keep) if world.setting.level >= FULL else ("arms", 1.0)
    money = float(r.rate * economy(world)[mover]) * years * seen
    now = float(world.budget_arms[mover])
    for choice, share in (("butter", r.butter_arms), ("guns", r.guns_arms)):
        if abs(share - now) > _SAME_SHARE:
            arms = max(0.0, float(getattr(world, name)[mover]) + (share - now) * money)
            yield Change(mover, Order("budget", choice), _at(world, name, (mover,), arms))


def _at(world: World, name: str, place: tuple[int, ...], value: float) -> dict[str, Any]:
    column = getattr(world, name).copy()
    column[place] = value
    return {name: column}


def _games(world: World, found: Sequence[Change], draws: int) -> World:
    """The world as it was and after each change, each with so many draws of chance: one batch of games."""
    count, times = 1 + len(found), max(1, draws)
    columns = {name: np.repeat(np.asarray(value)[None], count * times, 0) for name, value in world.values().items()}
    for k, change in enumerate(found, 1):
        for name, value in change.columns.items():
            columns[name][k * times : (k + 1) * times] = value
    if draws:
        keys = np.arange(world.n)[None] + 1000 * np.arange(times)[:, None]
        columns["seat_seed"] = np.tile(keys, (count, 1))
    return World(world.setting, columns)


def _may(games: World, state: int, index: int, times: int) -> Bools:
    """Whether the order is still allowed after each change: what cannot be done is no change of mind."""
    strip = axis(games.setting).strip(index)
    allowed = np.broadcast_to(legal(games, strip), (*games.batch, games.n, strip.width))
    return np.asarray(allowed[::times, state, index - strip.start])
