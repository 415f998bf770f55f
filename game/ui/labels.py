"""Elements that show text: labels, captions, and paragraphs with heavy words."""

from __future__ import annotations

import re

import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Element, Hot, Size
from game.ui.palette import Colour
from game.ui.theme import BODY, CAPTION, Style, Theme

__all__ = ["Label", "Rich", "caption"]


class Label(Element):
    """A text in one style: one line cut with an ellipsis when it must, or wrapped into many."""

    def __init__(
        self,
        text: str,
        style: Style = BODY,
        shade: Colour | None = None,
        *,
        wrap: bool = False,
        align: str = "left",
        id: str = "",
        grow: float = 0,
        width: int | None = None,
        height: int | None = None,
        least: int | None = None,
    ) -> None:
        super().__init__(id=id, grow=grow, width=width, height=height, least=least)
        self.text = text
        self.style = style
        self.shade = palette.INK if shade is None else shade
        self.wrap = wrap
        self.align = align
        self._lines: tuple[str, ...] = ()

    def measure(self, theme: Theme, width: int) -> Size:
        """Return the size of the text, wrapped at `width` when it may be."""
        lines = theme.wrap(self.text, self.style, width) if self.wrap else (self.text,)
        widest = max((theme.width(line, self.style) for line in lines), default=0)
        return min(widest, width), theme.line_height(self.style) * len(lines)

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Break the text for the width that it really got."""
        self.rect = rect
        if self.wrap:
            self._lines = theme.wrap(self.text, self.style, rect.width)
        else:
            room = round((rect.width + 1) * theme.scale)  # one pixel of grace for rounding
            self._lines = (theme.type.fit(self.text, self.style, room),)

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Write the lines from the top, a single one in the middle of the height."""
        line_height = canvas.theme.line_height(self.style)
        x, y, width, height = self.rect
        if len(self._lines) == 1:
            canvas.text(self._lines[0], self.style, self.shade, (x, y, width, height), self.align)
            return
        for index, line in enumerate(self._lines):
            box = (x, y + index * line_height, width, line_height)
            canvas.text(line, self.style, self.shade, box, self.align)

    @property
    def shortened(self) -> bool:
        """Say whether the text had to be cut."""
        return not self.wrap and bool(self._lines) and self._lines[0] != self.text


def caption(text: str, shade: Colour | None = None, *, grow: float = 0) -> Label:
    """Return a small letter-spaced heading."""
    return Label(text, CAPTION, palette.INK_THIRD if shade is None else shade, grow=grow)


_Word = tuple[str, Style, Colour]


class Rich(Element):
    """A wrapped text in which **stars** make words heavy and bright."""

    def __init__(
        self,
        text: str,
        style: Style = BODY,
        shade: Colour | None = None,
        strong: Colour | None = None,
        *,
        align: str = "left",
        grow: float = 0,
        width: int | None = None,
    ) -> None:
        super().__init__(grow=grow, width=width)
        self.text = text
        self.style = style
        self.align = align
        self._words = _marked(text, style, shade or palette.INK_SECOND, strong or palette.INK)
        self._lines: list[list[_Word]] = []

    def measure(self, theme: Theme, width: int) -> Size:
        """Return the size of the wrapped text."""
        lines = self._break(theme, width)
        widest = max((self._length(theme, line) for line in lines), default=0)
        return min(widest, width), theme.line_height(self.style) * len(lines)

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Break the text for the width that it got."""
        self.rect = rect
        self._lines = self._break(theme, rect.width)

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Write line by line, word by word."""
        theme = canvas.theme
        high = theme.line_height(self.style)
        for index, line in enumerate(self._lines):
            spare = self.rect.width - self._length(theme, line)
            x = float(self.rect.x + {"left": 0, "center": spare // 2, "right": spare}[self.align])
            for word, style, shade in line:
                canvas.text(word, style, shade, (x, self.rect.y + index * high, 1, high))
                x += (theme.type.width(word, style) + theme.type.width(" ", self.style)) / theme.scale

    def _length(self, theme: Theme, line: list[_Word]) -> int:
        words = sum(theme.type.width(word, style) for word, style, _ in line)
        return -int(-(words + theme.type.width(" ", self.style) * max(0, len(line) - 1)) // theme.scale)

    def _break(self, theme: Theme, width: int) -> list[list[_Word]]:
        lines: list[list[_Word]] = [[]]
        for word in self._words:
            if lines[-1] and self._length(theme, [*lines[-1], word]) > width:
                lines.append([])
            lines[-1].append(word)
        return lines


def _marked(text: str, style: Style, shade: Colour, strong: Colour) -> list[_Word]:
    words: list[_Word] = []
    for index, part in enumerate(re.split(r"\*\*", text)):
        face, tint = (style.bold(), strong) if index % 2 else (style, shade)
        glued = bool(words) and not part.startswith(" ") and not text.split("**")[index - 1].endswith(" ")
        for number, word in enumerate(part.split()):
            if glued and number == 0 and len(word) <= 2 and not word[0].isalnum():
                before, before_style, before_shade = words[-1]
                words[-1] = (before + word, before_style, before_shade)  # a full stop stays with its word
            else:
                words.append((word, face, tint))
    return words
