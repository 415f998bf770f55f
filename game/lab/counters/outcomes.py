"""Outcomes of wars: whether the stronger side and whether the initiator won."""

from __future__ import annotations

import numpy as np

from game.lab.counters.counter import Counter, Counts
from game.lab.counters.wars import opened
from game.lab.moment import Moment, Table
from game.measures.power import held_count, power
from game.world import Bools, Floats, World


class Outcomes(Counter):
    """Counts: decided, initiator_won, stronger_won, drawn.

    A war is a pair of attacker and target. It is decided, at its end, by whose number of regions grew more
    since it was opened; equal ones and wars that still run are not decided. The stronger side has the larger
    sum of power shares of all who fight at the first fighting turn.
    """

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        n = start.n
        self.running = np.zeros((self.games, n, n), bool)
        self.land = np.zeros((self.games, n, n))
        self.stronger = np.zeros((self.games, n, n))
        self.decided, self.initiator, self.right, self.drawn = np.zeros((4, self.games))

    def watch(self, moment: Moment) -> None:
        """Note wars that open, weigh the sides when they fight, and judge wars that end."""
        if not (self.running.any() or moment.before.war.any() or opened(moment).any()):
            return
        new = opened(moment)
        self.land = np.where(new, _margin(moment.before), self.land)
        self.running |= new
        fought = moment.world_after("crises")
        fresh = self.running & fought.war & (fought.war_age == 1)
        self.stronger = np.where(fresh, _weights(fought), self.stronger)
        self._judge(self.running & ~moment.after.war, _margin(moment.after) - self.land)
        self.running &= moment.after.war

    def _judge(self, over: Bools, gain: Floats) -> None:
        """Count the wars that are over by what the attacker gained more than the target, [B, N, N]."""
        settled = over & (gain != 0) & (self.stronger != 0)
        self.decided += settled.sum((-1, -2))
        self.drawn += (over & ~settled).sum((-1, -2))
        self.initiator += (settled & (gain > 0)).sum((-1, -2))
        self.right += (settled & ((gain > 0) == (self.stronger > 0))).sum((-1, -2))

    def result(self, end: World) -> Counts:
        """Give the sums."""
        won = {"initiator_won": self.initiator, "stronger_won": self.right}
        return {"decided": self.decided, "drawn": self.drawn, **won}


def _margin(world: World) -> Floats:
    """Regions of the actor less those of the target, [B, N, N]."""
    held = held_count(world)
    return held[:, :, None] - held[:, None, :]


def _weights(world: World) -> Floats:
    """Power of those who fight the target less that of those who fight the actor, [B, N, N]."""
    foes = (power(world)[:, None, :] @ world.war.astype(np.float64))[:, 0, :]
    return foes[:, None, :] - foes[:, :, None]
