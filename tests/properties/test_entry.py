"""How orders are entered does not matter: refused ones, their order, what was taken back."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import PERSON, Match, Seat
from game.orders.joint import accepted
from game.orders.options import refusals
from game.orders.sheet import draft_of, write
from game.phases import resolve
from game.storage.codec import digest
from tests.worlds import GROUNDS, anything, differing, ground, reached, standing

worlds = st.sampled_from([world for name in GROUNDS for world in reached(name)[::3]])
luck = st.integers(0, 2**32 - 1)


@given(worlds, luck)
def test_what_the_rules_forbid_changes_nothing_wherever_it_is_entered(world: Any, whim: int) -> None:
    rng = np.random.default_rng(whim)
    given_orders = standing(world, anything(world, rng, 10))
    for i, orders in given_orders.items():
        forbidden = [order for order in anything(world, rng, 10)[i] if refusals(world, i, order)]
        crowd = list(orders)
        for order in forbidden:
            crowd.insert(int(rng.integers(len(crowd) + 1)), order)
        stands, refused = accepted(world, i, crowd)
        assert stands == orders
        assert [order for order, _why in refused] == [order for order in crowd if refusals(world, i, order)]


@given(worlds, luck)
def test_the_order_of_entry_changes_nothing(world: Any, whim: int) -> None:
    rng = np.random.default_rng(whim)
    given_orders = standing(world, anything(world, rng, 12))
    shuffled = {i: [orders[k] for k in rng.permutation(len(orders))] for i, orders in given_orders.items()}
    for i, orders in shuffled.items():
        assert accepted(world, i, orders) == (orders, [])
    one, _steps = resolve(world, write(world, draft_of(world, given_orders)))
    two, _steps = resolve(world, write(world, draft_of(world, shuffled)))
    assert differing(one, two) == []


def table(seed: int = 7) -> Match:
    """Two people against three opponents, at level standard."""
    scenario, map_document = ground("five-crowns")
    seats = [Seat(PERSON, player="Ada"), Seat("doctrine", "balancer"), Seat(PERSON, player="Ben")]
    seats += [Seat("doctrine", "jackal"), Seat("doctrine", "offensive_realist")]
    return Match.start(scenario, map_document, seats, seed=seed, level="standard")


@pytest.mark.parametrize("seed", range(4))
def test_orders_taken_back_and_given_again_and_refused_ones_leave_the_game_as_it_was(seed: int) -> None:
    rng = np.random.default_rng(seed)
    plain, fickle = table(seed), table(seed)
    while not plain.over:
        wanted = anything(plain.world, rng, 6)
        for state in plain.people:
            for order in wanted[state]:
                refused = plain.give(state, order)
                assert bool(refused) == bool(fickle.give(state, order))
                if not refused and rng.random() < 0.5:
                    assert fickle.take_back(state, order) == order
                    assert fickle.give(state, order) == []
        assert {s: set(plain.plan(s)) for s in plain.people} == {s: set(fickle.plan(s)) for s in fickle.people}
        plain.end_turn()
        fickle.end_turn()
        assert digest(plain.world) == digest(fickle.world)


def test_a_refused_order_is_not_planned_and_says_why() -> None:
    match = table()
    found = match.give(0, next(o for o in anything(match.world, np.random.default_rng(1), 50)[0] if _bad(match, o)))
    assert found
    assert match.plan(0) == []


def _bad(match: Match, order: Any) -> bool:
    return bool(refusals(match.world, 0, order))


def test_nothing_can_be_taken_back_from_an_empty_plan() -> None:
    match = table()
    assert match.take_back(0) is None
