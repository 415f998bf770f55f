"""The lobby: title, setting up, saved games; it hands a laid table on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import _
from game.storage.files import FileError
from game.storage.save_list import newest
from game.storage.scenarios import read_with_map
from game.ui.app import App
from game.ui.buttons import Act
from game.ui.flow.living import LivingMap
from game.ui.screens.title import Entry, TitleScreen

if TYPE_CHECKING:
    from game.ui.flow.table import Table
    from game.ui.screens.setup import Plan

__all__ = ["Lobby"]

_BEHIND_TITLE = "europe-1900"


class Lobby:
    """Everything before a game; `open_table` takes over once there is one.

    Other screens than the title are imported when they are opened.
    """

    def __init__(self, app: App, folder: Path | None, open_table: Callable[[Table], None], trust: bool = False) -> None:
        self.app = app
        self.folder = folder
        self.open_table = open_table
        self.trust = trust
        self.teach: Act = lambda: None
        self.advise: Callable[[Table], None] = lambda table: None
        self._ground: LivingMap | None = None

    def title(self) -> None:
        """Show the title alone."""
        self.app.reset(TitleScreen(self._entries(), self._behind()))

    def _behind(self) -> LivingMap | None:
        if self._ground is None:
            try:
                self._ground = LivingMap(*read_with_map(_BEHIND_TITLE))
            except FileError:
                return None
        return self._ground

    def _entries(self) -> list[Entry]:
        row = newest(self.folder)
        line = row.summary.line if row is not None and row.summary is not None else ""
        nothing = None if row is not None else _("There is no game to go on with yet.")
        return [
            Entry("play", _("Play"), "play", self.play, _("Five crowns, twelve turns, you are Brenmark")),
            Entry("continue", _("Continue"), "history", self.go_on, line or _("No game yet"), why_not=nothing),
            Entry("hotseat", _("Hotseat"), "users", self.hotseat, _("2 to 10 people at one screen")),
            Entry("new", _("New game"), "map", self.new_game, _("Scenario, seats, length, level, seed"), group=True),
            Entry("load", _("Saved games"), "folder-open", self.saved_games),
            Entry("lessons", _("Lessons"), "graduation-cap", self.teach),
            Entry("glossary", _("Glossary"), "circle-help", self.glossary),
            Entry("settings", _("Settings"), "settings", self.settings, group=True),
            Entry("quit", _("Quit"), "log-out", self.app.ask_to_quit),
        ]

    def play(self) -> None:
        """Start the first game at once, with the adviser at its side."""
        self._try(self._first_game)

    def _first_game(self) -> Table:
        from game.ui.flow.openings import quick

        table = quick(self.folder)
        self.advise(table)
        return table

    def glossary(self) -> None:
        """Show the glossary."""
        from game.ui.screens.glossary import GlossaryScreen

        self.app.push(GlossaryScreen())

    def go_on(self) -> None:
        """Open the newest autosave."""
        row = newest(self.folder)
        if row is not None:
            self.load(row.path)

    def new_game(self) -> None:
        """Set up a game for one person."""
        self.set_up(1)

    def hotseat(self) -> None:
        """Set up a game for two people or more."""
        self.set_up(2)

    def set_up(self, people: int, chosen: str | None = None) -> None:
        """Let so many people set up a game, beginning with one scenario; without it that of `play`."""
        from game.ui.flow import openings
        from game.ui.screens.setup import SetupScreen

        lines, chosen = openings.scenario_lines(), chosen or openings.QUICK
        screen = SetupScreen(lines, openings.opponents(), openings.levels(), self.start, people=people, chosen=chosen)
        self.app.push(screen)

    def start(self, plan: Plan) -> None:
        """Start a game as planned."""
        from game.ui.flow.openings import from_plan

        self._try(lambda: from_plan(plan, self.folder))

    def saved_games(self) -> None:
        """List the saved games."""
        from game.ui.flow.shelf import shelf
        from game.ui.screens.saves import SavesScreen

        self.app.push(SavesScreen(lambda: shelf(self.folder), self.load_named, self.delete))

    def load_named(self, name: str) -> None:
        """Open a game of the list."""
        from game.ui.flow.shelf import path_of

        path = path_of(name, self.folder)
        if path is None:
            self.app.toast(_("{name} is not there any more.").format(name=name), "bad")
            return
        self.load(path)

    def load(self, path: Path) -> None:
        """Open a saved game; a damaged one is refused in one sentence."""
        from game.ui.flow.table import Table

        self._try(lambda: Table.load(path, self.folder, self.trust))

    def delete(self, name: str) -> None:
        """Delete a game of the list."""
        from game.keeping import discard
        from game.ui.flow.shelf import path_of

        path = path_of(name, self.folder)
        try:
            if path is not None:
                discard(path)
        except FileError as error:
            self.app.toast(str(error), "bad")

    def settings(self) -> None:
        """Show the settings."""
        from game.ui.screens.settings import SettingsScreen

        self.app.push(SettingsScreen())

    def _try(self, lay: Callable[[], Table]) -> None:
        """Open the table, or say in one sentence why there is none."""
        try:
            table = lay()
        except FileError as error:
            self.app.toast(str(error), "bad")
            return
        self.open_table(table)
