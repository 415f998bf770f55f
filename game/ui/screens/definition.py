"""The definition of a term in a bubble at its words: text, source, and the way to the whole glossary."""

from __future__ import annotations

import pygame

from game.language import _
from game.ui import palette
from game.ui.buttons import Button
from game.ui.dialogs import Pinned
from game.ui.figures import Panel
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.scroll import Scroll
from game.ui.terms import entry, explained
from game.ui.theme import BODY, HEAD, SMALL

__all__ = ["Definition"]

_WIDE, _LEAST = 440, 190
_EDGE, _GAP = 8, 6


class Definition(Screen):
    """Read what a term means; Esc, Enter or a click elsewhere goes back, a term in the text leads on."""

    opaque = False
    typing = False
    first = "definition.close"

    def __init__(self, term: str, anchor: pygame.Rect) -> None:
        super().__init__()
        self.term, self.anchor = term, anchor

    @classmethod
    def open(cls, screen: Screen, term: str, anchor: pygame.Rect) -> None:
        """Show a term at its words; one that is named in a definition takes the definition's place."""
        if isinstance(screen, cls):
            screen.term = term
            screen.memory.clear()
            screen.hot = type(screen.hot)(focus=cls.first, shown=screen.hot.shown)
            screen.refresh()
        else:
            screen.app.push(cls(term, anchor.copy()))

    def compose(self, size: Size) -> Element:
        """Return the bubble below the words, or above them where there is more room."""
        panel = self._panel()
        wide = min(_WIDE, size[0] - 2 * _EDGE)
        below, above = size[1] - self.anchor.bottom - _GAP - _EDGE, self.anchor.top - _GAP - _EDGE
        wanted = panel.size(self.app.theme, wide)[1]
        room = below if below >= min(wanted, _LEAST) or below >= above else above
        high = min(wanted, max(room, _LEAST))
        y = self.anchor.bottom + _GAP if room == below else self.anchor.top - _GAP - high
        at = pygame.Rect(self.anchor.x, y, wide, high)
        at.clamp_ip(pygame.Rect(_EDGE, _EDGE, size[0] - 2 * _EDGE, size[1] - 2 * _EDGE))
        return Pinned(panel, at, self.back)

    def _panel(self) -> Element:
        found = entry(self.term)
        assert found is not None, f"the glossary has no {self.term!r}"
        words = Column([Label(_(found.text), BODY, wrap=True), Space(height=6),
                        Label(found.source, SMALL, palette.INK_SECOND, wrap=True)])  # fmt: skip
        rows: list[Element] = [
            Label(_(found.term), HEAD, wrap=True),
            Space(height=4),
            Scroll(explained(words, "definition", (self.term,)), self.memory, id="definition.text"),
            Space(height=10),
            Row(
                [
                    Button("definition.glossary", _("Glossary"), self._more, kind="plain", key="G"),
                    Space(grow=1),
                    Button("definition.close", _("Close"), self.back, key="Esc"),
                ],
                gap=10,
            ),
        ]
        return Panel(rows, fill=palette.RAISED, border=palette.LINE_STRONG, pad=(18, 12), id="definition")

    def key(self, event: pygame.event.Event) -> bool:
        """G opens the whole glossary."""
        if event.unicode.lower() == "g":
            self._more()
            return True
        return False

    def _more(self) -> None:
        from game.ui.screens.glossary import GlossaryScreen

        app = self.app
        app.remove(self)
        app.push(GlossaryScreen(self.term))

    def back(self) -> None:
        """Go back to the words."""
        self.app.remove(self)
