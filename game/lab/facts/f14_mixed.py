"""F14: in a mixed system hegemony is neither excluded nor certain (Wohlforth et al. 2007)."""

from __future__ import annotations

import numpy as np

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.facts.common import EIGHT
from game.lab.setups import Setup
from game.lab.statistics import rate
from game.language import mark

MIX: tuple[str, ...] = ("offensive_realist",) * 3 + ("jackal",) * 2 + ("buck_passer",) * 2 + ("balancer",) * 2
MIX += ("soft_balancer", "institutionalist", "hold")
LOW, HIGH, CONQUEST = 0.30, 0.70, 0.50


def conditions(shift: int) -> Conditions:
    """Twelve states of uneven size over 200 turns; doctrines drawn from a mix with 5/12 revisionists, or evenly."""
    return {
        "mixed": Setup(states=12 + shift, uneven=8.0, turns=200, pool=MIX),
        "even mix": Setup(states=12 + shift, uneven=8.0, turns=200, pool=EIGHT),
    }


def judge(results: Results) -> Finding:
    """Count hegemonies and how they came about."""
    found = {name: rate(tally["hegemon"] >= 0) for name, tally in results.items()}
    taken = results["mixed"]["conquest"]
    conquest = rate(taken[~np.isnan(taken)] > 0)
    measured = {f"hegemony, {name}": value for name, value in found.items()} | {"hegemons by conquest": conquest}
    passed = LOW <= found["mixed"].value <= HIGH and conquest.value >= CONQUEST
    drawn = found | {"by conquest": conquest}
    chart = Chart("", "games; hegemons", (series("", drawn),), (LOW, HIGH))
    return Finding(measured, games_of(results), passed, chart)


FACT = Fact(
    id="F14",
    claim=mark("In a mixed system hegemony is neither excluded nor certain, and mostly comes by conquest"),
    target=mark("hegemony in 30-70 % of games; at least half of the hegemons by conquest"),
    source="Wohlforth et al. 2007",
    conditions=conditions,
    counters=("endings",),
    judge=judge,
)
