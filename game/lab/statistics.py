"""Estimates with 95 % intervals: Wilson for rates, normal for means, bootstrap over games for ratios and medians."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.world import Floats, Ints

Counts = NDArray[Any]
"""One number a game, of any kind: floats, whole numbers, or true and false."""

Z = 1.959964
"""The normal quantile of a two-sided 95 % interval."""
RESAMPLES = 1000


@dataclass(frozen=True)
class Estimate:
    """A number with its 95 % interval and the games behind it."""

    value: float
    low: float
    high: float
    n: int

    def __str__(self) -> str:
        return f"{self.value:.3g} [{self.low:.3g}, {self.high:.3g}]"


def wilson(hits: float, n: int) -> Estimate:
    """Rate of `hits` among `n` with its score interval (Wilson 1927)."""
    if n == 0:
        return Estimate(float("nan"), 0.0, 1.0, 0)
    p, z2 = hits / n, Z * Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    low, high = (0.0 if hits == 0 else middle - half), (1.0 if hits == n else middle + half)
    return Estimate(p, low, high, n)


def rate(hit: Counts) -> Estimate:
    """Share of games [B] in which something is true."""
    return wilson(float(np.count_nonzero(hit)), int(np.size(hit)))


def mean(x: Counts) -> Estimate:
    """Mean over games [B] with the normal interval; games without a number (NaN) do not count."""
    x = np.asarray(x, np.float64)
    x = x[~np.isnan(x)]
    if not x.size:
        return Estimate(float("nan"), float("nan"), float("nan"), 0)
    middle = float(x.mean())
    half = Z * float(x.std(ddof=1)) / sqrt(x.size) if x.size > 1 else float("inf")
    return Estimate(middle, middle - half, middle + half, int(x.size))


def difference(x: Counts, y: Counts) -> Estimate:
    """Mean of x less mean of y, independent games."""
    a, b = mean(x), mean(y)
    half = sqrt((a.high - a.value) ** 2 + (b.high - b.value) ** 2)
    return Estimate(a.value - b.value, a.value - b.value - half, a.value - b.value + half, a.n + b.n)


def paired(x: Counts, y: Counts) -> Estimate:
    """Mean of x less y, game by game on the same seeds."""
    return mean(np.asarray(x, np.float64) - np.asarray(y, np.float64))


def ratio(over: Counts, under: Counts) -> Estimate:
    """Sum of one count over the sum of another, both a game [B]; bootstrap over games."""

    def share(rows: Ints) -> Floats:
        below = np.asarray(under, np.float64)[rows].sum(-1)
        return np.asarray(np.asarray(over, np.float64)[rows].sum(-1) / np.where(below > 0, below, np.nan))

    return bootstrap(share, len(over))


def ratio_of_means(x: Counts, y: Counts) -> Estimate:
    """Mean of x over mean of y, independent games; bootstrap over games."""
    a, b = (np.asarray(z, np.float64) for z in (x, y))
    chance = np.random.default_rng(19)
    above = np.nanmean(a[chance.integers(len(a), size=(RESAMPLES, len(a)))], -1)
    below = np.nanmean(b[chance.integers(len(b), size=(RESAMPLES, len(b)))], -1)
    low, high = np.quantile(above / below, (0.025, 0.975))
    return Estimate(float(np.nanmean(a) / np.nanmean(b)), float(low), float(high), len(a) + len(b))


def bootstrap(measure: Callable[[Ints], Floats], games: int) -> Estimate:
    """Estimate of measure(row indices [..., B]) -> [...] with its bootstrap percentile interval over games."""
    chance = np.random.default_rng(17)
    value = float(measure(np.arange(games)))
    drawn = measure(chance.integers(games, size=(RESAMPLES, games)))
    drawn = drawn[~np.isnan(drawn)]
    if not drawn.size:
        return Estimate(value, float("nan"), float("nan"), games)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return Estimate(value, float(low), float(high), games)
