"""What arms cost: spending on arms over economy, a year and state."""

from __future__ import annotations

import numpy as np

from game.lab.counters.counter import Counter, Counts
from game.lab.moment import Moment, Table
from game.measures.power import economy
from game.world import World


class Burden(Counter):
    """Counts: burden of all living states, burden_others without state 0; means over turns, 0..1."""

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        self.spent, self.years = np.zeros((2, self.games)), np.zeros((2, self.games))

    def watch(self, moment: Moment) -> None:
        """Add the year's shares up."""
        size = economy(moment.world_after("crises"))
        part = moment.amount("budget", "arms_spending") / np.maximum(size, 1e-6)
        counts = moment.after.alive & (size > 0) & moment.live[:, None]
        part = np.where(counts, part, 0.0)
        for row, first in enumerate((0, 1)):
            self.spent[row] += part[:, first:].sum(-1)
            self.years[row] += counts[:, first:].sum(-1)

    def result(self, end: World) -> Counts:
        """Divide by the state-years."""
        shares = self.spent / np.maximum(self.years, 1)
        return {"burden": shares[0], "burden_others": shares[1]}
