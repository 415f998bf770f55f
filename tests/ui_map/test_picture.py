"""Pictures and measurements without a window."""

import pygame

from game.ui.map.atlas import Atlas, around
from game.ui.map.labels import Label
from game.ui.map.measure import honeycomb, measure
from game.ui.map.picture import render
from game.ui.map.relations import Relation
from tests.ui_map.conftest import scene_of


def test_a_picture_shows_land_labels_and_ties(europe: Atlas) -> None:
    size = (800, 450)
    bare = render(europe, size, scene_of(europe), seas=False)
    labels = [Label(f"L{k}", "", (200, 90, 90), tuple(europe.labels[k])) for k in (0, 12)]
    named = render(europe, size, scene_of(europe), labels=labels, seas=False)
    tied = render(europe, size, scene_of(europe), labels=labels, relations=[Relation("pact", 0, 1)], seas=False)
    pictures = [pygame.image.tobytes(each, "RGB") for each in (bare, named, tied)]
    assert bare.get_size() == size
    assert len(set(pictures)) == 3


def test_the_same_picture_twice_is_the_same(europe: Atlas) -> None:
    box = around(europe.labels[:4].tolist())
    one, two = (render(europe, (640, 360), scene_of(europe), aim=box, zoom=1.3) for _ in range(2))
    assert pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(two, "RGB")


def test_the_made_up_map_has_175_states_with_shared_borders() -> None:
    atlas = Atlas.of(honeycomb())
    assert atlas.count == 175
    points = {tuple(point) for parts in atlas.rings for ring in parts for point in ring.tolist()}
    assert 4000 < len(points) < 4700
    neighbours = {(border.left, border.right) for border in atlas.borders if border.right >= 0}
    assert len(neighbours) == 24 * 7 + 6 * (2 * 25 - 1)


def test_measuring_reports_every_number_of_the_bar() -> None:
    found = measure(honeycomb(5, 4, 3), (320, 200), rounds=1)
    assert set(found) == {"pan_ms", "zoom_ms", "recolour_ms", "recolour_all_ms", "rebuild_ms"}
    assert all(value > 0 for value in found.values())
