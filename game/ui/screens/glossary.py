"""The glossary: every term with a short definition and its source; the one asked for comes first."""

from __future__ import annotations

from game.language import _
from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.figures import Panel
from game.ui.ground import paint_graticule
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.screens.page import page
from game.ui.scroll import Scroll
from game.ui.terms import Entry, entries, explained
from game.ui.theme import BODY, HEAD, SMALL

__all__ = ["GlossaryScreen"]


class GlossaryScreen(Screen):
    """All terms by name; Esc goes back to where one was asked for."""

    typing = False

    def __init__(self, asked: str = "") -> None:
        super().__init__()
        self.asked = asked

    def compose(self, size: Size) -> Element:
        """Return one panel a term."""
        found = sorted(entries(), key=lambda each: (each.id != self.asked, _(each.term)))
        column = Column([self._panel(each) for each in found], gap=8)
        column.fixed = (min(820, size[0] - 96), None)
        body = Scroll(Row([Space(grow=1), column, Space(grow=1)], align="start"), self.memory, id="terms")
        return page(size, _("Counterpoise"), _("Glossary"), body, back=self.back)

    def _panel(self, entry: Entry) -> Element:
        rows: list[Element] = [
            Label(_(entry.term), HEAD, wrap=True),
            Label(_(entry.text), BODY, wrap=True),
            Label(entry.source, SMALL, palette.INK_SECOND, wrap=True),
        ]
        edge = palette.ACCENT if entry.id == self.asked else None
        card = Panel([Column(rows, gap=2)], pad=(20, 12), edge=edge, id=f"entry.{entry.id}")
        return explained(card, entry.id, (entry.id,))

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the graticule."""
        paint_graticule(canvas)
