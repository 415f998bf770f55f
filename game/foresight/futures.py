"""Futures of a view: the same world many times, each with luck and doctrines of its own, in a few batches."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.foresight.doubts import courted, doubted
from game.foresight.luck import own_luck
from game.opponents.choose import Chosen, choose
from game.opponents.doctrines import DOCTRINES
from game.orders.kind import Order
from game.orders.sheet import Draft, draft_of, write
from game.phases import resolve
from game.view import View, outlook
from game.world import Floats, Ints, World

DRAWS = 48
"""Futures that a forecast is averaged over: eight of each doctrine that weighs what it sees."""

MINDED = tuple(number for number, doctrine in enumerate(DOCTRINES) if doctrine.traits is not None)
AHEAD = 4  # turns that a forecast may look ahead, whatever the calendar says
RIVALS = 0.25
"""Part of the futures for what is sure in which every state has been offered a pact by whoever is keenest on it."""
_CELLS = 12_000  # pairs of states that one step works on, so that no step takes long


@dataclass(eq=False)
class Lot:
    """Some futures as one batch: worlds [D, ...] and who decides for each state [D, N]; nobody for the viewer.

    `seen` is the worlds before what I cannot see was put into them.
    """

    seen: World
    who: Ints
    view: View
    me: int
    rivals: float = 0.0

    @cached_property
    def world(self) -> World:
        """The worlds as they may be."""
        return courted(doubted(self.seen, self.view, self.me), self.who, self.me, self.rivals)

    @cached_property
    def first(self) -> Draft:
        """What the others order this turn."""
        return choose(outlook(self.world), self.who).draft

    def ready(self) -> Generator[None, None, None]:
        """Find out in steps of its own what all questions about the lot begin with."""
        self.world  # noqa: B018 - known from here on
        yield
        self.first  # noqa: B018 - chosen once for all plans
        yield


class Futures:
    """What one state's view may lead to. Which doctrine sits where is unknown: every seat has each equally often."""

    def __init__(self, view: View, me: int, draws: int = DRAWS, first: int = 0, rivals: float = 0.0) -> None:
        """Draw futures, from the number `first` on: others than those before it; `rivals` as `courted` has it."""
        self.view, self.me, self.draws, self.first, self.rivals = view, me, draws, first, rivals
        self._drafts: dict[tuple[Order, ...], Draft] = {}

    @cached_property
    def more(self) -> Futures:
        """Three times as many others, for what shall hold in nearly all: in some, rivals were quicker."""
        return Futures(self.view, self.me, 3 * self.draws, self.first + self.draws, RIVALS)

    @cached_property
    def lots(self) -> list[Lot]:
        """The futures in batches small enough for one step each."""
        size = max(1, _CELLS // (self.view.n * self.view.n))
        luck = [own_luck(self.view, self.me, self.first + draw) for draw in range(self.draws)]
        keys = np.stack([row for _seed, row in luck])
        seeds = np.array([seed for seed, _row in luck])
        who = deal(keys, self.me)
        return [self._lot(seeds[k : k + size], keys[k : k + size], who[k : k + size])
                for k in range(0, self.draws, size)]  # fmt: skip

    def _lot(self, seeds: Ints, keys: Ints, who: Ints) -> Lot:
        columns = {name: np.repeat(value[None], len(seeds), 0) for name, value in self.view.values().items()}
        columns |= {"seed": seeds, "seat_seed": keys}
        columns["last_turn"] = np.maximum(columns["last_turn"], columns["turn"] + AHEAD)
        return Lot(World(self.view.setting, columns), who, self.view, self.me, self.rivals)

    def draft(self, plan: Sequence[Order]) -> Draft:
        """My orders as a draft of one game."""
        key = tuple(plan)
        if key not in self._drafts:
            self._drafts[key] = draft_of(self.view, {self.me: list(plan)})
        return self._drafts[key]

    def next(self, lot: Lot, plan: Sequence[Order], more: Sequence[tuple[int, Order]] = ()) -> World:
        """Resolve this turn on my plan and what the others order, and on orders that others are supposed to give."""
        mine, given = self.draft(plan), lot.first
        draft = mine.where(np.arange(self.view.n) == self.me, given)
        chosen = draft.chosen.copy()
        for state, order in more:
            chosen[:, state] |= draft_of(self.view, {state: [order]}).chosen[state]
        return resolve(lot.world, write(lot.world, Draft(chosen, draft.shares, draft.terms)))[0]

    def decide(self, lot: Lot, world: World) -> Chosen:
        """What the others order in a later world of the lot; I order nothing new."""
        return choose(outlook(world), lot.who)

    def average(self, parts: Sequence[Floats]) -> Floats:
        """The mean over all draws of values that come lot by lot, [D, ...] each."""
        return np.asarray(np.concatenate(parts).mean(0))


def deal(keys: Ints, me: int) -> Ints:
    """Doctrine numbers by draw and seat [D, N]: each equally often at a seat, in an order that its keys draw."""
    place = keys.argsort(0).argsort(0)
    who = np.array(MINDED)[place % len(MINDED)]
    who[:, me] = -1
    return who


def played(world: World, draft: Draft) -> World:
    """The world after a turn on a draft."""
    return resolve(world, write(world, draft))[0]
