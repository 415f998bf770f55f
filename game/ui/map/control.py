"""The map as a control of a screen: the toolkit's logical pixels to the view's physical ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.layout import Hot
from game.ui.map.view import MapView
from game.ui.theme import Theme

if TYPE_CHECKING:
    from game.ui.screen import Screen

__all__ = ["MapControl"]

Point = tuple[int, int]


class MapControl(Control):
    """Show a `MapView`, which outlives the tree that this control is part of.

    `on_click` gets a physical point, for the view's and the labels' own questions; `clear` is the part of the
    control, in logical pixels, that no panel covers.
    """

    radius = 0

    def __init__(
        self,
        view: MapView,
        on_click: Callable[[Point], None] | None = None,
        clear: pygame.Rect | None = None,
        *,
        id: str = "map",
        grow: float = 1,
    ) -> None:
        super().__init__(id=id, grow=grow)
        self.view = view
        self._on_click = on_click
        self._clear = clear
        self._scale = 1.0

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Give the view its physical rectangle."""
        super().place(theme, rect)
        self._scale = theme.scale
        box = self._physical(rect)
        clear = self._physical(self._clear) if self._clear else box
        if (box, clear, theme.scale) != (self.view.camera.view, self.view.camera.clear, self.view.terrain.pixel):
            self.view.resize(box, clear, theme.scale)

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the map and its overlays."""
        self.view.draw(canvas.surface)

    def press(self, screen: Screen, pos: Point) -> bool:
        """Take hold of the map."""
        self.view.hand.press(self._at(pos))
        return True

    def drag(self, screen: Screen, pos: Point) -> None:
        """Pan."""
        screen.app.dirty |= self.view.hand.drag(self._at(pos))

    def release(self, screen: Screen, pos: Point) -> None:
        """Let go; a press that did not move is a click."""
        click = self.view.hand.release(self._at(pos))
        screen.app.dirty = True
        if click is not None and self._on_click:
            self._on_click(click)

    def wheel(self, screen: Screen, pos: Point, notches: int) -> bool:
        """Zoom about the pointer."""
        screen.app.dirty |= self.view.hand.wheel(notches, self._at(pos))
        return True

    def key(self, screen: Screen, event: pygame.event.Event) -> bool:
        """Pan and zoom by keys while the map has the focus."""
        used = self.view.hand.key(event.key)
        screen.app.dirty |= used
        return used

    def _at(self, pos: Point) -> Point:
        return round(pos[0] * self._scale), round(pos[1] * self._scale)

    def _physical(self, rect: pygame.Rect) -> pygame.Rect:
        left, top = self._at(rect.topleft)
        right, low = self._at(rect.bottomright)
        return pygame.Rect(left, top, right - left, low - top)
