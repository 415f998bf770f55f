"""A turn of a batch as the lab's counters see it: what was, what happened, what is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.opponents.traits import Doctrine
from game.orders.sheet import Draft
from game.phases import Step
from game.world import Bools, Floats, Ints, World


@dataclass(frozen=True, eq=False)
class Table:
    """Who sits at the table: doctrine numbers [B, N] and the list that they count in."""

    who: Ints
    cast: tuple[Doctrine, ...]


@dataclass(frozen=True, eq=False)
class Moment:
    """One turn: the world before and after, the orders, the phases' records, and which games still ran, [B]."""

    number: int
    before: World
    after: World
    draft: Draft
    steps: list[Step]
    table: Table

    @property
    def live(self) -> Bools:
        """The game had not ended before this turn, [B]."""
        return np.asarray(self.before.ending == 0)

    def saw(self, phase: str, entry: str) -> Bools:
        """A mask of a phase's record, false in games that are over: [B, ...]."""
        found = np.asarray(self._step(phase)[2][entry], bool)
        return found & self.live.reshape((-1,) + (1,) * (found.ndim - 1))

    def amount(self, phase: str, entry: str) -> Floats:
        """Numbers of a phase's record, [B, ...]."""
        return np.asarray(self._step(phase)[2][entry], np.float64)

    def world_after(self, phase: str) -> World:
        """The worlds as a phase left them."""
        return self._step(phase)[1]

    def _step(self, phase: str) -> Step:
        return next(step for step in self.steps if step[0].name == phase)
