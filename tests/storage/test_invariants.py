"""The invariants of a world: kept by play, each able to fail."""

from typing import Any

import numpy as np
import pytest

from game.orders.sheet import write
from game.phases import resolve
from game.storage.scenarios import found, read_with_map
from game.world import COLUMNS, World
from game.world.checks import INVARIANTS, broken

from .games import random_draft, small_game

PAIR = np.array([[False, True], [False, False]])
SELF = np.eye(2)

BREAKS: list[tuple[str, dict[str, Any]]] = [
    ("shape", {"arms": np.ones(3)}),
    ("finite", {"arms": np.array([np.nan, 1.0])}),
    ("bounds", {"arms": np.array([-1.0, 1.0])}),
    ("bounds", {"owner": np.array([0, 0, 1, 2])}),
    ("bounds", {"capital": np.array([0, 4])}),
    ("owner", {"alive": np.array([True, False])}),
    ("dead", {"alive": np.array([True, False]), "owner": np.zeros(4)}),
    ("diagonal", {"attitude": SELF * 0.5}),
    ("diagonal", {"demand_region": np.array([[0, -1], [-1, -1]])}),
    ("mutual", {"pact": PAIR}),
    ("mutual", {"war": PAIR}),
    ("mutual", {"trade_term": PAIR * 3}),
    ("capital", {"capital": np.array([2, 2])}),
    ("seat", {"capital": np.array([-1, 2])}),
    ("promise", {"pact": ~PAIR & False, "pact_notice": PAIR}),
    ("promise", {"deal_give": PAIR * 2}),
    ("war", {"war": PAIR & False, "began": PAIR}),
    ("level", {"published": np.ones(2)}),
    ("budget", {"budget_arms": np.ones(2), "budget_growth": np.ones(2)}),
]


@pytest.mark.parametrize(("code", "changes"), BREAKS)
def test_a_world_that_breaks_a_law_is_found_out(code: str, changes: dict[str, Any]) -> None:
    assert code in [each.code for each in broken(small_game().world.but(**changes))]


def test_every_invariant_has_a_world_that_breaks_it() -> None:
    assert {each.code for each in INVARIANTS} == {code for code, _changes in BREAKS}


def grave(world: World) -> list[str]:
    return [each.code for each in broken(world) if each.grave]


@pytest.mark.parametrize("name", ["five-crowns", "europe-1900", "lab:4x2:level=full:offence=1"])
@pytest.mark.parametrize("seed", [1, 2])
def test_no_turn_of_random_orders_breaks_a_grave_law(name: str, seed: int) -> None:
    scenario, map_document = read_with_map(name)
    world = found(scenario, map_document, seed, turns=25)
    rng = np.random.default_rng(seed)
    for _ in range(25):
        world = resolve(world, write(world, random_draft(world, rng)))[0]
        assert grave(world) == []


def test_a_batch_is_sound_when_each_of_its_games_is() -> None:
    world = small_game().world
    pair = World(world.setting, {name: np.stack([value, value]) for name, value in world.values().items()})
    assert list(broken(pair)) == []
    arms = pair.arms.copy()
    arms[1, 0] = -1.0
    assert grave(pair.but(arms=arms)) == ["bounds"]


def test_every_pair_column_of_the_dead_is_cleared_by_its_own_declaration() -> None:
    kept = {column.name for column in COLUMNS.values() if column.axes == "NN" and column.dead is None}
    assert kept == {"far", "conceded_age"}
