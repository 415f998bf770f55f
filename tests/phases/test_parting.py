"""Which commitments go first, and what is left of those that end."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.phases.parting import newest, without
from game.world import COLUMNS
from tests.worlds import mixed, playing, start


@given(st.sampled_from([(), (1,), (4,), (2, 2)]), st.integers(0, 2**32 - 1))
def test_the_newest_go_first_and_no_more_than_are_counted(shape: tuple[int, ...], seed: int) -> None:
    rng = np.random.default_rng(seed)
    n = 5
    of, age = rng.random((*shape, n, n)) < 0.6, rng.permuted(np.arange(n * n * int(np.prod(shape)))) + 0.5
    age, count = age.reshape(of.shape), rng.integers(-2, 4, (*shape, n)).astype(float)
    marked = newest(age, of, count)
    for row in np.ndindex(*shape, n):
        held = np.flatnonzero(of[row])
        first = held[np.argsort(age[row][held])][: max(0, int(count[row]))]
        assert sorted(first.tolist()) == np.flatnonzero(marked[row]).tolist()


def test_nothing_is_left_of_a_tie_that_ends_and_all_of_the_others() -> None:
    world = start("five-crowns", level="full")
    world = next(before for before, _draft, _steps in playing(world, mixed(world)) if before.pact.any())
    one = int(np.flatnonzero(world.pact.any(-1))[0])
    where = np.zeros(world.war.shape, bool)
    where[one] = where[:, one] = True
    after = world.but(**without(world, where, "pact", "trade"))
    for name in ("pact", "pact_notice", "pact_term", "pact_age", "trade", "trade_notice", "trade_term"):
        assert np.array_equal(getattr(after, name), np.where(where, COLUMNS[name].dead, getattr(world, name)))
    assert without(world, where & False, "pact")["pact"] is world.pact
