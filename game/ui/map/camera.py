"""Where one stands over the map: a scale and an origin, between map units and pixels of the window."""

from collections.abc import Sequence
from functools import partial

import pygame

__all__ = ["Camera"]

NEAREST = 12.0  # how many times the fitted scale one may come close
FARTHEST = 0.6  # and how far one may step back
STEPS = 40  # scales tried to bring what matters most out from under the panels
LOOSE = 0.5  # share of the view that must still show the map
SEAM = 24  # pixels that land must reach under the panels at the sides

Point = tuple[float, float]


class Camera:
    """Pixels of the window are `map units * scale - origin + corner of the view`.

    The origin is kept exact and rounded to whole pixels only for drawing, so that a pan never re-rounds
    the picture and zooming in and out again ends where it began.
    """

    def __init__(
        self,
        page: Sequence[float],
        view: pygame.Rect,
        clear: pygame.Rect | None = None,
        bleed: Sequence[float] | None = None,
    ) -> None:
        self.page: Sequence[float] = tuple(page)
        self.bleed = bleed if bleed is None else tuple(bleed)
        self.core: Sequence[float] | None = None
        self.scale = 1.0
        self.origin = (0.0, 0.0)
        self.frame(view, clear)
        self.fit()

    def frame(self, view: pygame.Rect, clear: pygame.Rect | None = None) -> None:
        """Take a new window rectangle, and the part of it that no panel covers."""
        self.view = pygame.Rect(view)
        self.clear = pygame.Rect(clear or view)
        beside = pygame.Rect(self.clear.left - SEAM, self.view.top, self.clear.width + 2 * SEAM, self.view.height)
        self.seen = beside.clip(self.view)

    @property
    def fitted(self) -> float:
        """The scale at which the page fits into the clear part, and the land's cut edge stays out of view."""
        return max(min(_ratios(self.clear, self.page)), self._covering)

    @property
    def _covering(self) -> float:
        return max(_ratios(self.seen, self.bleed)) if self.bleed else 0.0

    @property
    def corner(self) -> tuple[int, int]:
        """The view's upper left corner in whole pixels of the scaled map."""
        return round(self.origin[0]), round(self.origin[1])

    @property
    def window(self) -> pygame.Rect:
        """The view as a rectangle in pixels of the scaled map."""
        return pygame.Rect(self.corner, self.view.size)

    def fit(self) -> None:
        """Show the whole page, centred in the clear part of the view; the `core` at least, where there is one."""
        self.scale, self.origin = self._home()

    @property
    def at_home(self) -> bool:
        """Whether nobody has moved the map since it was fitted."""
        return (self.scale, self.origin) == self._home()

    def _home(self) -> tuple[float, Point]:
        """Return the fitted scale and origin; a larger scale where only that brings the core into the clear part.

        Land that is cut off must fill the view but for what lies under the panels at its sides, so at the fitted scale
        the map may have no room to move aside.
        """
        whole = self._framed(self.fitted, self.page)
        if self.core is None or self._spare(whole, self.core) >= 0:
            return whole
        gain = max(0.0, min(_ratios(self.clear, self.core)) - self.fitted)
        closer = [self._framed(self.fitted + gain * step / STEPS, self.core) for step in range(1, STEPS + 1)]
        best = max([whole, *closer], key=partial(self._spare, core=self.core))
        return best if self._spare(best, self.core) >= 0 else whole

    def _framed(self, scale: float, box: Sequence[float]) -> tuple[float, Point]:
        left, top, right, bottom = box
        x, y = self.clear.centerx - self.view.x, self.clear.centery - self.view.y
        return scale, self._held((left + right) / 2 * scale - x, (top + bottom) / 2 * scale - y, scale)

    def _spare(self, at: tuple[float, Point], core: Sequence[float]) -> float:
        """Return the pixels between a box of the map and the nearest edge of the clear part; negative beyond it."""
        scale, (x, y) = at
        left, top, right, bottom = (edge * scale for edge in core)
        x, y = x - self.view.x, y - self.view.y
        room = self.clear
        return min(left - x - room.left, top - y - room.top, room.right - right + x, room.bottom - bottom + y)

    def centre(self, x: float, y: float) -> None:
        """Bring a point of the map to the middle of the clear part, as far as the land reaches."""
        middle = self.clear.centerx - self.view.x, self.clear.centery - self.view.y
        self.origin = self._held(x * self.scale - middle[0], y * self.scale - middle[1], self.scale)

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by so many pixels, held back where the map would leave the view."""
        self.origin = self._held(self.origin[0] - dx, self.origin[1] - dy, self.scale)

    def zoom(self, factor: float, at: Sequence[float]) -> bool:
        """Scale about a point of the window, which stays put; say whether anything changed."""
        wanted = min(max(self.scale * factor, self._farthest), self.fitted * NEAREST)
        if wanted == self.scale:
            return False
        ratio = wanted / self.scale
        x, y = at[0] - self.view.x, at[1] - self.view.y
        self.scale = wanted
        self.origin = self._held((self.origin[0] + x) * ratio - x, (self.origin[1] + y) * ratio - y, wanted)
        return True

    def to_window(self, x: float, y: float) -> tuple[float, float]:
        """Turn map units into pixels of the window."""
        left, top = self.corner
        return x * self.scale - left + self.view.x, y * self.scale - top + self.view.y

    def to_map(self, position: Sequence[float]) -> tuple[float, float]:
        """Turn a pixel of the window into map units."""
        left, top = self.corner
        return (position[0] - self.view.x + left) / self.scale, (position[1] - self.view.y + top) / self.scale

    @property
    def _farthest(self) -> float:
        return max(self._covering, self.fitted * FARTHEST) if self.bleed else self.fitted * FARTHEST

    def _held(self, x: float, y: float, scale: float) -> Point:
        room = (
            self.seen if self.bleed else self.view.inflate(-2 * LOOSE * self.view.width, -2 * LOOSE * self.view.height)
        )
        room = room.move(-self.view.x, -self.view.y)
        left, top, right, bottom = (edge * scale for edge in self.bleed or self.page)
        return _between(left - room.left, x, right - room.right), _between(top - room.top, y, bottom - room.bottom)


def _ratios(room: pygame.Rect, box: Sequence[float]) -> tuple[float, float]:
    left, top, right, bottom = box
    return room.width / max(right - left, 1e-6), room.height / max(bottom - top, 1e-6)


def _between(low: float, value: float, high: float) -> float:
    """Hold a value back; where there is no room at all, stay in the middle."""
    return (low + high) / 2 if high < low else min(max(value, low), high)
