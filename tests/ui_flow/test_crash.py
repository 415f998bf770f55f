"""An error of the program ends in a screen, a kept game and a report without secrets: never in a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.orders.kind import Order
from game.ui.canvas import Canvas
from game.ui.crash import CrashScreen, keep_report, report_of
from game.ui.figures import Panel
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.seated import SeatedScreen
from game.ui.layout import Element, Size
from game.ui.screen import Screen
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.title import TitleScreen
from game.ui.window import WindowError
from tests.ui.hands import click

from .test_game import close_card
from .test_hotseat import BOTH

CANARY = "canary-Kestrel-77"
FAULTS = ("compose", "paint_behind", "paint_over", "animate", "key")


class Broken(Screen):
    """A screen with one fault, of its own choice, that names a secret."""

    def __init__(self, fault: str) -> None:
        super().__init__()
        self.fault = fault

    def _fail(self, where: str) -> None:
        if self.fault == where:
            raise RuntimeError(f"{CANARY} in {os.path.expanduser('~')}")

    def compose(self, size: Size) -> Element:
        self._fail("compose")
        return Panel([])

    def paint_behind(self, canvas: Canvas) -> None:
        self._fail("paint_behind")

    def paint_over(self, canvas: Canvas) -> None:
        self._fail("paint_over")

    def animate(self, seconds: float) -> bool:
        self._fail("animate")
        return False

    def key(self, event: pygame.event.Event) -> bool:
        self._fail("key")
        return False

    def closed(self) -> None:
        raise RuntimeError("not even a last word")


def run_until_it_falls(app: GameWindow) -> CrashScreen:
    """Run the real loop until the crash screen is up, a key pressed on the way."""
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_x, unicode="x", mod=0, scancode=0))
    app.run(until=lambda: isinstance(app.top, CrashScreen))
    assert isinstance(app.top, CrashScreen)
    app.step()
    return app.top


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_fails_the_window_stays_and_says_so(director: Director, app: GameWindow, fault: str) -> None:
    app.push(Broken(fault))
    screen = run_until_it_falls(app)
    assert "RuntimeError" in screen.report
    assert "Broken" in screen.report
    click(app, "title")
    assert isinstance(app.top, TitleScreen)


def test_the_game_is_kept_with_its_plans_and_goes_on(director: Director, app: GameWindow) -> None:
    click(app, "play")
    close_card(app)
    click(app, "budget.guns")
    app.push(Broken("compose"))
    screen = run_until_it_falls(app)
    assert "Rescued" in screen.kept
    click(app, "go_on")
    assert isinstance(app.top, SeatedScreen)
    assert director.game.match.plan(1) == [Order("budget", "guns")]


def test_the_report_holds_no_secret_and_no_home_folder(director: Director, app: GameWindow) -> None:
    director.lobby.start(BOTH)
    director.sit(1)
    director.game.match.plans = {1: [Order("budget", "guns")], 3: [Order("ally", "pact", 1)]}
    director.game.match.seats[3] = type(director.game.seat(3))("person", "", CANARY)
    app.push(Broken("paint_over"))
    screen = run_until_it_falls(app)
    home = os.path.expanduser("~")
    kept = (app.settings.parent / "crashes").glob("crash-*.txt")  # type: ignore[union-attr]
    for text in (screen.report, *(path.read_text() for path in kept)):
        for secret in (CANARY, home, "ally", "guns", str(Path(__file__).parent)):
            assert secret not in text
    told = [getattr(element, "text", "") for element in screen.tree().walk()]
    assert not any(CANARY in text or home in text for text in told)


def test_nobody_s_screen_is_open_after_a_shared_game_is_rescued(director: Director, app: GameWindow) -> None:
    director.lobby.start(BOTH)
    director.sit(1)
    app.push(Broken("animate"))
    run_until_it_falls(app)
    click(app, "go_on")
    assert isinstance(app.top, CurtainScreen)


def test_the_next_start_offers_the_rescued_game_once(director: Director, app: GameWindow) -> None:
    click(app, "play")
    close_card(app)
    click(app, "budget.butter")
    app.push(Broken("compose"))
    run_until_it_falls(app)
    again = Director(app, director.lobby.folder)
    again.title()
    again.rescue.offer()
    app.step()
    click(app, "rescue.yes")
    assert again.game.match.plan(1) == [Order("budget", "butter")]
    again.title()
    again.rescue.offer()
    assert isinstance(app.top, TitleScreen), "it is offered once"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"save": 3}', '{"save": "../../etc/passwd"}', "[" * 4000])
def test_a_broken_note_offers_nothing(director: Director, app: GameWindow, content: str) -> None:
    marker = app.settings.parent / "rescued.json"  # type: ignore[union-attr]
    marker.write_text(content)
    director.rescue.offer()
    assert isinstance(app.top, TitleScreen)
    assert not marker.exists()


def test_a_game_that_cannot_be_kept_is_said_plainly(director: Director, app: GameWindow, folder: Path) -> None:
    click(app, "play")
    lock = folder / ".counterpoise.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    app.push(Broken("compose"))
    screen = run_until_it_falls(app)
    assert screen.go_on is None
    assert screen.kept and "kept, planned orders" not in screen.kept


def test_two_failures_in_a_row_end_in_one_sentence(
    director: Director, app: GameWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(CrashScreen, "compose", lambda self, size: 1 / 0)
    app.push(Broken("compose"))
    with pytest.raises(WindowError, match="twice"):
        app.run(until=lambda: False)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_report_names_causes_and_only_places_in_the_program() -> None:
    try:
        try:
            json.loads("{")
        except ValueError as inner:
            raise KeyError(CANARY) from inner
    except KeyError as error:
        report = report_of(error)
    assert "KeyError" in report and "JSONDecodeError" in report
    assert "/" not in "".join(line for line in report.split("\n") if "test_crash" in line)
    assert CANARY not in report


def test_five_reports_are_kept(tmp_path: Path) -> None:
    for n in range(8):
        (tmp_path / f"crash-2026010{n}-000000.txt").write_text("old")
    assert keep_report("new", tmp_path) is not None
    kept = sorted(path.name for path in tmp_path.glob("crash-*.txt"))
    assert len(kept) == 5
    assert (tmp_path / kept[-1]).read_text() == "new\n"


def test_the_program_itself_survives_an_error_in_its_window(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from game.ui.flow import director\n"
        "from game.ui.app import App\n"
        "from game.ui.screens.title import TitleScreen\n"
        "from game.ui.crash import CrashScreen\n"
        "def broken(self, size): raise ValueError('secret')\n"
        "TitleScreen.compose = broken\n"
        "run = App.run\n"
        "App.run = lambda self, until=None: run(self, until=lambda: isinstance(self.top, CrashScreen))\n"
        "from game.ui.start import start\n"
        "start(folder=__import__('pathlib').Path(sys.argv[1]))\n"
        "print('sound')\n"
    )
    env = {
        "PYTHONPATH": ":".join(sys.path),
        "SDL_VIDEODRIVER": "dummy",
        "XDG_CONFIG_HOME": str(tmp_path),
        "HOME": str(tmp_path),
    }
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], env=env, capture_output=True, text=True, check=False
    )
    assert run.stdout.strip().endswith("sound"), run.stderr
    assert "Traceback" not in run.stderr
