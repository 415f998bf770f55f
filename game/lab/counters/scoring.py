"""Scores by seat, and who sat there."""

from __future__ import annotations

from game.lab.counters.counter import Counter, Counts
from game.lab.moment import Moment, Table
from game.measures.scores import scores
from game.world import World


class Scoring(Counter):
    """Counts: score [B, N] from 0 to 100, who [B, N] (numbers in the lab's cast)."""

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        self.who = table.who

    def watch(self, moment: Moment) -> None:
        """Nothing: the end tells all."""

    def result(self, end: World) -> Counts:
        """Read the last world."""
        return {"score": scores(end), "who": self.who}
