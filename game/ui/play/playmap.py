"""The map as the ground of the play screen: a click selects, a drag takes along what floats at a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.map.control import MapControl

if TYPE_CHECKING:
    from game.ui.screen import Screen
    from game.ui.screens.play import PlayScreen

__all__ = ["PlayMap"]

Point = tuple[int, int]


class PlayMap(MapControl):
    """A `MapControl` of a play screen; the keyboard moves it without a focus of its own."""

    focusable = False

    def __init__(self, screen: PlayScreen, clear: pygame.Rect) -> None:
        super().__init__(screen.chart.view, self._clicked, clear)
        self.screen = screen

    @property
    def tip(self) -> str:
        """Name the region under the pointer, who holds it, and whose it is by right; nothing behind a card."""
        if self.screen.opened_card:
            return ""
        return self.screen.chart.tip_at(self.screen.reading, self._at(self.screen.app.pointer))

    @tip.setter
    def tip(self, text: str) -> None:
        """Take no other words."""

    @property
    def tip_at(self) -> pygame.Rect:
        """Show the words at the pointer."""
        return pygame.Rect(self.screen.app.pointer, (1, 16))

    def drag(self, screen: Screen, pos: Point) -> None:
        """Pan, and take along what floats."""
        super().drag(screen, pos)
        self.screen.follow()

    def wheel(self, screen: Screen, pos: Point, notches: int) -> bool:
        """Zoom, and take along what floats."""
        used = super().wheel(screen, pos, notches)
        self.screen.follow()
        return used

    def _clicked(self, at: Point) -> None:
        screen = self.screen
        region = screen.chart.view.region_at(at)
        if region is not None and screen.dealing.region_clicked(region):
            return
        state = screen.chart.state_at(screen.reading, at)
        if state is None:
            if not screen.dealing.step_back():
                screen.refresh()
            return
        screen.select(state)
