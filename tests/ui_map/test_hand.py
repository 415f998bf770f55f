"""Mouse and keys over the map."""

import pygame
import pytest

from game.ui.app import App
from game.ui.layout import Element, Size
from game.ui.map.atlas import Atlas
from game.ui.map.control import MapControl
from game.ui.map.view import MapView
from game.ui.screen import Screen
from tests.ui_map.conftest import Clock


def event(kind: int, **parts: object) -> pygame.event.Event:
    return pygame.event.Event(kind, **parts)


def drag(view: MapView, button: int, *places: tuple[int, int]) -> list[object]:
    heard = [view.handle(event(pygame.MOUSEBUTTONDOWN, button=button, pos=places[0]))]
    heard += [view.handle(event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(1, 0, 0))) for at in places[1:]]
    return [*heard, view.handle(event(pygame.MOUSEBUTTONUP, button=button, pos=places[-1]))]


@pytest.fixture
def near(cells: Atlas, clock: Clock) -> MapView:
    view = MapView(cells, pygame.Rect(0, 0, 600, 400), clock=clock)
    view.camera.zoom(2.0, (300, 200))
    return view


@pytest.mark.parametrize("button", [1, 2])
def test_dragging_moves_the_map_with_the_pointer(near: MapView, button: int) -> None:
    held = near.camera.to_map((300, 200))
    heard = drag(near, button, (300, 200), (320, 190), (350, 170))
    assert near.camera.to_window(*held) == pytest.approx((350, 170), abs=1)
    assert heard[-1].click is None


def test_a_press_that_hardly_moves_is_a_click(near: MapView) -> None:
    origin = near.camera.origin
    assert drag(near, 1, (300, 200), (302, 201))[-1].click == (302, 201)
    assert near.camera.origin == origin


def test_the_middle_button_never_clicks(near: MapView) -> None:
    assert drag(near, 2, (300, 200))[-1].click is None


def test_a_press_outside_the_view_is_not_the_map_s(near: MapView) -> None:
    origin = near.camera.origin
    drag(near, 1, (700, 200), (500, 200))
    assert near.camera.origin == origin


def test_the_wheel_zooms_about_the_last_place_of_the_pointer(near: MapView) -> None:
    near.handle(event(pygame.MOUSEMOTION, pos=(123, 234), rel=(0, 0), buttons=(0, 0, 0)))
    under, scale = near.camera.to_map((123, 234)), near.camera.scale
    assert near.handle(event(pygame.MOUSEWHEEL, y=1, x=0)).taken
    assert near.camera.scale > scale
    assert near.camera.to_window(*under) == pytest.approx((123, 234), abs=1)


def test_the_wheel_counts_once_though_it_comes_as_buttons_too(near: MapView) -> None:
    near.handle(event(pygame.MOUSEMOTION, pos=(300, 200), rel=(0, 0), buttons=(0, 0, 0)))
    scale = near.camera.scale
    near.handle(event(pygame.MOUSEBUTTONDOWN, button=4, pos=(300, 200)))
    near.handle(event(pygame.MOUSEBUTTONUP, button=4, pos=(300, 200)))
    assert near.camera.scale == scale


@pytest.mark.parametrize(
    ("key", "moves"),
    [(pygame.K_RIGHT, (-80, 0)), (pygame.K_LEFT, (80, 0)), (pygame.K_UP, (0, 80)), (pygame.K_DOWN, (0, -80))],
)
def test_arrows_move_the_view(near: MapView, key: int, moves: tuple[int, int]) -> None:
    x, y = near.camera.to_window(300, 200)
    assert near.handle(event(pygame.KEYDOWN, key=key, mod=0)).taken
    assert near.camera.to_window(300, 200) == pytest.approx((x + moves[0], y + moves[1]), abs=1)


def test_plus_and_minus_zoom_and_home_returns(near: MapView) -> None:
    fitted = near.camera.fitted
    scale = near.camera.scale
    near.handle(event(pygame.KEYDOWN, key=pygame.K_PLUS, mod=0))
    assert near.camera.scale > scale
    near.handle(event(pygame.KEYDOWN, key=pygame.K_MINUS, mod=0))
    assert near.camera.scale == pytest.approx(scale)
    near.handle(event(pygame.KEYDOWN, key=pygame.K_HOME, mod=0))
    assert near.camera.scale == fitted


def test_other_keys_are_left_to_others(near: MapView) -> None:
    assert not near.handle(event(pygame.KEYDOWN, key=pygame.K_a, mod=0)).taken


class _MapScreen(Screen):
    def __init__(self, view: MapView) -> None:
        super().__init__()
        self.view = view
        self.clicks: list[tuple[int, int]] = []

    def compose(self, size: Size) -> Element:
        return MapControl(self.view, self.clicks.append)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_as_a_control_it_answers_in_the_window_s_own_pixels(cells: Atlas, tmp_path, scale: float) -> None:
    app = App((2048, 1200) if scale == 2 else (1280, 720), headless=True, settings=tmp_path / "p.json")
    app.theme = type(app.theme)(scale)
    screen = _MapScreen(MapView(cells, pygame.Rect(0, 0, 10, 10)))
    app.push(screen)
    for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(event(kind, pos=(401, 301), button=1, rel=(0, 0), buttons=(0, 0, 0)))
    app.step()
    assert screen.view.camera.view.size == app.surface.get_size()
    assert len(screen.clicks) == 1
    assert screen.clicks[0] == pytest.approx((401, 301), abs=2)
    before = screen.view.camera.scale
    pygame.event.post(event(pygame.MOUSEWHEEL, y=1, x=0))
    app.step()
    assert screen.view.camera.scale > before
    app.close()
