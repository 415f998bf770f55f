"""One game or ten thousand, the same: game k of a batch equals the same game alone, to the bit."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.events import tell
from game.measures.blocs import weights
from game.measures.concentration import con, polarity
from game.measures.scores import scores, winners
from game.opponents.choose import choose
from game.orders.options import options
from game.orders.sheet import Draft, write
from game.phases import Step, resolve
from game.storage.founding import found, found_batch
from game.view import outlook
from game.world import COLUMNS, Ints, World
from tests.worlds import GROUNDS, NAMES, differing, ground, half_blind, mixed, reached, same, stack

grounds = st.sampled_from(GROUNDS)
seeds = st.lists(st.integers(-(2**62), 2**62), min_size=1, max_size=5, unique=True)
levels = st.sampled_from(["standard", "full"])
luck = st.integers(0, 2**32 - 1)


@given(grounds, seeds)
def test_a_founded_batch_is_the_games_that_are_founded_alone(name: str, given_seeds: list[int]) -> None:
    batch = found_batch(*ground(name), given_seeds, level="standard")
    for k, seed in enumerate(given_seeds):
        assert differing(batch.game(k), found(*ground(name), seed, level="standard")) == []


@given(grounds, seeds, st.booleans())
def test_a_permuted_and_noisy_game_does_not_depend_on_its_neighbours(
    name: str, given_seeds: list[int], permute: bool
) -> None:
    noise: dict[str, Any] = {"permute": permute, "wealth_noise": 0.1, "arms_noise": 0.05, "attitude_noise": 0.15}
    batch = found_batch(*ground(name), given_seeds, **noise)
    for k, seed in enumerate(given_seeds):
        assert differing(batch.game(k), found_batch(*ground(name), [seed], **noise).game(0)) == []


@given(grounds, seeds, st.integers(0, 7), luck, levels)
def test_games_of_a_batch_run_as_they_would_alone(
    name: str, given_seeds: list[int], shift: int, whim: int, level: str
) -> None:
    batch = found_batch(
        *ground(name), given_seeds, permute=True, wealth_noise=0.1, attitude_noise=0.2, turns=6, level=level
    )
    alone = [batch.game(k) for k in range(len(given_seeds))]
    who = np.stack([mixed(world, shift + k) for k, world in enumerate(alone)])
    for turn in range(7):
        batch, alone = _turn_is_alike(batch, alone, who, whim + turn)


@pytest.mark.parametrize("name", GROUNDS)
def test_games_met_at_any_moment_of_play_resolve_alike_side_by_side(name: str) -> None:
    met = reached(name)
    for first in range(0, len(met) - 3, 3):
        alone = [World(world.setting, world.values()) for world in met[first : first + 4]]
        alone = [world for world in alone if world.setting is alone[0].setting]
        who = np.stack([mixed(world, k) for k, world in enumerate(alone)])
        batch = stack(alone)
        for turn in range(3):
            batch, alone = _turn_is_alike(batch, alone, who, turn)


@given(st.sampled_from(NAMES), seeds)
def test_every_doctrine_plays_in_a_batch_as_alone(doctrine: str, given_seeds: list[int]) -> None:
    batch = found_batch(*ground("five-crowns"), given_seeds, attitude_noise=0.3, turns=8, level="full")
    alone = [batch.game(k) for k in range(len(given_seeds))]
    who = np.full((len(alone), batch.n), NAMES.index(doctrine))
    for _turn in range(8):
        batch, alone = _turn_is_alike(batch, alone, who, None)


def _turn_is_alike(batch: World, alone: list[World], who: Ints, whim: int | None) -> tuple[World, list[World]]:
    """Resolve a turn in a batch and each game alone; choices, sheets, records, worlds and measures agree."""
    chosen = choose(outlook(batch), who).draft
    own = [choose(outlook(world), who[k]).draft for k, world in enumerate(alone)]
    for k, draft in enumerate(own):
        assert same(chosen.chosen[k], draft.chosen)
        assert same(chosen.shares[k], draft.shares)
        assert same(chosen.terms[k], draft.terms)
    if whim is not None:
        rng = np.random.default_rng(whim)
        own = [half_blind(world, rng, who[k]) for k, world in enumerate(alone)]
        chosen = Draft(*(np.stack([getattr(d, name) for d in own]) for name in ("chosen", "shares", "terms")))
    after, steps = resolve(batch, write(batch, chosen))
    results = [resolve(world, write(world, draft)) for world, draft in zip(alone, own, strict=True)]
    for k, (world, (single, own_steps)) in enumerate(zip(alone, results, strict=True)):
        assert differing(after.game(k), single) == []
        assert world.ending or _steps_are_alike(steps, own_steps, k)
    _measures_are_alike(after, [single for single, _steps in results])
    return after, [single for single, _steps in results]


def _steps_are_alike(batch: list[Step], own: list[Step], k: int) -> bool:
    """Records and worlds after each phase, and so the events told of them."""
    for (phase, world, record), (_phase, single, own_record) in zip(batch, own, strict=True):
        assert differing(world.game(k), single) == [], phase.name
        assert record.keys() == own_record.keys()
        for entry in record:
            assert same(np.asarray(record[entry])[k], own_record[entry]), (phase.name, entry)
    mine = [
        (phase, world.game(k), {name: np.asarray(entry)[k] for name, entry in record.items()})
        for phase, world, record in batch
    ]
    assert tell(0, mine) == tell(0, own)
    return True


def _measures_are_alike(batch: World, alone: list[World]) -> None:
    for measured in (scores, winners, con, polarity, weights, options):
        whole = measured(batch)
        for k, world in enumerate(alone):
            assert same(whole[k], measured(world)), measured.__name__


def test_a_game_that_is_over_stays_as_it_is_while_others_go_on() -> None:
    batch = found_batch(*ground("five-crowns"), [1, 2, 3], level="standard")
    ended = batch.but(ending=np.array([0, 1, 0]))
    after, _steps = resolve(ended, write(ended, choose(outlook(ended), mixed(batch.game(0))).draft))
    assert differing(after.game(1), ended.game(1)) == []
    assert after.turn.tolist() == [1, 0, 1]


def test_two_leading_axes_work_as_one() -> None:
    flat = found_batch(*ground("lab:3x2:seed=2:offence=.7"), range(6), attitude_noise=0.3, level="full")
    square = World(flat.setting, {n: v.reshape(2, 3, *v.shape[1:]) for n, v in flat.values().items()})
    who = np.array([NAMES.index("offensive_realist"), NAMES.index("random"), NAMES.index("jackal")])
    for _turn in range(8):
        flat, _steps = resolve(flat, write(flat, choose(outlook(flat), who).draft))
        square, _steps = resolve(square, write(square, choose(outlook(square), who).draft))
    for name in COLUMNS:
        assert same(square.values()[name].reshape(flat.values()[name].shape), flat.values()[name]), name
