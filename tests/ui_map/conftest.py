"""A small map of rough cells, the shipped map of Europe, and views of them without a screen."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from game.ui.map.atlas import Atlas
from game.ui.map.measure import honeycomb
from game.ui.map.terrain import Scene
from game.ui.map.view import MapView
from game.ui.palette import FEAR

MAPS = Path(__file__).parents[2] / "assets" / "maps"


class Clock:
    """Milliseconds that a test moves on by hand."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture(autouse=True)
def window() -> Iterator[None]:
    pygame.init()
    pygame.display.set_mode((64, 64))
    yield


@pytest.fixture(scope="session")
def cells() -> Atlas:
    return Atlas.of(honeycomb(8, 5, 4, seed=3))


@pytest.fixture(scope="session")
def europe() -> Atlas:
    return Atlas.of(json.loads((MAPS / "europe-1900.json").read_text(encoding="utf-8")))


@pytest.fixture(params=["cells", "europe"])
def atlas(request: pytest.FixtureRequest) -> Atlas:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Atlas)
    return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def view(atlas: Atlas, clock: Clock) -> MapView:
    """A view of 640 x 400 with every kind of drawing: hatches, stripes, states of three regions."""
    shown = MapView(atlas, pygame.Rect(10, 20, 640, 400), clock=clock)
    shown.show(scene_of(atlas))
    return shown


def scene_of(atlas: Atlas) -> Scene:
    regions = range(atlas.count)
    return Scene(
        paint=[FEAR[r % 5] for r in regions],
        owner=[r // 3 for r in regions],
        hatch=[(None, 0, 45, 90, 135)[r % 5] for r in regions],
        stripe=[(200, 90, 80) if r % 7 == 2 else None for r in regions],
        relief=tuple(1.0 + 0.05 * (r % 8) for r in regions),
    )


def picture(view: MapView) -> bytes:
    """Return the pixels of what a view draws now."""
    surface = pygame.Surface((700, 500), 0, 32)
    view.draw(surface)
    return pygame.image.tobytes(surface, "RGB")


def afresh(view: MapView) -> bytes:
    """Return the pixels that a new view draws with the same camera and scene."""
    other = MapView(view.atlas, view.camera.view, clock=lambda: 0)
    other.camera.scale, other.camera.origin = view.camera.scale, view.camera.origin
    other.show(view.scene)
    return picture(other)
