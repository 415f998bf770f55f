"""What a condition of an experiment is: states, shares, doctrines, overrides; and how its games begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.lab.doctrines import CAST
from game.opponents.choose import numbers
from game.storage.documents import MapDocument, Scenario
from game.storage.founding import found_batch, remembered
from game.storage.laboratory import lab, leader_shares
from game.storage.rules import load_rules
from game.storage.scenarios import read_with_map
from game.world import Floats, Ints, World

NEVER_ENDS = ("hegemony.turns", 1e6)
"""An override for rows that play on past hegemony."""
WEALTH_NOISE, ARMS_NOISE, ATTITUDE_NOISE = 0.10, 0.05, 0.15


@dataclass(frozen=True)
class Setup:
    """One condition; every game of it differs by map, places, luck and a little in wealth, arms, feelings.

    Of `cast`, `cohesion` and `sea` the last entry serves all states that remain. `leader` is the share of
    state 0 (the others share the rest equally), `shares` those of all; `uneven` draws shares a game from a
    Dirichlet distribution of that parameter. `pool` draws a doctrine for each seat and game. `island` moves
    the land borders of state 0 to the sea. `rules` are overrides ("section.name", value). `script` names
    what the lab itself imposes. With `scenario` a shipped one is played as it stands, but for its level.
    """

    states: int = 6
    cast: tuple[str, ...] = ("balancer",)
    turns: int = 100
    leader: float = 0.0
    shares: tuple[float, ...] = ()
    uneven: float = 0.0
    pool: tuple[str, ...] = ()
    offence: float = 0.5
    distinguish: float = 0.5
    cohesion: tuple[float, ...] = (0.7,)
    sea: tuple[float, ...] = (0.0,)
    island: bool = False
    rules: tuple[tuple[str, float], ...] = ()
    script: str = ""
    level: str = "standard"
    scenario: str = ""

    @property
    def ground(self) -> Setup:
        """What all games that can be played as one batch share: everything but the numbers they start with and who
        plays.
        """
        start = Setup(states=self.states, turns=self.turns, island=self.island, rules=self.rules, script=self.script)
        return replace(start, level=self.level, scenario=self.scenario)


def open_games(setup: Setup, place: int, seeds: Sequence[int]) -> tuple[World, Ints]:
    """Begin the games of a condition on map number `place`: the worlds [B] and who plays, [B, N]."""
    scenario, chart = _scenario(setup, place)
    overrides = {path.replace(".", "__", 1): value for path, value in setup.rules}
    free = not setup.scenario
    world = found_batch(
        scenario,
        chart,
        seeds,
        permute=free and not setup.island,
        wealth_noise=WEALTH_NOISE * free,
        arms_noise=ARMS_NOISE * free,
        attitude_noise=ATTITUDE_NOISE * free,
        turns=setup.turns or None,
        rules=load_rules().but(**overrides),
        level=setup.level,
    )
    if setup.uneven:
        world = _uneven(world, setup.uneven)
    return world, _who(setup, world)


@lru_cache(maxsize=64)
def _scenario(setup: Setup, place: int) -> tuple[Scenario, MapDocument]:
    if setup.scenario:
        return read_with_map(setup.scenario)
    shares = setup.shares or (leader_shares(setup.states, setup.leader) if setup.leader else None)
    scenario, chart = lab(
        setup.states,
        shares=shares,
        doctrines=["hold"],
        seed_map=place,
        turns=setup.turns,
        offence=setup.offence,
        distinguish=setup.distinguish,
        sea_power=setup.sea,
    )
    states = [
        state.model_copy(update={"cohesion": setup.cohesion[min(k, len(setup.cohesion) - 1)]})
        for k, state in enumerate(scenario.states)
    ]
    scenario = scenario.model_copy(update={"states": states})
    return scenario, _with_island(chart) if setup.island else chart


def _with_island(chart: MapDocument) -> MapDocument:
    """Turn the land borders of the first state's place into short crossings."""
    coast = [pair for pair in chart.land if sum(name.startswith("r0-") for name in pair) == 1]
    land = [pair for pair in chart.land if pair not in coast]
    return chart.model_copy(update={"land": land, "sea": [*chart.sea, *coast]})


def _uneven(world: World, parameter: float) -> World:
    """Deal shares of wealth and arms anew in every game, by a draw of the game's seed."""
    n = world.n
    drawn = [np.random.default_rng([int(seed), 1]).dirichlet(np.full(n, parameter)) for seed in world.seed]
    factor: Floats = np.maximum(0.1, n * np.array(drawn))
    arms = world.arms * factor
    wealth = world.wealth * np.take_along_axis(factor, world.owner, -1)
    return remembered(world.but(arms=arms, wealth=wealth))


def _who(setup: Setup, world: World) -> Ints:
    """Doctrine numbers of all seats, [B, N]."""
    games = len(world.seed)
    if setup.pool:
        pool = numbers(setup.pool, CAST)
        return np.array(
            [pool[np.random.default_rng([int(s), 2]).integers(len(pool), size=world.n)] for s in world.seed]
        )
    last = len(setup.cast) - 1
    names = [setup.cast[min(k, last)] for k in range(world.n)]
    return np.broadcast_to(numbers(names, CAST), (games, world.n))
