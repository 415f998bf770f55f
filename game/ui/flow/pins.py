"""Give a seat a PIN: typed twice, and said plainly what it keeps from whom."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.language import _
from game.storage.sealing import LENGTH
from game.ui import palette
from game.ui.buttons import Act, Button
from game.ui.dialogs import centred
from game.ui.figures import Icon, Panel
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.screens.curtain import PinBox
from game.ui.theme import BODY, HEAD, SMALL

__all__ = ["PinDialog"]


class PinDialog(Screen):
    """Take a PIN twice and give it to `chosen`; `remove` takes the present one away."""

    opaque = False
    typing = False

    def __init__(self, name: str, chosen: Callable[[str], None], remove: Act | None) -> None:
        super().__init__()
        self.name = name
        self.chosen = chosen
        self.remove = remove
        self.typed = ""
        self.once = ""
        self.wrong = ""

    def compose(self, size: Size) -> Element:
        """Return the boxes, what the PIN does and does not do, and the buttons."""
        boxes = [PinBox(index < len(self.typed)) for index in range(LENGTH)]
        ask = self.wrong or (_("Once more, to be sure.") if self.once else _("Four digits, by the keyboard."))
        keeps = _("It keeps your screen shut between turns, and seals your planned orders in the saved game.")
        fails = _("It does not stop anybody who can program: four digits are tried out in minutes, and the rest of the "
                  "saved game can be read. If you forget it, the game's recovery key opens the seat; without one, hand "
                  "the seat to a caretaker and take it back: only this turn's plan is lost.")  # fmt: skip
        gone = None if self.remove else _("This seat has no PIN.")
        panel = Panel(
            [
                Row([Icon("lock", 24, palette.ACCENT), Label(self.name, HEAD, grow=1)], gap=12),
                Space(height=14),
                Row([Space(grow=1), *boxes, Space(grow=1)], gap=12),
                Space(height=8),
                Label(ask, BODY, palette.BAD if self.wrong else palette.INK, align="center", wrap=True),
                Space(height=14),
                Column([Label(text, SMALL, palette.INK_SECOND, wrap=True) for text in (keeps, fails)], gap=6),
                Space(height=18),
                Row(
                    [
                        Button("pin.remove", _("Remove it"), self._remove, kind="danger", why_not=gone,
                               tip=_("Open this seat to everybody at the screen.")),
                        Space(grow=1),
                        Button("cancel", _("Cancel"), self.back, key="Esc", tip=_("Leave it as it is.")),
                    ],
                    gap=12,
                ),
            ],
            pad=(24, 20),
            id="dialog",
        )  # fmt: skip
        return centred(panel, size, 520)

    def key(self, event: pygame.event.Event) -> bool:
        """Take digits and Backspace."""
        if event.key == pygame.K_BACKSPACE:
            self.typed = self.typed[:-1]
        elif event.unicode and event.unicode in "0123456789":
            self._digit(event.unicode)
        else:
            return False
        self.refresh()
        return True

    def _digit(self, digit: str) -> None:
        self.typed += digit
        self.wrong = ""
        if len(self.typed) < LENGTH:
            return
        typed, self.typed = self.typed, ""
        if not self.once:
            self.once = typed
        elif typed != self.once:
            self.once, self.wrong = "", _("These were two different PINs: begin again.")
        else:
            self.app.remove(self)
            self.chosen(typed)

    def _remove(self) -> None:
        self.app.remove(self)
        if self.remove is not None:
            self.remove()
