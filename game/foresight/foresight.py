"""Foresight: questions about the future of one view, answered in small steps and remembered."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Sequence
from typing import Any, TypeVar

import numpy as np

from game.foresight.coalitions import Coalition, coalition
from game.foresight.futures import DRAWS, Futures
from game.foresight.needs import Need, need
from game.foresight.offers import ANSWERED, Replies, Reply, quiet, replies, reply_to
from game.foresight.outcomes import Outcome, Preview, compare, outcome
from game.orders.kind import REGION, Order
from game.orders.options import axis, slots
from game.view import View
from game.world import Floats

T = TypeVar("T")
Job = Generator[None, None, Any]
Plan = Sequence[Order]


class Foresight:
    """Ask what you like: an answer that is not known yet is None, and is worked on by `work`, the latest first."""

    def __init__(self, view: View, me: int, draws: int = DRAWS) -> None:
        self.futures = Futures(view, me, draws)
        self._known: dict[Hashable, Any] = {}
        self._jobs: dict[Hashable, Job] = {}

    # --- questions

    def preview(self, plan: Plan, order: Order) -> Preview | None:
        """What an order changes beside the rest of a plan, which may hold it already."""
        rest = tuple(each for each in plan if not self._same_matter(each, order))
        without, with_ = self._outcome(rest), self._outcome((*rest, order))
        if without is None or with_ is None:
            return None
        key = ("preview", rest, order)
        if key not in self._known:
            late = (order.kind, order.choice) in ANSWERED
            self._known[key] = compare(self.futures, without, with_, late=late)
        known: Preview = self._known[key]
        return known

    def reply(self, plan: Plan, order: Order) -> Reply | None:
        """Whether they would say yes to an offer or demand; None for what is not answered, or not yet known."""
        target = self._target(order)
        if target is None or (order.kind, order.choice) not in ANSWERED:
            return None
        found = self.replies(plan, order if order.terms is not None else None)
        return None if found is None else reply_to(found, order, target)

    def replies(self, plan: Plan, order: Order | None = None) -> Replies | None:
        """What all the others would say to every offer and demand beside a plan, one perhaps with its terms."""
        rest = quiet(plan, order)
        return self._ask(("replies", rest, order), lambda: replies(self.futures, rest, order))

    def need(self, plan: Plan, order: Order) -> Need | None:
        """The least change of my plan with which they would probably say yes; None while it is searched."""
        target = self._target(order)
        if target is None or (order.kind, order.choice) not in ANSWERED:
            return None
        return self._ask(("need", tuple(plan), order), lambda: need(self.futures, plan, order, target))

    def coalition(self, plan: Plan, attacker: int, victim: int) -> Coalition | None:
        """Who would come if the one attacked the other now."""
        key = ("coalition", tuple(plan), attacker, victim)
        return self._ask(key, lambda: coalition(self.futures, plan, attacker, victim))

    def moves(self) -> Floats | None:
        """How often each state gives each order this turn, in parts of the draws: [N, M]."""
        return self._ask(("moves",), self._moves)

    # --- work

    @property
    def busy(self) -> bool:
        """Some question is still open."""
        return bool(self._jobs)

    def work(self) -> bool:
        """Do one step of what was asked last; return whether something is known now that was not."""
        if not self._jobs:
            return False
        key = next(reversed(self._jobs))
        try:
            next(self._jobs[key])
        except StopIteration as done:
            del self._jobs[key]
            self._known[key] = done.value
            return True
        return False

    def finish(self) -> None:
        """Answer all that was asked."""
        while self._jobs:
            self.work()

    def drop(self) -> None:
        """Leave what was asked and is not answered yet."""
        self._jobs.clear()

    # --- how

    def _outcome(self, plan: tuple[Order, ...]) -> Outcome | None:
        return self._ask(("outcome", plan), lambda: outcome(self.futures, plan))

    def _ask(self, key: Hashable, start: Callable[[], Generator[None, None, T]]) -> T | None:
        if key in self._known:
            known: T = self._known[key]
            return known
        job = self._jobs.pop(key, None)
        self._jobs[key] = start() if job is None else job
        return None

    def _same_matter(self, one: Order, other: Order) -> bool:
        """The one would stand in the other's place."""
        lay = axis(self.futures.view.setting)
        places = lay.index(one), lay.index(other)
        if None in places:
            return one == other
        matters = slots(self.futures.view)
        return bool(matters[places[0]] == matters[places[1]])

    def _moves(self) -> Generator[None, None, Floats]:
        parts = []
        for lot in self.futures.lots:
            yield from lot.ready()
            parts.append(lot.first.chosen.astype(np.float64))
            yield
        return self.futures.average(parts)

    def _target(self, order: Order) -> int | None:
        strip = axis(self.futures.view.setting).where.get((order.kind, order.choice))
        if strip is None or order.target is None:
            return None
        return int(self.futures.view.owner[order.target]) if strip.choice.to == REGION else order.target
