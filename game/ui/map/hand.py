"""Mouse and keys over the map: drag to pan, wheel and plus and minus to zoom, arrows, Home."""

from collections.abc import Callable
from typing import NamedTuple

import pygame

from game.ui.map.camera import Camera

__all__ = ["Hand", "Heard"]

STRIDE = 80  # pixels of one press of an arrow key
SLACK = 4  # pixels the mouse may move before a press becomes a drag
_ZOOM_KEYS = {
    pygame.K_PLUS: 1,
    pygame.K_EQUALS: 1,
    pygame.K_KP_PLUS: 1,
    pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
}
_ARROWS = {pygame.K_LEFT: (1, 0), pygame.K_RIGHT: (-1, 0), pygame.K_UP: (0, 1), pygame.K_DOWN: (0, -1)}

Point = tuple[int, int]


class Heard(NamedTuple):
    """What an event did: `taken` by the map (and the picture changed), or a plain `click` at a point."""

    taken: bool
    click: tuple[int, int] | None = None


class Hand:
    """Move a camera; all points are pixels of the window, `zoom(notches, about)` is the view's."""

    def __init__(self, camera: Camera, zoom: Callable[[float, Point | None], bool]) -> None:
        self._camera = camera
        self._zoom = zoom
        self._at: Point | None = None
        self._held: Point | None = None
        self._button = 0
        self.dragging = False

    def handle(self, event: pygame.event.Event) -> Heard:
        """Answer one pygame event; buttons 4 and 5 are left out, as the wheel comes as MOUSEWHEEL too."""
        if event.type == pygame.MOUSEWHEEL:
            return Heard(self.wheel(getattr(event, "precise_y", event.y), self._at))
        if event.type == pygame.MOUSEMOTION:
            return Heard(self.drag(event.pos))
        if event.type == pygame.MOUSEBUTTONDOWN and event.button in (1, 2):
            self.press(event.pos, event.button)
            return Heard(False)
        if event.type == pygame.MOUSEBUTTONUP and event.button == self._button:
            dragged = self.dragging
            return Heard(dragged, self.release(event.pos))
        return Heard(event.type == pygame.KEYDOWN and self.key(event.key))

    def press(self, at: Point, button: int = 1) -> None:
        """Take hold at a point, with the left or middle button."""
        inside = self._camera.view.collidepoint(at)
        self._held, self._button, self.dragging = (at if inside else None), (button if inside else 0), False

    def drag(self, at: Point) -> bool:
        """Follow the pointer; say whether the map moved."""
        self._at = at
        if self._held is None:
            return False
        dx, dy = at[0] - self._held[0], at[1] - self._held[1]
        if not self.dragging and max(abs(dx), abs(dy)) < SLACK:
            return False
        self.dragging, self._held = True, at
        self._camera.pan(dx, dy)
        return True

    def release(self, at: Point) -> Point | None:
        """Let go; return the point if that was a click of the left button, not a drag."""
        click = at if self._held is not None and self._button == 1 and not self.dragging else None
        self._held, self._button, self.dragging = None, 0, False
        return click

    def wheel(self, notches: float, at: Point | None) -> bool:
        """Zoom about the pointer; say whether anything changed."""
        return at is not None and self._camera.view.collidepoint(at) and self._zoom(notches, at)

    def key(self, key: int) -> bool:
        """Answer a key; say whether it was one of the map's."""
        if key in _ZOOM_KEYS:
            self._zoom(_ZOOM_KEYS[key], self._at)
        elif key in _ARROWS:
            x, y = _ARROWS[key]
            self._camera.pan(x * STRIDE, y * STRIDE)
        elif key == pygame.K_HOME:
            self._camera.fit()
        else:
            return False
        return True
