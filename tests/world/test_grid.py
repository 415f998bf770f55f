"""Sums are exact in any order; numbers lie on the grid."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world import (
    any_first,
    any_of,
    coarse,
    combine,
    heads,
    how_many,
    itself,
    largest,
    pair,
    places,
    put,
    snap,
    snap_in_place,
    stretch,
    through,
    total,
)

STEP = 2.0**-24
numbers = st.floats(-1e6, 1e6, allow_nan=False, width=64)
lists = st.lists(numbers, min_size=1, max_size=60)


@given(lists)
def test_snapping_twice_is_snapping_once(values: list[float]) -> None:
    once = snap(np.array(values))
    assert np.array_equal(snap(once), once)


@given(lists)
def test_a_snapped_number_is_the_nearest_on_the_grid(values: list[float]) -> None:
    for value, snapped in zip(values, snap(np.array(values)).tolist(), strict=True):
        assert Fraction(snapped) % Fraction(STEP) == 0
        assert abs(Fraction(snapped) - Fraction(value)) <= Fraction(STEP) / 2


@given(lists, st.randoms(use_true_random=False))
def test_a_sum_is_exact_and_so_the_same_in_any_order(values: list[float], luck) -> None:  # type: ignore[no-untyped-def]
    exact = sum(Fraction(x) for x in snap(np.array(values)).tolist())
    shuffled = luck.sample(values, len(values))
    assert Fraction(float(total(np.array(values)))) == exact
    assert float(total(np.array(shuffled))) == float(exact)
    assert math.fsum(snap(np.array(values)).tolist()) == float(exact)


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_a_product_of_matrices_is_exact_in_any_order(n: int, k: int, m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    x, y = rng.uniform(-300, 300, (n, k)), rng.uniform(-300, 300, (k, m))
    order = rng.permutation(k)
    product = combine(x, y)
    assert np.array_equal(product, combine(np.ascontiguousarray(x[:, order]), np.ascontiguousarray(y[order])))
    a, b = coarse(x).tolist(), coarse(y).tolist()
    by_hand = sum((Fraction(a[0][j]) * Fraction(b[j][0]) for j in range(k)), Fraction(0))
    assert Fraction(float(product[0, 0])) == by_hand


@given(st.integers(1, 6), st.integers(1, 8), st.integers(0, 2**32 - 1))
def test_a_sum_of_a_batch_is_the_sum_of_each(games: int, n: int, seed: int) -> None:
    values = np.random.default_rng(seed).uniform(-1e3, 1e3, (games, n))
    assert total(values).tolist() == [float(total(row)) for row in values]


games = st.sampled_from([(), (1,), (3,), (2, 3), (0,)])


@given(games, st.integers(1, 6), st.floats(0, 1), st.booleans(), st.integers(0, 2**32 - 1))
def test_ways_over_a_third_are_those_of_the_product(
    shape: tuple[int, ...], n: int, part: float, turned: bool, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    first, then = rng.random((*shape, n, n)) < part, rng.random((*shape, n, n)) < 0.5
    if turned:
        first, then = first.swapaxes(-1, -2), then.swapaxes(-1, -2)
    assert np.array_equal(through(first, then), (first[..., :, :, None] & then[..., None, :, :]).any(-2))
    assert np.array_equal(any_first(first), first.any(-2))


@given(games, st.integers(0, 2**32 - 1), st.booleans())
def test_an_array_but_for_some_cells_is_another_or_itself(shape: tuple[int, ...], seed: int, turned: bool) -> None:
    rng = np.random.default_rng(seed)
    held = rng.integers(0, 3, (*shape, 4, 5))
    if turned:
        held = held.swapaxes(-1, -2)
    before = held.copy()
    cells = np.flatnonzero(rng.random(held.shape) < 0.3)
    new = put(held, cells, 2)
    where = np.zeros(held.shape, bool)
    where.reshape(-1)[cells] = True
    assert np.array_equal(new, np.where(where, 2, before)) and np.array_equal(held, before)
    assert (new is held) == np.array_equal(new, before)
    assert put(held, cells, before.reshape(-1)[cells]) is held


@given(st.lists(st.integers(0, 3), max_size=20))
def test_heads_are_where_a_run_begins(values: list[int]) -> None:
    begins = [k == 0 or values[k] != values[k - 1] for k in range(len(values))]
    assert heads(np.array(values, np.int64)).tolist() == begins


@given(lists)
def test_settling_puts_on_the_grid_what_it_is_given(values: list[float]) -> None:
    x = np.array(values)
    once = snap(x)
    assert snap_in_place(x) is x and np.array_equal(x, once)


@given(games, st.integers(1, 6), st.floats(0, 1), st.booleans(), st.integers(0, 2**32 - 1))
def test_rows_are_counted_searched_and_compared_alike_in_a_game_and_in_a_batch(
    shape: tuple[int, ...], n: int, part: float, turned: bool, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    true, x = rng.random((*shape, n, n)) < part, rng.uniform(-2, 2, (*shape, n, n))
    if turned:
        true, x = true.swapaxes(-1, -2), x.swapaxes(-1, -2)
    assert np.array_equal(how_many(true), true.sum(-1))
    assert np.array_equal(any_of(true), true.any(-1))
    assert np.array_equal(largest(x), x.max(-1))
    assert np.array_equal(places(true), np.flatnonzero(true))
    assert np.array_equal(places(true * 3), np.flatnonzero(true))


def test_two_arrays_stand_side_by_side() -> None:
    first = np.arange(6.0).reshape(2, 3)
    assert np.array_equal(pair(first, -first), np.stack([first, -first], -1))


def test_what_has_the_shape_is_stretched_to_itself() -> None:
    row = np.arange(3)
    assert stretch(row, (3,)) is row
    assert stretch(row, (2, 3)).tolist() == [[0, 1, 2], [0, 1, 2]]


def test_who_is_itself_cannot_be_written_over() -> None:
    assert np.array_equal(itself(4), np.eye(4))
    with pytest.raises(ValueError, match="read-only"):
        itself(4)[0, 0] = False
