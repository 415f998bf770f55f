"""What others will probably do: their doctrines' own choices on what I know, over doctrines and draws.

The odds come from the code that decides for opponents, run on my view with guesses for what I cannot see; which
doctrine sits where is not known, so all that weigh what they see count alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from game.opponents.choose import Chosen, choose
from game.opponents.doctrines import DOCTRINES
from game.orders.kind import Order
from game.orders.options import axis
from game.view import View, outlook
from game.world import World

__all__ = ["Forecast"]

_DRAWS = 3  # times that chance is drawn anew for each doctrine
_OFFERS = ("pact", "trade", "nonaggression")
_ANSWERS = {("ally", "pact"): "pact", ("treaty", "trade"): "trade", ("treaty", "nonaggression"): "nonaggression"}


class Forecast:
    """Odds of others' next orders and answers; `work` does a small piece at a time, `ready` when all is done."""

    def __init__(self, view: View, me: int) -> None:
        self.view, self.me = view, me
        self.ready = False
        self._moves: dict[int, Counter[Order]] = {}
        self._yes: Counter[tuple[str, int]] = Counter()
        self._runs = 0
        self._pieces = self._run()

    def work(self) -> bool:
        """Do one piece; return whether this was the last one."""
        if self.ready:
            return False
        self.ready = next(self._pieces, None) is None
        return self.ready

    def finish(self) -> None:
        """Do all that is left."""
        while not self.ready:
            self.work()

    def moves(self, state: int, most: int = 3, least: float = 0.15) -> list[tuple[Order, float]]:
        """Return a state's likeliest orders with their odds, the likeliest first."""
        found = [(order, count / self._runs) for order, count in self._moves.get(state, Counter()).most_common()]
        return [(order, odds) for order, odds in found if odds >= least][:most]

    def accepts(self, order: Order) -> float | None:
        """Return the odds that an offer of mine is accepted; None for what is no offer."""
        topic = _ANSWERS.get((order.kind, order.choice))
        if topic is None or order.target is None or not self.ready:
            return None
        return self._yes[topic, order.target] / self._runs

    def _run(self) -> Iterator[bool]:
        if self.view.ending != 0:
            return
        seen = outlook(self.view)
        asked = self._with_my_offers(seen)
        for number, doctrine in enumerate(DOCTRINES):
            if doctrine.traits is None:
                continue
            for draw in range(_DRAWS):
                keys = np.arange(seen.n) + 1000 * draw + 17 * number
                who = np.full(seen.n, number)
                self._count_moves(choose(seen.but(seat_seed=keys), who))
                yield True
                self._count_answers(choose(asked.but(seat_seed=keys), who))
                self._runs += 1
                yield True

    def _with_my_offers(self, seen: World) -> World:
        """Suppose that I had made every offer to everybody last turn."""
        changes = {}
        for topic in _OFFERS:
            offers = getattr(seen, f"offer_{topic}").copy()
            offers[self.me] = seen.alive & (np.arange(seen.n) != self.me)
            changes[f"offer_{topic}"] = offers
        return seen.but(**changes)

    def _count_moves(self, chosen: Chosen) -> None:
        lay = axis(self.view.setting)
        for state in range(self.view.n):
            counts = self._moves.setdefault(state, Counter())
            for place in np.flatnonzero(chosen.draft.chosen[state] & lay.initiative).tolist():
                counts[lay.order(place)] += 1

    def _count_answers(self, chosen: Chosen) -> None:
        lay = axis(self.view.setting)
        for topic in _OFFERS:
            strip = lay.where.get(("answer", f"{topic}_yes"))
            if strip is None:
                continue
            yes = chosen.draft.chosen[:, strip.start + self.me]
            for state in np.flatnonzero(yes).tolist():
                self._yes[topic, state] += 1
