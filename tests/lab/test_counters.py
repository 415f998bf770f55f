"""Counters against games whose story is known, and against a second way of counting."""

from dataclasses import replace

import numpy as np
import pytest

from game.lab.counters import COUNTERS
from game.lab.facts.f06_single_peak import single_peak
from game.lab.facts.f18_crises import median_length
from game.lab.facts.tables import relative
from game.lab.play import Job, play, play_together
from game.lab.scripts import STRIKE_AT
from game.lab.setups import NEVER_ENDS, Setup, open_games
from game.measures.power import economy_share
from game.measures.reach import borders, crossings
from tests.worlds import ROOT

ALL = tuple(COUNTERS)
FILES = sorted(path.stem for path in (ROOT / "game/lab/counters").glob("*.py"))


def test_every_file_of_a_counter_is_listed() -> None:
    assert sorted({*FILES} - {"__init__", "counter"}) == sorted(COUNTERS)


def tally(setup: Setup, games: int = 4, counters: tuple[str, ...] = ALL):
    return play(Job(setup, 0, tuple(range(1, games + 1)), counters)).tally


def test_passive_states_do_nothing_and_nothing_is_counted() -> None:
    found = tally(Setup(states=4, cast=("hold",), turns=10))
    for name in ("wars", "joiners", "crises", "pact_years", "honoured", "decided", "lost"):
        assert not found[name].any(), name
    assert np.all(found["turns"] == 10)


def test_passive_states_bear_the_burden_of_their_first_budget() -> None:
    found = tally(Setup(states=4, cast=("hold",), turns=5), counters=("burden",))
    assert found["burden"] == pytest.approx(0.30 * 0.30, abs=1e-6)


@pytest.mark.parametrize("name", ALL)
def test_a_game_counts_the_same_alone_and_in_a_batch(name: str) -> None:
    setup = Setup(states=5, cast=("offensive_realist", "balancer", "jackal"), turns=25)
    together = play(Job(setup, 0, (1, 2, 3), (name,))).tally
    alone = play(Job(setup, 0, (2,), (name,))).tally
    for key, rows in together.items():
        assert np.array_equal(rows[1], alone[key][0], equal_nan=True)


@pytest.mark.parametrize("name", ALL)
def test_conditions_on_the_same_ground_count_the_same_apart_and_as_one_batch(name: str) -> None:
    small = Setup(states=5, cast=("offensive_realist", "balancer"), turns=20, leader=0.35, offence=0.8, cohesion=(0.4,))
    plain = replace(small, cast=("hold",), leader=0.0, uneven=3.0, sea=(1.0, 0.2), offence=0.5)
    jobs = (Job(small, 1, (1, 2), (name,)), Job(plain, 1, (5, 6, 7), ALL))
    assert small.ground == plain.ground
    for job, together in zip(jobs, play_together(jobs), strict=True):
        alone = play(job).tally
        assert alone.keys() == together.tally.keys()
        for key, rows in alone.items():
            width = (slice(None), slice(rows.shape[1])) if rows.ndim > 1 else (slice(None),)
            assert np.array_equal(rows, together.tally[key][width], equal_nan=True)


def test_the_scripted_war_is_the_only_one_and_begins_on_time() -> None:
    setup = Setup(
        states=7, cast=("offensive_realist", "balancer"), turns=10, leader=0.3, script="strike", rules=(NEVER_ENDS,)
    )
    found = tally(setup, 6, ("wars", "entry"))
    assert np.all(found["wars"] == 1)
    assert np.all((found["entry"] >= 0) & (found["entry"] <= 10 - STRIKE_AT))


def test_without_trade_nobody_trades() -> None:
    both = [
        tally(Setup(states=5, cast=("institutionalist",), turns=8, script=script), 3, ("verbs",))["verb_treaty"].sum()
        for script in ("", "no trade")
    ]
    assert both[0] > both[1]


def test_wars_won_are_among_wars_decided() -> None:
    found = tally(Setup(states=5, cast=("offensive_realist",), turns=60, rules=(NEVER_ENDS,)), 6, ("outcomes", "wars"))
    assert found["decided"].sum() > 10
    assert np.all(found["initiator_won"] <= found["decided"])
    assert np.all(found["decided"] + found["drawn"] <= found["wars"])


def test_crises_of_all_lengths_add_up_to_all_crises() -> None:
    found = tally(Setup(states=6, cast=("offensive_realist", "balancer", "jackal"), turns=40), 4, ("crises",))
    assert found["crises"].sum() > 10
    assert np.array_equal(found["crisis_length"].sum(-1), found["crises"])
    assert not found["crisis_length"][:, 0].any()


def test_the_median_length_is_that_of_all_crises() -> None:
    assert median_length(np.array([[0.0, 3, 0, 1], [0.0, 0, 0, 2]])).value == 1.0
    assert median_length(np.array([[0.0, 1, 0, 1], [0.0, 0, 0, 2]])).value == 3.0


def test_a_small_dip_is_noise_and_a_second_peak_is_not() -> None:
    assert single_peak([0.2, 0.4, 0.39, 0.6, 0.5, 0.1])
    assert not single_peak([0.2, 0.6, 0.3, 0.6, 0.1])
    assert not single_peak([0.5, 0.1, 0.4])


def test_a_player_is_measured_by_what_others_score_on_its_seats() -> None:
    """Seat 0 is worth 80, seat 1 is worth 20; the player has both once and scores 10 % more."""
    rows = {
        "who": np.array([[7.0, 1.0], [1.0, 7.0], [1.0, 1.0]]),
        "score": np.array([[88.0, 20.0], [80.0, 22.0], [80.0, 20.0]]),
    }
    assert relative([rows], 7, [1]).value == pytest.approx(1.1)
    assert relative([rows], 1, [1]).value == pytest.approx(1.0)


def test_an_island_touches_nobody_by_land() -> None:
    world, _who = open_games(Setup(states=6, leader=0.33, sea=(1.0, 0.0), island=True), 0, (1, 2))
    assert not borders(world)[:, 0].any()
    assert crossings(world)[:, 0].any(-1).all()


def test_uneven_shares_add_up_and_differ_from_game_to_game() -> None:
    world, _who = open_games(Setup(states=8, uneven=8.0), 0, (1, 2))
    shares = economy_share(world)
    assert shares.sum(-1) == pytest.approx(1.0, abs=1e-5)
    assert not np.allclose(shares[0], shares[1])
    assert world.power_start == pytest.approx(shares, abs=0.08)


def test_seats_are_drawn_from_the_pool_anew_in_each_game() -> None:
    _world, who = open_games(Setup(states=8, pool=("hold", "balancer")), 0, tuple(range(12)))
    assert len(np.unique(who)) == 2
    assert len(np.unique(who, axis=0)) > 6
