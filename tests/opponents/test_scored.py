"""What a score comes to, alone and in a batch; traits of seats; what is read once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.opponents.doctrines import DOCTRINES
from game.opponents.once import once
from game.opponents.reasons import Scored, Value
from game.opponents.traits import NAMES, Traits, temper

STEP = 2.0**-24
GAMES, N, T = 3, 4, 6
SHAPES = ((), (GAMES, N, T), (GAMES, N, 1), (GAMES, 1, T), (GAMES, 1, 1), (N, T), (N, 1))


def near_half_steps(rng: np.random.Generator, shape: tuple[int, ...]) -> Value:
    """Numbers whose sums lie about half-way between two steps of the grid, so that any other order of adding shows."""
    half, hair = rng.integers(-(2**25), 2**25, shape) * 2.0**-25, rng.uniform(-1, 1, shape) * 2.0**-50
    return float(half + hair) if shape == () else half + hair


def of_game(value: Value, game: int) -> Value:
    """The value of one game of a batch; the batch's own where all share it."""
    return value[game] if np.ndim(value) == 3 else value


def scored(shape: tuple[int, ...], values: list[Value]) -> Scored:
    whole = Scored(shape)
    for value in values:
        whole.add("term", value)
    return whole


@settings(max_examples=100)
@given(st.lists(st.sampled_from(SHAPES), max_size=8), st.integers(0, 8), st.integers(0, 2**32 - 1))
def test_a_game_scores_alone_as_in_a_batch_and_within_a_step_of_its_terms(
    shapes: list[tuple[int, ...]], known: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    values: list[Value] = [near_half_steps(rng, shape) for shape in shapes]
    before = [np.array(value) for value in values]
    first = scored((GAMES, N, T), values[:known])
    first.worth()
    batch = first.again()
    for value in values[known:]:
        batch.add("more", value)
    assert batch.worth().shape == (GAMES, N, T)
    assert np.abs(batch.worth() - sum(np.broadcast_to(v, (GAMES, N, T)) for v in values)).max() <= 2 * STEP
    for game in range(GAMES):
        part = scored((N, T), [of_game(value, game) for value in values[:known]])
        part.worth()
        alone = part.again()
        for value in values[known:]:
            alone.add("more", of_game(value, game))
        assert np.array_equal(alone.worth(), batch.worth()[game])
    assert all(np.array_equal(value, old) for value, old in zip(values, before, strict=True))


@pytest.mark.parametrize("shape", [(2, 1, 1, 1), (3, 6), (5, 1, 1)])
def test_a_term_that_is_larger_than_the_score_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="shape"):
        Scored((4, 6)).add("too large", np.ones(shape)).worth()


@pytest.mark.parametrize("shape", [(3,), (2, 3)])
def test_traits_are_columns_and_the_same_towards_every_target(shape: tuple[int, ...]) -> None:
    who = np.arange(np.prod(shape)).reshape(shape) % len(DOCTRINES)
    who[..., -1] = -1
    mind = temper(DOCTRINES, who)
    for name in NAMES:
        minds = [doctrine.traits or Traits() for doctrine in DOCTRINES] + [Traits()]
        column = np.array([getattr(traits, name) for traits in minds])[who][..., None]
        assert np.array_equal(getattr(mind, name), column)
        assert np.array_equal(getattr(mind.wide, name), np.broadcast_to(column, (*shape, shape[-1])))
    assert np.array_equal(mind.hunger, np.minimum(mind.greed, 1.0))
    with pytest.raises(ValueError, match="read-only"):
        mind.wide.greed[...] = 2.0
    assert np.array_equal(mind.wide.hunger, np.minimum(mind.wide.greed, 1.0))


def test_the_same_seats_have_the_same_traits_and_others_have_others() -> None:
    who = np.array([0, 1, 2])
    assert temper(DOCTRINES, who) is temper(DOCTRINES, who.copy())
    assert temper(DOCTRINES, who) is not temper(DOCTRINES, who[None])
    assert temper(DOCTRINES, who) is not temper(DOCTRINES, who[::-1])


def test_what_is_read_once_is_read_once_for_each() -> None:
    class Reader:
        def __init__(self) -> None:
            self.times = 0

        @once
        def much(self) -> int:
            """How much there is."""
            self.times += 1
            return self.times

    one, two = Reader(), Reader()
    assert (one.much, one.much, two.much) == (1, 1, 1)
    assert (one.times, two.times) == (1, 1)
