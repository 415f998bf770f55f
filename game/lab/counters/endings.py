"""How games end: who is hegemon, who is lost, how large the first state is, and what a hegemon conquered."""

from __future__ import annotations

import numpy as np

from game.lab.counters.counter import Counter, Counts
from game.lab.moment import Moment, Table
from game.measures.power import by_owner, economy, economy_share, of_state, power
from game.measures.scores import hegemon
from game.world import Floats, Ints, World


class Endings(Counter):
    """Counts: hegemon (state, -1 none), lost (states), first_share (power of state 0), alone, dead [B, N], conquest.

    `conquest` is 1 where more than half of the share of all economy that the hegemon gained is land it took,
    0 where not, NaN without a hegemon.
    """

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        self.start = economy_share(start)

    def watch(self, moment: Moment) -> None:
        """Nothing: the end tells all."""

    def result(self, end: World) -> Counts:
        """Read the last world."""
        ruler = hegemon(end)
        return {
            "hegemon": ruler,
            "lost": (~end.alive).sum(-1),
            "dead": ~end.alive,
            "alone": end.alive.sum(-1) <= 1,
            "first_share": power(end)[:, 0],
            "conquest": self._by_conquest(end, ruler),
        }

    def _by_conquest(self, end: World, ruler: Ints) -> Floats:
        whole = economy(end).sum(-1)
        taken = by_owner(end, end.wealth * end.integration * (end.core != end.owner))
        head = of_state(end, ruler)
        gained = (np.where(head, economy_share(end) - self.start, 0.0)).sum(-1)
        land = np.where(head, taken, 0.0).sum(-1) / whole
        return np.where(ruler >= 0, land > 0.5 * gained, np.nan)
