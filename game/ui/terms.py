"""The glossary: terms of the game from a file and concepts of the field, each with definition and source."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from game.language import _
from game.report.concepts import CONCEPTS
from game.storage.documents import Document, Word
from game.ui import palette
from game.ui.assets import asset
from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.labels import Label
from game.ui.layout import Hot
from game.ui.theme import BODY, Style

if TYPE_CHECKING:
    from game.ui.screen import Screen

__all__ = ["Entry", "Term", "entries", "entry"]

Text = Annotated[str, Field(min_length=1, max_length=400)]


class Entry(Document):
    """A term, what it means in at most two sentences or three, and where that comes from."""

    id: Word
    term: Text
    text: Text
    source: Text


class _Glossary(Document):
    format: Literal["counterpoise-glossary"]
    version: Literal[1]
    terms: list[Entry]


@cache
def _all() -> dict[str, Entry]:
    data = json.loads(asset("glossary.json").read_text(encoding="utf-8"))
    own = _Glossary.model_validate(data).terms
    told = [Entry(id=each.name, term=each.title, text=each.definition, source=each.source) for each in CONCEPTS]
    return {each.id: each for each in sorted((*own, *told), key=lambda each: each.term)}


def entries() -> list[Entry]:
    """Return all terms by name; show their words with `_`."""
    return list(_all().values())


def entry(id: str) -> Entry | None:
    """Return one term, None if there is none of that id."""
    return _all().get(id)


class Term(Control):
    """An underlined word that opens its definition; the tooltip gives it at once."""

    def __init__(self, id: str, words: str = "", style: Style = BODY) -> None:
        """Take a term's id, and other words for it where the sentence asks for them."""
        found = _all()[id]
        tip = f"{_(found.text)} ({found.source})"
        super().__init__([Label(words or _(found.term), style, palette.INK)], id=f"term.{id}", tip=tip)
        self.term = id

    def activate(self, screen: Screen) -> None:
        """Open the glossary at the term."""
        from game.ui.screens.glossary import GlossaryScreen

        screen.app.push(GlossaryScreen(self.term))

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Underline the words."""
        x, y, width, height = self.rect
        shade = palette.ACCENT if hot.hover == self.id else palette.INK_THIRD
        canvas.fill((x, y + height - 2, width, 1), shade)
