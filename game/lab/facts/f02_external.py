"""F2: external balancing is no less safe than internal alone and costs less arms (Waltz 1979)."""

from __future__ import annotations

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, leads, series
from game.lab.facts.common import led
from game.lab.statistics import mean, rate, ratio_of_means
from game.language import mark

MOST = 0.8


def conditions(shift: int) -> Conditions:
    """Balancers, and the same that never seek allies."""
    return {"balancers": led("balancer", shift), "internal": led("internal", shift)}


def judge(results: Results) -> Finding:
    """Compare the burden of arms, and safety."""
    burden = {name: tally["burden_others"] for name, tally in results.items()}
    safe = {name: rate(leads(tally) > 0) for name, tally in results.items()}
    less = ratio_of_means(burden["balancers"], burden["internal"])
    drawn = {name: mean(rows) for name, rows in burden.items()}
    measured = {"ratio of burdens": less}
    measured |= {f"burden, {name}": value for name, value in drawn.items()}
    measured |= {f"leader's hegemony, {name}": value for name, value in safe.items()}
    passed = less.value <= MOST and safe["balancers"].value <= safe["internal"].value
    chart = Chart("the others are", "arms spending / economy", (series("", drawn),))
    return Finding(measured, games_of(results), passed, chart)


FACT = Fact(
    id="F2",
    claim=mark("External balancing is no less safe and costs less arms than internal balancing alone"),
    target=mark("burden of arms <= .8 x, and the leader's hegemony no more frequent"),
    source="Waltz 1979",
    conditions=conditions,
    counters=("endings", "burden"),
    judge=judge,
)
