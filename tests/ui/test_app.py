"""The window itself: quiet when nothing happens, true to its size, clear when it cannot open."""

import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.ui import focus
from game.ui.app import App
from game.ui.focus import Stop
from game.ui.screens.settings import SettingsScreen
from game.ui.text import number, signed
from game.ui.window import WindowError, check_pygame

from . import examples
from .hands import move, tap


def test_nothing_is_drawn_while_nothing_changes(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    app.push(examples.title())
    app.step(0.03)
    drawn: list[int] = []
    monkeypatch.setattr(pygame.display, "flip", lambda: drawn.append(1))
    for _ in range(30):
        app.step(0.03)
    assert drawn == []
    move(app, "quit")
    assert drawn == [1]


def test_escape_goes_back_but_never_off_the_last_screen(app: App) -> None:
    app.push(examples.title())
    app.push(SettingsScreen())
    tap(app, pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert len(app.stack) == 1


def test_closing_the_window_ends_the_run(app: App) -> None:
    app.push(examples.title())
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.run()


def test_a_toast_goes_by_itself(app: App) -> None:
    app.push(examples.title())
    app.toast("Saved.", "good")
    app.step(1)
    assert app.toasts
    app.step(5)
    assert not app.toasts


def test_plain_pygame_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pygame, "IS_CE")
    with pytest.raises(WindowError, match="pygame-ce"):
        check_pygame()


def test_no_screen_is_told_in_one_sentence() -> None:
    code = "from game.ui.app import App, WindowError\ntry: App()\nexcept WindowError as error: print(error)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": ":".join(sys.path), "SDL_VIDEODRIVER": "x11", "DISPLAY": ":none"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "counterpoise simulate" in run.stdout
    assert "Traceback" not in run.stderr


_FIRST_FRAME = """
import sys
from pathlib import Path
import game.ui.start
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
folder = Path(sys.argv[1])
app = GameWindow(headless=True, settings=folder / "preferences.json")
director = Director(app, folder / "saves")
director.title()
app.step()
assert app.top.backdrop is not None, "the map behind the title is drawn"
print(*sys.modules)
"""
_SLOW = {"pygame_gui", "matplotlib", "scipy", "shapely", "dask", "asyncio", "rich"}
_OF_A_GAME = (
    "game.arena", "game.foresight", "game.lab", "game.match", "game.opponents", "game.orders", "game.phases",
    "game.report", "game.scripting", "game.storage.save_file", "game.ui.panels", "game.ui.play",
)  # fmt: skip


def test_the_first_frame_loads_nothing_slow_and_nothing_that_only_a_game_needs(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _FIRST_FRAME, str(tmp_path)],
        env={"PYTHONPATH": ":".join(sys.path), "PYGAME_HIDE_SUPPORT_PROMPT": "1"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = run.stdout.split()
    assert {"numpy", "game.ui.map.view"} <= set(loaded)
    assert {name.split(".")[0] for name in loaded} & _SLOW == set()
    assert [name for name in loaded if name.startswith(_OF_A_GAME)] == []
    assert [name for name in loaded if name.startswith("game.ui.screens.")] == ["game.ui.screens.title"]


def test_an_arrow_goes_to_the_nearest_control_in_its_direction() -> None:
    stops = [
        Stop("a", pygame.Rect(0, 0, 10, 10)),
        Stop("b", pygame.Rect(50, 0, 10, 10)),
        Stop("c", pygame.Rect(0, 40, 10, 10)),
    ]
    assert focus.nearest(stops, "a", 1, 0) == "b"
    assert focus.nearest(stops, "a", 0, 1) == "c"
    assert focus.nearest(stops, "b", 1, 0) == "b"
    assert focus.nearest(stops, "", 1, 0) == "a"


def test_numbers_have_a_real_minus_and_nothing_has_no_sign() -> None:
    assert signed(-0.46) == "−0.46"
    assert signed(0.05) == "+0.05"
    assert signed(-0.001) == signed(0.001) == "0.00"
    assert number(-3) == "−3"
