"""The window of a game: asks before it closes, and tells when nobody is looking after the screen."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui.app import App

__all__ = ["IDLE", "GameWindow"]

IDLE = 240.0
"""Seconds without a hand on mouse or keyboard after which secrets are covered."""
_HANDS = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL, pygame.KEYDOWN, pygame.TEXTINPUT)


class GameWindow(App):
    """An `App` with two questions to the game: may the window close, and what when it is left alone."""

    may_close: Callable[[], bool] | None = None
    left_alone: Callable[[], None] | None = None
    passing: Callable[[float], None] | None = None
    _still = 0.0

    def ask_to_quit(self) -> None:
        """Close unless the game wants to ask first."""
        if self.may_close is None or self.may_close():
            super().ask_to_quit()

    def step(self, seconds: float = 0.0) -> None:
        """Answer events and draw; cover the screen on focus loss or after a long rest."""
        pygame.event.pump()
        lost = pygame.event.peek(pygame.WINDOWFOCUSLOST, pump=False)
        self._still = 0.0 if pygame.event.peek(_HANDS, pump=False) else self._still + seconds
        super().step(seconds)
        if self.passing is not None:
            self.passing(seconds)
        if self.left_alone is not None and (lost or self._still >= IDLE):
            self._still = 0.0
            self.left_alone()
