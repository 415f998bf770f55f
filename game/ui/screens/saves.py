"""The list of saved games: open one, delete one, and see why a damaged one cannot be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.language import _
from game.ui import palette
from game.ui.buttons import Button, later
from game.ui.controls import Card
from game.ui.dialogs import Dialog
from game.ui.figures import Icon, Panel
from game.ui.labels import Label
from game.ui.layout import Column, Element, Size, Space
from game.ui.screen import KeyLine, Screen
from game.ui.screens.page import page
from game.ui.scroll import Scroll
from game.ui.theme import BODY, HEAD, NAME, ROW, SMALL

__all__ = ["Saved", "SavesScreen"]


@dataclass(frozen=True, slots=True)
class Saved:
    """One saved game as listed; `damaged` is the one-sentence reason why it cannot be opened."""

    name: str
    title: str
    turn: str
    date: str
    note: str = ""
    damaged: str | None = None


class SavesScreen(Screen):
    """Choose a saved game; Enter opens, Del deletes after a question."""

    def __init__(
        self, rows: Callable[[], Sequence[Saved]], load: Callable[[str], None], delete: Callable[[str], None]
    ) -> None:
        """Take what lists the games (called again after a deletion), opens one and deletes one by name."""
        super().__init__()
        self.listing = rows
        self.load = load
        self.delete = delete
        self.rows: list[Saved] = []
        self.chosen = ""
        self.first = "load"

    def opened(self) -> None:
        """Read the list, and choose the first game that can be opened."""
        self.rows = list(self.listing())
        names = [row.name for row in self.rows]
        if self.chosen not in names:
            sound = [row.name for row in self.rows if row.damaged is None]
            self.chosen = (sound or names or [""])[0]
        self.refresh()

    def compose(self, size: Size) -> Element:
        """Return the list and the buttons."""
        cards = [self._card(row) for row in self.rows]
        body: Element = Scroll(Column(cards, gap=8), self.memory, id="saves") if cards else self._empty()
        row = self._row()
        nothing = _("Choose a game in the list first.")
        reason = nothing if row is None else row.damaged
        buttons = [
            Button("delete", _("Delete"), self._ask, icon="trash-2", why_not=nothing if row is None else None),
            Space(grow=1),
            Button("load", _("Open"), self._load, kind="primary", key="Enter", why_not=reason),
        ]
        return page(size, _("Counterpoise"), _("Saved games"), body, back=self.back, footer=buttons)

    def _empty(self) -> Element:
        words = [
            Icon("folder-open", 36, palette.INK_THIRD),
            Space(height=16),
            Label(_("No games yet"), HEAD, align="center"),
            Label(_("Every turn is saved by itself; games appear here."), BODY, palette.INK_SECOND, align="center"),
        ]
        return Panel([Space(grow=1), *words, Space(grow=1)])

    def _card(self, row: Saved) -> Element:
        note = row.damaged or row.note
        shade = palette.BAD if row.damaged else palette.INK_SECOND
        words: list[Element] = [Label(row.title, NAME)]
        words += [Label(note, SMALL, shade, wrap=True)] if note else []
        icon = Icon("triangle-alert", 22, palette.BAD) if row.damaged else Icon("save", 22)
        facts = [Label(row.turn, ROW, align="right"), Label(row.date, SMALL, palette.INK_THIRD, align="right")]
        return Card(
            f"save.{row.name}",
            [icon, Column(words, grow=1), Column(facts)],
            later(self._choose, row.name),
            chosen=row.name == self.chosen,
            gap=16,
            pad=(18, 12),
        )

    def _row(self) -> Saved | None:
        return next((row for row in self.rows if row.name == self.chosen), None)

    def _choose(self, name: str) -> None:
        if name == self.chosen and self.hot.shown:
            self._load()  # Enter on the chosen row
            return
        self.chosen = name
        self.refresh()

    def _load(self) -> None:
        row = self._row()
        if row is not None and row.damaged is None:
            self.load(row.name)

    def _ask(self) -> None:
        row = self._row()
        if row is None:
            return
        text = _("{title}, {turn}. It cannot be brought back.").format(title=row.title, turn=row.turn)
        buttons = [
            ("keep", _("Keep it"), "primary", None),
            ("delete.yes", _("Delete"), "danger", self._delete),
        ]
        self.app.push(Dialog(_("Delete this game?"), text, buttons, icon="trash-2"))

    def _delete(self) -> None:
        self.delete(self.chosen)
        self.opened()

    def key(self, event: pygame.event.Event) -> bool:
        """Delete the chosen game after a question."""
        if event.key == pygame.K_DELETE:
            self._ask()
            return True
        return False

    def keys(self) -> list[KeyLine]:
        """Explain the keys."""
        return [("Enter", _("open the chosen game")), ("Del", _("delete it"))]
