"""Verbs: how often each kind of initiative is taken."""

from __future__ import annotations

import numpy as np

from game.lab.counters.counter import Counter, Counts
from game.lab.moment import Moment, Table
from game.orders.kind import INITIATIVE
from game.orders.kinds import KINDS
from game.orders.options import axis
from game.world import World

NAMES = tuple(kind.name for kind in KINDS if kind.group == INITIATIVE)


class Verbs(Counter):
    """Counts: verb_<name>, the initiatives of each kind that were taken."""

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        self.taken = {name: np.zeros(self.games) for name in NAMES}

    def watch(self, moment: Moment) -> None:
        """Count what the drafts chose."""
        for strip in axis(moment.before.setting).strips:
            if strip.kind.name in self.taken:
                chosen = moment.draft.chosen[..., strip.place].sum((-1, -2))
                self.taken[strip.kind.name] += np.where(moment.live, chosen, 0)

    def result(self, end: World) -> Counts:
        """Give the sums."""
        return {f"verb_{name}": taken for name, taken in self.taken.items()}
