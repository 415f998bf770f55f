"""A column taller than its place, moved by the wheel, its thumb, or the focus."""

from __future__ import annotations

import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Element, Hot, Size
from game.ui.theme import Theme

__all__ = ["Scroll"]

_THUMB = 6
STEP = 60  # logical pixels a notch of the wheel


class Scroll(Element):
    """Show one child through a window; the offset lives in the screen's memory under the id."""

    def __init__(self, child: Element, memory: dict[str, int], *, id: str, grow: float = 1) -> None:
        super().__init__([child], id=id, grow=grow, least=60)
        self.memory = memory
        self.length = 0
        self._theme: Theme | None = None

    @property
    def offset(self) -> int:
        """Return how far the child is moved up."""
        return max(0, min(self.memory.get(self.id, 0), self.length - self.rect.height))

    def measure(self, theme: Theme, width: int) -> Size:
        """Return the child's size with room for the thumb."""
        wide, high = self.children[0].size(theme, width - _THUMB - 6)
        return wide + _THUMB + 6, high

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Place the child moved up by the offset."""
        self._theme = theme
        self.rect = rect
        width = max(0, rect.width - _THUMB - 6)
        self.length = self.children[0].size(theme, width)[1]
        if self.length <= rect.height:
            width = rect.width
            self.length = self.children[0].size(theme, width)[1]
        height = max(self.length, rect.height)
        self.children[0].place(theme, pygame.Rect(rect.x, rect.y - self.offset, width, height))

    def scroll(self, by: int) -> bool:
        """Move the child by logical pixels, down when positive; return whether it moved."""
        before = self.offset
        self.memory[self.id] = before + by
        self.memory[self.id] = self.offset
        if self._theme is not None and self.offset != before:
            self.place(self._theme, self.rect)
        return self.offset != before

    def reveal(self, rect: pygame.Rect) -> bool:
        """Move until a rectangle inside is seen; return whether it moved."""
        if rect.top < self.rect.top:
            return self.scroll(rect.top - self.rect.top - 8)
        if rect.bottom > self.rect.bottom:
            return self.scroll(rect.bottom - self.rect.bottom + 8)
        return False

    def draw(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the child through the window, and the thumb when there is more than fits."""
        with canvas.clipped(self.rect.inflate(8, 8)):
            super().draw(canvas, hot)
        if self.length > self.rect.height:
            share = self.rect.height / self.length
            top = self.rect.y + self.offset * share
            height = max(24.0, self.rect.height * share)
            place = (self.rect.right - _THUMB, min(top, self.rect.bottom - height), _THUMB, height)
            canvas.rounded(place, palette.LINE_STRONG, radius=3)
