"""Elements that show text: labels, captions, and paragraphs with heavy words; any may carry marks on its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Element, Hot, Size
from game.ui.palette import Colour
from game.ui.theme import BODY, CAPTION, Style, Theme

__all__ = ["Label", "Marked", "Rich", "caption"]


class Marked(Element):
    """A text on whose words other elements lie, wherever the lines break."""

    words = ""  # what is read, without the signs that make words heavy
    tint: Colour

    def mark(self, start: int, end: int, element: Element) -> None:
        """Let an element lie on some of the words, by their place in `words`."""
        self._marks = [*self._marks, (start, end, element)]

    _marks: list[tuple[int, int, Element]] = []  # noqa: RUF012 (never changed in place)

    def spot(self, theme: Theme, start: int, end: int) -> pygame.Rect | None:
        """Return where some of the words are, as far as they are on one line; None where they are cut off."""
        raise NotImplementedError

    def _mark_words(self, theme: Theme) -> None:
        """Put the elements where their words came to lie; those of words that were cut off are left out."""
        self.children = []
        for start, end, element in self._marks:
            spot = self.spot(theme, start, end)
            if spot is not None:
                element.place(theme, spot)
                self.children.append(element)


class Label(Marked):
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
        self.text = self.words = text
        self.style = style
        self.shade = self.tint = palette.INK if shade is None else shade
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
        self._mark_words(theme)

    def spot(self, theme: Theme, start: int, end: int) -> pygame.Rect | None:
        """Return where some of the words are; see `Marked`."""
        gone, high = 0, theme.line_height(self.style)
        for row, line in enumerate(self._lines):
            first, last = start - gone, min(end - gone, len(line))
            gone += len(line) + 1
            if first >= len(line):
                continue
            if first < 0 or line[first:last].split() != self.text[start : start + last - first].split():
                return None
            left, right = (theme.width(line[:at], self.style) for at in (first, last))
            spare = self.rect.width - theme.width(line, self.style)
            x = self.rect.x + left + {"left": 0, "center": spare // 2, "right": spare}[self.align]
            y = self.rect.y + row * high if len(self._lines) > 1 else self.rect.centery - high // 2
            return pygame.Rect(x, y, right - left, high)
        return None

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


def caption(text: str, shade: Colour | None = None, *, grow: float = 0, wrap: bool = False) -> Label:
    """Return a small letter-spaced heading."""
    return Label(text, CAPTION, palette.INK_THIRD if shade is None else shade, grow=grow, wrap=wrap)


_Word = tuple[str, Style, Colour]


class Rich(Marked):
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
        self.tint = shade or palette.INK_SECOND
        self._words = _marked(text, style, self.tint, strong or palette.INK)
        self.words = " ".join(word for word, _style, _shade in self._words)
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
        self._mark_words(theme)

    def spot(self, theme: Theme, start: int, end: int) -> pygame.Rect | None:
        """Return where the words that hold these letters are; see `Marked`."""
        gone, found, high = 0, None, theme.line_height(self.style)
        for (word, _style, _shade), x, y, wide in self._placed(theme):
            box = pygame.Rect(round(x), y, round(wide), high)
            if gone + len(word) > start and gone < end and (found is None or found.y == y):
                found = box if found is None else found.union(box)
            gone += len(word) + 1
        return found

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Write line by line, word by word."""
        high = canvas.theme.line_height(self.style)
        for (word, style, shade), x, y, _wide in self._placed(canvas.theme):
            canvas.text(word, style, shade, (x, y, 1, high))

    def _placed(self, theme: Theme) -> Iterator[tuple[_Word, float, int, float]]:
        """Yield every word with its left, top and width."""
        high = theme.line_height(self.style)
        for index, line in enumerate(self._lines):
            spare = self.rect.width - self._length(theme, line)
            x = float(self.rect.x + {"left": 0, "center": spare // 2, "right": spare}[self.align])
            for word in line:
                wide = theme.type.width(word[0], word[1]) / theme.scale
                yield word, x, self.rect.y + index * high, wide
                x += wide + theme.type.width(" ", self.style) / theme.scale

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
