"""Entry into the scripted war: when each of the others takes up arms against the first state."""

from __future__ import annotations

import numpy as np

from game.lab.counters.counter import Counter, Counts
from game.lab.moment import Moment, Table
from game.lab.scripts import STRIKE_AT
from game.world import World


class Entry(Counter):
    """Counts: entry (mean turns from the first fighting turn to entry, the longest for never), at_once (states)."""

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        self.turn = np.full((self.games, start.n), -1)
        self.victim = np.zeros((self.games, start.n), bool)
        self.last = 0

    def watch(self, moment: Moment) -> None:
        """Note who fights the first state for the first time; before the scripted attack there is no war."""
        fights = moment.world_after("crises").war[:, 0]
        if moment.number == STRIKE_AT:
            self.victim = fights
        elif moment.number > STRIKE_AT:
            self.last = moment.number - STRIKE_AT
            self.turn = np.where(fights & (self.turn < 0), self.last - 1, self.turn)

    def result(self, end: World) -> Counts:
        """Average over all but the first state and its victim."""
        third = ~self.victim
        third[:, 0] = False
        waited = np.where(self.turn < 0, self.last, self.turn)
        some = np.maximum(third.sum(-1), 1)
        entry = np.where(third, waited, 0).sum(-1) / some
        return {"entry": entry, "at_once": (third & (self.turn == 0)).sum(-1)}
