"""Names are only names: the same world with its states in another order comes to the same end."""

import dataclasses
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.measures.blocs import sides
from game.measures.power import leader
from game.measures.scores import scores
from game.opponents.choose import choose
from game.orders.common import bordering
from game.orders.kind import Order
from game.orders.sheet import draft_of, write
from game.phases import resolve
from game.phases.balance import contender
from game.storage.founding import found_batch
from game.view import outlook
from game.world import COLUMNS, Ints, World
from tests.worlds import GROUNDS, differing, ground, mixed


def reordered(world: World, order: Ints) -> World:
    """The same world with its states in another order: place k is given to state order[k]."""
    place = np.argsort(order)
    old = world.setting
    names = {name: tuple(getattr(old, name)[k] for k in order) for name in ("ids", "codes", "names")}
    setting = dataclasses.replace(old, ids=names["ids"], codes=names["codes"], names=names["names"])
    return World(setting, {name: _moved(world, name, order, place) for name in COLUMNS})


def _moved(world: World, name: str, order: Ints, place: Ints) -> Any:
    column = COLUMNS[name]
    value = world.values()[name]
    if column.axes == "N":
        value = value[order]
    elif column.axes == "NN":
        value = value[order][:, order]
    if column.names == "N":
        value = np.where(value < 0, value, place[value])
    return value


@given(st.sampled_from(GROUNDS), st.integers(0, 2**40), st.integers(0, 7), st.randoms(use_true_random=False))
def test_states_in_another_order_play_the_same_game(name: str, seed: int, shift: int, luck: Any) -> None:
    batch = found_batch(*ground(name), [seed], permute=True, attitude_noise=0.3, turns=12, level="full")
    world = batch.game(0)
    order = np.array(luck.sample(range(world.n), world.n))
    who = mixed(world, shift)
    other, others = reordered(world, order), who[order]
    for turn in range(12):
        one, two = choose(outlook(world), who).draft, choose(outlook(other), others).draft
        assert np.array_equal(one.shares[order], two.shares), turn
        world, _steps = resolve(world, write(world, one))
        other, _steps = resolve(other, write(other, two))
        assert differing(reordered(world, order), other) == [], turn
    assert np.array_equal(scores(world)[order], scores(other))


@given(st.integers(0, 2**40), st.randoms(use_true_random=False))
def test_equal_states_in_another_order_play_the_same_game(seed: int, luck: Any) -> None:
    """Where all are alike, only the stable ids may decide."""
    world = found_batch(*ground("lab:3x2:seed=2:offence=.7"), [seed], turns=20, level="full").game(0)
    order = np.array(luck.sample(range(world.n), world.n))
    other = reordered(world, order)
    who = mixed(world, 4)
    for turn in range(20):
        world, _steps = resolve(world, write(world, choose(outlook(world), who).draft))
        other, _steps = resolve(other, write(other, choose(outlook(other), who[order]).draft))
        assert differing(reordered(world, order), other) == [], turn


@given(st.randoms(use_true_random=False))
def test_among_equals_the_leader_is_the_same_state_in_any_order(luck: Any) -> None:
    """Nothing tells these states apart but their ids: the place in the list must not."""
    world = found_batch(*ground("lab:6x4"), [1], level="standard").game(0)
    order = np.array(luck.sample(range(world.n), world.n))
    other = reordered(world, order)
    assert world.setting.ids[int(leader(world))] == other.setting.ids[int(leader(other))]
    assert np.array_equal(sides(world)[order], sides(other))
    assert np.array_equal(contender(world)[0] == np.arange(6), (contender(other)[0] == np.arange(6))[order.argsort()])


@given(st.randoms(use_true_random=False))
def test_of_equals_who_demand_one_region_the_same_state_gets_it_in_any_order(luck: Any) -> None:
    world = found_batch(*ground("lab:4x2"), [1], level="standard").game(0)
    near = bordering(world)
    target = int(near.sum(0).argmax())
    claims = [int(k) for k in np.flatnonzero(near[:, target]) if k != world.owner[target]]
    assert len(claims) >= 2
    order = np.array(luck.sample(range(world.n), world.n))
    ends = []
    for each in (_claimed(world, target, claims), reordered(_claimed(world, target, claims), order)):
        loser = int(each.owner[target])
        yes = {loser: [Order("answer", "demand_yes", k) for k in np.flatnonzero(each.demand[:, loser]).tolist()]}
        after, _steps = resolve(each, write(each, draft_of(each, yes)))
        ends.append(after.setting.ids[int(after.owner[target])])
    assert ends[0] == ends[1]


def _claimed(world: World, region: int, claims: list[int]) -> World:
    """Several states demand one region, whose owner holds a second one."""
    loser = int(world.owner[region])
    demand, which = world.demand.copy(), world.demand_region.copy()
    demand[claims, loser], which[claims, loser] = 1, region
    return world.but(demand=demand, demand_region=which)
