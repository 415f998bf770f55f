"""The map in arrays: what lies where, what borders what."""

import numpy as np
import pygame
import pytest
from shapely.geometry import Point, Polygon

from game.ui.map.atlas import OPEN_SEA, Atlas, around
from game.ui.map.view import MapView

SQUARE = [[0, 0], [90, 0], [90, 90], [0, 90]]
HOLE = [[30, 30], [60, 30], [60, 60], [30, 60]]


def asset(*regions: list[list[list[float]]], backdrop: list[list[list[float]]] | None = None) -> dict:
    return {
        "name": "test",
        "width": 200,
        "height": 200,
        "backdrop": backdrop or [],
        "regions": [
            {"id": f"r{k}", "name": f"R{k}", "rings": rings, "label": [10, 10], "radius": 10, "area": 100 - k}
            for k, rings in enumerate(regions)
        ],
    }


def test_picking_equals_point_in_polygon(atlas: Atlas) -> None:
    view = MapView(atlas, pygame.Rect(0, 0, 640, 400))
    shapes = [[Polygon(ring) for ring in rings] for rings in atlas.rings]
    chance = np.random.default_rng(5)
    hits = 0
    for x, y in chance.integers(0, (640, 400), (400, 2)).tolist():
        point = Point(view.camera.to_map((x, y)))
        covers = [r for r, parts in enumerate(shapes) if sum(part.contains(point) for part in parts) % 2]
        assert (view.region_at((x, y)) in covers) if covers else view.region_at((x, y)) is None
        hits += bool(covers)
    assert 20 < hits < 400


def test_nothing_is_picked_outside_the_view(cells: Atlas) -> None:
    view = MapView(cells, pygame.Rect(100, 100, 300, 200))
    assert view.region_at((250, 200)) is not None
    assert view.region_at((90, 200)) is None


def test_a_hole_is_not_part_of_its_region() -> None:
    atlas = Atlas.of(asset([SQUARE, HOLE]))
    assert atlas.region_at(10, 10) == 0
    assert atlas.region_at(45, 45) is None


def test_a_hole_stays_open_in_the_picture() -> None:
    view = MapView(Atlas.of(asset([SQUARE, HOLE])), pygame.Rect(0, 0, 400, 400))
    surface = pygame.Surface((400, 400))
    view.draw(surface)
    land, hole = (surface.get_at([round(v) for v in view.camera.to_window(at, at)]) for at in (15, 45))
    assert land[:3] == view.scene.paint[0]
    assert hole != land


def test_each_border_is_told_once(atlas: Atlas) -> None:
    def length(points: np.ndarray) -> float:
        return float(np.hypot(*np.diff(points, axis=0).T).sum())

    rings = sum(length(np.concatenate([r, r[:1]])) for parts in atlas.rings for r in parts)
    shared = sum(length(b.points) for b in atlas.borders if b.left >= 0 and b.right >= 0)
    alone = sum(length(b.points) for b in atlas.borders if b.left >= 0 > b.right)
    assert rings == pytest.approx(2 * shared + alone, rel=1e-6)
    assert shared > 0 and alone > 0


def test_the_coast_of_land_not_in_play_is_no_region_s_border() -> None:
    beside = [[90, 0], [180, 0], [180, 90], [90, 90]]
    atlas = Atlas.of(asset([SQUARE], backdrop=[beside]))
    coasts = [(b.left, b.right) for b in atlas.borders]
    assert sorted(coasts) == [(-2, OPEN_SEA), (0, -2), (0, OPEN_SEA)]


def test_a_map_of_islands_has_no_bleed_and_a_cut_one_has(cells: Atlas, europe: Atlas) -> None:
    assert cells.bleed is None
    assert europe.bleed is not None and europe.bleed[0] < 0 < europe.size[0] < europe.bleed[2]


def test_a_box_around_points_has_room_to_spare() -> None:
    assert around([(0, 0), (100, 50)], spare=0.1) == (-10, -10, 110, 60)
