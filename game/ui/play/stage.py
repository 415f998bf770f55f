"""Panels that float over a ground: each at a place of its own, the ground answers wherever none lies."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.layout import Element, Hot, Size
from game.ui.theme import Theme

__all__ = ["Float", "Shield", "Stage"]


class Float(Element):
    """One child at a fixed rectangle."""

    def __init__(self, child: Element, at: pygame.Rect) -> None:
        super().__init__([child])
        self.where = at

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Take its own rectangle, whatever is given."""
        super().place(theme, self.where)

    def at(self, pos: tuple[int, int]) -> list[Element]:
        """Answer for the child alone."""
        chain = self.children[0].at(pos)
        return [self, *chain] if chain else []


class Stage(Element):
    """A ground and what floats over it; later ones lie on top."""

    def __init__(self, ground: Element, floats: Sequence[Element | None]) -> None:
        super().__init__([ground, *(each for each in floats if each is not None)])


class Shield(Control):
    """Ground of a panel: takes presses and the wheel, so that they do not reach what lies beneath."""

    focusable = False
    radius = 0

    def __init__(self, child: Element, *, id: str) -> None:
        super().__init__([child], id=id)

    def measure(self, theme: Theme, width: int) -> Size:
        """Be as large as the child."""
        return self.children[0].size(theme, width)

    def wheel(self, screen: object, pos: tuple[int, int], notches: int) -> bool:
        """Swallow the wheel."""
        return True

    def draw(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the child alone."""
        for child in self.children:
            child.draw(canvas, hot)
