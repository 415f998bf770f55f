"""Europe as it was in 1900: who held which town, and numbers that can be worked out again."""

from itertools import combinations

import numpy as np
import pytest
from shapely.geometry import Point

from game.cartography.projection import LambertConic
from game.cartography.recipes import EarthRecipe, load_recipe
from tests.cartography.shipped import shapes, shipped_scenario

TOWNS = {
    "DE": "Berlin 13.4 52.5; Strassburg 7.75 48.58; Metz 6.18 49.12; Posen 16.93 52.4; Thorn 18.55 53.05; "
    "Breslau 17.03 51.1; Kattowitz 18.95 50.25; Allenstein 20.48 53.78; Königsberg 20.6 54.7; Memel 21.3 55.7; "
    "Hadersleben 9.4 55.25; Munich 11.6 48.1; Mülhausen 7.34 47.75",
    "FR": "Paris 2.35 48.85; Nancy 6.1 48.68; Belfort 6.8 47.64; Nice 7.2 43.75; Ajaccio 8.8 41.95; Algiers 3.05 36.6; "
    "Tunis 9.9 36.7; Verdun 5.4 49.15",
    "RU": "Warsaw 21.0 52.2; Lodz 19.45 51.77; Kalisz 18.2 51.75; Wloclawek 19.07 52.65; Suwalki 22.95 54.1; "
    "Lublin 22.57 51.25; Vilna 25.3 54.7; Riga 24.3 56.9; Reval 25.0 59.2; Helsingfors 25.2 60.4; Vyborg 28.9 60.8; "
    "Kiev 30.5 50.45; Rovno 26.25 50.6; Odessa 30.5 46.7; Kishinev 28.85 47.0; Ismail 28.8 45.6; Sevastopol 33.9 44.8; "
    "Kars 43.1 40.6; Batum 42.0 41.7; Tiflis 44.8 41.7; Petersburg 30.5 59.7; Minsk 27.55 53.9",
    "AH": "Vienna 16.35 48.2; Prague 14.4 50.1; Trent 11.12 46.07; Trieste 13.9 45.75; Görz 13.62 45.95; "
    "Bozen 11.35 46.5; Krakow 19.95 50.06; Lemberg 24.0 49.85; Tarnopol 25.6 49.55; Czernowitz 25.93 48.3; "
    "Suczawa 26.1 47.68; Budapest 19.05 47.5; Pressburg 17.2 48.3; Ungvar 22.3 48.6; Klausenburg 23.6 46.77; "
    "Kronstadt 25.6 45.7; Temesvar 21.2 45.75; Novi Sad 19.85 45.4; Agram 16.0 45.8; "
    "Sarajevo 18.4 43.85; Spalato 16.7 43.6",
    "IT": "Rome 12.5 41.9; Milan 9.2 45.5; Venice 12.1 45.5; Udine 13.2 46.05; Naples 14.4 41.0; Palermo 13.4 37.9; "
    "Cagliari 9.1 39.4",
    "OT": "Salonica 22.9 40.75; Monastir 21.3 41.0; Üsküb 21.4 42.0; Prishtina 21.15 42.65; Novi Pazar 20.5 43.1; "
    "Scutari 19.6 42.1; Yannina 20.85 39.7; Adrianople 26.55 41.65; Kirdzhali 25.4 41.6; Constantinople 28.7 41.15; "
    "Candia 25.1 35.2; Rhodes 28.0 36.2; Smyrna 27.3 38.4; Erzerum 41.2 39.9; Damascus 36.4 33.5; Bagdad 44.4 33.3; "
    "Tripoli 13.2 32.7; Kavala 24.35 41.05",
    "GB": "London -0.5 51.5; Edinburgh -3.4 55.8; Cardiff -3.3 51.6; York -1.1 53.95; Dublin -6.5 53.3; "
    "Belfast -6.2 54.6; Nicosia 33.3 35.1",
    "RO": "Bucharest 26.1 44.4; Jassy 27.5 47.15; Tulcea 28.6 45.0; Craiova 23.8 44.3",
    "BG": "Sofia 23.3 42.7; Philippopolis 24.75 42.15; Silistra 27.1 44.05; Varna 27.7 43.3; Burgas 27.3 42.5",
    "SB": "Belgrade 20.45 44.7; Nish 21.9 43.3; Vranje 21.9 42.6; Pirot 22.5 43.1",
    "GR": "Athens 23.75 38.05; Larissa 22.4 39.65; Patras 21.8 38.15; Corfu 19.85 39.6",
    "SE": "Stockholm 17.9 59.35; Christiania 10.7 60.0; Lulea 21.9 65.6",
}
"""Longitude and latitude of towns; ports a little inland, so that thinned coasts do not drown them."""

NMC = {
    "DE": (6461, 56046, 8719, 35428, 606),
    "GB": (4980, 41155, 13513, 38741, 331),
    "FR": (1565, 38940, 5233, 37337, 654),
    "AH": (1170, 46798, 3175, 16755, 312),
    "RU": (2216, 132900, 6666, 38697, 928),
    "IT": (116, 32350, 3162, 13716, 318),
    "OT": (0, 28052, 853, 6914, 336),
    "ES": (199, 18530, 1676, 5939, 153),
    "PT": (0, 5420, 458, 1567, 36),
    "BE": (655, 6694, 766, 2259, 47),
    "NL": (0, 5160, 1142, 3133, 29),
    "SE": (300, 7356, 480, 2551, 63),
    "RO": (0, 6000, 280, 1882, 62),
    "SB": (0, 2492, 0, 625, 23),
    "GR": (0, 2504, 128, 896, 25),
    "BG": (0, 4184, 0, 1203, 59),
}
"""NMC 7.0: iron and steel, population, urban population of 1900; spending, personnel of 1898 (Bulgaria: all 1908)."""

DEFENCE_PACTS_OF_1900 = {"AH-DE", "DE-IT", "AH-IT", "AH-RO", "DE-RO", "FR-RU", "GB-PT"}


def states() -> dict[str, dict[str, float]]:
    return {state["code"]: state for state in shipped_scenario("europe-1900")["states"]}


@pytest.mark.parametrize("holder", TOWNS)
def test_towns_are_held_by_whoever_held_them(holder: str) -> None:
    recipe = load_recipe("europe-1900")
    assert isinstance(recipe, EarthRecipe)
    cone = LambertConic(**recipe.cone.model_dump())
    owners = {region["id"]: region["owner"] for region in shipped_scenario("europe-1900")["regions"]}
    for town in TOWNS[holder].split("; "):
        name, longitude, latitude = town.rsplit(" ", 2)
        place = Point(cone.project(np.array([float(longitude), float(latitude)])))
        found = [owners[region] for region, land in shapes("europe-1900").items() if land.contains(place)]
        assert found == [holder], name


def test_alsace_is_german_and_missed_by_france() -> None:
    alsace = next(r for r in shipped_scenario("europe-1900")["regions"] if r["id"] == "alsace")
    assert (alsace["owner"], alsace["core"]) == ("DE", "FR")


def test_economies_follow_from_steel_people_and_towns() -> None:
    totals = np.array(list(NMC.values())).sum(axis=0)
    for code, state in states().items():
        shares = np.array(NMC[code]) / totals
        assert state["economy"] == pytest.approx(100 * shares[:3].mean(), abs=0.051), code


def test_arms_follow_from_spending_and_soldiers() -> None:
    totals = np.array(list(NMC.values())).sum(axis=0)
    for code, state in states().items():
        shares = np.array(NMC[code]) / totals
        assert state["arms"] == pytest.approx(37.5 * shares[3:].mean(), abs=0.051), code


def test_germany_leads_and_nobody_holds_three_tenths_of_power() -> None:
    usable = {c: s["arms"] * s["quality"] * (0.6 + 0.4 * s["cohesion"]) for c, s in states().items()}
    wealth = sum(s["economy"] for s in states().values())
    power = {c: s["economy"] / wealth / 2 + usable[c] / sum(usable.values()) / 2 for c, s in states().items()}
    assert max(power, key=lambda code: power[code]) == "DE"
    assert max(power.values()) < 0.30


def test_defence_pacts_are_those_in_force_in_1900() -> None:
    pacts = shipped_scenario("europe-1900")["pacts"]
    assert {"-".join(sorted(pact["between"])) for pact in pacts} == DEFENCE_PACTS_OF_1900
    assert all(pact["source"] == "atop" for pact in pacts)


def test_guarantees_are_those_of_london_and_stockholm() -> None:
    guarantees = shipped_scenario("europe-1900")["guarantees"]
    signed = [guarantee for guarantee in guarantees if guarantee["source"] == "history"]
    found = {(guarantee["since"], guarantee["to"], guarantee["from"]) for guarantee in signed}
    london = {(1839, "BE", signatory) for signatory in ("GB", "FR", "DE", "AH", "RU")}
    assert found == london | {(1855, "SE", "GB"), (1855, "SE", "FR")}


def test_the_great_powers_have_three_to_six_regions_and_the_others_one_to_three() -> None:
    owners = [region["owner"] for region in shipped_scenario("europe-1900")["regions"]]
    for code in states():
        low, high = (3, 6) if code in {"DE", "GB", "FR", "RU", "AH", "IT", "OT"} else (1, 3)
        assert low <= owners.count(code) <= high, code


def test_poland_is_partitioned_between_three_powers() -> None:
    owners = {r["id"]: r["owner"] for r in shipped_scenario("europe-1900")["regions"]}
    assert [owners[part] for part in ("poland", "prussia", "galicia")] == ["RU", "DE", "AH"]


def test_every_pair_has_one_relation_each_way_at_most() -> None:
    pairs = [(r["of"], r["to"]) for r in shipped_scenario("europe-1900")["relations"]]
    assert len(set(pairs)) == len(pairs)
    assert {(b, a) for a, b in pairs} == set(pairs)
    assert len(pairs) < len(list(combinations(states(), 2))) * 2
