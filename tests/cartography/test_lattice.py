"""Maps that are grown at run time for the laboratory."""

import json
from itertools import pairwise
from time import process_time

import pytest
from shapely import maximum_inscribed_circle
from shapely.geometry import Point, Polygon

from game.storage.lattice import lattice

KNOWN_LABELS = [[1661.5, 338.5], [1630.1, 1130.1], [209.0, 1291.0], [984.8, 1051.3], [271.6, 271.6], [464.2, 808.0]]
KNOWN_LAND = [
    ["r0-0", "r0-1"],
    ["r0-0", "r1-1"],
    ["r0-0", "r2-0"],
    ["r0-0", "r2-1"],
    ["r0-1", "r1-1"],
    ["r1-0", "r1-1"],
    ["r1-0", "r2-1"],
    ["r1-1", "r2-1"],
    ["r2-0", "r2-1"],
]
SIZES = ((1, 1), (2, 1), (3, 1), (1, 4), (6, 4), (7, 3), (12, 2), (5, 9))


@pytest.fixture(params=SIZES, ids=str)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    states, per_state = request.param
    return states, per_state


@pytest.mark.parametrize("seed", range(6))
def test_every_region_can_be_reached_from_every_other(size: tuple[int, int], seed: int) -> None:
    chart = lattice(*size, seed)
    beside: dict[str, set[str]] = {region["id"]: set() for region in chart["regions"]}
    for a, b in chart["land"]:
        beside[a].add(b)
        beside[b].add(a)
    reached, edge = set(), {"r0-0"}
    while edge:
        reached |= edge
        edge = set().union(*(beside[region] for region in edge)) - reached
    assert reached == set(beside)


def test_ids_name_state_and_place(size: tuple[int, int]) -> None:
    states, per_state = size
    expected = [f"r{state}-{k}" for state in range(states) for k in range(per_state)]
    assert [region["id"] for region in lattice(*size, 3)["regions"]] == expected


def test_cells_fill_the_rectangle_without_gap_or_overlap(size: tuple[int, int]) -> None:
    chart = lattice(*size, 3)
    cells = [Polygon(region["rings"][0]) for region in chart["regions"]]
    assert all(cell.is_valid for cell in cells)
    assert sum(cell.area for cell in cells) == pytest.approx(chart["width"] * chart["height"], rel=1e-4)
    overlaps = [a.intersection(b).area for i, a in enumerate(cells) for b in cells[:i]]
    assert max(overlaps, default=0.0) < 0.1 * 3000


def test_neighbours_share_both_corners_of_their_border(size: tuple[int, int]) -> None:
    chart = lattice(*size, 3)
    corners = {region["id"]: {tuple(corner) for corner in region["rings"][0]} for region in chart["regions"]}
    assert all(len(corners[a] & corners[b]) == 2 for a, b in chart["land"])


def test_regions_too_far_apart_are_no_neighbours() -> None:
    for seed in range(20):
        chart = lattice(6, 4, seed)
        sides = {region["id"]: sides_of(region) for region in chart["regions"]}
        sharing = sum(len(sides[a] & sides[b]) == 1 for i, a in enumerate(sides) for b in list(sides)[:i])
        if sharing > len(chart["land"]):
            return
    pytest.fail("twenty maps, and not one long side was left out")


def sides_of(region: dict[str, list[list[list[float]]]]) -> set[frozenset[tuple[float, ...]]]:
    ring = [tuple(corner) for corner in region["rings"][0]]
    return {frozenset(side) for side in pairwise([*ring, ring[0]])}


def test_a_state_holds_together() -> None:
    for seed in range(20):
        chart = lattice(7, 4, seed)
        own = {(a, b) for a, b in chart["land"] if a.split("-")[0] == b.split("-")[0]}
        for state in range(7):
            reached = {f"r{state}-0"}
            for _step in range(4):
                reached |= {b for a, b in own if a in reached} | {a for a, b in own if b in reached}
            assert len(reached) == 4, (seed, state)


def test_labels_stand_in_the_middle_of_their_cells(size: tuple[int, int]) -> None:
    for region in lattice(*size, 5)["regions"]:
        cell = Polygon(region["rings"][0])
        largest = maximum_inscribed_circle(cell, tolerance=0.1).length
        assert cell.exterior.distance(Point(region["label"])) == pytest.approx(region["radius"], abs=0.3)
        assert region["radius"] == pytest.approx(largest, abs=0.3)


def test_the_same_seed_grows_the_same_map_and_another_seed_another() -> None:
    assert json.dumps(lattice(9, 3, 5)) == json.dumps(lattice(9, 3, 5))
    assert lattice(9, 3, 5)["regions"] != lattice(9, 3, 6)["regions"]


def test_a_known_map_is_the_same_on_every_machine() -> None:
    chart = lattice(3, 2, 1)
    assert [region["label"] for region in chart["regions"]] == KNOWN_LABELS
    assert chart["land"] == KNOWN_LAND


def test_a_hundred_and_eighty_states_take_less_than_a_second() -> None:
    start = process_time()
    chart = lattice(180, 2, 1)
    assert process_time() - start < 1.0
    assert len(chart["regions"]) == 360


def test_a_map_without_states_is_refused_in_one_sentence() -> None:
    with pytest.raises(ValueError, match="at least one state"):
        lattice(0, 3, 1)
