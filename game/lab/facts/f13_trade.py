"""F13: trade settles alliances (Jackson & Nei 2015)."""

from __future__ import annotations

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.setups import Setup
from game.lab.statistics import Estimate, difference, mean, ratio
from game.language import mark

MIX = (
    "offensive_realist",
    "balancer",
    "threat_balancer",
    "institutionalist",
    "buck_passer",
    "jackal",
    "balancer",
    "offensive_realist",
)


def conditions(shift: int) -> Conditions:
    """Eight states of a mixed table over 100 turns, with and without trade treaties."""
    n = 8 + shift
    cast = tuple(MIX[k % len(MIX)] for k in range(n))
    return {"no trade": Setup(states=n, cast=cast, script="no trade"), "trade": Setup(states=n, cast=cast)}


def judge(results: Results) -> Finding:
    """Compare how fast pacts turn over, and wars."""
    turnover = {name: ratio(tally["pacts_ended"], tally["pact_years"]) for name, tally in results.items()}
    wars = {name: mean(tally["wars"]) for name, tally in results.items()}
    quiet = turnover["trade"].value / turnover["no trade"].value
    fewer = difference(results["trade"]["wars"], results["no trade"]["wars"])
    low = turnover["trade"].low / turnover["no trade"].high
    high = turnover["trade"].high / max(turnover["no trade"].low, 1e-9)
    n = games_of(results)
    measured = {"turnover with trade over without": Estimate(quiet, low, high, n), "wars with less without": fewer}
    measured |= {f"pacts ended a pact-year, {name}": value for name, value in turnover.items()}
    measured |= {f"wars, {name}": value for name, value in wars.items()}
    chart = Chart("", "pacts ended a pact-year", (series("", turnover),))
    return Finding(measured, n, quiet < 0.5 and fewer.value < 0, chart)


FACT = Fact(
    id="F13",
    claim=mark("Trade settles alliances: pacts turn over more slowly and there are fewer wars"),
    target=mark("turnover less than half, fewer wars"),
    source="Jackson & Nei 2015",
    conditions=conditions,
    counters=("pacts", "wars"),
    judge=judge,
)
