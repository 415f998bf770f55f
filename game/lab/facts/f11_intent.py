"""F11: intent, not power alone, chooses the coalition's target; sea powers draw friends (Walt 1987)."""

from __future__ import annotations

import numpy as np

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.setups import Setup
from game.lab.statistics import mean
from game.language import mark
from game.world import Floats

A, B = "offensive_realist", "threat_balancer"


def conditions(shift: int) -> Conditions:
    """Two states of .25, one offensive, and small ones; and a leader of .33 on an island."""
    n = 5 + max(shift, 0)
    shares = (0.25, 0.25, *[0.5 / (n - 2)] * (n - 2))
    afloat = {"states": 6 + max(shift, 0), "turns": 50, "leader": 0.33, "sea": (1.0, 0.0), "island": True}
    ashore = afloat | {"sea": (0.0,), "island": False}
    quiet, eager = (B, A, "balancer"), (A, A, "balancer")
    return {
        "A offensive": Setup(states=n, turns=50, shares=shares, cast=(A, B)),
        "B offensive": Setup(states=n, turns=50, shares=shares, cast=(B, A, B)),
        "quiet sea power": Setup(cast=quiet, **afloat),  # type: ignore[arg-type]
        "quiet land power": Setup(cast=quiet, **ashore),  # type: ignore[arg-type]
        "eager sea power": Setup(cast=eager, **afloat),  # type: ignore[arg-type]
        "eager land power": Setup(cast=eager, **ashore),  # type: ignore[arg-type]
    }


def _often(rows: Floats, size: float = 1.0) -> Floats:
    """Mean over the turns of a game, over `size`, [B]."""
    return np.asarray(np.nanmean(rows, -1) / size)


def judge(results: Results) -> Finding:
    """Compare the leagues against the two, and those with and against the leader."""
    swapped = {}
    for name in ("A offensive", "B offensive"):
        small = float(np.nanmax(results[name]["rest"])) - 1.0
        for target in (0, 1):
            swapped[f"against {'AB'[target]}, {name}"] = mean(_often(results[name][f"small{target}"], small))
    leaders = {}
    for name in ("quiet sea power", "quiet land power", "eager sea power", "eager land power"):
        leaders[f"against, {name}"] = mean(_often(results[name]["against0"]))
        leaders[f"with, {name}"] = mean(_often(results[name]["with0"]))
    value = {name: estimate.value for name, estimate in (swapped | leaders).items()}
    turns = value["against A, A offensive"] > value["against B, A offensive"]
    turns = turns and value["against B, B offensive"] > value["against A, B offensive"]
    passed = turns and value["with, quiet sea power"] > value["against, quiet sea power"]
    chart = Chart("", "part of the small states in pacts", (series("", swapped),))
    return Finding(swapped | leaders, games_of(results), passed, chart)


FACT = Fact(
    id="F11",
    claim=mark("Swapping two states' intents swaps the coalition's target; a quiet leading sea power draws pacts"),
    target=mark("the offensive one is the target, whichever it is; more pacts with the sea power than against it"),
    source="Walt 1987; Levy & Thompson 2010",
    conditions=conditions,
    counters=("leagues",),
    judge=judge,
    shifts=(2,),
)
