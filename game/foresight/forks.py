"""Forks: a past turn from which a game can go on in two ways, as it was ordered and with one order changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from game.foresight.futures import Futures, played
from game.foresight.luck import own_luck
from game.match import Turn
from game.opponents.choose import numbers
from game.orders.joint import addable
from game.orders.kind import Order
from game.orders.options import axis
from game.orders.sheet import Draft, draft_of
from game.view import View
from game.world import Ints, World

CELLS = 5_000
"""Pairs of states in the games of one lot and branch, so that a window can draw between two steps."""


@dataclass(frozen=True, slots=True)
class Change:
    """One state's orders of a turn made other: an order dropped (or None), one given in its place (or None)."""

    state: int
    dropped: Order | None = None
    given: Order | None = None

    def of(self, orders: Sequence[Order]) -> list[Order]:
        """The state's orders with the change; raises ValueError if the one to drop was not given."""
        kept = list(orders)
        if self.dropped is not None:
            kept.remove(self.dropped)
        return kept if self.given is None else [*kept, self.given]


@dataclass(frozen=True, eq=False)
class Lot:
    """Some games of equal luck [D]: before the turn, after it without and with the change; who decides then [D, N]."""

    before: World
    without: World
    changed: World
    who: Ints


class Fork(Protocol):
    """Where branches part: the world (or View) before a turn, a state's orders in it, and the games from there."""

    @property
    def world(self) -> World:
        """The world before the turn."""

    def orders(self, state: int) -> Sequence[Order]:
        """What a state ordered, as far as it is known."""

    def lots(self, change: Change, seeds: range) -> Iterator[Lot]:
        """Play the turn both ways, a lot at a time."""


@dataclass(frozen=True, eq=False)
class Recorded:
    """A turn as it truly was, with the orders of the record; `minds` are doctrines by state, for people, too."""

    turn: Turn
    minds: tuple[str, ...]

    @property
    def world(self) -> World:
        """The world before the turn."""
        return self.turn.before

    def orders(self, state: int) -> Sequence[Order]:
        """What a state ordered."""
        return self.turn.orders[state]

    def lots(self, change: Change, seeds: range) -> Iterator[Lot]:
        """Give every game a luck of its own from here on, and resolve the turn both ways."""
        given = dict(enumerate(self.turn.orders))
        other = given | {change.state: change.of(given[change.state])}
        drafts = [draft_of(self.world, given), draft_of(self.world, other)]
        for some in _parts(seeds, self.world.n):
            lucks = [own_luck(self.world, change.state, k) for k in some]
            columns = {name: np.repeat(value[None], len(lucks), 0) for name, value in self.world.values().items()}
            columns |= {"seed": np.array([seed for seed, _keys in lucks])}
            columns |= {"seat_seed": np.stack([keys for _seed, keys in lucks])}
            before = World(self.world.setting, columns)
            without, changed = (played(before, _repeated(draft, len(lucks))) for draft in drafts)
            yield Lot(before, without, changed, np.tile(numbers(self.minds), (len(lucks), 1)))


@dataclass(frozen=True, eq=False)
class Foreseen:
    """A turn as one seat knew it: others' orders, feelings and doctrines are drawn in every game; `mind` plays its own.

    Only the seat's own orders `mine` are known, and only they can be changed.
    """

    view: View
    mine: Sequence[Order]
    mind: str

    @property
    def world(self) -> World:
        """The seat's View before the turn."""
        return self.view

    def orders(self, state: int) -> Sequence[Order]:
        """What the seat ordered; nothing is known of the others."""
        return self.mine if state == self.view.viewer else ()

    def lots(self, change: Change, seeds: range) -> Iterator[Lot]:
        """Draw the futures of the View and resolve the turn both ways; raises ValueError for another's orders."""
        me = self.view.viewer
        if change.state != me:
            raise ValueError("expected a change of the viewer's own orders: nobody else's are known")
        own = np.arange(self.view.n) == me
        for some in _parts(seeds, self.view.n):
            futures = Futures(self.view, me, len(some), some.start)
            for lot in futures.lots:
                without, changed = (futures.next(lot, orders) for orders in (self.mine, change.of(self.mine)))
                yield Lot(lot.world, without, changed, np.where(own, numbers([self.mind]), lot.who))


def alternatives(fork: Fork, state: int, dropped: Order | None) -> list[Order]:
    """Orders that a state could have given in place of one it gave (None: beside all), on the rules' plain terms."""
    lay = axis(fork.world.setting)
    rest = Change(state, dropped).of(fork.orders(state))
    free = addable(fork.world, draft_of(fork.world, {state: rest}).chosen)[state]
    plain = [lay.order(place) for place in np.flatnonzero(free).tolist() if lay.strip(place).choice.plain]
    return [order for order in plain if dropped is None or not _same(order, dropped)]


def _parts(seeds: range, states: int) -> Iterator[range]:
    """Seeds in parts small enough for one step each."""
    size = max(1, CELLS // (states * states))
    yield from (seeds[k : k + size] for k in range(0, len(seeds), size))


def _same(one: Order, other: Order) -> bool:
    return (one.kind, one.choice, one.target) == (other.kind, other.choice, other.target)


def _repeated(draft: Draft, games: int) -> Draft:
    """One game's draft for so many games."""
    return Draft(np.repeat(draft.chosen[None], games, 0), np.repeat(draft.shares[None], games, 0),
                 np.repeat(draft.terms[None], games, 0))  # fmt: skip


__all__ = ["Change", "Foreseen", "Fork", "Lot", "Recorded", "alternatives"]
