"""The lanes of the timeline on one axis: shares of power, arms, alliances, tension; a press or drag picks a turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pygame

from game.language import _
from game.ui import palette
from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.flow.faces import Face
from game.ui.layout import Hot, Size
from game.ui.palette import mix
from game.ui.screen import Screen
from game.ui.screens.timeline_course import Course, Lane, Line, Span
from game.ui.theme import CAPTION, CODE, SMALL, STRONG, TINY, Theme

__all__ = ["LENSES", "Lanes"]

_LEFT, _RIGHT, _FOOT, _TOP = 46, 92, 44, 34
_ROW, _CAPTION, _NOTE = 26, 26, 18
_PARTS = {"power": 0.5, "arms": 0.0, "alliances": 0.3, "tension": 0.2}
_UNDER = ("power", "arms")  # lanes that the lines of turning points run over; over the others they would cross words
LENSES = ("all", *_PARTS)
"""What can be looked at: all lanes, or one."""


class Lanes(Control):
    """All lanes, or one; the turn picked has the accent's line through all of them."""

    def __init__(self, course: Course, lens: str, turn: int, pick: Callable[[int], None], note: str = "") -> None:
        """Chart a course; `note` is written under the turn picked."""
        super().__init__(id="lanes", grow=1, tip="")
        self.course, self.lens, self.turn, self.pick, self.note = course, lens, turn, pick, note
        self.foot = _FOOT + (_NOTE if note else 0)

    def measure(self, theme: Theme, width: int) -> Size:
        """Ask for room to be read."""
        return min(width, 320), 240

    # --- the hand

    def press(self, screen: Screen, pos: tuple[int, int]) -> bool:
        """Pick the turn under the pointer and follow it."""
        self.drag(screen, pos)
        return True

    def drag(self, screen: Screen, pos: tuple[int, int]) -> None:
        """Pick the turn under the pointer."""
        wide = max(1, self.rect.width - _LEFT - _RIGHT)
        turn = round((pos[0] - self.rect.x - _LEFT) / wide * self.course.last)
        self.pick(max(0, min(self.course.last, turn)))

    def wheel(self, screen: Screen, pos: tuple[int, int], notches: int) -> bool:
        """Go one turn on or back."""
        self.pick(max(0, min(self.course.last, self.turn - notches)))
        return True

    # --- the picture

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the lanes, the turning points through them, the axis and the turn picked."""
        lanes = dict(self._lanes())
        whole = pygame.Rect(self.rect.x + _LEFT, self.rect.y + _TOP, self.rect.width - _LEFT - _RIGHT,
                            self.rect.height - _TOP - self.foot)  # fmt: skip
        frame = Lane(whole, self.course.last)
        for name in [name for name in lanes if name in _UNDER]:
            _PAINT[name](canvas, lanes[name], self.course)
        self._turning(canvas, frame)
        for name in [name for name in lanes if name not in _UNDER]:
            _PAINT[name](canvas, lanes[name], self.course)
        self._late(canvas, lanes)
        self._axis(canvas, frame)

    def _turning(self, canvas: Canvas, frame: Lane) -> None:
        """Draw the turning points' lines, their numbers above."""
        for number, mark in enumerate(self.course.marks, 1):
            x = frame.x(mark.turn)
            canvas.line([(x, frame.rect.y), (x, frame.rect.bottom)], palette.INK_SECOND, 1, (2, 4))
            canvas.disc((x, self.rect.y + 16), 24, palette.INK, None)
            canvas.text(str(number), CODE, palette.DEEP, (x - 12, self.rect.y + 4, 24, 24), "center")

    def _lanes(self) -> Iterator[tuple[str, Lane]]:
        shown = {self.lens: 1.0} if self.lens != "all" else {k: v for k, v in _PARTS.items() if v}
        x, y = self.rect.x + _LEFT, float(self.rect.y + _TOP)
        width, room = self.rect.width - _LEFT - _RIGHT, self.rect.height - _TOP - self.foot
        for name, part in shown.items():
            high = room * part
            box = pygame.Rect(x, round(y) + _CAPTION, width, round(high) - _CAPTION - 8)
            yield name, Lane(box, self.course.last)
            y += high

    def _late(self, canvas: Canvas, lanes: dict[str, Lane]) -> None:
        """Darken the epilogue."""
        if self.course.late is None:
            return
        for lane in lanes.values():
            left = lane.x(self.course.late)
            canvas.rounded((left, lane.rect.y, lane.rect.right - left, lane.rect.height), (*palette.DEEP, 110), None, 0)

    def _axis(self, canvas: Canvas, frame: Lane) -> None:
        base = self.rect.bottom - self.foot + 8
        here = frame.x(self.turn)
        canvas.rounded((frame.rect.x, base - 2, frame.rect.width, 4), palette.LINE_STRONG, radius=2)
        canvas.rounded((frame.rect.x, base - 2, max(4.0, here - frame.rect.x), 4), palette.ACCENT, radius=2)
        room = max(52, 9 * max(len(tick) for tick in self.course.ticks))
        every = max(1, -(-room * max(1, self.course.last) // max(1, frame.rect.width)))
        for turn, date in enumerate(self.course.ticks):
            x = frame.x(turn)
            canvas.fill((x, base + 5, 1, 5), palette.INK_THIRD)
            near = turn != self.turn and abs(turn - self.turn) < every
            if turn == self.turn or (turn % every == 0 and not near):
                shade, style = (palette.ACCENT, CODE) if turn == self.turn else (palette.INK_SECOND, TINY)
                canvas.text(date, style, shade, (x - 30, base + 12, 60, 18), "center")
        if self.note:
            wide = canvas.theme.width(self.note, SMALL)
            x = min(max(here - wide / 2, self.rect.x), self.rect.right - wide)
            canvas.text(self.note, SMALL, palette.ACCENT, (x, base + 30, wide, 18))
        canvas.line([(here, frame.rect.y), (here, base)], palette.ACCENT, 2)
        canvas.disc((here, base), 18, palette.ACCENT, palette.CASING, 2)


def _caption(canvas: Canvas, lane: Lane, text: str) -> None:
    canvas.text(text, CAPTION, palette.INK_THIRD, (lane.rect.x - _LEFT + 2, lane.rect.y - _CAPTION, 600, 20))


def _rungs(canvas: Canvas, lane: Lane, most: float, steps: int) -> None:
    """Draw the scale at the left."""
    for step in range(steps + 1):
        y = lane.y(step / steps)
        canvas.text(f"{most * step / steps:.0f}", TINY, palette.INK_SECOND, (lane.rect.x - 44, y - 8, 36, 16), "right")
        canvas.fill((lane.rect.x, y, lane.rect.width, 1), palette.LINE)


def _paint_power(canvas: Canvas, lane: Lane, course: Course) -> None:
    """Stack the shares, the one that is largest now at the bottom, so that its height reads against the line."""
    words = _("Shares of power as estimated, per cent") if course.estimated else _("Shares of power, per cent")
    _caption(canvas, lane, words)
    low = [0.0] * (course.last + 1)
    middles: list[tuple[float, Line]] = []
    for line in course.lines:
        high = [a + b for a, b in zip(low, line.shares, strict=True)]
        upper = [(lane.x(k), lane.y(value / 100)) for k, value in enumerate(high)]
        lower = [(lane.x(k), lane.y(value / 100)) for k, value in enumerate(low)]
        _area(canvas, upper + lower[::-1], mix(line.face.colour, palette.PANEL, 0.62))
        canvas.line(upper, palette.DEEP, 1)
        middles.append((lane.y((low[-1] + high[-1]) / 200), line))
        low = high
    _rungs_over(canvas, lane)
    y = lane.y(course.hegemony / 100)
    canvas.line([(lane.rect.x, y), (lane.rect.right, y)], palette.ACCENT, 2, (7, 5))
    _ends(canvas, lane, [(y, line.face, f"{line.shares[-1]:.0f}") for y, line in middles if line.shares[-1] >= 0.5])


def _rungs_over(canvas: Canvas, lane: Lane) -> None:
    for share in (0, 25, 50, 75, 100):
        y = lane.y(share / 100)
        canvas.text(str(share), TINY, palette.INK_SECOND, (lane.rect.x - 44, y - 8, 36, 16), "right")


def _area(canvas: Canvas, points: Sequence[tuple[float, float]], shade: palette.Colour) -> None:
    if len(points) > 2:
        pygame.draw.polygon(canvas.surface, shade, [canvas.at(point) for point in points])


def _ends(canvas: Canvas, lane: Lane, rows: Sequence[tuple[float, Face, str]]) -> None:
    """Write who is who at the right end, the largest first, leaving out what has no room."""
    taken: list[float] = []
    for y, face, value in rows:
        if all(abs(y - other) >= 20 for other in taken):
            taken.append(y)
            canvas.roundel(face.emblem, face.code, face.colour, 20, (lane.rect.right + 16, y))
            canvas.text(face.code, CODE, palette.INK, (lane.rect.right + 30, y - 9, 28, 18))
            canvas.text(value, CODE, palette.INK_SECOND, (lane.rect.right + 56, y - 9, 30, 18), "right")


def _paint_arms(canvas: Canvas, lane: Lane, course: Course) -> None:
    _caption(canvas, lane, _("Arms as published, in points") if course.estimated else _("Arms, in points"))
    shown = sorted(course.lines, key=lambda line: -max(line.arms))[:8]
    most = max((max(line.arms) for line in shown), default=1.0) * 1.06 or 1.0
    _rungs(canvas, lane, most, 4)
    for line in shown:
        points = [(lane.x(k), lane.y(value / most)) for k, value in enumerate(line.arms)]
        canvas.line(points, line.face.colour, 3)
    ends = sorted(((lane.y(line.arms[-1] / most), line) for line in shown), key=lambda row: row[0])
    _ends(canvas, lane, [(y, line.face, f"{line.arms[-1]:.1f}") for y, line in ends])


def _paint_alliances(canvas: Canvas, lane: Lane, course: Course) -> None:
    """Lay the pacts in rows, each in the first that is free; what has no row is counted."""
    _caption(canvas, lane, _("Alliances"))
    rows: list[int] = []
    most, left = max(1, lane.rect.height // _ROW), 0
    for pact in course.pacts:
        start = min(pact.start, course.last - 1)  # one signed just now takes the end of a row
        row = next((k for k, free in enumerate(rows) if start >= free), len(rows))
        if row >= most:
            left += 1
            continue
        rows[row:] = [pact.end, *rows[row + 1 :]]
        _pact(canvas, lane, pact, lane.rect.y + row * _ROW)
    if left:
        text = _("and {n} more").format(n=left)
        canvas.text(text, SMALL, palette.INK_THIRD, (lane.rect.right + 8, lane.rect.bottom - 20, 84, 18))


def _pact(canvas: Canvas, lane: Lane, pact: Span, y: float) -> None:
    right = lane.x(pact.end) - 2
    x = min(lane.x(pact.start) + 1, right - 8)
    width = right - x
    canvas.rounded((x, y, width, _ROW - 4), palette.RAISED, palette.INK_THIRD, 4)
    at = x + 13
    for face in pact.faces[:2]:
        if at + 8 <= x + width:
            canvas.roundel(face.emblem, face.code, face.colour, 18, (at, y + _ROW / 2 - 2))
            at += 20
    style = next((s for s in (SMALL, TINY) if canvas.theme.width(pact.name, s) <= x + width - at), None)
    if style is not None:
        canvas.text(pact.name, style, palette.INK, (at - 4, y, x + width - at + 4, _ROW - 4))


def _paint_tension(canvas: Canvas, lane: Lane, course: Course) -> None:
    """Draw the mean threat that states face, and the wars as bands with their names."""
    _caption(canvas, lane, _("Tension: the threat that states face, and wars"))
    free = lane.rect.x - 1.0
    for war in course.wars:
        x, right = lane.x(war.start), lane.x(max(war.end, war.start + 0.3))
        canvas.rounded((x, lane.rect.y, right - x, lane.rect.height), (*palette.BAD, 46), None, 0)
        wide = canvas.theme.width(war.name, SMALL) + 22
        at = min(max(x + 4, free), lane.rect.right - wide)
        if at >= free:
            canvas.icon("swords", 14, palette.BAD, (at + 7, lane.rect.y + 10))
            canvas.text(war.name, SMALL, palette.INK, (at + 18, lane.rect.y, wide, 20))
            free = at + wide + 8
    most = max((*course.tension, 1.0)) * 1.6  # names have the room above the line
    points = [(lane.x(k), lane.y(value / most)) for k, value in enumerate(course.tension)]
    canvas.line(points, palette.INK, 2)
    canvas.fill((lane.rect.x, lane.rect.bottom, lane.rect.width, 1), palette.LINE)
    text = f"{course.tension[-1]:.2f}"
    canvas.text(text, STRONG, palette.INK, (lane.rect.right + 8, points[-1][1] - 10, 60, 20))


_PAINT: dict[str, Callable[[Canvas, Lane, Course], None]] = {
    "power": _paint_power,
    "arms": _paint_arms,
    "alliances": _paint_alliances,
    "tension": _paint_tension,
}
