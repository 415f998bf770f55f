"""Round robins on shipped scenarios: who plays, and what a player is worth whatever seat it had."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from game.lab.play import Tally
from game.lab.statistics import Estimate, bootstrap
from game.opponents.doctrines import DOCTRINES
from game.world import Floats, Ints

SCENARIOS = ("five-crowns", "europe-1900")
PLAYERS = tuple(doctrine.name for doctrine in DOCTRINES if doctrine.name != "random")
"""The doctrines whose mean is the measure: all that players meet but the one that acts at a whim."""


def relative(tallies: Sequence[Tally], player: int, base: Sequence[int]) -> Estimate:
    """Score of a player over what the players of `base` score in the same seats, mean of the scenarios.

    Bootstrap over the games of each scenario.
    """
    return _mean_of([_on_seats(tally, player, base) for tally in tallies])


def wins(tallies: Sequence[Tally], player: int) -> Estimate:
    """Part of the games won (ties split) over the fair share of who sits there, mean of the scenarios."""
    parts = []
    for tally in tallies:
        best = tally["score"] >= tally["score"].max(-1, keepdims=True)
        mine = tally["who"] == player
        fair = mine.sum(-1) / tally["who"].shape[-1]
        parts.append(((best & mine).sum(-1) / best.sum(-1), fair))
    return _mean_of(parts)


def _mean_of(parts: Sequence[tuple[Floats, Floats]]) -> Estimate:
    """Mean of the ratios of sums, each with its bootstrap over games."""
    several = [bootstrap(partial(_share, *part), len(part[0])) for part in parts]
    several = [each for each in several if not np.isnan(each.value)]
    if not several:
        return Estimate(float("nan"), float("nan"), float("nan"), 0)
    value = float(np.mean([each.value for each in several]))
    half = float(np.sqrt(np.mean([((each.high - each.low) / 2) ** 2 for each in several]) / len(several)))
    return Estimate(value, value - half, value + half, sum(each.n for each in several))


def _on_seats(tally: Tally, player: int, base: Sequence[int]) -> tuple[Floats, Floats]:
    """What a player scored in each game, and what the base players score on its seats, both [B]."""
    who, score = tally["who"], tally["score"]
    usual = np.isin(who, base)
    par = np.where(usual, score, 0.0).sum(0) / np.maximum(usual.sum(0), 1)
    mine = who == player
    return np.where(mine, score, 0.0).sum(-1), np.where(mine, par, 0.0).sum(-1)


def _share(scored: Floats, par: Floats, rows: Ints) -> Floats:
    below = par[rows].sum(-1)
    return np.asarray(scored[rows].sum(-1) / np.where(below > 0, below, np.nan))
