"""The map on screen: what is kept and what is drawn anew must never be told apart."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.ui.map.atlas import Atlas
from game.ui.map.paths import Paths
from game.ui.map.terrain import Outline, Scene
from game.ui.map.view import REST, MapView
from tests.ui_map.conftest import Clock, afresh, picture, scene_of

CHANGES = {
    "colour": lambda s: replace(s, paint=[*s.paint[:12], (250, 10, 10), *s.paint[13:]]),
    "owner": lambda s: replace(s, owner=[*s.owner[:12], 99, *s.owner[13:]]),
    "hatch": lambda s: replace(s, hatch=[*s.hatch[:12], 0, *s.hatch[13:]]),
    "no hatches": lambda s: replace(s, hatch=()),
    "stripes": lambda s: replace(s, stripe=[*s.stripe[:12], (9, 200, 9), *s.stripe[13:]]),
    "outline": lambda s: replace(s, outlines=(Outline(frozenset({12, 13}), (255, 255, 255)),)),
    "all": lambda s: replace(s, paint=[(40, 50 + r, 60) for r in range(len(s.paint))]),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("zoom", [1.0, 2.3])
def test_drawing_what_changed_equals_drawing_everything(view: MapView, change: str, zoom: float) -> None:
    view.camera.zoom(zoom, (300, 200))
    before = picture(view)
    view.show(CHANGES[change](view.scene))
    after = picture(view)
    assert after == afresh(view)
    if zoom == 1.0:
        assert after != before


def test_taking_a_change_back_restores_every_pixel(view: MapView) -> None:
    scene, before = view.scene, picture(view)
    view.show(CHANGES["outline"](CHANGES["colour"](scene)))
    picture(view)
    view.show(scene)
    assert picture(view) == before


def test_panning_equals_drawing_anew(view: MapView) -> None:
    view.camera.zoom(2.6, (320, 200))
    picture(view)
    for step, (dx, dy) in enumerate([(-37, -11)] * 9 + [(90, 3)] * 8 + [(-400, 250), (3, 60), (0, -700)]):
        view.camera.pan(dx, dy)
        shown = picture(view)
        if step % 4 == 3 or step > 16:
            assert shown == afresh(view), f"step {step}"


def test_what_is_drawn_when_idle_equals_drawing_anew(view: MapView) -> None:
    picture(view)
    view.show(CHANGES["all"](view.scene))
    for _ in range(20):
        view.tick()
    assert not view.busy
    kept = pygame.image.tobytes(view.terrain.land.surface, "RGB")
    view.terrain.redraw(view.terrain.land.area)
    assert pygame.image.tobytes(view.terrain.land.surface, "RGB") == kept


def test_hatches_come_back_right_after_a_scene_without_them(view: MapView) -> None:
    view.camera.zoom(2.6, (320, 200))
    hatched = view.scene
    picture(view)
    view.show(replace(hatched, hatch=()))
    for _ in range(30):
        view.camera.pan(-19, 8)
        picture(view)
    view.show(hatched)
    assert picture(view) == afresh(view)


def test_zooming_keeps_the_point_under_the_cursor(view: MapView) -> None:
    view.camera.zoom(3.0, (330, 220))
    for at in ((330, 220), (100, 300), (600, 50)):
        for notches in (1, 3, -2, -1, 0.4):
            under = view.camera.to_map(at)
            assert view.zoom_at(notches, at)
            assert view.camera.to_window(*under) == pytest.approx(at, abs=1.0)


def test_zooming_in_and_out_ends_where_it_began(view: MapView) -> None:
    view.camera.zoom(2.0, (300, 200))
    origin, scale = view.camera.origin, view.camera.scale
    for notches in (1, 1, -1, -1):
        view.zoom_at(notches, (222, 111))
    assert view.camera.scale == pytest.approx(scale)
    assert view.camera.origin == pytest.approx(origin)


def test_the_picture_is_stretched_until_the_wheel_rests_then_sharp(view: MapView, clock: Clock) -> None:
    picture(view)
    view.zoom_at(2, (300, 200))
    stretched = picture(view)
    clock.now += REST - 1
    assert not view.tick() and picture(view) == stretched
    clock.now += 1
    assert view.tick()
    sharp = picture(view)
    assert sharp == afresh(view) != stretched
    difference = np.abs(np.frombuffer(sharp, np.uint8).astype(int) - np.frombuffer(stretched, np.uint8))
    assert difference.mean() < 8  # the same picture, only less crisp


def test_a_change_while_zooming_shows_once_the_wheel_rests(view: MapView, clock: Clock) -> None:
    picture(view)
    view.zoom_at(1)
    picture(view)
    view.show(CHANGES["all"](view.scene))
    view.zoom_at(-1)
    picture(view)
    clock.now += REST
    view.tick()
    assert picture(view) == afresh(view)


def test_zooming_out_past_the_kept_picture_shows_land_not_a_void(cells: Atlas, clock: Clock) -> None:
    view = MapView(cells, pygame.Rect(0, 0, 640, 400), clock=clock)
    view.show(replace(scene_of(cells), hatch=(), stripe=()))
    view.camera.zoom(6.0, (320, 200))
    picture(view)
    view.zoom_at(-12, (320, 200))
    surface = pygame.Surface((640, 400))
    view.draw(surface)
    for region in range(cells.count):
        x, y = (round(v) for v in view.camera.to_window(*cells.labels[region]))
        assert surface.get_at((x, y))[:3] == view.scene.paint[region]


def test_nothing_is_drawn_outside_the_view(view: MapView) -> None:
    surface = pygame.Surface((700, 500), 0, 32)
    surface.fill((255, 0, 255))
    view.draw(surface)
    view.zoom_at(1)
    view.draw(surface)
    surface.fill((255, 0, 255), view.camera.view)
    assert (pygame.surfarray.array3d(surface) == (255, 0, 255)).all()


def test_resizing_keeps_the_middle_and_draws_like_a_new_view(view: MapView) -> None:
    picture(view)
    view.camera.zoom(2.0, (330, 220))
    middle = view.camera.to_map(view.camera.view.center)
    view.resize(pygame.Rect(0, 0, 500, 300))
    assert view.camera.to_map(view.camera.view.center) == pytest.approx(middle, abs=2)
    assert picture(view) == afresh(view)


def test_home_shows_the_whole_page_in_the_clear_part(cells: Atlas) -> None:
    clear = pygame.Rect(200, 80, 400, 300)
    view = MapView(cells, pygame.Rect(0, 0, 800, 500), clear)
    view.camera.zoom(3.0, (10, 10))
    view.home()
    corners = [view.camera.to_window(0, 0), view.camera.to_window(*cells.size)]
    assert clear.inflate(2, 2).collidepoint(corners[0]) and clear.inflate(2, 2).collidepoint(corners[1])


def test_no_view_reaches_beyond_land_that_is_cut_off(europe: Atlas) -> None:
    view = MapView(europe, pygame.Rect(0, 0, 1200, 500))
    assert europe.bleed is not None
    for move in ((5000, 5000), (-9000, -9000), (0, 4000)):
        view.camera.zoom(0.3, (0, 0))
        view.camera.pan(*move)
        left, top = view.camera.to_map((0, 0))
        right, low = view.camera.to_map((1200, 500))
        assert left >= europe.bleed[0] - 2 and top >= europe.bleed[1] - 2
        assert right <= europe.bleed[2] + 2 and low <= europe.bleed[3] + 2


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 640)])
def test_only_what_panels_cover_may_lie_beyond_land_that_is_cut_off(europe: Atlas, size: tuple[int, int]) -> None:
    assert europe.bleed is not None
    clear = pygame.Rect(320, 240, size[0] - 660, size[1] - 340)
    view = MapView(europe, pygame.Rect(0, 124, size[0], size[1] - 124), clear)
    for move in ((5000, 5000), (-9000, -9000)):
        view.camera.zoom(0.3, clear.center)
        view.camera.pan(*move)
        left, top = view.camera.to_map((clear.left, 124))
        right, low = view.camera.to_map((clear.right, size[1]))
        assert left >= europe.bleed[0] - 2 and top >= europe.bleed[1] - 2
        assert right <= europe.bleed[2] + 2 and low <= europe.bleed[3] + 2


def test_aiming_makes_home_show_a_box(cells: Atlas) -> None:
    view = MapView(cells, pygame.Rect(0, 0, 600, 400))
    whole = view.camera.scale
    view.aim((100, 100, 200, 200))
    assert view.camera.scale > 2 * whole
    assert view.camera.to_map((300, 200)) == pytest.approx((150, 150), abs=1)


@pytest.mark.parametrize("seed", range(6))
def test_a_polygon_thinned_out_beyond_a_box_fills_the_same_pixels(seed: int) -> None:
    chance = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    reach = 150 + chance.uniform(-60, 60, 400)
    ring = np.stack([200 + reach * np.cos(angle), 200 + reach * np.sin(angle)], axis=1)
    paths = Paths([ring])
    paths.scale_to(1.0)
    box = pygame.Rect(*chance.integers(0, 300, 2).tolist(), 90, 70)
    thinned, whole = paths.polygon(0, box), paths.points(0, box)
    pictures = []
    for points in (thinned, whole):
        surface = pygame.Surface((180, 140))
        if points:
            pygame.draw.polygon(surface, (255, 255, 255), points)
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert pictures[0] == pictures[1]
    assert len(thinned) < len(whole)


def test_a_scene_without_hatches_or_stripes_is_enough(cells: Atlas) -> None:
    view = MapView(cells, pygame.Rect(0, 0, 300, 200))
    view.show(Scene([(90, 90, 90)] * cells.count, [0] * cells.count))
    assert picture(view) == afresh(view)
