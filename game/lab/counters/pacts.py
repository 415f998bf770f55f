"""Pacts: how long they last, and whether they are honoured when they are called on."""

from __future__ import annotations

import numpy as np

from game.lab.counters.counter import Counter, Counts
from game.lab.moment import Moment, Table
from game.world import World


class Pacts(Counter):
    """Counts: pact_years, pacts_ended (between states that live on), honoured, abandoned."""

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        self.years, self.ended, self.honoured, self.abandoned = np.zeros((4, self.games))

    def watch(self, moment: Moment) -> None:
        """Compare the pacts before and after the turn; count the calls."""
        before, after = moment.before.pact & moment.live[:, None, None], moment.after.pact
        living = moment.after.alive[:, :, None] & moment.after.alive[:, None, :]
        self.years += before.sum((-1, -2)) / 2
        self.ended += (before & ~after & living).sum((-1, -2)) / 2
        self.honoured += moment.saw("crises", "honoured").sum((-1, -2))
        self.abandoned += moment.saw("crises", "abandoned").sum((-1, -2))

    def result(self, end: World) -> Counts:
        """Give the sums."""
        kept = {"honoured": self.honoured, "abandoned": self.abandoned}
        return {"pact_years": self.years, "pacts_ended": self.ended, **kept}
