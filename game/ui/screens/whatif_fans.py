"""A fan: a share of power over the turns in two branches, as bands, and where the games ended beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.flow.faces import Face
from game.ui.palette import mix
from game.ui.screens.timeline_course import Lane
from game.ui.theme import TINY

__all__ = ["Fan", "draw_fan"]

_LEFT, _RIGHT, _TOP, _FOOT = 30, 92, 6, 22
_BINS = 12
_ROOM = 0.08  # of the range, above and below
_LEAST = 6.0  # points of per cent that the scale spans at least
Bands = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Fan:
    """A state's share of power in per cent, turn by turn: bands of both branches, ends of their games, and what was.

    `without` and `changed` are the quantiles .05, .25, .5, .75, .95, from the lowest on; `ends` the games' last shares
    of the one and the other; `happened` the game's own course, as far as it went; `line` hegemony.
    """

    face: Face
    title: str
    ticks: tuple[str, ...]
    without: Bands
    changed: Bands
    ends: tuple[tuple[float, ...], tuple[float, ...]]
    happened: tuple[float, ...]
    line: float

    @property
    def last(self) -> int:
        """The last turn."""
        return len(self.ticks) - 1

    @property
    def scale(self) -> tuple[float, float]:
        """The lowest and the highest share drawn."""
        values = [*self.happened, *self.without[0], *self.without[-1], *self.changed[0], *self.changed[-1]]
        low, high = min(values), max(values)
        room = max(_LEAST - (high - low), 2 * _ROOM * (high - low)) / 2
        return max(0.0, low - room), min(100.0, high + room)


def draw_fan(canvas: Canvas, rect: pygame.Rect, fan: Fan) -> None:
    """Fill the bands of the changed branch, outline those of the other, and draw what happened over both."""
    box = pygame.Rect(rect.x + _LEFT, rect.y + _TOP, rect.width - _LEFT - _RIGHT, rect.height - _TOP - _FOOT)
    frame = _Frame(Lane(box, fan.last), *fan.scale)
    _rungs(canvas, frame)
    for low, high, share in ((0, 4, 0.22), (1, 3, 0.45)):
        _band(canvas, frame, fan.changed[low], fan.changed[high], mix(palette.ACCENT, palette.PANEL, share))
    if frame.low < fan.line < frame.high:
        y = frame.y(fan.line)
        canvas.line([(box.x, y), (rect.right, y)], palette.ACCENT, 2, (7, 5))
    for place, dash in ((0, (3, 4)), (4, (3, 4)), (1, None), (3, None)):
        canvas.line(frame.points(fan.without[place]), palette.INK_SECOND, 1, dash)
    canvas.line(frame.points(fan.changed[2]), palette.ACCENT, 3)
    canvas.line(frame.points(fan.without[2]), palette.INK, 2)
    _happened(canvas, frame, fan)
    _ends(canvas, frame, fan, pygame.Rect(box.right + 12, box.y, _RIGHT - 16, box.height))
    for turn, tick in {0: fan.ticks[0], fan.last: fan.ticks[-1]}.items():
        canvas.text(tick, TINY, palette.INK_SECOND, (frame.lane.x(turn) - 30, box.bottom + 4, 60, 16), "center")


class _Frame:
    """Where turns and shares lie."""

    def __init__(self, lane: Lane, low: float, high: float) -> None:
        self.lane, self.low, self.high = lane, low, high

    def y(self, share: float) -> float:
        """Where a share lies."""
        return self.lane.y((share - self.low) / (self.high - self.low))

    def points(self, shares: Sequence[float]) -> list[tuple[float, float]]:
        """A course as points."""
        return [(self.lane.x(turn), self.y(share)) for turn, share in enumerate(shares)]


def _rungs(canvas: Canvas, frame: _Frame) -> None:
    """Draw the scale: the lowest, the middle and the highest whole share."""
    low, high = -int(-frame.low // 1), int(frame.high)
    for share in dict.fromkeys((low, round((low + high) / 2), high)):
        y, box = frame.y(share), frame.lane.rect
        canvas.text(str(share), TINY, palette.INK_SECOND, (box.x - _LEFT, y - 8, _LEFT - 8, 16), "right")
        canvas.fill((box.x, y, box.width, 1), palette.LINE)


def _band(canvas: Canvas, frame: _Frame, low: Sequence[float], high: Sequence[float], shade: palette.Colour) -> None:
    points = frame.points(high) + frame.points(low)[::-1]
    if len(points) > 2:
        pygame.draw.polygon(canvas.surface, shade, [canvas.at(point) for point in points])


def _happened(canvas: Canvas, frame: _Frame, fan: Fan) -> None:
    """Draw the game's own course with a triangle at its end."""
    points = frame.points(fan.happened)
    canvas.line(points, palette.CASING, 4)
    canvas.line(points, palette.INK, 2, (2, 4))
    x, y = points[-1]
    corners = [canvas.at(point) for point in ((x - 6, y - 10), (x + 6, y - 10), (x, y))]
    pygame.draw.polygon(canvas.surface, palette.INK, corners)
    pygame.draw.polygon(canvas.surface, palette.CASING, corners, canvas.theme.px(1))


def _ends(canvas: Canvas, frame: _Frame, fan: Fan, box: pygame.Rect) -> None:
    """Lay the histogram of the last shares on its side: filled as changed, outlined as played."""
    counts = [[_count(frame, values, k) / max(1, len(values)) for k in range(_BINS)] for values in fan.ends]
    most = max(max(row) for row in counts) or 1.0
    high = box.height / _BINS
    steps: list[tuple[float, float]] = [(box.x, box.bottom)]
    for k, (without, changed) in enumerate(zip(*counts, strict=True)):
        y = box.bottom - (k + 1) * high
        if changed:
            canvas.fill((box.x, y + 1, box.width * changed / most, high - 1), palette.ACCENT)
        x = box.x + box.width * without / most
        steps += [(x, y + high), (x, y)]
    canvas.line([*steps, (box.x, box.y)], palette.INK, 2)


def _count(frame: _Frame, values: Sequence[float], place: int) -> int:
    """Games that ended in a bin; what lies beyond the scale is in the last one of its end."""
    wide = (frame.high - frame.low) / _BINS
    return sum(max(0, min(_BINS - 1, int((value - frame.low) / wide))) == place for value in values)
