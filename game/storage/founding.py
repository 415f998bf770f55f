"""Found a world: from a scenario and its map to all columns at the start, for one game or a batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from game.measures.aims import first_card
from game.measures.estimates import misjudged
from game.measures.power import economy, held_count, power
from game.storage.aims import aims_of
from game.storage.documents import MapDocument, Scenario
from game.storage.ground import Ground, home_ground, lay_out
from game.storage.rules import load_rules
from game.storage.shocks import shocks_of
from game.storage.starting_ties import tie_columns
from game.view import reputed
from game.world import COLUMNS, Floats, Ints, Rules, Setting, World, seat_seeds, snap, uniform
from game.world.chance import lognormal_table, normal, quantile
from game.world.setting import FULL, LEVELS

__all__ = ["found", "found_batch", "make_setting", "remembered"]

NEVER_CONCEDED = 99
_POSTURES = ("shield", "both", "sword")
_AS_WRITTEN = ("arms", "quality", "cohesion", "reputation", "aggression", "sea_power")


def found(
    scenario: Scenario,
    map_document: MapDocument,
    seed: int,
    *,
    turns: int | None = None,
    rules: Rules | None = None,
    level: str | None = None,
) -> World:
    """Make the world at the start of a game; with `turns` it lasts exactly that long, without epilogue."""
    setting = _setting(scenario, map_document, turns, rules or load_rules(), level)
    return _founded(_start(scenario, setting, np.int64(seed)), home_ground(scenario, map_document))


def found_batch(
    scenario: Scenario,
    map_document: MapDocument,
    seeds: Sequence[int],
    *,
    permute: bool = False,
    wealth_noise: float = 0.0,
    arms_noise: float = 0.0,
    attitude_noise: float = 0.0,
    turns: int | None = None,
    rules: Rules | None = None,
    level: str | None = None,
) -> World:
    """Make a batch of worlds with one leading axis, a game a seed; without noise game k equals `found`.

    `permute` deals the places of the map anew in every game: a state keeps its index, share and doctrine.
    `wealth_noise` and `arms_noise` are the sd of a lognormal factor (a state's wealth keeps its sum),
    `attitude_noise` the sd of a symmetric normal term. All are keyed draws of the game's seed.
    """
    setting = _setting(scenario, map_document, turns, rules or load_rules(), level)
    world = _start(scenario, setting, np.array(seeds, np.int64))
    ground = home_ground(scenario, map_document)
    place = uniform(world, "seat", "N").argsort(-1, kind="stable") if permute else None
    if arms_noise:
        factor = quantile(lognormal_table(arms_noise), uniform(world, "start arms", "N"))
        world = world.but(arms=world.arms * factor)
    if attitude_noise:
        world = _with_feelings(world, attitude_noise, scenario)
    worth = None
    if wealth_noise:
        worth = quantile(lognormal_table(wealth_noise), uniform(world, "start wealth", "R"))
    return _founded(world, ground, place, worth)


def _setting(
    scenario: Scenario, map_document: MapDocument, turns: int | None, rules: Rules, level: str | None
) -> Setting:
    index = {region.id: k for k, region in enumerate(map_document.regions)}
    return make_setting(
        scenario,
        region_ids=tuple(index),
        region_names=tuple(region.name for region in map_document.regions),
        land=edges(map_document.land, index),
        sea=edges(map_document.sea, index),
        turns=turns,
        rules=rules,
        level=level or scenario.level,
    )


def make_setting(
    scenario: Scenario,
    *,
    region_ids: tuple[str, ...],
    region_names: tuple[str, ...],
    land: Ints,
    sea: Ints,
    turns: int | None,
    rules: Rules,
    level: str,
) -> Setting:
    """Make the frame of a game; with `turns` it lasts exactly that long, without spread and epilogue."""
    chosen = turns is not None
    return Setting(
        scenario=scenario.name,
        title=scenario.title,
        level=LEVELS[level],
        start=scenario.start,
        years=scenario.whole_years,
        parts=scenario.parts,
        turns=turns if turns is not None else scenario.turns,
        spread=0 if chosen else int(rules.hegemony.spread),
        epilogue=0 if chosen else int(rules.hegemony.epilogue),
        rules=rules,
        shocks=shocks_of(scenario, LEVELS[level]),
        aims=aims_of(LEVELS[level]),
        ids=tuple(state.id for state in scenario.states),
        codes=tuple(state.code for state in scenario.states),
        names=tuple(state.name for state in scenario.states),
        spoken=tuple(state.in_text or state.name for state in scenario.states),
        region_ids=region_ids,
        region_names=region_names,
        land=land,
        sea=sea,
    )


def edges(pairs: Sequence[Sequence[str]], index: dict[str, int]) -> Ints:
    """Turn pairs of region ids into sorted index pairs [E, 2]; (0, 2) when there are none."""
    rows = sorted(sorted((index[a], index[b])) for a, b in pairs)
    return np.array(rows, np.int64).reshape(-1, 2)


def _start(scenario: Scenario, setting: Setting, seed: Any) -> World:
    """All columns but those that depend on the land, with the leading axes of `seed`."""
    one = _blank(setting) | _state_columns(scenario, setting) | tie_columns(scenario, setting)
    batch = np.shape(seed)
    values = {k: np.array(np.broadcast_to(v, (*batch, *v.shape))) for k, v in one.items()}
    own = np.array([seat_seeds(int(each), setting.ids) for each in np.ravel(seed)])
    world = World(setting, values | {"seed": seed, "seat_seed": own.reshape((*batch, setting.n))})
    return world.but(last_turn=_last_turn(world))


def _blank(setting: Setting) -> dict[str, Any]:
    size = {"": (), "N": (setting.n,), "NN": (setting.n, setting.n), "R": (setting.r,)}
    return {c.name: np.full(size[c.axes], c.nothing, c.dtype) for c in COLUMNS.values()}


def _state_columns(scenario: Scenario, setting: Setting) -> dict[str, Any]:
    states, rules = scenario.states, setting.rules
    written = {name: np.array([getattr(state, name) for state in states]) for name in _AS_WRITTEN}
    every = np.ones(setting.n)
    return written | {
        "offence": np.array(scenario.offence),
        "distinguish": np.array(scenario.distinguish),
        "alive": np.ones(setting.n, bool),
        "cohesion_start": written["cohesion"],
        "economy_start": np.array([state.economy for state in states]),
        "influence": every * rules.influence.start,
        "posture": np.array([_POSTURES.index(state.posture) for state in states]),
        "budget_arms": every * rules.budget.balanced_arms,
        "budget_growth": every * rules.budget.balanced_growth,
        "conceded_age": np.full((setting.n, setting.n), NEVER_CONCEDED),
    }


def _last_turn(world: World) -> Ints:
    """Draw the last turn: the announced one give or take the spread, [...]."""
    setting = world.setting
    ways = 2 * setting.spread + 1
    drawn = (uniform(world, "last turn", "") * ways).astype(np.int64)
    return np.asarray(setting.turns - setting.spread + drawn)


def _with_feelings(world: World, sd: float, scenario: Scenario) -> World:
    """Add a symmetric normal term to attitudes; intent follows where the scenario does not give it."""
    n = world.n
    draw = normal(world, "start attitude", "NN")
    mutual = snap((draw + np.swapaxes(draw, -1, -2)) * np.sqrt(0.5) * sd)
    felt = np.where(np.eye(n, dtype=bool), 0.0, (world.attitude + mutual).clip(-1.0, 1.0))
    moved = world.intent - world.setting.rules.opinion.intent_attitude * (felt - world.attitude)
    codes = {state.code: k for k, state in enumerate(scenario.states)}
    given = np.eye(n, dtype=bool)
    for relation in scenario.relations:
        if relation.intent is not None:
            given[codes[relation.of], codes[relation.to]] = True
    return world.but(attitude=felt, intent=np.where(given, world.intent, np.clip(moved, 0.0, 1.0)))


def _founded(world: World, ground: Ground, place: Ints | None = None, worth: Floats | None = None) -> World:
    """Lay the land out and measure what is remembered of the start."""
    seats = np.broadcast_to(np.arange(world.n), world.alive.shape) if place is None else place
    world = remembered(world.but(**lay_out(world, ground, seats, worth)))
    return world.but(regions_start=held_count(world).astype(np.int64), aim=first_card(world))


def remembered(world: World) -> World:
    """Measure what hangs on arms and wealth at the start: trends, estimates, shares of power as all believe them."""
    world = world.but(arms_trend=world.arms, published=_first_figures(world))
    return world.but(economy_start=economy(world), power_start=power(reputed(world)))


def _first_figures(world: World) -> Floats:
    """What is believed when a game begins: wrong by as much as figures usually are; 0 below level full, [..., N]."""
    if world.setting.level < FULL:
        return np.zeros(world.arms.shape)
    return world.arms * misjudged(world, "first estimate")
