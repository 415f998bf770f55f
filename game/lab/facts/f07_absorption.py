"""F7: who can absorb conquests becomes hegemon among passive states (Wohlforth et al. 2007)."""

from __future__ import annotations

from dataclasses import replace

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, leads, series
from game.lab.facts.common import led
from game.lab.statistics import rate
from game.language import mark

ABSORPTION = (0.0, 0.005, 0.02, 0.06, 0.15)
LOW, HIGH = 0.25, 0.60


def conditions(shift: int) -> Conditions:
    """The leader of .29 among passive states, absorption swept."""
    return {f"{x:g}": replace(led("hold", shift), rules=(("economy.absorb", x),)) for x in ABSORPTION}


def judge(results: Results) -> Finding:
    """Compare hegemony without absorption and with the quickest."""
    found = {x: rate(leads(results[f"{x:g}"]) > 0) for x in ABSORPTION if f"{x:g}" in results}
    measured = {f"leader's hegemony, absorption {x:g} a year": value for x, value in reversed(found.items())}
    passed = found[ABSORPTION[0]].value < LOW and found[ABSORPTION[-1]].value > HIGH
    chart = Chart("absorption a year", "leader becomes hegemon", (series("", found),), (LOW, HIGH))
    return Finding(measured, games_of(results), passed, chart)


FACT = Fact(
    id="F7",
    claim=mark("Absorption of conquests drives hegemony among passive states"),
    target=mark("hegemony < 25 % without absorption, > 60 % with the quickest"),
    source="Wohlforth et al. 2007",
    conditions=conditions,
    counters=("endings",),
    judge=judge,
    decisive=(f"{ABSORPTION[0]:g}", f"{ABSORPTION[-1]:g}"),
)
