"""Estimates against numbers worked out by hand."""

from math import sqrt

import numpy as np
import pytest

from game.lab.statistics import Z, bootstrap, difference, mean, paired, rate, ratio, ratio_of_means, wilson


def test_wilson_gives_the_interval_of_the_textbook() -> None:
    """Of 100, 10: (.01921 + .1 +- 1.96 sqrt(.0009 + .0000960)) / 1.03841, by hand .0552 to .1744."""
    found = wilson(10, 100)
    assert found.value == 0.10
    assert found.low == pytest.approx(0.0552, abs=5e-4)
    assert found.high == pytest.approx(0.1744, abs=5e-4)


def test_wilson_stays_within_nought_and_one() -> None:
    never, always = wilson(0, 20), wilson(20, 20)
    assert (never.value, never.low) == (0.0, 0.0)
    assert never.high == pytest.approx(Z * Z / (20 + Z * Z))
    assert (always.value, always.high) == (1.0, 1.0)
    assert always.low == pytest.approx(20 / (20 + Z * Z))


def test_a_rate_of_no_games_is_not_known() -> None:
    found = rate(np.zeros(0, bool))
    assert np.isnan(found.value)
    assert (found.low, found.high, found.n) == (0.0, 1.0, 0)


def test_a_mean_has_the_normal_interval_and_passes_over_what_is_missing() -> None:
    found = mean(np.array([1.0, 2.0, np.nan, 3.0]))
    assert found.value == 2.0
    assert found.high - found.value == pytest.approx(Z / sqrt(3))
    assert found.n == 3


def test_a_difference_adds_the_variances() -> None:
    x, y = np.array([1.0, 3.0]), np.array([0.0, 0.0, 6.0])
    found = difference(x, y)
    assert found.value == 0.0
    assert found.high == pytest.approx(Z * sqrt(2.0 / 2 + 12.0 / 3))


def test_pairing_takes_out_what_both_share() -> None:
    both = np.arange(50.0)
    assert paired(both + 1.0, both).low == pytest.approx(1.0)
    assert difference(both + 1.0, both).low < 0


def test_a_ratio_is_that_of_the_sums() -> None:
    found = ratio(np.array([1.0, 0.0, 2.0]), np.array([1.0, 5.0, 4.0]))
    assert found.value == pytest.approx(0.3)
    assert found.low < 0.3 < found.high


def test_a_ratio_of_the_same_in_every_game_has_no_width() -> None:
    found = ratio(np.full(30, 2.0), np.full(30, 4.0))
    assert (found.low, found.value, found.high) == (0.5, 0.5, 0.5)


def test_a_ratio_of_means_compares_two_sets_of_games() -> None:
    found = ratio_of_means(np.full(10, 3.0), np.full(20, 4.0))
    assert (found.low, found.value, found.high) == (0.75, 0.75, 0.75)


def test_the_bootstrap_agrees_with_the_normal_interval_of_a_mean() -> None:
    x = np.random.default_rng(1).normal(size=400)
    by_bootstrap, by_formula = bootstrap(lambda rows: x[rows].mean(-1), len(x)), mean(x)
    assert by_bootstrap.low == pytest.approx(by_formula.low, abs=0.02)
    assert by_bootstrap.high == pytest.approx(by_formula.high, abs=0.02)


def test_the_bootstrap_gives_the_same_interval_each_time() -> None:
    x = np.arange(20.0)
    assert bootstrap(lambda rows: x[rows].mean(-1), 20) == bootstrap(lambda rows: x[rows].mean(-1), 20)
