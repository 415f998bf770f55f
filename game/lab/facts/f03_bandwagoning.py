"""F3: bandwagoners bring hegemony about as passive states do (Schweller 1994)."""

from __future__ import annotations

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, leads, series
from game.lab.facts.common import led
from game.lab.statistics import rate
from game.language import mark


def conditions(shift: int) -> Conditions:
    """The leader of .29 against bandwagoners; against jackals and passive states to compare."""
    names = {"bandwagoners": "bandwagoner", "jackals": "jackal", "passive": "hold"}
    return {name: led(doctrine, shift) for name, doctrine in names.items()}


def judge(results: Results) -> Finding:
    """Measure the leader's hegemony."""
    measured = {name: rate(leads(tally) > 0) for name, tally in results.items()}
    chart = Chart("the others are", "leader becomes hegemon", (series("", measured),), (0.50,))
    return Finding(measured, games_of(results), measured["bandwagoners"].value >= 0.50, chart)


FACT = Fact(
    id="F3",
    claim=mark("Among bandwagoners hegemony is about as frequent as among passive states"),
    target=mark("leader's hegemony >= 50 %"),
    source="Schweller 1994",
    conditions=conditions,
    counters=("endings",),
    judge=judge,
)
