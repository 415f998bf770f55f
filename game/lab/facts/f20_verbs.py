"""F20: every verb matters, and so does every doctrine."""

from __future__ import annotations

import numpy as np

from game.lab.counters.verbs import NAMES
from game.lab.doctrines import CAST
from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.facts.tables import PLAYERS, SCENARIOS, relative
from game.lab.setups import Setup
from game.lab.statistics import Estimate, ratio
from game.language import mark
from game.orders.kinds import KINDS
from game.world.setting import LEVELS

LEAST, MOST = 0.01, 0.50
WORST, BEST = 0.7, 1.2
BUILT = tuple(name for name, level in LEVELS.items() if any(kind.level == level for kind in KINDS))
"""The levels that add an order."""


def conditions(shift: int) -> Conditions:
    """Both scenarios at every level, seats drawn from the doctrines."""
    return {
        f"{name}, {level}": Setup(scenario=name, turns=0, level=level, pool=PLAYERS)
        for name in SCENARIOS
        for level in BUILT
    }


def verbs(results: Results, level: str) -> dict[str, Estimate]:
    """Part of each initiative of a level among all that were taken."""
    tallies = [results[f"{name}, {level}"] for name in SCENARIOS]
    names = [name for name in NAMES if _level(name) <= LEVELS[level]]
    taken = {name: np.concatenate([tally[f"verb_{name}"] for tally in tallies]) for name in names}
    whole = np.sum(list(taken.values()), 0)
    return {name: ratio(rows, whole) for name, rows in taken.items()}


def _level(verb: str) -> int:
    return next(kind.level for kind in KINDS if kind.name == verb)


def judge(results: Results) -> Finding:
    """Look at the parts of the verbs at each level, and at the doctrines' scores."""
    used = {f"{name}, {level}": value for level in BUILT for name, value in verbs(results, level).items()}
    number = {doctrine.name: k for k, doctrine in enumerate(CAST)}
    base = [number[name] for name in PLAYERS]
    worth = {name: relative(list(results.values()), number[name], base) for name in PLAYERS}
    verbs_pass = all(LEAST <= value.value <= MOST for value in used.values())
    scores_pass = all(WORST <= value.value <= BEST for value in worth.values())
    measured = {f"score, {name}": value for name, value in worth.items()}
    measured |= {f"initiatives, {name}": value for name, value in used.items()}
    chart = Chart("", "score / the doctrines' mean", (series("", worth),), (WORST, 1.0, BEST))
    out = [name for name, value in used.items() if not LEAST <= value.value <= MOST]
    out += [name for name, value in worth.items() if not WORST <= value.value <= BEST]
    remark = "outside the target: " + "; ".join(out) if out else ""
    return Finding(measured, games_of(results), verbs_pass and scores_pass, chart, remark)


FACT = Fact(
    id="F20",
    claim=mark("Every verb matters, and so does every doctrine"),
    target=mark("each verb 1-50 % of the initiatives of its level; doctrines' scores within .7-1.2 x the mean"),
    source="design",
    conditions=conditions,
    counters=("verbs", "scoring"),
    judge=judge,
    shifts=(0,),
)
