"""F17: incoherent states balance late (Schweller 2004)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.facts.common import led
from game.lab.play import Tally
from game.lab.setups import NEVER_ENDS
from game.lab.statistics import difference, mean, rate
from game.language import mark
from game.world import Floats

LEADER = 0.8
COHESION = (0.85, 0.55, 0.35)
LEAGUE = 2
SHORT, LONG = 2.0, 10.0


def conditions(shift: int) -> Conditions:
    """The leader of .29, coherent, among balancers of less and less cohesion, 60 turns, played on."""
    base = replace(led("balancer", shift), turns=60, rules=(NEVER_ENDS,), level="full")
    return {f"{x:.2f}": replace(base, cohesion=(LEADER, x)) for x in COHESION}


def first_turn(tally: Tally) -> Floats:
    """First turn with a league of two against the leader; the last one if there is none, [B]."""
    bound = tally["against0"] >= LEAGUE
    turns = bound.shape[-1]
    return np.asarray(np.where(bound.any(-1), bound.argmax(-1), turns), np.float64)


def judge(results: Results) -> Finding:
    """Compare when the counter-coalition stands."""
    begins = {x: mean(first_turn(results[f"{x:.2f}"])) for x in COHESION}
    delay = difference(first_turn(results[f"{COHESION[-1]:.2f}"]), first_turn(results[f"{COHESION[0]:.2f}"]))
    measured = {"delay, turns": delay}
    measured |= {f"first league, cohesion {x:.2f}": value for x, value in begins.items()}
    for x in COHESION:
        ahead = results[f"{x:.2f}"]["first_share"] > 0.5
        measured[f"leader above one half at the end, cohesion {x:.2f}"] = rate(ahead)
    chart = Chart("cohesion of the others", "turn of the first league", (series("", begins),))
    return Finding(measured, games_of(results), SHORT <= delay.value <= LONG, chart)


FACT = Fact(
    id="F17",
    claim=mark("Low cohesion delays the counter-coalition"),
    target=mark("by 2-10 turns, from cohesion .85 to .35"),
    source="Schweller 2004",
    conditions=conditions,
    counters=("endings", "leagues"),
    judge=judge,
)
