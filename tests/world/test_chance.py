"""Chance is keyed: a draw depends on game, turn, purpose and subject, and on nothing else."""

import dataclasses
import subprocess
import sys

import numpy as np
import pytest

from game.orders.sheet import blank, write
from game.phases import resolve
from game.storage.codec import digest
from game.world import normal, private, private_at, seat_seeds, uniform, uniform_at
from game.world.chance import lognormal_table, private_each, stable_key
from tests.worlds import ROOT, blind_draft, mixed, playing, stack, start

AXES = ("", "N", "NN", "R")


@pytest.mark.parametrize("on", AXES)
def test_a_draw_is_the_same_whatever_was_drawn_before(on: str) -> None:
    world = start("europe-1900")
    first = uniform(world, "battle", on)
    for other in AXES:
        uniform(world, "something else", other)
        normal(world, "harvest", "R")
    assert np.array_equal(uniform(world, "battle", on), first)


@pytest.mark.parametrize("on", AXES)
def test_draws_of_another_purpose_turn_or_game_are_others(on: str) -> None:
    world = start("europe-1900")
    drawn = uniform(world, "battle", on)
    others = [
        uniform(world, "feast", on),
        uniform(world.but(turn=world.turn + 1), "battle", on),
        uniform(world.but(seed=world.seed + 1), "battle", on),
    ]
    for other in others:
        assert not (other == drawn).any()


@pytest.mark.parametrize("on", AXES)
def test_draws_lie_between_0_and_1_and_look_even(on: str) -> None:
    world = start("europe-1900")
    drawn = np.concatenate([uniform(world, f"purpose {k}", on).reshape(-1) for k in range(400)])
    assert ((drawn >= 0) & (drawn < 1)).all()
    error = 5 / np.sqrt(12 * drawn.size)
    assert abs(drawn.mean() - 0.5) < error
    assert abs((drawn * drawn).mean() - 1 / 3) < error


def test_pairs_are_drawn_one_by_one_and_each_way_for_itself() -> None:
    drawn = uniform(start("europe-1900"), "battle", "NN")
    assert len(set(drawn.reshape(-1).tolist())) == drawn.size


def test_a_list_of_subjects_draws_what_the_whole_axis_would() -> None:
    world = start("five-crowns")
    regions = np.array([3, 0, 7])
    listed = uniform_at(world, "falls", np.zeros(3, int), world.setting.keys["R"][regions])
    assert np.array_equal(listed, uniform(world, "falls", "R")[regions])


def test_a_list_of_a_seat_s_own_draws_is_what_its_whole_row_would_be() -> None:
    world = stack([start("five-crowns"), start("five-crowns", 2)])
    seats, regions = np.array([0, 4, 7]), np.array([3, 0, 7])
    listed = private_at(world, "tie", seats, world.setting.keys["R"][regions])
    assert np.array_equal(listed, private(world, "tie", "R").reshape(10, -1)[seats, regions])


def test_several_purposes_are_drawn_as_one_by_one_alone_and_in_a_batch() -> None:
    one = start("five-crowns")
    for world in (one, stack([one, start("five-crowns", 2)])):
        for on in ("N", "NN", "R"):
            for purpose, drawn in zip(("a", "b"), private_each(world, ("a", "b"), on), strict=True):
                assert np.array_equal(drawn, private(world, purpose, on))


def test_a_seat_s_own_chance_does_not_hang_on_the_others_or_on_the_game_s_seed() -> None:
    world = start("five-crowns")
    other = world.but(seed=world.seed + 9, seat_seed=np.where(np.arange(5) == 2, world.seat_seed, 77))
    for on in ("N", "NN", "R"):
        assert np.array_equal(private(world, "whim", on)[2], private(other, "whim", on)[2])
        assert not (private(world, "whim", on)[3] == private(other, "whim", on)[3]).any()


def test_seat_seeds_hang_on_the_seed_and_on_the_stable_id() -> None:
    one, two = seat_seeds(1, ("avar", "doria")), seat_seeds(2, ("avar", "doria"))
    assert len({*one.tolist(), *two.tolist()}) == 4
    assert seat_seeds(1, ("doria",))[0] == one[1]


def test_keys_hang_on_the_id_and_not_on_the_place() -> None:
    setting = start("five-crowns").setting
    turned = dataclasses.replace(setting, ids=setting.ids[::-1])
    assert np.array_equal(turned.keys["N"], setting.keys["N"][::-1])
    assert np.array_equal(turned.keys["NN"], setting.keys["NN"][::-1, ::-1])
    assert stable_key("avar") == setting.keys["N"][0]


def test_the_table_of_luck_has_the_median_one_and_is_symmetric_in_ratio() -> None:
    table = lognormal_table(0.5)
    middle = len(table) // 2
    assert (np.diff(table) >= 0).all()
    assert abs(np.log(table[middle - 1] * table[middle])) < 1e-6
    assert np.allclose(table * table[::-1], 1.0, atol=1e-5)


def test_an_order_elsewhere_does_not_shift_the_luck_of_the_others() -> None:
    """The harvest of everybody is the same whether or not two states talk."""
    world = start("europe-1900")
    quiet, _steps = resolve(world, blank(world))
    busy, _steps = resolve(world, write(world, blind_draft(world, np.random.default_rng(1), 3)))
    assert np.array_equal(quiet.drift, busy.drift)


PROGRAM = """
from game.storage.codec import digest
from tests.worlds import mixed, playing, start
for name in ("five-crowns", "lab:3x2:seed=2:offence=.7"):
    world = start(name, 9)
    for world, _draft, _steps in playing(world, mixed(world, 2)):
        if world.turn > 14:
            break
        print(digest(world))
"""


def test_another_process_with_another_hash_seed_plays_the_same_game_turn_by_turn() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=ROOT,
            env={"PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for seed in (0, 4711)
    ]
    world = start("five-crowns", 9)
    here = [digest(each) for each, _draft, _steps in playing(world, mixed(world, 2)) if each.turn <= 14]
    assert len(set(runs[0])) >= 20
    assert runs[0] == runs[1]
    assert runs[0][: len(here)] == here
