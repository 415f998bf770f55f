"""Turns shorter than a year: four quarters come to a year, deeds count once, and the laws hold."""

import dataclasses
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.arena.simulate import simulate
from game.keeping import keep, resume
from game.match import DOCTRINE, Match, Seat
from game.measures.power import economy
from game.orders.sheet import blank, write
from game.phases import resolve
from game.storage.codec import digest
from game.storage.documents import Scenario
from game.storage.files import FileError, parse
from game.storage.founding import found
from game.storage.rules import load_rules
from game.storage.saves import load, save
from game.storage.scenarios import read_with_map
from game.world import Floats, World
from tests.properties.test_laws import breaches
from tests.stories.notation import play, put, under
from tests.stories.test_verbs_matter import at_war, crowns
from tests.worlds import GROUNDS, LONG, blind_draft, ground, start

CALM = {"economy__region_noise": 0.0, "economy__drift_noise": 0.0}
Number = Callable[[World], Floats]


def short_turns(world: World, parts: int = 4) -> World:
    return World(dataclasses.replace(world.setting, parts=parts), world.values())


def idle(world: World, turns: int) -> World:
    """The world after turns in which nobody orders anything."""
    for _turn in range(turns):
        world, _steps = resolve(world, blank(world))
    return world


def endless(world: World) -> World:
    """The same world of a long game, whose treaties do not run out."""
    terms = {f"{tie}_term": np.where(getattr(world, tie), 900, 0) for tie in ("pact", "trade", "nonaggression")}
    return world.but(last_turn=np.asarray(900), **terms)


def unsettled() -> World:
    """Five crowns without chance in growth, all in motion: conquered land, sanctions, tired people, a bad name."""
    world = under(crowns(), **CALM)
    conquered = np.arange(world.setting.r) % 3 == 0
    return endless(put(world, sanction={"CO AV": 2}, trade={"BR DO": True, "DO BR": True})).but(
        core=np.where(conquered, (world.owner + 1) % world.n, world.core),
        integration=np.where(conquered, 0.3, world.integration),
        cohesion=world.cohesion - 0.2,
        reputation=world.reputation * 0.5,
        aggression=np.full(world.n, 0.6),
        drift=np.linspace(-0.02, 0.02, world.n),
    )


MOVED: dict[str, tuple[Number, float]] = {
    "economy": (economy, 0.03),
    "arms": (lambda w: w.arms, 0.03),
    "cohesion": (lambda w: w.cohesion, 0.05),
    "attitude": (lambda w: w.attitude, 0.05),
    "integration": (lambda w: w.integration, 1e-6),
    "reputation": (lambda w: w.reputation, 0.03),
    "aggression": (lambda w: w.aggression, 1e-5),
    "drift": (lambda w: w.drift, 1e-4),
}
"""What moves by rates, and the part of its move in a year by which four quarters may miss it."""


@pytest.mark.parametrize("parts", [2, 4, 12])
@pytest.mark.parametrize("name", MOVED)
def test_the_parts_of_a_year_come_to_a_year(name: str, parts: int) -> None:
    number, tolerance = MOVED[name]
    before = unsettled()
    year, quarters = number(idle(before, 1)), number(idle(short_turns(before, parts), parts))
    moved = np.abs(year - number(before)).max()
    assert moved > 1e-3
    assert np.abs(quarters - year).max() <= tolerance * moved


def test_what_rates_balance_rests_where_it_does_in_yearly_turns() -> None:
    """Forty years of an even budget in an economy that stands still."""
    still = {"economy__growth": 0.0, "economy__invest": 0.0, "economy__trade": 0.0}
    world = endless(under(crowns(), **CALM, **still)).but(drift=np.zeros(5))
    years, quarters = idle(world, 40), idle(short_turns(world), 160)
    assert np.allclose(quarters.arms, years.arms, rtol=0.01)
    assert np.allclose(quarters.arms_trend, years.arms_trend, rtol=0.02)
    for feeling in ("cohesion", "attitude", "intent"):
        assert np.allclose(getattr(quarters, feeling), getattr(years, feeling), atol=0.02), feeling


def test_arming_alarms_as_long_in_quarters_as_in_years() -> None:
    """Guns for ten years: the intent ascribed to who arms rises by as much, within a fifth."""
    world = endless(under(crowns(), **CALM)).but(budget_arms=np.where(np.arange(5) == 0, 0.6, 0.2))
    rises = [(idle(w, n).intent - world.intent)[2, 0] for w, n in ((world, 10), (short_turns(world), 40))]
    assert rises[0] > 0.1
    assert abs(rises[1] / rises[0] - 1.0) < 0.2


@cache
def spread(parts: int, years: int) -> tuple[float, float]:
    """Spread over games of a region's growth by harvests alone, and of the drift after some years."""
    world = start("lab:6x4", 1, "foundations")
    seeds = np.arange(300)
    values = {name: np.repeat(value[None], len(seeds), 0) for name, value in world.values().items()}
    batch = World(world.setting, values | {"seed": seeds})
    after = idle(short_turns(batch, parts), years * parts)
    harvests = under(batch, economy__drift_noise=0.0)
    reaped = idle(short_turns(harvests, parts), years * parts)
    return float(np.std(np.log(reaped.wealth), axis=0).mean()), float(np.std(after.drift, axis=0).mean())


@pytest.mark.parametrize("parts", [2, 4])
def test_chance_in_growth_spreads_as_far_over_the_years(parts: int) -> None:
    for wide, narrow in zip(spread(1, 6), spread(parts, 6), strict=True):
        assert abs(narrow / wide - 1.0) < 0.08


def befallen(parts: int, years: int = 10) -> int:
    """Shocks that came in some years of many games at level full."""
    world = start("lab:6x4", 1, "full")
    values = {name: np.repeat(value[None], 100, 0) for name, value in world.values().items()}
    batch, count = short_turns(World(world.setting, values | {"seed": np.arange(100)}), parts), 0
    for _turn in range(years * parts):
        batch, steps = resolve(batch, blank(batch))
        count += int(next(record["befell"] for phase, _world, record in steps if phase.name == "events").sum())
    return count


def test_chance_strikes_as_often_a_year() -> None:
    years = befallen(1)
    assert years > 300
    assert abs(befallen(4) / years - 1.0) < 0.15


def fought(parts: int, years: int) -> tuple[float, float]:
    """Mean over games of the arms left and the regions that changed hands in a war of some years."""
    world = under(at_war(), **CALM)
    seeds = np.arange(300)
    values = {name: np.repeat(value[None], len(seeds), 0) for name, value in world.values().items()}
    batch = short_turns(
        World(world.setting, values | {"seed": seeds, "war_age": np.maximum(values["war_age"], 1)}), parts
    )
    after = idle(batch, years * parts)
    return float(after.arms[:, :2].mean()), float((after.owner != batch.owner).sum(-1).mean())


def test_a_war_costs_and_takes_as_much_in_quarters_as_in_years() -> None:
    (arms, land), (short_arms, short_land) = fought(1, 1), fought(4, 1)
    assert land > 0.2
    assert abs(short_arms / arms - 1.0) < 0.03
    assert abs(short_land / land - 1.0) < 0.25


@pytest.mark.parametrize("line", ["DO: send arms ES", "AV: attack CO", "AV: demand sablecoast", "AV: embargo CO"])
def test_a_deed_counts_as_much_in_a_short_turn(line: str) -> None:
    """What differs from a turn without the deed is as much in a quarter as in a year, but for what rates do to it."""
    felt = []
    for world in (under(crowns(), **CALM), short_turns(under(crowns(), **CALM))):
        with_, without = play(world, line).world, play(world, "").world
        felt.append([getattr(with_, name) - getattr(without, name) for name in ("attitude", "aggression", "influence")])
    for year, quarter in zip(*felt, strict=True):
        assert np.allclose(year, quarter, atol=0.04)


def test_sanctions_wear_off_by_the_year() -> None:
    world = put(crowns(), sanction={"CO AV": 2})
    assert idle(short_turns(world), 8).sanction_years.max() == 8
    rules, short = world.setting.rules, short_turns(world).setting.rules
    assert np.isclose(short.soft.wear**4, rules.soft.wear, atol=1e-6)
    assert short.soft.longest == 4 * rules.soft.longest


def test_the_rules_of_a_year_stay_what_they_are_and_are_what_is_saved() -> None:
    rules = load_rules()
    short = rules.in_turns(4)
    assert rules.in_turns(1) is rules
    assert short.values() == rules.values() == short.in_turns(1).values()
    assert short.economy.growth == rules.economy.growth / 4
    assert short.but(economy__growth=0.04).economy.growth == 0.01
    assert short.in_turns(12).economy.growth == rules.economy.growth / 12


def quarterly(name: str = "five-crowns", years: float = 0.25, **more: object) -> Scenario:
    document = ground(name)[0].model_dump(mode="json", by_alias=True)
    return parse(Scenario, {**document, "years": years, **more}, "quarters.json")


@pytest.mark.parametrize(
    ("years", "parts", "whole"), [(1, 1, 1), (3, 1, 3), (0.5, 2, 1), (0.333, 3, 1), (1 / 12, 12, 1)]
)
def test_a_scenario_may_divide_the_year(years: float, parts: int, whole: int) -> None:
    scenario = quarterly(years=years)
    setting = found(scenario, ground("five-crowns")[1], 1).setting
    assert (setting.parts, setting.years) == (parts, whole)
    assert setting.rules.budget.rate == load_rules().budget.rate / parts
    assert scenario.model_dump(mode="json")["years"] == years


@pytest.mark.parametrize("years", [0, -1, 0.3, 1.5, 26, 0.05, 1e-9, "1", True, None])
def test_any_other_length_of_a_turn_is_refused_in_one_sentence(years: object) -> None:
    with pytest.raises(FileError, match=r"at years: .*; found") as told:
        quarterly(years=years)  # type: ignore[arg-type]
    assert "\n" not in str(told.value)


def test_what_a_scenario_dates_by_years_is_counted_in_turns() -> None:
    pact = {"between": ["CO", "DO"], "since": 1418, "term": 6, "source": "game"}
    sanction = {"from": "ES", "to": "AV", "kind": "economic", "since": 1417, "source": "game"}
    scenario = quarterly(pacts=[pact], guarantees=[], wars=[], sanctions=[sanction], relations=[], start=1420)
    world = found(scenario, ground("five-crowns")[1], 1)
    codes = world.setting.codes
    at = {code: k for k, code in enumerate(codes)}
    assert world.pact_age[at["CO"], at["DO"]] == 8
    assert world.pact_term[at["CO"], at["DO"]] == 6
    assert world.sanction_years[at["ES"], at["AV"]] == 12


def test_a_save_of_short_turns_goes_on_where_it_stood(tmp_path: Path) -> None:
    scenario, map_document = quarterly(), ground("five-crowns")[1]
    match = Match.start(scenario, map_document, [Seat(DOCTRINE, "balancer")] * 5, seed=3)
    for _turn in range(3):
        match.end_turn()
    again = resume(load(save(keep(match), "quarters", tmp_path)))
    assert again.world.setting.parts == 4
    assert again.world.setting.rules.values() == load_rules().values()
    match.end_turn()
    again.end_turn()
    assert digest(again.world) == digest(match.world)


@pytest.mark.parametrize("name", GROUNDS)
@given(seed=st.integers(0, 10_000), parts=st.sampled_from([2, 3, 4, 12]))
def test_no_law_is_broken_in_short_turns(name: str, seed: int, parts: int) -> None:
    world = short_turns(start(name, seed % 7, "full"), parts)
    rng = np.random.default_rng(seed)
    for _turn in range(20 if LONG else 5):
        if world.ending:
            break
        world, _steps = resolve(world, write(world, blind_draft(world, rng)))
        assert breaches(world) == []


def test_a_scenario_of_quarters_plays_twenty_games(tmp_path: Path) -> None:
    path = tmp_path / "europe-in-quarters.json"
    document = ground("europe-1900")[0].model_dump(mode="json", by_alias=True)
    path.write_text(json.dumps({**document, "name": path.stem, "years": 0.25}), "utf-8")
    scenario, map_document = read_with_map(path)
    seats = [Seat(DOCTRINE, state.doctrine) for state in scenario.states]
    games = simulate(scenario, map_document, seats, seed=1, games=20)
    assert len({game["hashes"][-1] for game in games}) == 20
    assert all(scenario.turns - 1 <= game["turns"] for game in games if game["hegemon"] is None)
    assert all(0.0 <= score <= 100.0 for game in games for score in game["scores"].values())
