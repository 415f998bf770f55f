"""The map behind the title is the scenario's own."""

import json

import pygame
import pytest

from game.ui.app import App
from game.ui.assets import asset
from game.ui.backdrop import opening_map
from game.ui.preferences import Preferences
from game.ui.screens.title import TitleScreen

from . import examples


def test_the_title_shows_the_scenarios_land_at_its_right(app: App) -> None:
    scenario = json.loads(asset("scenarios", "five-crowns.json").read_text(encoding="utf-8"))
    land = json.loads(asset("maps", f"{scenario['map']}.json").read_text(encoding="utf-8"))
    entries = examples.title().entries
    app.push(TitleScreen(entries))
    plain = app.frame()
    app.reset(TitleScreen(entries, opening_map(scenario, land), scenario["title"]))
    shown = app.frame()
    right = pygame.Rect(640, 60, 600, 560)
    tints = [len({tuple(picture.get_at((x, y))) for x in range(right.left, right.right, 8) for y in range(60, 620, 8)})
             for picture in (plain, shown)]  # fmt: skip
    assert tints[1] > 4 * tints[0]


def living(app: App) -> TitleScreen:
    """The title over a map, its first frame drawn."""
    scenario = json.loads(asset("scenarios", "five-crowns.json").read_text(encoding="utf-8"))
    land = json.loads(asset("maps", f"{scenario['map']}.json").read_text(encoding="utf-8"))
    screen = TitleScreen(examples.title().entries, opening_map(scenario, land), scenario["title"])
    app.reset(screen)
    app.step()
    return screen


def frames(app: App, seconds: float, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the window is drawn in so many seconds at 30 frames a second."""
    drawn: list[int] = []
    monkeypatch.setattr(pygame.display, "flip", lambda: drawn.append(1))
    for _tick in range(round(seconds * 30)):
        app.step(1 / 30)
    return len(drawn)


def test_the_ties_behind_the_menu_come_in_a_few_frames_and_then_nothing_moves(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    living(app)
    before = pygame.image.tobytes(app.frame(), "RGB")
    assert 4 <= frames(app, 3, monkeypatch) <= 24
    assert pygame.image.tobytes(app.frame(), "RGB") != before
    assert frames(app, 20, monkeypatch) == 0


def test_a_window_of_another_size_shows_the_ties_at_once(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    living(app)
    frames(app, 3, monkeypatch)
    tied = pygame.image.tobytes(app.frame(), "RGB")
    app.resize((1024, 600))
    app.step()
    app.resize((1280, 720))
    assert pygame.image.tobytes(app.frame(), "RGB") == tied


def test_the_map_behind_the_menu_rests_where_motion_is_reduced(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    app.prefer(Preferences(reduce_motion=True))
    living(app)
    app.step()
    assert frames(app, 20, monkeypatch) == 0
