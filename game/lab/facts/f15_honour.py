"""F15: most pacts are honoured when they are called on, and not all (Leeds 2003; Berkemeier & Fuhrmann 2018)."""

from __future__ import annotations

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.facts.common import mixed
from game.lab.statistics import mean, ratio
from game.language import mark

LOW, HIGH = 0.55, 0.75


def conditions(shift: int) -> Conditions:
    """Eight states of a uniform mix over 100 turns."""
    return {"mixed": mixed(shift)}


def judge(results: Results) -> Finding:
    """Count promises honoured among those called on."""
    tally = results["mixed"]
    called = tally["honoured"] + tally["abandoned"]
    kept = ratio(tally["honoured"], called)
    measured = {"honoured": kept, "calls a game": mean(called)}
    chart = Chart("", "honoured when called on", (series("", {"mixed table": kept}),), (LOW, HIGH))
    return Finding(measured, games_of(results), LOW <= kept.value <= HIGH, chart)


FACT = Fact(
    id="F15",
    claim=mark("Most promises of help are honoured when they are called on, and not all"),
    target=mark("55-75 %"),
    source="Leeds 2003; Berkemeier & Fuhrmann 2018",
    conditions=conditions,
    counters=("pacts",),
    judge=judge,
)
