"""F18: few crises end in war, and they are short (MID data)."""

from __future__ import annotations

import numpy as np

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.facts.common import mixed
from game.lab.statistics import Estimate, bootstrap, mean, ratio
from game.language import mark
from game.world import Floats, Ints

LOW, HIGH, LONGEST = 0.02, 0.15, 3


def conditions(shift: int) -> Conditions:
    """Eight states of a uniform mix over 100 turns."""
    return {"mixed": mixed(shift)}


def median_length(lengths: Floats) -> Estimate:
    """Median length of all crises, from a histogram a game [B, L]; bootstrap over games."""

    def middle(rows: Ints) -> Floats:
        counts = lengths[rows].sum(-2)
        half = counts.sum(-1, keepdims=True) / 2
        return np.asarray((counts.cumsum(-1) >= half).argmax(-1), np.float64)

    return bootstrap(middle, len(lengths))


def judge(results: Results) -> Finding:
    """Count crises, wars out of crises, and turns."""
    tally = results["mixed"]
    war, length = ratio(tally["crisis_wars"], tally["crises"]), median_length(tally["crisis_length"])
    measured = {"crises that end in war": war, "median length, turns": length, "crises a game": mean(tally["crises"])}
    passed = LOW <= war.value <= HIGH and length.value <= LONGEST
    whole = tally["crisis_length"].sum(0)
    shares = {k: ratio(tally["crisis_length"][:, k], tally["crisis_length"].sum(-1)) for k in range(1, len(whole))}
    chart = Chart("length of a crisis, turns", "crises", (series("", shares),))
    return Finding(measured, games_of(results), passed, chart)


FACT = Fact(
    id="F18",
    claim=mark("Few crises end in war, and most are short; surprise attacks are counted outside"),
    target=mark("2-15 % end in war; median length <= 3 turns"),
    source="Militarized Interstate Disputes",
    conditions=conditions,
    counters=("crises",),
    judge=judge,
)
