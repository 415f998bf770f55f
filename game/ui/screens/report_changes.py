"""Numbers that a turn moved, in rows: of the states in a headline, of the balance, of the reader's own standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.ui import palette
from game.ui.figures import Icon, Roundel, Rule
from game.ui.flow.faces import Face
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.theme import ROW, SMALL, STRONG

__all__ = ["Change", "Section", "change_rows", "section"]

_NUMBER = 64


@dataclass(frozen=True, slots=True)
class Change:
    """One number that the turn moved: of whom (None: of nobody alone), what, before, after.

    Its tone is good, bad or even for the reader.
    """

    face: Face | None
    what: str
    before: str
    after: str
    tone: str = "even"


@dataclass(frozen=True, slots=True)
class Section:
    """Changes under a heading, and sentences below them."""

    title: str
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()


def section(told: Section) -> Element:
    """Return a section: caption, rows, sentences."""
    notes = [Label(note, SMALL, palette.INK_SECOND, wrap=True) for note in told.notes]
    return Column([caption(told.title), Space(height=6), *change_rows(told.changes), Space(height=4), *notes])


def change_rows(changes: Sequence[Change]) -> list[Element]:
    """Return one row a change, the numbers in columns."""
    return [_row(change) for change in changes]


def _row(change: Change) -> Element:
    shade = {"good": palette.GOOD, "bad": palette.BAD}.get(change.tone, palette.INK)
    face, words = change.face, Label(change.what, ROW, palette.INK_SECOND, wrap=True, grow=1)
    told: list[Element] = [Icon("scale", 18, width=26), words]
    if face is not None:
        told = [Roundel(face.emblem, face.code, face.colour, 26), Label(face.name, STRONG), words]
    moved = change.before != change.after and bool(change.before)
    before: list[Element] = [Label(change.before, ROW, palette.INK_SECOND, align="right", width=_NUMBER),
                             Icon("arrow-right", 14)] if moved else []  # fmt: skip
    after = Label(change.after, STRONG, shade, align="right", width=_NUMBER)
    return Column([Row([*told, *before, after], gap=10), Rule(5, 5)])
