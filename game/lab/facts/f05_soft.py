"""F5: soft balancing alone does little; added to hard balancing it slows the leader (Pape 2005)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, leads, series
from game.lab.facts.common import led
from game.lab.setups import NEVER_ENDS
from game.lab.statistics import difference, paired, rate
from game.language import mark

SMALL = 0.10
ALONE, ADDED = (0.29, 0.22), (0.29, 0.40)


def conditions(shift: int) -> Conditions:
    """Soft against passive states; soft and hard against hard alone, played on past hegemony."""
    found: Conditions = {}
    for leader in ALONE:
        found |= {f"{name} {leader:.2f}": led(name, shift, leader) for name in ("soft", "hold")}
    for leader in ADDED:
        for name in ("soft_hard", "balancer"):
            found[f"{name} {leader:.2f} on"] = replace(led(name, shift, leader), rules=(NEVER_ENDS,))
    return found


def judge(results: Results) -> Finding:
    """Compare hegemony without arms, and the leader's last share with them on the same seeds."""
    alone = {x: difference(leads(results[f"soft {x:.2f}"]), leads(results[f"hold {x:.2f}"])) for x in ALONE}
    share = {name: tally["first_share"] for name, tally in results.items()}
    both, hard = (np.concatenate([share[f"{name} {x:.2f} on"] for x in ADDED]) for name in ("soft_hard", "balancer"))
    added = paired(both, hard)
    measured = {f"soft less passive, leader {x:.2f}": value for x, value in alone.items()}
    measured["leader's last share, soft and hard less hard"] = added
    for x in ADDED:
        measured[f"the same, leader {x:.2f}"] = paired(share[f"soft_hard {x:.2f} on"], share[f"balancer {x:.2f} on"])
    passed = all(abs(value.value) < SMALL for value in alone.values()) and added.value < 0
    rates = {f"{name} {x:.2f}": rate(leads(results[f"{name} {x:.2f}"]) > 0) for x in ALONE for name in ("soft", "hold")}
    chart = Chart("the others are, and the leader's share", "leader becomes hegemon", (series("", rates),))
    return Finding(measured, games_of(results), passed, chart)


FACT = Fact(
    id="F5",
    claim=mark("Soft balancing alone hardly moves hegemony; added to hard balancing it lowers the leader's share"),
    target=mark("alone: less than 10 points; added: last share lower on the same seeds"),
    source="Pape 2005; Brooks & Wohlforth 2008",
    conditions=conditions,
    counters=("endings",),
    judge=judge,
    crowd=2,
)
