"""What every shipped map promises: borders shared, nothing out of reach, labels inside."""

import pytest
import shapely
from shapely.geometry import Point

from tests.cartography.shipped import NAMES, shape, shapes, shipped_map

ROUNDING = 0.1


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_region_has_an_id_of_its_own(name: str) -> None:
    ids = [region["id"] for region in shipped_map(name)["regions"]]
    assert len(set(ids)) == len(ids) >= 20


def test_land_neighbours_share_corners_to_the_last_digit(name: str) -> None:
    corners = {
        region["id"]: {tuple(corner) for ring in region["rings"] for corner in ring}
        for region in shipped_map(name)["regions"]
    }
    apart = [(a, b) for a, b in shipped_map(name)["land"] if len(corners[a] & corners[b]) < 2]
    assert apart == []


def test_regions_do_not_lie_on_each_other(name: str) -> None:
    lands = list(shapes(name).values())
    union = shapely.union_all(lands)
    assert sum(land.area for land in lands) == pytest.approx(union.area, rel=1e-4)


def test_no_sliver_of_nothing_opens_between_regions(name: str) -> None:
    backdrop = shape(shipped_map(name)["backdrop"])
    union = shapely.union_all([*shapes(name).values(), backdrop])
    holes = [shapely.Polygon(ring).area for part in shapely.get_parts(union) for ring in part.interiors]
    slivers = [area for area in holes if 0.5 < area < 40]
    assert slivers == []


def test_each_pair_of_neighbours_stands_once_and_in_order(name: str) -> None:
    for kind in ("land", "sea"):
        pairs = [tuple(pair) for pair in shipped_map(name)[kind]]
        assert pairs == sorted(set(pairs))
        assert all(a < b for a, b in pairs)


def test_land_neighbours_are_those_with_a_border_in_common(name: str) -> None:
    lands = shapes(name)
    listed = {tuple(pair) for pair in shipped_map(name)["land"]}
    ids = sorted(lands)
    borders = {
        (a, b): lands[a].buffer(ROUNDING).intersection(lands[b].buffer(ROUNDING)).area
        for i, a in enumerate(ids)
        for b in ids[i + 1 :]
        if lands[a].distance(lands[b]) < ROUNDING
    }
    long_borders = {pair for pair, area in borders.items() if area > 2 * ROUNDING * 6}
    assert long_borders <= listed <= set(borders)


def test_no_pair_is_neighbour_by_land_and_by_sea(name: str) -> None:
    chart = shipped_map(name)
    assert not {tuple(p) for p in chart["land"]} & {tuple(p) for p in chart["sea"]}


def test_every_region_can_be_reached_from_every_other(name: str) -> None:
    chart = shipped_map(name)
    beside: dict[str, set[str]] = {region["id"]: set() for region in chart["regions"]}
    for a, b in (*chart["land"], *chart["sea"]):
        beside[a].add(b)
        beside[b].add(a)
    reached, edge = set(), {chart["regions"][0]["id"]}
    while edge:
        reached |= edge
        edge = set().union(*(beside[region] for region in edge)) - reached
    assert reached == set(beside)


def test_sea_links_run_between_coasts(name: str) -> None:
    chart = shipped_map(name)
    assert {region for pair in chart["sea"] for region in pair} <= set(chart["coast"])


def test_a_label_stands_in_its_region_with_room_around_it(name: str) -> None:
    lands = shapes(name)
    for region in shipped_map(name)["regions"]:
        land, label = lands[region["id"]], Point(region["label"])
        assert land.contains(label), region["id"]
        assert land.boundary.distance(label) >= region["radius"] - 1.0, region["id"]
        assert region["radius"] >= 12, region["id"]


def test_labels_and_sea_names_stand_inside_the_frame(name: str) -> None:
    chart = shipped_map(name)
    places = [region["label"] for region in chart["regions"]] + [sea["at"] for sea in chart["seas"]]
    assert all(0 <= x <= chart["width"] and 0 <= y <= chart["height"] for x, y in places)


def test_seas_are_named_where_there_is_water(name: str) -> None:
    chart = shipped_map(name)
    land = shapely.union_all([*shapes(name).values(), shape(chart["backdrop"])])
    dry = [sea["name"] for sea in chart["seas"] if land.contains(Point(sea["at"]))]
    assert dry == []


def test_areas_are_those_of_the_rings(name: str) -> None:
    for region in shipped_map(name)["regions"]:
        assert shapes(name)[region["id"]].area == pytest.approx(region["area"], rel=0.01)


def test_land_goes_on_beyond_the_frame_so_that_no_window_shows_an_edge() -> None:
    backdrop = shape(shipped_map("europe-1900")["backdrop"])
    left, _top, right, bottom = backdrop.bounds
    assert left <= -490
    assert right >= 2490
    assert bottom >= 1990
