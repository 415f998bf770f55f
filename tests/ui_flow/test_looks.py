"""Reveal, report, end, menus: nothing lies over its neighbour or leaves its place, whatever the window."""

import gettext
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game import language
from game.phases.land import bury
from game.storage.scenarios import read_with_map
from game.ui.flow.clock import Clock
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.openings import seated
from game.ui.flow.pins import PinDialog
from game.ui.flow.recovering import KeyAsked, KeyMade
from game.ui.flow.showing import stage_of
from game.ui.flow.supposing import Supposing
from game.ui.flow.table import Table
from game.ui.flow.talk import TalkScreen
from game.ui.preferences import Preferences
from game.ui.screens.report import ReportScreen
from game.ui.screens.reveal import RevealScreen
from game.ui.screens.timeline import TimelineScreen
from tests.ui.examples import nothing
from tests.ui.hands import click, collisions, ids, tap
from tests.ui.tips import untold

SIZES = [(1024, 600), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160)]
SCREENS = ["reveal", "needle", "report", "why", "log", "timeline", "end", "chairs", "menu", "name",
           "keys", "talk", "pin", "recovery", "recovery shown", "recovery asked", "voice", "lesson",
           "adviser", "whatif", "supposed"]  # fmt: skip


class Longer(gettext.NullTranslations):
    """A language whose every text is 40 % longer."""

    def gettext(self, message: str) -> str:
        return message + "n" * round(len(message) * 0.4)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def longer() -> Iterator[None]:
    catalogue = language._catalogue
    language._catalogue = lambda: Longer()  # type: ignore[assignment]
    yield
    language._catalogue = catalogue


def at_table(director: Director, turns: int) -> Table:
    """A game of many states, some turns old, for one person."""
    scenario, land = read_with_map("europe-1900")
    table = Table.lay(scenario, land, seated(scenario, 2), seed=5, folder=director.lobby.folder)
    while table.turn < turns and not table.over:
        table.end_turn()
    director.table = table
    return table


def show(director: Director, app: GameWindow, screen: str) -> None:
    """Bring one of `SCREENS` to the top."""
    if screen in ("talk", "voice", "lesson", "adviser") or screen.startswith(("pin", "recovery")):
        _show_other(director, app, screen)
        return
    table = at_table(director, 60 if screen == "end" else 6)
    if screen in ("reveal", "needle"):
        reveal = RevealScreen(stage_of(table, len(table.history) - 1, 2), lambda: None)
        reveal.passed = reveal.length - 0.3 if screen == "needle" else 0.0
        app.reset(reveal)
    elif screen in ("report", "why", "log"):
        director.report_last(2)
        assert isinstance(app.top, ReportScreen)
        app.top.opened_why = screen == "why"
        app.top.turn_to("log" if screen == "log" else "news")
    elif screen in ("timeline", "whatif", "supposed"):
        director.report_last(2)
        director.timeline()
        if screen != "timeline":
            _suppose(app, played_on=screen == "supposed")
    elif screen == "end":
        director.finish()
    elif screen == "chairs":
        director.seats.show()
    else:
        director.report_last(2)
        {"menu": director.house.menu, "name": director.house.save_as, "keys": app.show_keys}[screen]()


def _suppose(app: GameWindow, played_on: bool) -> None:
    """Ask what if at the timeline's fourth turn, towards somebody, and perhaps play on in few games."""
    assert isinstance(app.top, TimelineScreen)
    supposed = app.top.supposed
    assert isinstance(supposed, Supposing)
    app.top.go(3)
    app.top.ask()
    supposed.games = 6
    supposed.pick("verb", supposed.picks["verb"].options[-1][0])
    assert "target" in supposed.picks
    if played_on:
        supposed.pick("span", "3")
        supposed.start()
        while supposed.work():
            pass
        assert supposed.verdict is not None
    app.top.refresh()


def _show_other(director: Director, app: GameWindow, screen: str) -> None:
    director.title()
    if screen == "talk":
        director.app.reset(TalkScreen("Europe 1900", Clock(90, 60), nothing, nothing, nothing))
    elif screen == "pin":
        app.push(PinDialog("Austria-Hungary", lambda pin: None, nothing))
    elif screen.startswith("recovery"):
        asked = KeyAsked("Austria-Hungary", lambda typed: False, nothing)
        made = KeyMade(lambda: ("WWWW-MMMM-QQQQ-WWWW", nothing), nothing)
        app.push(asked if screen == "recovery asked" else made)
        if screen == "recovery shown":
            click(app, "recovery.show")
    elif screen == "voice":
        table = at_table(director, 0)
        table.take(3)
        table.match.world = bury(table.match.world, np.arange(table.match.world.n) == 3)
        director.seats.speak(3)
    else:
        app.preferences = replace(app.preferences, adviser=True, seen=())
        director.lobby.play() if screen == "adviser" else director.school.teach("alliance")
        tap(app, pygame.K_RETURN)  # put the opening card away


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_overlaps(director: Director, app: GameWindow, screen: str, size: tuple[int, int]) -> None:
    app.resize(size)
    show(director, app, screen)
    app.frame()
    assert collisions(app) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_overlaps_in_a_longer_language(director: Director, app: GameWindow, screen: str, longer: None) -> None:
    for size in SIZES[:4]:
        app.resize(size)
        show(director, app, screen)
        app.frame()
        assert collisions(app) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_overlaps_with_the_largest_letters(director: Director, app: GameWindow, screen: str) -> None:
    app.prefer(Preferences(larger=1.3))
    for size in SIZES[:4]:
        app.resize(size)
        show(director, app, screen)
        app.frame()
        assert collisions(app) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_of_the_game_explains_itself(director: Director, app: GameWindow, screen: str) -> None:
    for size in (SIZES[0], SIZES[3]):
        app.resize(size)
        show(director, app, screen)
        app.frame()
        assert untold(app.top.tree()) == []


@pytest.mark.parametrize("level", ["foundations", "full"])
def test_every_control_of_a_turn_explains_itself(director: Director, app: GameWindow, level: str) -> None:
    scenario, land = read_with_map("five-crowns")
    table = Table.lay(scenario, land, seated(scenario, 1), seed=5, level=level, folder=director.lobby.folder)
    director.open(table)
    app.frame()
    assert "opening.close" in ids(app)
    assert untold(app.top.tree()) == []
    screen = director.screen(1)
    screen.close_card()
    for state in (0, 2):
        screen.select(state)
        app.frame()
        assert untold(screen.tree()) == []
    director.house.menu()
    app.frame()
    assert untold(app.top.tree()) == []


@pytest.mark.parametrize("screen", ["title", "set up", "lessons", "glossary", "settings", "saves", "curtain", "voice"])
def test_every_control_before_a_game_explains_itself(director: Director, app: GameWindow, screen: str) -> None:
    director.title()
    lobby = director.lobby
    if screen in ("curtain", "voice"):
        table = at_table(director, 0)
        table.take(3)
        if screen == "curtain":
            director.curtain(3)
        else:
            table.match.world = bury(table.match.world, np.arange(table.match.world.n) == 3)
            director.seats.speak(3)
    elif screen != "title":
        {"set up": lobby.hotseat, "lessons": director.school.show, "glossary": lobby.glossary,
         "settings": lobby.settings, "saves": lobby.saved_games}[screen]()  # fmt: skip
    app.frame()
    assert untold(app.top.tree()) == []
