"""What others will probably do, for the play screen: questions to the foresight of my view, beside my plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from game.foresight import Coalition, Foresight, Need, Preview, Reply
from game.orders.kind import Order
from game.orders.options import axis
from game.view import View

__all__ = ["Forecast"]

_STEP = 0.008  # seconds a frame, after which no further step is begun


class Forecast:
    """Odds of others' orders and answers; what is not known yet is None, and `work` does a small piece at a time."""

    def __init__(self, view: View, me: int, plan: Callable[[], Sequence[Order]] = list) -> None:
        self.view, self.me = view, me
        self.foresight = Foresight(view, me)
        self._plan = plan
        self.over = bool(view.ending != 0)
        if not self.over:
            self.foresight.moves()
            self.foresight.replies([])

    @property
    def ready(self) -> bool:
        """What others will do next, and what they would say to offers, is known."""
        return not self.over and self.foresight.moves() is not None and self.foresight.replies([]) is not None

    def work(self, clock: Callable[[], float] | None = None) -> bool:
        """Do some pieces; return whether something is known now that was not."""
        if clock is None:
            return self.foresight.work()
        start = clock()
        while self.foresight.busy:
            if self.foresight.work():
                return True
            if clock() - start > _STEP:
                break
        return False

    def finish(self) -> None:
        """Do all that is left."""
        self.foresight.finish()

    def moves(self, state: int, most: int = 3, least: float = 0.15) -> list[tuple[Order, float]]:
        """Return a state's likeliest initiatives with their odds, the likeliest first."""
        table = None if self.over else self.foresight.moves()
        if table is None:
            return []
        lay = axis(self.view.setting)
        odds = np.where(lay.initiative, table[state], 0.0)
        best = np.argsort(-odds, kind="stable")[:most]
        return [(lay.order(int(place)), float(odds[place])) for place in best if odds[place] > max(0.0, least - 1e-9)]

    def accepts(self, order: Order) -> float | None:
        """Return the odds of a yes to an offer or demand of mine; None for what is not answered."""
        reply = self.reply(order)
        return None if reply is None else reply.odds

    def reply(self, order: Order) -> Reply | None:
        """Return odds and reasons of a yes to an offer or demand of mine beside the plan; else beside none."""
        if self.over:
            return None
        return self.foresight.reply(self._plan(), order) or self.foresight.reply([], order)

    def preview(self, order: Order) -> Preview | None:
        """Return what an order changes beside the plan."""
        return None if self.over else self.foresight.preview(self._plan(), order)

    def need(self, order: Order) -> Need | None:
        """Return the least that would have to be done beside an offer for a yes."""
        return None if self.over else self.foresight.need(self._plan(), order)

    def coalition(self, attacker: int, victim: int) -> Coalition | None:
        """Return who would come if the one attacked the other."""
        return None if self.over else self.foresight.coalition(self._plan(), attacker, victim)
