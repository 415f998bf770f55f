"""Building maps: from a seed, from a file of countries, and from mistakes."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from game.cartography.adjacency import coastal, land_neighbours, sea_links
from game.cartography.build import build, build_map, recipe_names
from game.cartography.carve import carve
from game.cartography.coverage import thinned
from game.cartography.projection import LambertConic
from game.cartography.recipes import EarthRecipe, SeaLinks
from game.cartography.rough import rough_line
from game.cartography.topojson import countries, unwrapped
from tests.cartography.shipped import shape, shipped_map

SAME_FIELDS = ("format", "version", "name", "title", "width", "height", "land", "sea", "coast", "seas", "credits")


def test_the_shipped_five_crowns_is_what_its_seed_grows() -> None:
    built, shipped = build_map("five-crowns", seed=7), shipped_map("five-crowns")
    assert {field: built[field] for field in SAME_FIELDS} == {field: shipped[field] for field in SAME_FIELDS}
    for now, then in zip(built["regions"], shipped["regions"], strict=True):
        assert (now["id"], now["name"]) == (then["id"], then["name"])
        differing = shape(now["rings"]).symmetric_difference(shape(then["rings"])).area
        assert differing < 0.01 * then["area"], now["id"]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    one = build("five-crowns", tmp_path / "one.json", seed=11)
    other = build("five-crowns", tmp_path / "folder", seed=11)
    assert other == tmp_path / "folder" / "five-crowns.json"
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_seed_gives_land_with_every_region_connected(seed: int) -> None:
    chart = build_map("five-crowns", seed=seed)
    ids = {region["id"] for region in chart["regions"]}
    assert ids == {region["id"] for region in shipped_map("five-crowns")["regions"]}
    assert {region for pair in chart["land"] for region in pair} == ids
    land = shapely.union_all([shape(region["rings"]) for region in chart["regions"]])
    assert all(land.distance(shapely.Point(sea["at"])) > 15 for sea in chart["seas"])


def test_progress_is_told_from_start_to_end(tmp_path: Path) -> None:
    told: list[float] = []
    build("five-crowns", tmp_path, progress=lambda _step, part: told.append(part))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_misspelt_name_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="did you mean europe-1900"):
        build("europe1900", tmp_path)
    with pytest.raises(ValueError, match="europe-1900 or five-crowns"):
        build("zzz", tmp_path)
    assert recipe_names() == ["europe-1900", "five-crowns"]


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"found none"):
        build("europe-1900", tmp_path, source=tmp_path / "nowhere.json")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"arcs": 3}', '{"objects": {"countries": []}}'])
def test_a_source_that_is_no_topojson_is_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    source = tmp_path / "source.json"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="Expected a world-atlas TopoJSON file"):
        build("europe-1900", tmp_path, source=source)


def test_without_npm_and_source_one_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ValueError, match="npm is missing"):
        build("europe-1900", tmp_path)


def test_lambert_agrees_with_the_worked_example_of_snyder() -> None:
    cone = LambertConic(parallels=(33, 45), centre=(-96, 23), at=(0, 0), km=6371.0)
    x, y = cone.project(np.array([-75.0, 35.0]))
    assert (x, -y) == pytest.approx((0.2966785, 0.2462112), abs=1e-6)


def test_longitudes_beyond_the_date_line_stay_beside_their_land() -> None:
    assert unwrapped(np.array([-179.0, 179.0]), 150.0).tolist() == [181.0, 179.0]


def test_a_line_bends_alike_from_either_end() -> None:
    line = np.array([[0.0, 0.0], [100.0, 30.0], [150.0, -20.0]])
    there, back = rough_line(line, 5.0, 0.2, "key"), rough_line(line[::-1], 5.0, 0.2, "key")
    assert len(there) > 20
    assert np.array_equal(there, back[::-1])


@pytest.fixture
def toy_world(tmp_path: Path) -> Path:
    """West and East, two squares of two degrees that share an arc, and an isle; East walks the arc backwards."""
    arcs = [
        [[20, 0], [0, 20]],
        [[20, 20], [-20, 0], [0, -20], [20, 0]],
        [[20, 0], [20, 0], [0, 20], [-20, 0]],
        [[42, 5], [5, 0], [0, 5], [-5, 0], [0, -5]],
    ]
    shapes = [
        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
        {"type": "MultiPolygon", "arcs": [[[2, -1]], [[3]]], "properties": {"name": "East"}},
    ]
    topology = {
        "transform": {"scale": [0.1, 0.1], "translate": [0, 50]},
        "arcs": arcs,
        "objects": {"countries": {"geometries": shapes}},
    }
    file = tmp_path / "toy.json"
    file.write_text(json.dumps(topology), encoding="utf-8")
    return file


def toy_recipe(**changes: Any) -> EarthRecipe:
    fields: dict[str, Any] = {
        "format": "counterpoise-recipe",
        "kind": "earth",
        "name": "toy",
        "title": "Toy",
        "width": 600,
        "height": 400,
        "margin": 100,
        "links": {"longest": 60.0},
        "seas": [],
        "cone": {"parallels": (45, 55), "centre": (2.0, 51.0), "at": (300, 200), "km": 1.0},
        "areas": [{"name": "north", "outline": [(-1, 51), (3, 51), (3, 53), (-1, 53)]}],
        "regions": [
            {"id": "south-west", "name": "South", "from": ["West"]},
            {"id": "north-west", "name": "North", "from": ["West/north"]},
            {"id": "east", "name": "East", "from": ["East"]},
        ],
    }
    return EarthRecipe.model_validate(fields | changes)


def test_arcs_are_joined_forwards_and_backwards(toy_world: Path) -> None:
    world = countries(toy_world)
    assert world["West"][0][0].tolist()[:2] == [[2.0, 50.0], [2.0, 52.0]]
    assert len(world["East"]) == 2
    assert all(np.allclose(ring[0], ring[-1]) for country in world.values() for ring in (p[0] for p in country))


def test_a_country_is_cut_in_two_and_its_neighbour_is_not(toy_world: Path) -> None:
    lands = carve(countries(toy_world), toy_recipe())
    assert land_neighbours({key: land for key, land in lands.items() if key}) == [
        ("east", "north-west"),
        ("east", "south-west"),
        ("north-west", "south-west"),
    ]
    halves = lands["north-west"].area, lands["south-west"].area
    assert halves[0] == pytest.approx(halves[1], rel=0.2)
    assert lands[""].is_empty


def test_what_no_region_claims_is_backdrop(toy_world: Path) -> None:
    recipe = toy_recipe(regions=[{"id": "west", "name": "West", "from": ["West"]}])
    lands = carve(countries(toy_world), recipe)
    assert lands[""].area > 0.9 * lands["west"].area
    assert coastal({"west": lands["west"]}, lands[""], shapely.box(-100, -100, 700, 500)) == ["west"]


def test_a_claim_on_a_country_that_is_not_there_is_refused(toy_world: Path) -> None:
    recipe = toy_recipe(regions=[{"id": "west", "name": "West", "from": ["Wets"]}])
    with pytest.raises(ValueError, match="Region west claims 'Wets'"):
        carve(countries(toy_world), recipe)


def test_thinning_keeps_borders_shared_drops_isles_and_leaves_no_gap() -> None:
    west = shapely.union_all([shapely.box(0, 0, 100, 100), shapely.box(140, 40, 143, 43)])
    east = shapely.box(100, 0, 200, 100).difference(shapely.box(140, 40, 143, 43))
    isle = shapely.box(220, 0, 223, 3)
    lands = thinned({"west": west, "east": shapely.union_all([east, isle])}, 0.5, 40.0)
    assert lands["west"].area == pytest.approx(100 * 100)
    assert lands["east"].area == pytest.approx(100 * 100)
    assert lands["west"].intersection(lands["east"]).length == pytest.approx(100)


def test_ships_do_not_cross_land_and_the_hand_table_has_the_last_word() -> None:
    a, b, c = shapely.box(0, 0, 10, 100), shapely.box(40, 0, 50, 100), shapely.box(80, 0, 90, 100)
    lands, nothing = {"a": a, "b": b, "c": c}, shapely.Polygon()
    free = sea_links(lands, nothing, ["a", "b", "c"], [], SeaLinks(longest=100))
    assert free == [("a", "b"), ("b", "c")]
    mended = SeaLinks(longest=100, add=[("c", "a")], drop=[("b", "a")])
    assert sea_links(lands, nothing, ["a", "b", "c"], [], mended) == [("a", "c"), ("b", "c")]
    with pytest.raises(ValueError, match="'atlantis'"):
        sea_links(lands, nothing, ["a"], [], SeaLinks(longest=1, add=[("a", "atlantis")]))
