"""Where one stands over the map: a scale and an origin, between map units and pixels of the window."""

from collections.abc import Sequence

import pygame

__all__ = ["Camera"]

NEAREST = 12.0  # how many times the fitted scale one may come close
FARTHEST = 0.6  # and how far one may step back
LOOSE = 0.5  # share of the view that must still show the map


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
        self.scale = 1.0
        self.origin = (0.0, 0.0)
        self.frame(view, clear)
        self.fit()

    def frame(self, view: pygame.Rect, clear: pygame.Rect | None = None) -> None:
        """Take a new window rectangle, and the part of it that no panel covers."""
        self.view = pygame.Rect(view)
        self.clear = pygame.Rect(clear or view)

    @property
    def fitted(self) -> float:
        """The scale at which the page fits into the clear part, and the land's cut edge stays out of view."""
        return max(min(_ratios(self.clear, self.page)), self._covering)

    @property
    def _covering(self) -> float:
        return max(_ratios(self.view, self.bleed)) if self.bleed else 0.0

    @property
    def corner(self) -> tuple[int, int]:
        """The view's upper left corner in whole pixels of the scaled map."""
        return round(self.origin[0]), round(self.origin[1])

    @property
    def window(self) -> pygame.Rect:
        """The view as a rectangle in pixels of the scaled map."""
        return pygame.Rect(self.corner, self.view.size)

    def fit(self) -> None:
        """Show the whole page, centred in the clear part of the view."""
        self.scale = self.fitted
        left, top, right, bottom = self.page
        self.centre((left + right) / 2, (top + bottom) / 2)

    def centre(self, x: float, y: float) -> None:
        """Bring a point of the map to the middle of the clear part, as far as the land reaches."""
        middle = self.clear.centerx - self.view.x, self.clear.centery - self.view.y
        self.origin = self._held(x * self.scale - middle[0], y * self.scale - middle[1])

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by so many pixels, held back where the map would leave the view."""
        self.origin = self._held(self.origin[0] - dx, self.origin[1] - dy)

    def zoom(self, factor: float, at: Sequence[float]) -> bool:
        """Scale about a point of the window, which stays put; say whether anything changed."""
        wanted = min(max(self.scale * factor, self._farthest), self.fitted * NEAREST)
        if wanted == self.scale:
            return False
        ratio = wanted / self.scale
        x, y = at[0] - self.view.x, at[1] - self.view.y
        self.scale = wanted
        self.origin = self._held((self.origin[0] + x) * ratio - x, (self.origin[1] + y) * ratio - y)
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

    def _held(self, x: float, y: float) -> tuple[float, float]:
        loose = (0.0, 0.0) if self.bleed else (self.view.width * LOOSE, self.view.height * LOOSE)
        left, top, right, bottom = (edge * self.scale for edge in self.bleed or self.page)
        return (
            _between(left - loose[0], x, right - self.view.width + loose[0]),
            _between(top - loose[1], y, bottom - self.view.height + loose[1]),
        )


def _ratios(room: pygame.Rect, box: Sequence[float]) -> tuple[float, float]:
    left, top, right, bottom = box
    return room.width / max(right - left, 1e-6), room.height / max(bottom - top, 1e-6)


def _between(low: float, value: float, high: float) -> float:
    """Hold a value back; where there is no room at all, stay in the middle."""
    return (low + high) / 2 if high < low else min(max(value, low), high)
