"""The rows of the end screen: a number of the shared result, a state's place with the parts of its score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.language import _
from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.figures import Icon, Picture, Roundel
from game.ui.flow.faces import Face
from game.ui.labels import Label
from game.ui.layout import Column, Element, Hot, Row, Size, Space
from game.ui.palette import Colour, colour
from game.ui.theme import BIG, CODE, DATE, HEAD, NAME, ROW, SMALL, STRONG

__all__ = ["PART_SHADES", "Fact", "Result", "Swatch", "fact_of", "hairline", "result_row"]

PART_SHADES: tuple[Colour, ...] = tuple(map(colour, ("#7FA6C9", "#5D86A8", "#8DB89A", "#C9BC98", "#E3B45C")))
"""Colours of the parts of a score, in their order."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of the shared result with its icon and words."""

    number: str
    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class Result:
    """A state's place, who played it, the points of each part, the score, its epitaph and what it was measured on."""

    rank: int
    face: Face
    who: str
    parts: tuple[float, ...]
    score: float
    epitaph: str
    note: str
    mine: bool = False
    won: bool = False
    alive: bool = True
    aim: str = ""
    met: bool = False


def result_row(result: Result, parts: Sequence[tuple[str, float]], size: Size) -> Element:
    """Return a state's row: place, name, the bar of its parts, score, epitaph."""
    wide = size[0] >= 1500
    shade = palette.ACCENT if result.won else palette.INK if result.alive else palette.INK_THIRD
    rank = Label(str(result.rank), HEAD, palette.ACCENT if result.won else palette.INK_THIRD, width=44, align="center")
    names: list[Element] = [Label(result.face.name, NAME, shade, wrap=True),
                            Label(result.who, SMALL, palette.INK_SECOND, wrap=True)]  # fmt: skip
    if not wide:
        names += [
            Label(result.epitaph, SMALL, palette.INK_SECOND, wrap=True),
            *_aim(result, result.aim.partition(":")[0]),
        ]
    bar = Picture(stacked(result, parts), grow=1, height=34)
    score = Label(f"{result.score:.0f}", BIG, shade, width=52, align="right")
    row: list[Element] = [rank, Roundel(result.face.emblem, result.face.code, result.face.colour, 44),
                          Column(names, width=190 if size[0] >= 1180 else 170), bar, score]  # fmt: skip
    if wide:
        told: list[Element] = [Label(result.epitaph, STRONG, wrap=True)]
        told += [Label(result.note, SMALL, palette.INK_SECOND, wrap=True)] if result.note else []
        row += [Space(8), Column([*told, *_aim(result, result.aim)], width=330)]
    return ResultLine(result, Row(row, gap=14, pad=(0, 12, 20, 12)))


def _aim(result: Result, words: str) -> list[Element]:
    """Reveal the aim that a state kept, and whether it was met."""
    if not words:
        return []
    icon, shade = ("check", palette.GOOD) if result.met else ("x", palette.BAD)
    text = (_("{aim}, met") if result.met else _("{aim}, missed")).format(aim=words)
    return [Row([Icon(icon, 14, shade), Label(text, SMALL, palette.INK, wrap=True, grow=1)], gap=6)]


class ResultLine(Row):
    """A state's row; the reader's own has the accent at its left."""

    def __init__(self, result: Result, row: Element) -> None:
        row.grow = 1
        super().__init__([row])
        self.result = result

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the ground of one's own row."""
        if self.result.mine:
            canvas.fill(self.rect, palette.RAISED)
            canvas.fill((self.rect.x, self.rect.y, 4, self.rect.height), palette.ACCENT)


class Swatch(Element):
    """A square of a part's colour."""

    def __init__(self, shade: Colour) -> None:
        super().__init__(width=12, height=12)
        self.shade = shade

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw it."""
        canvas.rounded(self.rect, self.shade, radius=2)


def fact_of(fact: Fact, width: int) -> Element:
    """Return a number of the shared result with its words."""
    head = Row([Label(fact.number, DATE), Icon(fact.icon, 26, palette.INK_SECOND)], gap=12)
    return Column([head, Label(fact.words, ROW, palette.INK_SECOND, wrap=True)], gap=2, width=width)


def hairline(canvas: Canvas, rect: pygame.Rect) -> None:
    """Fill a hairline, across or upright."""
    canvas.fill(rect, palette.LINE)


def stacked(result: Result, parts: Sequence[tuple[str, float]]) -> Callable[[Canvas, pygame.Rect], None]:
    """Return what draws the parts in one order on one scale, with their numbers."""

    def draw(canvas: Canvas, rect: pygame.Rect) -> None:
        canvas.rounded(rect, palette.LINE, radius=3)
        unit = rect.width / max(1.0, sum(most for _name, most in parts))
        x = float(rect.x)
        for points, shade in zip(result.parts, PART_SHADES, strict=False):
            wide = points * unit
            if wide >= 1.5:
                canvas.rounded((x, rect.y, wide - 1, rect.height), shade, radius=2)
                text = f"{points:.0f}"
                if canvas.theme.width(text, CODE) + 2 <= wide:
                    canvas.text(text, CODE, palette.EMBLEM_INK, (x, rect.y, wide, rect.height), "center")
            x += wide

    return draw
