"""F1: balancers hold a leader whom passive states let win (Waltz 1979; Levy 2004)."""

from __future__ import annotations

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, leads, series
from game.lab.facts.common import led
from game.lab.statistics import rate
from game.language import mark


def conditions(shift: int) -> Conditions:
    """The leader of .29 against balancers and against passive states."""
    return {"balancers": led("balancer", shift), "passive": led("hold", shift)}


def judge(results: Results) -> Finding:
    """Compare the leader's hegemony in both."""
    measured = {name: rate(leads(tally) > 0) for name, tally in results.items()}
    passed = measured["balancers"].value <= 0.10 and measured["passive"].value >= 0.50
    chart = Chart("the others are", "leader becomes hegemon", (series("", measured),), (0.10, 0.50))
    return Finding(measured, games_of(results), passed, chart)


FACT = Fact(
    id="F1",
    claim=mark("Balancers hold a leader whom passive states let win"),
    target=mark("leader's hegemony <= 10 % against balancers, >= 50 % against passive states"),
    source="Waltz 1979; Levy 2004",
    conditions=conditions,
    counters=("endings",),
    judge=judge,
)
