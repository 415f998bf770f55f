"""The capture of regions against a plain-Python reference, on random small worlds."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.measures.power import ground
from game.phases.capture import capture
from game.phases.fronts import Fronts
from game.world import World, uniform_at
from tests.worlds import differing, stack, start

PLACES = ("lab:3x2:seed=2:offence=.7", "five-crowns", "lab:6x4:leader=.29")


def battlefield(name: str, seed: int) -> tuple[World, Any, Fronts]:
    """A world with random owners, cores, wars, pacts and guarantees, and random forces on every front."""
    rng = np.random.default_rng(seed)
    world = start(name, seed)
    n, r = world.n, world.setting.r
    war = np.triu(rng.random((n, n)) < 0.5, 1)
    pact = np.triu(rng.random((n, n)) < 0.3, 1) & ~war
    owner = rng.integers(0, n, r)
    world = world.but(
        owner=owner,
        core=rng.integers(0, n, r),
        prior=np.where(rng.random(r) < 0.3, rng.integers(0, n, r), -1),
        terrain=rng.uniform(1.0, 1.4, r),
        integration=rng.uniform(0.2, 1.0, r),
        war=war | war.T,
        pact=pact | pact.T,
        guarantee=(rng.random((n, n)) < 0.15) & ~(war | war.T | np.eye(n, dtype=bool)),
        alive=np.isin(np.arange(n), owner),
    )
    active = world.war & (rng.random((n, n)) < 0.8)
    return world, active, Fronts(rng.uniform(0.0, 9.0, (n, n)), rng.uniform(0.0, 3.0, (n, n)))


def captured(world: World, active: Any, front: Fronts, search: int) -> dict[int, int]:
    """What falls to whom in one round: region -> new owner. The rule, without arrays."""
    keys, owner, core = world.setting.keys, world.owner.tolist(), world.core.tolist()

    def draw(purpose: str, region: int, attacker: int) -> float:
        key = keys["R"][region] ^ keys["N"][attacker]
        return float(uniform_at(world, f"{purpose} {search}", np.array([0]), np.array([key]))[0])

    aims: dict[tuple[int, int], list[tuple[float, int]]] = {}  # by front: (wish, region)
    for here, there in {(a, b) for a, b in world.setting.ways.tolist()}:
        if active[owner[here], owner[there]]:
            wish = draw("aim", there, owner[here]) + (core[there] == owner[here])
            aims.setdefault((owner[here], owner[there]), []).append((wish, there))
    rivals: dict[int, list[tuple[float, float, int]]] = {}  # by region: (force, wish, attacker)
    for (attacker, loser), wishes in aims.items():
        wish, region = max(wishes)
        rivals.setdefault(region, []).append((front.attack[attacker, loser], wish, attacker))
    fallen = {}
    for region, claims in rivals.items():
        force, _wish, attacker = max(claims)
        guard = front.guard[owner[region], attacker] * world.terrain[region] / ground(world)[owner[region]]
        if draw("falls", region, attacker) < world.setting.rules.campaigns.cap * force / max(force + guard, 1e-6):
            fallen[region] = liberated(world, region, attacker)
    return fallen


def liberated(world: World, region: int, attacker: int) -> int:
    """The one who receives a fallen region: its living core owner if the taker is its friend or promised to be."""
    core, loser = int(world.core[region]), int(world.owner[region])
    promised = world.pact[attacker, core] or world.guarantee[attacker, core]
    friend = promised or world.war[core, loser]
    return core if world.alive[core] and friend and core != loser else attacker


@given(st.sampled_from(PLACES), st.integers(0, 10**6), st.integers(0, 2))
def test_regions_fall_as_in_the_plain_reference(name: str, seed: int, search: int) -> None:
    world, active, front = battlefield(name, seed)
    after = capture(world, active, front, search)
    fallen = captured(world, active, front, search)
    rules = world.setting.rules.campaigns
    for region in range(world.setting.r):
        taker = fallen.get(region, int(world.owner[region]))
        assert after.owner[region] == taker
        if region in fallen:
            home = world.core[region] == taker
            assert after.integration[region] == pytest.approx(1.0 if home else rules.fallen_integration, abs=1e-6)
        else:
            assert after.integration[region] == world.integration[region]
            assert after.prior[region] == world.prior[region]


def test_the_reference_sees_regions_fall_and_return() -> None:
    """The search above is worth something: land falls, stands, and goes back to its people."""
    falls = returns = 0
    for seed in range(60):
        world, active, front = battlefield(PLACES[seed % 3], seed)
        fallen = captured(world, active, front, 0)
        falls += len(fallen)
        returns += sum(taker == world.core[region] for region, taker in fallen.items())
    assert falls > 30 and returns > 5


def test_terrain_counts_once_where_a_state_is_mountainous_throughout() -> None:
    """Rough land is in the forces of the front already: what falls hangs on how rough a region is among its owner's."""
    uneven = 0
    for seed in range(60):
        world, active, front = battlefield(PLACES[seed % 3], seed)
        plain, rough = (world.but(terrain=np.full(world.setting.r, t)) for t in (1.0, 1.4))
        owners = [capture(each, active, front, 0).owner for each in (plain, rough, world)]
        assert np.array_equal(owners[0], owners[1])
        uneven += not np.array_equal(owners[0], owners[2])
    assert uneven > 0


def test_regions_of_many_worlds_fall_as_in_the_plain_reference() -> None:
    for seed in range(150):
        world, active, front = battlefield(PLACES[seed % 3], seed)
        after, fallen = capture(world, active, front, 0), captured(world, active, front, 0)
        expected = [fallen.get(region, int(owner)) for region, owner in enumerate(world.owner)]
        assert after.owner.tolist() == expected, seed


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=4, unique=True))
def test_regions_fall_in_a_batch_as_they_fall_alone(seeds: list[int]) -> None:
    fields = [battlefield("lab:3x2:seed=2:offence=.7", seed) for seed in seeds]
    setting = fields[0][0].setting
    worlds = [World(setting, world.values()) for world, _active, _front in fields]
    batch = capture(
        stack(worlds),
        np.stack([active for _w, active, _f in fields]),
        Fronts(np.stack([f.attack for _w, _a, f in fields]), np.stack([f.guard for _w, _a, f in fields])),
        0,
    )
    for k, (world, (_w, active, front)) in enumerate(zip(worlds, fields, strict=True)):
        assert differing(batch.game(k), capture(world, active, front, 0)) == []
