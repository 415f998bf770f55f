"""The strip at the bottom: what happened last turn in three headlines, and the years with shares of power."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.events import Event, headlines
from game.language import _, mark
from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.controls import Card
from game.ui.figures import Panel, Picture, Roundel
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.palette import readable
from game.ui.play.reading import Nation, Reading
from game.ui.theme import BODY, CODE, ROW, SMALL, STRONG, TINY
from game.world.dates import tick_words

__all__ = ["bottom_strip", "headline"]

THEMES: dict[str, tuple[str, str]] = {
    "treaty": (mark("treaty"), "INK_SECOND"),
    "soft": (mark("soft means"), "ACCENT"),
    "crisis": (mark("crisis"), "BAD"),
    "war": (mark("war"), "BAD"),
    "arms": (mark("arms"), "ACCENT"),
    "peace": (mark("peace"), "GOOD"),
    "power": (mark("power"), "BAD"),
    "word": (mark("words"), "INK_THIRD"),
}
"""What a kind of news is called, and the palette's name of its colour."""
Select = Callable[[int], None]


def headline(
    reading: Reading, event: Event, place: int, select: Select, *, strong: bool, prefix: str, wrap: bool = False
) -> Element:
    """Return one line of news: who, what, of which kind; a press selects who did it."""
    actor = next((each for each in event.actors if each != reading.me), event.actors[0])
    nation = reading.nations[event.actors[0]]
    word, ink = THEMES.get(event.theme, (event.theme, "INK_SECOND"))
    parts = [
        Roundel(nation.emblem, nation.code, nation.colour, 22),
        Label(event.sentence, STRONG if strong else BODY, wrap=wrap, grow=1),
        Label(_(word), SMALL, getattr(palette, ink)),
    ]
    return Card(f"{prefix}.{place}", parts, partial(select, actor), bare=True, pad=(6, 3), gap=10)


def bottom_strip(reading: Reading, select: Select, more: Callable[[], None], *, width: int, height: int) -> Element:
    """Return headlines and timeline; on a low strip one headline alone."""
    low = height < 80
    found = headlines(reading.news, reading.me, 1 if low else 3)
    rows: list[Element] = [
        headline(reading, event, place, select, strong=place == 0, prefix="news") for place, event in enumerate(found)
    ]
    if not rows:
        rows = [Label(_("Nothing has happened yet: this is the first turn."), ROW, palette.INK_SECOND)]
        rows = rows if reading.turn == 1 else [Label(_("A quiet turn."), ROW, palette.INK_SECOND)]
    left = Column([Space(grow=1), *rows, Space(grow=1)], gap=2, grow=1)
    if low or width < 620:
        return Panel([Row([left], align="stretch", grow=1)], pad=(10, 4), height=height)
    line = Picture(partial(_paint_years, reading=reading), grow=1)
    words = _("Power, estimated") if reading.estimated else _("Shares of power")
    right = Column([caption(words), line], width=min(420, width // 3))
    body = Row([left, _Divider(), right], gap=16, align="stretch", grow=1)
    return Panel([body], pad=(10, 8, 20, 8), height=height)


class _Divider(Picture):
    """A hairline down."""

    def __init__(self) -> None:
        super().__init__(lambda canvas, rect: canvas.fill((rect.x, rect.y + 4, 1, rect.height - 8), palette.LINE),
                         width=1)  # fmt: skip


def _paint_years(canvas: Canvas, rect: pygame.Rect, reading: Reading) -> None:
    """Draw the axis of turns up to the last possible one, and the shares of those that matter."""
    low, high = reading.ends
    left, right, base = rect.x + 6, rect.right - 26, rect.bottom - 22
    step = (right - left) / max(1, high)
    top = rect.y + 4
    _paint_axis(canvas, reading, left, base, step, (low, high))
    shown = _who_matters(reading)
    most = max(max(nation.power_now_and_then) for nation in shown) * 1.08
    ends: list[float] = []
    for nation in shown:
        points = [(left + step * k, base - (base - top) * value / most) for k, value in
                  enumerate(nation.power_now_and_then)]  # fmt: skip
        if len(points) > 1:
            canvas.line(points, nation.colour, 3 if nation.index == reading.me else 2)
        x, y = points[-1]
        canvas.disc((x, y), 7, nation.colour, palette.PANEL, 1)
        if all(abs(y - other) >= 13 for other in ends):
            canvas.text(nation.code, CODE, readable(nation.colour, palette.PANEL), (x + 8, y - 9, 30, 18))
            ends.append(y)


def _paint_axis(canvas: Canvas, reading: Reading, left: float, base: float, step: float, ends: tuple[int, int]) -> None:
    now, last = reading.turn - 1, ends[1]
    canvas.rounded((left, base, step * last, 2), palette.LINE_STRONG, radius=1)
    canvas.rounded((left, base, max(2.0, step * min(now, last)), 2), palette.ACCENT, radius=1)
    every = max(1, round((46 if reading.setting.parts == 1 else 74) / max(step, 1)))
    for k in range(last + 1):
        canvas.fill((left + step * k, base, 1, 5), palette.INK_THIRD)
        if k % every == 0:
            shade, style = (palette.INK, CODE) if k == now else (palette.INK_THIRD, TINY)
            canvas.text(
                tick_words(reading.setting, k), style, shade, (left + step * k - 30, base + 7, 60, 15), "center"
            )
    if ends[0] < last:
        box = pygame.Rect(round(left + step * ends[0]) - 4, round(base) - 5, round(step * (last - ends[0])) + 8, 11)
        corners: list[tuple[float, float]] = [box.topleft, box.topright, box.bottomright, box.bottomleft, box.topleft]
        canvas.line(corners, palette.INK_THIRD, 1, (3, 3))
    canvas.disc((left + step * min(now, last), base + 1), 10, palette.ACCENT, palette.PANEL, 2)


def _who_matters(reading: Reading) -> Sequence[Nation]:
    """Return me, the leader, and the next two largest."""
    by_size = sorted((n for n in reading.nations if n.alive), key=lambda nation: -nation.power)
    first = [reading.mine, *(nation for nation in by_size[:4] if nation.index != reading.me)]
    return first[:4]
