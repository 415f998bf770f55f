"""The recovery key of a shared game: shown once, to be written down, and asked for when a PIN is forgotten."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.language import _
from game.storage.recovery import LETTERS, LONG, cleaned
from game.ui import palette
from game.ui.buttons import Act, Button
from game.ui.dialogs import centred
from game.ui.entry import TextField
from game.ui.figures import Icon, Panel
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.theme import BIG, BODY, HEAD, SMALL

__all__ = ["KeyAsked", "KeyMade"]

_SPARE = 9  # blanks and hyphens that somebody may type between the letters


class KeyMade(Screen):
    """Offer the game's recovery key and show the one that `make` gives; it counts once it is written down.

    Until then the screen may be covered or closed, and nothing has happened. After it `then` goes on.
    """

    opaque = False
    typing = False

    def __init__(self, make: Callable[[], tuple[str, Act]], then: Act) -> None:
        super().__init__()
        self.make = make
        self.then = then
        self.written = ""
        self.take: Act | None = None

    def compose(self, size: Size) -> Element:
        """Return whom to call before the key is shown; then the key, to be copied."""
        words = self._told() if self.written else self._offered()
        panel = Panel(
            [
                Row([Icon("key-round", 24, palette.ACCENT), Label(_("The recovery key"), HEAD, grow=1)], gap=12),
                Space(height=14),
                Column(words, gap=10),
                Space(height=18),
                Row([Space(grow=1), *self._buttons()], gap=12),
            ],
            pad=(24, 20),
            id="dialog",
        )
        return centred(panel, size, 540)

    def _offered(self) -> list[Element]:
        self.first = "recovery.show"
        why = _("A PIN is easily forgotten. One key for the whole game opens any seat that has one, with all that was "
                "planned there.")  # fmt: skip
        who = _("It is for the teacher, or whoever keeps the table: call them now, and look away. It is shown once.")
        return [Label(why, BODY, wrap=True), Label(who, BODY, palette.INK_SECOND, wrap=True)]

    def _told(self) -> list[Element]:
        self.first = "recovery.done"
        note = _("Write it down and take it away from the screen: it is kept nowhere, and nobody can show it again. A "
                 "seat that it opens loses its PIN, so that its people see it.")  # fmt: skip
        return [
            Label(self.written, BIG, palette.ACCENT, align="center", id="recovery.key"),
            Label(note, SMALL, palette.INK_SECOND, wrap=True),
        ]

    def _buttons(self) -> list[Element]:
        if self.written:
            return [Button("recovery.done", _("It is written down"), self._go_on, kind="primary", key="Enter",
                           tip=_("Go on to the PIN of this seat."))]  # fmt: skip
        return [
            Button("cancel", _("Cancel"), self.back, key="Esc", tip=_("Leave it as it is.")),
            Button("recovery.none", _("Without one"), self._go_on,
                   tip=_("Go on to the PIN; a key is offered again with the next one.")),
            Button("recovery.show", _("Show it"), self._show, kind="primary", tip=_("Make the key and show it once.")),
        ]  # fmt: skip

    def _show(self) -> None:
        self.written, self.take = self.make()
        self.refresh()

    def _go_on(self) -> None:
        self.app.remove(self)
        if self.take is not None:
            self.take()
        self.then()

    def back(self) -> None:
        """Leave; a key that is shown stays until it is written down."""
        if not self.written:
            super().back()


class KeyAsked(Screen):
    """Take the recovery key; `opens` says whether it is right, `then` goes on with the open seat."""

    opaque = False
    first = "recovery.open"

    def __init__(self, name: str, opens: Callable[[str], bool], then: Act) -> None:
        super().__init__()
        self.name = name
        self.opens = opens
        self.then = then
        self.typed = ""
        self.wrong = ""

    def opened(self) -> None:
        """Begin in the field."""
        self.hot = type(self.hot)(focus="recovery", shown=True)

    def compose(self, size: Size) -> Element:
        """Return the field, what it does, and the buttons."""
        note = _("Sixteen letters and digits, as they were written down. The seat keeps its plan and loses its PIN.")
        short = None if len(cleaned(self.typed)) == LONG else _("It has sixteen letters and digits.")
        allowed = LETTERS + LETTERS.lower() + "- "
        field = TextField("recovery", self.typed, self._typed, allowed=allowed, most=LONG + _SPARE,
                          tip=_("The key that was shown once, before the first PIN."))  # fmt: skip
        panel = Panel(
            [
                Row([Icon("key-round", 24, palette.ACCENT),
                     Label(_("The recovery key for {name}").format(name=self.name), HEAD, wrap=True, grow=1)], gap=12),
                Space(height=14),
                Row([field]),
                Space(height=8),
                Column([Label(self.wrong or note, BODY, palette.BAD if self.wrong else palette.INK_SECOND, wrap=True)]),
                Space(height=18),
                Row(
                    [
                        Space(grow=1),
                        Button("cancel", _("Cancel"), self.back, key="Esc", tip=_("Leave it as it is.")),
                        Button("recovery.open", _("Open the seat"), self._open, kind="primary", key="Enter",
                               why_not=short, tip=_("Everyone else looks away: the seat opens at once.")),
                    ],
                    gap=12,
                ),
            ],
            pad=(24, 20),
            id="dialog",
        )  # fmt: skip
        return centred(panel, size, 540)

    def _typed(self, text: str) -> None:
        self.typed = text
        self.wrong = ""
        self.refresh()

    def key(self, event: pygame.event.Event) -> bool:
        """Open on Enter while the key is typed."""
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and self.hot.focus == "recovery":
            if len(cleaned(self.typed)) == LONG:
                self._open()
            return True
        return False

    def _open(self) -> None:
        if not self.opens(self.typed):
            self.wrong = _("That is not the recovery key of this game.")
            self.refresh()
            return
        self.app.remove(self)
        self.then()
