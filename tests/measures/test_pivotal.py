"""Pivotal states against the cases of Niou, Ordeshook & Rose and against plain enumeration."""

from itertools import combinations

import numpy as np
import pytest

from game.measures.pivotal import pivotal
from game.world import World
from tests.measures.sketch import sketch
from tests.worlds import same, stack


def of(resources: list[float]) -> list[bool]:
    """Which states of so much economy and arms are pivotal."""
    return [bool(x) for x in pivotal(sketch(resources, resources))]


def enumerated(resources: list[int]) -> list[bool]:
    """The definition, word by word: some coalition of others loses and wins with the state."""
    needed = []
    for i, own in enumerate(resources):
        others = resources[:i] + resources[i + 1 :]
        sums = (sum(c) for size in range(len(others) + 1) for c in combinations(others, size))
        needed.append(any(2 * s <= sum(resources) < 2 * (s + own) for s in sums))
    return needed


@pytest.mark.parametrize(
    ("resources", "expected"),
    [
        ([40, 30, 30], [True, True, True]),
        ([50, 25, 25], [True, True, True]),
        ([45, 45, 10], [True, True, True]),
        ([60, 20, 20], [True, False, False]),
        ([40, 35, 20, 5], [True, True, True, False]),
        ([35, 35, 15, 10, 5], [True] * 5),
    ],
)
def test_who_is_pivotal_in_the_systems_that_theory_speaks_of(resources: list[float], expected: list[bool]) -> None:
    assert of(resources) == expected


@pytest.mark.parametrize("seed", range(30))
def test_pivotal_states_are_those_that_enumeration_finds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    resources = [int(x) for x in rng.integers(1, 40, rng.integers(2, 9))]
    assert of([float(x) for x in resources]) == enumerated(resources)


def test_the_dead_and_the_landless_are_never_pivotal() -> None:
    world = sketch([40, 35, 20], [40, 35, 20], alive=np.array([True, True, False]))
    assert pivotal(world)[2] == np.False_
    assert of([50, 50, 0]) == [True, True, False]


def test_pivotal_states_of_a_batch_are_those_of_its_games() -> None:
    first = sketch([60, 20, 20], [60, 20, 20])
    second = World(first.setting, sketch([40, 30, 30], [40, 30, 30]).values())
    batch = pivotal(stack([first, second]))
    assert same(batch[0], pivotal(first)) and same(batch[1], pivotal(second))
    assert batch.tolist() == [[True, False, False], [True, True, True]]
