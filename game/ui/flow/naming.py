"""Ask for the name to save a game under; what is wrong with it is said on the spot."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.language import _
from game.ui import palette
from game.ui.buttons import Button
from game.ui.dialogs import centred
from game.ui.entry import TextField
from game.ui.figures import Icon, Panel
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.theme import BODY, HEAD

__all__ = ["NameDialog"]

_MOST = 60


class NameDialog(Screen):
    """Take a name; `save` gives the sentence of what is wrong, or nothing when it is done.

    `taken` says whether another game has the name: then the button replaces it, and says so.
    """

    opaque = False
    first = "save"

    def __init__(self, name: str, note: str, taken: Callable[[str], bool], save: Callable[[str, bool], str]) -> None:
        super().__init__()
        self.name = name
        self.note = note
        self.taken = taken
        self.save = save
        self.wrong = ""
        self.replaces = taken(name)

    def opened(self) -> None:
        """Begin in the field."""
        self.hot = type(self.hot)(focus="name", shown=True)

    def compose(self, size: Size) -> Element:
        """Return field, what is wrong, and the buttons."""
        words = self.wrong or (_("There is a game of that name already.") if self.replaces else self.note)
        shade = palette.BAD if self.wrong else palette.ACCENT if self.replaces else palette.INK_SECOND
        text = _("Replace it") if self.replaces else _("Save")
        blank = None if self.name.strip() else _("Give it a name first.")
        panel = Panel(
            [
                Row([Icon("save", 24, palette.ACCENT), Label(_("Save the game as"), HEAD, grow=1)], gap=12),
                Space(height=14),
                Row([TextField("name", self.name, self._named, most=_MOST)]),
                Space(height=8),
                Column([Label(words, BODY, shade, wrap=True)]),
                Space(height=18),
                Row(
                    [
                        Space(grow=1),
                        Button("cancel", _("Cancel"), self.back, key="Esc"),
                        Button("save", text, self._save, kind="primary", key="Enter", why_not=blank),
                    ],
                    gap=12,
                ),
            ],
            pad=(24, 20),
            id="dialog",
        )
        return centred(panel, size, 520)

    def _named(self, name: str) -> None:
        self.name = name
        self.wrong = ""
        self.replaces = self.taken(name.strip())
        self.refresh()

    def key(self, event: pygame.event.Event) -> bool:
        """Save on Enter while the name is typed."""
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and self.hot.focus == "name" and self.name.strip():
            self._save()
            return True
        return False

    def _save(self) -> None:
        self.wrong = self.save(self.name.strip(), self.replaces)
        if self.wrong:
            self.refresh()
        else:
            self.app.remove(self)
