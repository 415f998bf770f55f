"""A window without a screen, and one with every screen that needs no game."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from game.ui.app import App


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """A window of 1280 x 720 whose settings go to a temporary folder."""
    window = App((1280, 720), headless=True, settings=tmp_path / "counterpoise" / "preferences.json")
    yield window
    window.close()
