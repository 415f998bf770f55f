"""Crises: how many demands are made, how many end in war, how long they last."""

from __future__ import annotations

import numpy as np

from game.lab.counters.counter import Counter, Counts
from game.lab.counters.wars import opened
from game.lab.moment import Moment, Table
from game.world import Bools, World

LONGEST = 12
"""Crises are counted by their length up to so many turns; longer ones count as this long."""


class Crises(Counter):
    """Counts: crises (demands that ended), crisis_wars (in an attack on the target), crisis_length [B, 13].

    A crisis runs from the turn of its demand to the turn in which it is met, dropped or fought over: one that
    is answered in the next turn lasted one turn. Attacks without a demand (surprises) are no crises.
    """

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        self.age = np.zeros((self.games, start.n, start.n), np.int64)
        self.ended, self.wars = np.zeros((2, self.games))
        self.length = np.zeros((self.games, LONGEST + 1))

    def watch(self, moment: Moment) -> None:
        """Let crises grow older, and close those that are over."""
        was, stays = moment.before.demand > 0, moment.after.demand > 0
        fresh = stays & ~was
        again = was & stays & _renewed(moment)
        over = was & (~stays | again) & moment.live[:, None, None]
        if over.any():
            game, demander, target = np.nonzero(over)
            age = np.minimum(self.age[game, demander, target] + 1, LONGEST)
            np.add.at(self.length, (game, age), 1.0)
            self.ended += over.sum((-1, -2))
            fought = opened(moment) | moment.saw("crises", "piled_on")
            self.wars += (over & fought).sum((-1, -2))
        self.age = np.where(was & stays & ~again, self.age + 1, 0)
        self.age = np.where(fresh | again, 0, self.age)

    def result(self, end: World) -> Counts:
        """Give the sums."""
        return {"crises": self.ended, "crisis_wars": self.wars, "crisis_length": self.length}


def _renewed(moment: Moment) -> Bools:
    """An old demand was met or dropped and a new one made in the same turn, [B, N, N]."""
    made = ("demanded_region", "demanded_end", "demanded_disarm", "demanded_leave")
    return np.asarray(np.logical_or.reduce([moment.saw("crises", name) for name in made]))
