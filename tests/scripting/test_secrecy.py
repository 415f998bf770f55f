"""A script sees what a player sees: two worlds that differ in nothing a seat may know read the same."""

from __future__ import annotations

import inspect

import numpy as np
import pytest

from game.scripting.api import Land, Me
from game.scripting.load import load_bot, shipped_bots
from game.view import observe
from game.world import COLUMNS, Column, World
from game.world.columns import HIDDEN, OWNER, PARTIES, PUBLIC

from .games import begin, see
from .readings import PAIRS, readings


def played(seed: int) -> World:
    """A world after some lively turns."""
    match = begin("lab:5x3:turns=20:doctrines=random,offensive_realist,random,jackal,random", seed)
    match.bots[0] = lambda view, state: []
    for _ in range(2 + seed % 6):
        match.end_turn()
    return match.world


def hidden_from(world: World, column: Column, viewer: int) -> np.ndarray:
    """Which entries of a column the viewer may not know."""
    mask = np.ones(getattr(world, column.name).shape, bool)
    if column.seen == PUBLIC:
        mask[...] = False
    if column.seen in (OWNER, PARTIES):
        mask[viewer] = False
    if column.seen == PARTIES:
        mask[:, viewer] = False
    return mask


def another(column: Column, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    low, high = column.low, column.high
    if column.kind == "bool":
        return rng.random(shape) < 0.5
    if column.kind == "int":
        return rng.integers(int(max(low, -(2**62))), int(min(high, 2**62)), shape, endpoint=True)
    return rng.uniform(low, high, shape)


def unlike(world: World, viewer: int, rng: np.random.Generator) -> World:
    """The same world to the viewer, and another one behind what it can see."""
    changes = {}
    for name, column in COLUMNS.items():
        value = getattr(world, name)
        mask = hidden_from(world, column, viewer)
        changes[name] = np.where(mask, another(column, value.shape, rng), value)
    return world.but(**changes)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_that_a_seat_may_not_know_can_be_read(seed: int) -> None:
    world, viewer = played(seed), seed % 5
    other = unlike(world, viewer, np.random.default_rng(seed))
    differ = [name for name in COLUMNS if not np.array_equal(getattr(world, name), getattr(other, name))]
    assert {COLUMNS[name].seen for name in differ} == {HIDDEN, OWNER, PARTIES}
    assert readings(*see(world, viewer)) == readings(*see(other, viewer))


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_a_seat_may_not_know_shapes_what_it_imagines(seed: int) -> None:
    world, viewer = played(seed), seed % 5
    other = unlike(world, viewer, np.random.default_rng(seed))
    for turns, others in ((1, "hold"), (1, "random"), (3, "balancer")):
        futures = [see(w, viewer)[1].play_out(turns, others=others, then=others) for w in (world, other)]
        assert readings(futures[0].me, futures[0]) == readings(futures[1].me, futures[1])


@pytest.mark.parametrize("name", shipped_bots())
def test_a_bot_gives_the_same_orders_whatever_it_cannot_see(name: str) -> None:
    for seed in range(3):
        world = played(seed)
        other = unlike(world, 0, np.random.default_rng(seed))
        given = [load_bot(name, trust=False)(observe(w, 0), 0) for w in (world, other)]
        assert given[0] == given[1]


def test_what_a_seat_may_know_can_be_read() -> None:
    world = played(1)
    before = readings(*see(world, 0))
    influence = world.influence.copy()
    influence[0] += 1
    assert readings(*see(world.but(influence=influence), 0)) != before
    attitude = world.attitude.copy()
    attitude[0, 1] = 0.987
    assert any("0.98" in line for line in readings(*see(world.but(attitude=attitude), 0)))
    offer = world.offer_pact.copy()
    offer[1, 0] = ~offer[1, 0]
    assert readings(*see(world.but(offer_pact=offer), 0)) != before


def test_every_method_that_reads_of_another_state_is_compared() -> None:
    methods = {name for name, f in inspect.getmembers(Land, inspect.isfunction) if not name.startswith("_")}
    assert methods == {*PAIRS, "turns_of"}


def test_only_oneself_has_verbs_and_a_purse() -> None:
    _me, world = see(played(2), 1)
    assert not isinstance(world.states[0], Me)
    assert isinstance(world.states[1], Me)
