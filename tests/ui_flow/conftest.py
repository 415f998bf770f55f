"""A window without a screen, led by a director whose saves go to a temporary folder."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from game.ui.flow import openings
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "saves"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[GameWindow]:
    window = GameWindow((1280, 720), headless=True, settings=tmp_path / "preferences.json")
    yield window
    window.close()


@pytest.fixture
def director(app: GameWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Director:
    """A director at the title, always with the same seed, no adviser, and motion reduced."""
    monkeypatch.setattr(openings, "any_seed", lambda: 7)
    app.preferences = replace(app.preferences, reduce_motion=True, adviser=False)
    led = Director(app, folder)
    led.title()
    app.step()
    return led
