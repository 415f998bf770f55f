"""Where the parts of the play screen lie in a window of so many logical pixels."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.layout import Size

__all__ = ["Frame", "across", "frame_of"]

Rect = pygame.Rect


@dataclass(frozen=True, slots=True)
class Frame:
    """Rectangles of the bar, the map below it, the panels over the map, and what they leave clear.

    Where the window is narrow the left panel comes only with a selected state (`narrow`); where it is
    narrow or low the right one has tabs (`tabs`), one of them for the other states where it is narrow.
    """

    top: Rect
    map: Rect
    left: Rect
    right: Rect
    bottom: Rect
    middle: Rect  # between the panels
    clear: Rect  # what the map is fitted to
    narrow: bool
    tabs: bool


def frame_of(size: Size, larger: float, left_open: bool) -> Frame:
    """Lay out for a window and a size of letters."""
    wide, high = size
    gutter = 16 if wide >= 1500 else 10
    top = round(_step(high, ((1000, 160), (840, 144), (700, 124), (0, 108))) * larger)
    left = _step(wide, ((1800, 368), (1500, 328), (1200, 296), (0, 272)))
    right = _step(wide, ((1800, 360), (1500, 332), (1200, 312), (0, 296)))
    low = round(_step(high, ((900, 120), (760, 108), (0, 44))) * larger)
    narrow, body = wide < 1200, high - top
    tall = body - 2 * gutter
    left_box = Rect(gutter, top + gutter, left, tall)
    right_box = Rect(wide - gutter - right, top + gutter, right, tall)
    start = left_box.right + gutter if left_open or not narrow else gutter
    stop = right_box.left - gutter
    bottom = Rect(start, high - gutter - low, stop - start, low)
    middle = Rect(start, top + gutter, stop - start, bottom.top - gutter - top - gutter)
    begin = gutter if narrow else start
    bars = round(44 * larger), round(36 * larger)  # the lenses above, the legend of the lines below
    clear = Rect(begin, middle.top + bars[0], stop - begin, middle.height - sum(bars))
    return Frame(Rect(0, 0, wide, top), Rect(0, top, wide, body), left_box, right_box, bottom, middle, clear,
                 narrow, narrow or tall < 800 * larger)  # fmt: skip


def across(room: Rect, top: int, size: Size) -> list[Rect]:
    """Return the places of a box at a height in a room, the best first: left, right, middle."""
    box = Rect((0, top), size)
    return [box.move(x, 0) for x in (room.left, room.right - box.width, room.centerx - box.width // 2)]


def _step(length: int, steps: tuple[tuple[int, int], ...]) -> int:
    return next(value for least, value in steps if length >= least)
