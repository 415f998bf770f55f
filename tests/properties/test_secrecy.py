"""Views do not leak: worlds that differ only in what a seat may not know look the same to it, to the byte."""

from typing import Any

import numpy as np
import pytest

from game.opponents.choose import choose
from game.orders.options import options
from game.view import observe, outlook
from game.world import COLUMNS, World
from tests.contracts.test_columns import golden
from tests.worlds import GROUNDS, LONG, mixed, reached, same

PAIRS = 5000 if LONG else 120
"""Pairs of worlds for each scenario; 20,000 in the long version."""


def visible(world: World, name: str, viewer: int) -> Any:
    """Where a viewer sees a column, by the golden list."""
    shape = world.values()[name].shape
    seen = golden(world)[name]
    mask = np.full(shape, seen == "public")
    if seen in ("owner", "parties"):
        mask[viewer, ...] = True
    if seen == "parties":
        mask[:, viewer] = True
    return mask


def disguised(world: World, viewer: int, rng: np.random.Generator) -> World:
    """The same world to a viewer, another one behind its back: every unseen entry is drawn anew."""
    changes = {}
    for name, column in COLUMNS.items():
        if golden(world)[name] == "public":
            continue
        truth = world.values()[name]
        if column.kind == "bool":
            other: Any = rng.random(truth.shape) < 0.5
        elif column.kind == "int":
            high = {"N": world.n, "R": world.setting.r}.get(column.names, int(min(column.high, 2**62)))
            other = rng.integers(int(max(column.low, -(2**62))), high, truth.shape)
        else:
            other = rng.uniform(column.low, column.high, truth.shape)
        changes[name] = np.where(visible(world, name, viewer), truth, other)
    return world.but(**changes)


@pytest.mark.parametrize("name", GROUNDS)
def test_what_a_seat_may_not_know_changes_no_byte_of_its_view(name: str) -> None:
    rng = np.random.default_rng(4)
    worlds = reached(name)
    for k in range(PAIRS):
        world = worlds[k % len(worlds)]
        viewer = int(rng.integers(world.n))
        one, other = observe(world, viewer), observe(disguised(world, viewer, rng), viewer)
        assert [n for n in COLUMNS if not same(one.values()[n], other.values()[n])] == []


@pytest.mark.parametrize("name", GROUNDS)
def test_what_a_seat_may_not_know_changes_neither_its_menu_nor_its_doctrine_s_choice(name: str) -> None:
    rng = np.random.default_rng(5)
    for k, world in enumerate(reached(name)[::2]):
        viewer, who = k % world.n, mixed(world, k)
        other = disguised(world, viewer, rng)
        assert np.array_equal(options(world)[viewer], options(other)[viewer])
        one, two = choose(outlook(world), who), choose(outlook(other), who)
        assert np.array_equal(one.draft.chosen[viewer], two.draft.chosen[viewer])
        assert same(one.draft.shares[viewer], two.draft.shares[viewer])


@pytest.mark.parametrize("name", GROUNDS)
def test_a_view_tells_the_truth_where_it_sees(name: str) -> None:
    for k, world in enumerate(reached(name)):
        viewer = k % world.n
        view = observe(world, viewer)
        for column in COLUMNS:
            seen = visible(world, column, viewer)
            assert np.array_equal(view.values()[column][seen], world.values()[column][seen]), column
            assert view.values()[column].shape == world.values()[column].shape
            assert np.isfinite(view.values()[column].astype(float)).all()


def test_a_view_carries_nothing_but_columns_and_the_frame_of_the_game() -> None:
    view = observe(reached("five-crowns")[5], 1)
    assert view.__dict__.keys() == COLUMNS.keys() | {"setting", "memo", "viewer"}
    assert view.__dict__["memo"] == {}


def test_looking_at_a_world_neither_changes_it_nor_its_memory() -> None:
    world = reached("five-crowns")[5]
    fresh = World(world.setting, world.values())
    before = fresh.values()
    for viewer in range(world.n):
        choose(observe(fresh, viewer), mixed(world))
    choose(outlook(fresh), mixed(world))
    assert all(same(before[name], fresh.values()[name]) for name in COLUMNS)
