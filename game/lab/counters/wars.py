"""Wars: how many are opened, how many states join them, how many help at the first fighting turn."""

from __future__ import annotations

import numpy as np

from game.lab.counters.counter import Counter, Counts
from game.lab.moment import Moment, Table
from game.world import Bools, World


def opened(moment: Moment) -> Bools:
    """Pairs of attacker and target whose war was opened, by cause or surprise, [B, N, N]."""
    return moment.saw("crises", "attacked") | moment.saw("crises", "surprised")


class Wars(Counter):
    """Counts: wars (pairs opened), joiners (states that entered others' wars), first_wars, first_helpers, turns.

    A helper of the first fighting turn fights the attacker beside its target then.
    """

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        self.wars, self.joiners, self.first, self.helpers, self.turns = np.zeros((5, self.games))

    def watch(self, moment: Moment) -> None:
        """Count openings, entries, and the helpers in wars of which this is the first fighting turn."""
        self.wars += opened(moment).sum((-1, -2))
        entries = [moment.saw("crises", name).any(-1) for name in ("joined", "honoured", "piled_on")]
        self.joiners += np.logical_or.reduce(entries).sum(-1)
        self.turns += moment.live
        fought = moment.world_after("crises")
        fresh = fought.began & fought.war & (fought.war_age == 1) & moment.live[:, None, None]
        if fresh.any():
            beside = np.swapaxes(fought.helps, -1, -2).astype(np.float64) @ fought.war.astype(np.float64)
            self.first += fresh.sum((-1, -2))
            self.helpers += np.where(fresh, np.swapaxes(beside, -1, -2), 0.0).sum((-1, -2))

    def result(self, end: World) -> Counts:
        """Give the sums."""
        names = {"wars": self.wars, "joiners": self.joiners, "turns": self.turns}
        return names | {"first_wars": self.first, "first_helpers": self.helpers}
