"""A picture kept larger than the view, drawn at twice the size and smoothed, so that panning is a blit."""

from collections.abc import Callable
from functools import cache

import pygame

__all__ = ["MARGIN", "OVER", "Painter", "Raster", "area_around"]

OVER = 2  # supersampling
MARGIN = 160  # pixels kept around the view
_EDGE = 4  # pixels drawn beyond a box, so that its rim is drawn like its inside
_SCRATCH = 1056  # side of the square in which pieces are drawn large: 4.5 MB
_STEP = 64  # pixels by which the kept area moves on at a time

Painter = Callable[[pygame.Surface, pygame.Rect], None]


def area_around(window: pygame.Rect, before: pygame.Rect, rim: int = MARGIN) -> pygame.Rect:
    """Return the area to keep for a view: the one before, moved on in steps where the view nears its rim."""
    area = before.copy()
    if area.size != (window.width + 2 * rim, window.height + 2 * rim):
        return window.inflate(2 * rim, 2 * rim)
    area.x += _steps(window.left - area.left, area.right - window.right, rim // 2)
    area.y += _steps(window.top - area.top, area.bottom - window.bottom, rim // 2)
    return area


def _steps(gap_before: int, gap_after: int, near: int) -> int:
    if gap_before < near:
        return (gap_before - near) // _STEP * _STEP
    return -((gap_after - near) // _STEP * _STEP) if gap_after < near else 0


class Raster:
    """Keep an area of a scene that `paint(big, box)` draws: any box of it, at `OVER` times its size.

    Boxes are in whole pixels of the scaled map. A box drawn alone equals the same box of the whole,
    as long as the painter places things by the map, never by the box. With `clear`, a colour, the picture
    has an alpha channel and starts from that colour's transparency; `glaze(picture, box)` adds at 1 : 1.
    """

    def __init__(
        self,
        paint: Painter,
        clear: tuple[int, int, int] | None = None,
        glaze: Painter | None = None,
        over: int = OVER,
    ) -> None:
        self._over = over
        self._paint = paint
        self._glaze = glaze
        self._clear = clear
        self.surface = pygame.Surface((0, 0))
        self.area = pygame.Rect(0, 0, 0, 0)

    def reset(self, area: pygame.Rect, first: pygame.Rect) -> None:
        """Take another area and draw its part `first`; the rest is for the caller to `redraw` in time."""
        if self.surface.get_size() != area.size:
            self.surface = _picture(area.size, bool(self._clear))
        elif self._clear:
            self.surface.fill((*self._clear, 0))
        self.area = area.copy()
        self.redraw(first)

    def drop(self) -> None:
        """Keep nothing any more."""
        self.surface, self.area = pygame.Surface((0, 0)), pygame.Rect(0, 0, 0, 0)

    def place(self, area: pygame.Rect) -> None:
        """Move on to another area of the same size: shift what both share, draw the strips laid open."""
        if area == self.area:
            return
        if area.size != self.area.size or not area.colliderect(self.area):
            self.reset(area, area)
            return
        before, self.area = self.area, area.copy()
        shared = before.clip(area)
        self.surface.scroll(before.x - area.x, before.y - area.y)
        for box in (
            (area.left, area.top, shared.left - area.left, area.height),
            (shared.right, area.top, area.right - shared.right, area.height),
            (shared.left, area.top, shared.width, shared.top - area.top),
            (shared.left, shared.bottom, shared.width, area.bottom - shared.bottom),
        ):
            self.redraw(pygame.Rect(box))

    def redraw(self, box: pygame.Rect) -> None:
        """Draw one box again, cut to what is kept."""
        box = box.clip(self.area)
        if box.width <= 0:
            return
        most = _SCRATCH // self._over - 2 * _EDGE
        wide, high = _even(box.width, most), _even(box.height, most)
        for top in range(box.top, box.bottom, high):
            for left in range(box.left, box.right, wide):
                self._draw(pygame.Rect(left, top, wide, high).clip(box))

    def show(self, target: pygame.Surface, window: pygame.Rect, at: tuple[int, int]) -> None:
        """Blit the part under a view."""
        target.blit(self.surface, at, window.move(-self.area.x, -self.area.y))

    def part(self, box: pygame.Rect) -> pygame.Surface:
        """Return the kept picture of a box, which must lie in the area."""
        return self.surface.subsurface(box.move(-self.area.x, -self.area.y))

    def _draw(self, box: pygame.Rect) -> None:
        wide, over = box.inflate(2 * _EDGE, 2 * _EDGE), self._over
        big = _scratch(bool(self._clear)).subsurface((0, 0, wide.width * over, wide.height * over))
        if self._clear:
            big.fill((*self._clear, 0))
        self._paint(big, wide)
        inner = big.subsurface((_EDGE * over, _EDGE * over, box.width * over, box.height * over))
        picture = self.part(box)
        pygame.transform.smoothscale(inner, box.size, picture)
        if self._glaze:
            self._glaze(picture, box)


def _picture(size: tuple[int, int], alpha: bool) -> pygame.Surface:
    return pygame.Surface(size, pygame.SRCALPHA if alpha else 0, 32)


def _even(length: int, most: int) -> int:
    """Return the length of the pieces, none longer than `most`, that a length is cut into evenly."""
    return -(-length // -(-length // most))


@cache
def _scratch(alpha: bool) -> pygame.Surface:
    """Share the picture in which pieces are drawn; never used for two pieces at once."""
    return _picture((_SCRATCH, _SCRATCH), alpha)
