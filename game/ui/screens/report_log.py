"""The whole log: every event that the reader may know of, searched and filtered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.language import _
from game.ui import palette
from game.ui.buttons import Act
from game.ui.controls import Card
from game.ui.figures import Icon, Roundel
from game.ui.flow.faces import Face
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Space
from game.ui.theme import BODY, ROW

__all__ = ["LogLine", "log_rows", "matching"]

_ICONS = {
    "treaty": "link-2",
    "soft": "ban",
    "crisis": "gavel",
    "war": "swords",
    "arms": "shield",
    "peace": "handshake",
    "power": "crown",
    "word": "megaphone",
}


def icon_of(theme: str) -> str:
    """The icon that stands for a theme of events."""
    return _ICONS.get(theme, "scroll-text")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event: when, what about, who, the sentence; `secret` if only its parties know."""

    turn: int
    date: str
    theme: str
    word: str
    sentence: str
    actors: tuple[int, ...]
    faces: tuple[Face, ...]
    secret: bool = False


def matching(lines: Sequence[LogLine], wanted: str, theme: str, turn: int | None) -> list[LogLine]:
    """The lines of a theme ("" all) and turn (None all) that hold every word wanted, newest turn first."""
    words = wanted.casefold().split()
    found = [
        line
        for line in lines
        if (not theme or line.theme == theme)
        and (turn is None or line.turn == turn)
        and all(word in f"{line.sentence} {line.date} {line.word}".casefold() for word in words)
    ]
    return sorted(found, key=lambda line: -line.turn)


def log_rows(lines: Sequence[LogLine], show: Callable[[Sequence[int]], None] | None, whole: int) -> Element:
    """Return the lines under their dates; a press shows the states on the map."""
    if not lines:
        text = _("Nothing has happened yet.") if not whole else _("Nothing in the log matches that.")
        return Column([Space(height=24), Label(text, BODY, palette.INK_SECOND, align="center")])
    rows: list[Element] = []
    date = None
    for index, line in enumerate(lines):
        if line.date != date:
            date = line.date
            rows += [Space(height=14 if rows else 2), caption(date), Space(height=4)]
        rows.append(_row(index, line, show))
    return Column(rows)


def _row(index: int, line: LogLine, show: Callable[[Sequence[int]], None] | None) -> Element:
    discs = [Roundel(face.emblem, face.code, face.colour, 26) for face in line.faces[:2]]
    gap = Space(26 * (2 - len(discs)) + (8 if len(discs) < 2 else 0), 26)
    words = Label(line.sentence, BODY, wrap=True, grow=1)
    told = [Icon("eye-off", 16), Label(_("known to us"), ROW, palette.INK_THIRD)] if line.secret else []
    theme = Label(line.word, ROW, palette.INK_THIRD, align="right", width=90)
    inside: list[Element] = [Icon(icon_of(line.theme), 18), *discs, gap, words, *told, theme]
    act: Act | None = None
    if show is not None:
        act = _showing(show, line.actors)
    return Card(f"log.{index}", inside, act, bare=True, pad=(10, 4), gap=8,
                tip=_("Show on the map") if show else "")  # fmt: skip


def _showing(show: Callable[[Sequence[int]], None], actors: Sequence[int]) -> Act:
    return lambda: show(actors)
