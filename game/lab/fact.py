"""What a fact is: a claim with a target and a source, the conditions to play, and the verdict on what they gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from game.lab.play import Tally
from game.lab.setups import Setup
from game.lab.statistics import Estimate
from game.world import Floats

Results = Mapping[str, Tally]
"""Counts of all games of each condition, by the condition's name."""
Conditions = dict[str, Setup]


@dataclass(frozen=True)
class Series:
    """One line or row of bars of a plot: a name, places on the axis, estimates."""

    name: str
    x: tuple[float | str, ...]
    y: tuple[Estimate, ...]


@dataclass(frozen=True)
class Chart:
    """What is drawn of a finding; `levels` are the target's lines. Words on the axis make bars."""

    across: str
    up: str
    series: tuple[Series, ...]
    levels: tuple[float, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What was measured: estimates by name, games, verdict by the point estimates, a plot, a remark."""

    measured: Mapping[str, Estimate]
    n: int
    passed: bool
    chart: Chart
    remark: str = ""


@dataclass(frozen=True)
class Fact:
    """One stylised fact.

    `conditions(shift)` gives the set-ups by name, with `shift` states more than in the main set where the
    fact allows (`shifts` lists by how many); `judge` turns the counts into a finding. `crowd` multiplies the
    number of games where one game says little. The verdict hangs on the `decisive` conditions, on all if none is
    named; `judge` does without the others.
    """

    id: str
    claim: str
    target: str
    source: str
    conditions: Callable[[int], Conditions]
    counters: tuple[str, ...]
    judge: Callable[[Results], Finding]
    shifts: tuple[int, ...] = (2, -2)
    crowd: int = 1
    decisive: tuple[str, ...] = ()
    about: str = field(default="")

    def verdict_only(self) -> Fact:
        """The same fact without the conditions that only its plot shows."""
        if not self.decisive:
            return self

        def conditions(shift: int) -> Conditions:
            """Those that the verdict hangs on."""
            return {name: setup for name, setup in self.conditions(shift).items() if name in self.decisive}

        return replace(self, conditions=conditions)


def games_of(results: Results) -> int:
    """Number of games behind some results."""
    return sum(len(next(iter(tally.values()))) for tally in results.values())


def series(name: str, values: Mapping[str, Estimate] | Mapping[float, Estimate] | Mapping[int, Estimate]) -> Series:
    """Make a series of estimates by place."""
    return Series(name, tuple(values), tuple(values.values()))


def leads(tally: Tally) -> Floats:
    """The first state is hegemon, [B] as 0 and 1."""
    return np.asarray(tally["hegemon"] == 0, np.float64)
