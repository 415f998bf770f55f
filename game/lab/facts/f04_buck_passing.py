"""F4: passing the buck costs (Christensen & Snyder 1990)."""

from __future__ import annotations

import numpy as np

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, leads, series
from game.lab.facts.common import led
from game.lab.play import Tally
from game.lab.statistics import difference, rate, ratio
from game.language import mark
from game.world import Floats


def conditions(shift: int) -> Conditions:
    """Buck-passers and balancers under the same leader of .29."""
    return {"balancers": led("balancer", shift), "buck-passers": led("buck_passer", shift)}


def failed(tally: Tally) -> Floats:
    """Hegemony, or a state that is lost, [B] as 0 and 1."""
    return np.asarray((tally["hegemon"] >= 0) | (tally["lost"] > 0), np.float64)


def judge(results: Results) -> Finding:
    """Compare how often the system fails, and who helps at the first fighting turn."""
    bad = {name: rate(failed(tally) > 0) for name, tally in results.items()}
    help_ = {name: ratio(tally["first_helpers"], tally["first_wars"]) for name, tally in results.items()}
    cost = difference(failed(results["buck-passers"]), failed(results["balancers"]))
    lead = difference(leads(results["buck-passers"]), leads(results["balancers"]))
    measured = {"cost of passing the buck": cost, "more hegemony of the leader": lead}
    measured |= {f"hegemony or a lost state, {name}": value for name, value in bad.items()}
    measured |= {f"helpers at first, {name}": value for name, value in help_.items()}
    passed = cost.value > 0 and help_["buck-passers"].value < help_["balancers"].value
    lines = (series("hegemony or a lost state", bad), series("helpers at the first fighting turn", help_))
    return Finding(measured, games_of(results), passed, Chart("the others are", "rate, or helpers a war", lines))


FACT = Fact(
    id="F4",
    claim=mark("Passing the buck costs: more hegemony or lost states, fewer helpers when fighting begins"),
    target=mark("signs of both differences"),
    source="Christensen & Snyder 1990",
    conditions=conditions,
    counters=("endings", "wars"),
    judge=judge,
)
