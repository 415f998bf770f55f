"""F9: the four worlds of the security dilemma (Jervis 1978, p. 211)."""

from __future__ import annotations

from itertools import pairwise

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.setups import Setup
from game.lab.statistics import mean
from game.language import mark

WORLDS = {"1 offence, alike": (0.75, 0.0), "2 defence, alike": (0.25, 0.0)}
WORLDS |= {"3 offence, distinct": (0.75, 1.0), "4 defence, distinct": (0.25, 1.0)}
"""Advantage of the offence, and whether offensive and defensive arms can be told apart."""


def conditions(shift: int) -> Conditions:
    """Seven equal threat balancers over 80 turns in each world."""
    return {
        name: Setup(states=7 + shift, cast=("threat_balancer",), turns=80, offence=o, distinguish=d)
        for name, (o, d) in WORLDS.items()
    }


def judge(results: Results) -> Finding:
    """Order the burdens of arms, and the wars."""
    burden = {name: mean(results[name]["burden"]) for name in WORLDS}
    wars = {name: mean(results[name]["wars"]) for name in WORLDS}
    ordered = all(a.value > b.value for a, b in pairwise(burden.values()))
    first, *rest = (value.value for value in wars.values())
    measured = {f"burden of arms, world {name}": value for name, value in burden.items()}
    measured |= {f"wars, world {name}": value for name, value in wars.items()}
    chart = Chart("world", "arms spending / economy", (series("", burden),))
    return Finding(measured, games_of(results), ordered and first > max(rest), chart)


FACT = Fact(
    id="F9",
    claim=mark(
        "Arms fall from the first to the fourth world of the security dilemma; wars are most frequent in the first"
    ),
    target=mark("order of the four; wars in world 1 above the rest"),
    source="Jervis 1978",
    conditions=conditions,
    counters=("burden", "wars"),
    judge=judge,
)
