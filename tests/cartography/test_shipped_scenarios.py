"""What the two scenarios that are played on drawn maps promise: sums, sources, colours, emblems."""

from itertools import combinations
from math import dist

import pytest

from tests.cartography.shipped import ASSETS, NAMES, shipped_map, shipped_scenario

NUMBERS = ("economy", "arms", "quality", "cohesion", "reputation", "aggression", "sea_power")
FURTHEST_APART = 20.0
"""Lab distance below which two state colours are told apart with effort."""
INK = "#0A131C"


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_shares_of_a_states_regions_sum_to_one(name: str) -> None:
    scenario = shipped_scenario(name)
    for state in scenario["states"]:
        shares = [region["share"] for region in scenario["regions"] if region["owner"] == state["code"]]
        assert sum(shares) == pytest.approx(1.0), state["code"]


def test_economies_sum_to_a_hundred_points(name: str) -> None:
    assert sum(state["economy"] for state in shipped_scenario(name)["states"]) == pytest.approx(100, abs=0.5)


def test_every_number_of_a_state_has_a_known_source(name: str) -> None:
    scenario = shipped_scenario(name)
    for state in scenario["states"]:
        assert set(state["sources"]) >= set(NUMBERS), state["code"]
        assert set(state["sources"].values()) <= set(scenario["sources"]), state["code"]


def test_every_region_tie_and_relation_has_a_known_source(name: str) -> None:
    scenario = shipped_scenario(name)
    kinds = ("regions", "pacts", "trade", "nonaggression", "guarantees", "sanctions", "wars", "relations")
    used = {row["source"] for kind in kinds for row in scenario[kind]}
    assert used <= set(scenario["sources"])


def test_codes_ids_and_emblems_are_unique(name: str) -> None:
    states = shipped_scenario(name)["states"]
    for field in ("code", "id", "name", "emblem", "colour"):
        assert len({state[field] for state in states}) == len(states), field


def test_the_scenario_names_exactly_the_regions_of_its_map(name: str) -> None:
    scenario = shipped_scenario(name)
    on_map = {region["id"] for region in shipped_map(scenario["map"])["regions"]}
    assert sorted(region["id"] for region in scenario["regions"]) == sorted(on_map)


def test_every_state_has_one_capital(name: str) -> None:
    scenario = shipped_scenario(name)
    capitals = [region["owner"] for region in scenario["regions"] if region["capital"]]
    assert sorted(capitals) == sorted(state["code"] for state in scenario["states"])


def test_every_emblem_is_shipped_and_takes_its_colour_from_the_game(name: str) -> None:
    for state in shipped_scenario(name)["states"]:
        drawing = (ASSETS / "icons" / "emblems" / f"{state['emblem']}.svg").read_text(encoding="utf-8")
        assert 'fill="currentColor"' in drawing
        assert "#" not in drawing


def test_state_colours_can_be_told_apart_and_carry_dark_ink(name: str) -> None:
    colours = [state["colour"] for state in shipped_scenario(name)["states"]]
    near = [(a, b) for a, b in combinations(colours, 2) if dist(lab(a), lab(b)) < FURTHEST_APART]
    assert near == []
    assert all((luminance(colour) + 0.05) / (luminance(INK) + 0.05) >= 4.5 for colour in colours)


def test_neighbours_by_land_are_at_least_as_far_apart_as_the_best_known_palette(name: str) -> None:
    scenario = shipped_scenario(name)
    owner = {region["id"]: region["owner"] for region in scenario["regions"]}
    colour = {state["code"]: state["colour"] for state in scenario["states"]}
    touching = {(owner[a], owner[b]) for a, b in shipped_map(scenario["map"])["land"] if owner[a] != owner[b]}
    assert all(dist(lab(colour[a]), lab(colour[b])) >= 27 for a, b in touching)


def test_in_five_crowns_no_one_outweighs_the_leader_but_three_together_do() -> None:
    economy = {state["code"]: state["economy"] for state in shipped_scenario("five-crowns")["states"]}
    leader, *others = sorted(economy.values(), reverse=True)
    assert leader == economy["AV"] == 30.0
    assert others[0] + others[1] > leader > others[0]
    assert len({code[0] for code in economy}) == 5


def test_in_five_crowns_everyone_borders_the_leader() -> None:
    owner = {region["id"]: region["owner"] for region in shipped_scenario("five-crowns")["regions"]}
    pairs = {frozenset((owner[a], owner[b])) for a, b in shipped_map("five-crowns")["land"]}
    assert all(frozenset(("AV", other)) in pairs for other in ("BR", "CO", "DO", "ES"))


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lab(colour: str) -> tuple[float, float, float]:
    """Convert sRGB to CIE L*a*b* (D65)."""
    red, green, blue = linear(colour)
    white = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        luminance(colour),
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in white)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
