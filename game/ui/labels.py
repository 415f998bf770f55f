"""Elements that only show: text, captions, icons, roundels, rules, key caps, bars, panels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Column, Edges, Element, Hot, Size
from game.ui.palette import Colour, Paint
from game.ui.theme import BODY, CAPTION, RADIUS, TINY, Style, Theme

__all__ = ["Bar", "Icon", "KeyCap", "Label", "Panel", "Picture", "Rich", "Roundel", "Rule", "caption"]


class Label(Element):
    """A text in one style: one line cut with an ellipsis when it must, or wrapped into many."""

    def __init__(
        self,
        text: str,
        style: Style = BODY,
        shade: Colour = palette.INK,
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
        self.shade = shade
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


def caption(text: str, shade: Colour = palette.INK_THIRD, *, grow: float = 0) -> Label:
    """Return a small letter-spaced heading."""
    return Label(text, CAPTION, shade, grow=grow)


_Word = tuple[str, Style, Colour]


class Rich(Element):
    """A wrapped text in which **stars** make words heavy and bright."""

    def __init__(
        self,
        text: str,
        style: Style = BODY,
        shade: Colour = palette.INK_SECOND,
        strong: Colour = palette.INK,
        *,
        align: str = "left",
        grow: float = 0,
        width: int | None = None,
    ) -> None:
        super().__init__(grow=grow, width=width)
        self.text = text
        self.style = style
        self.align = align
        self._words = _marked(text, style, shade, strong)
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


class Icon(Element):
    """One icon in one colour."""

    def __init__(
        self, name: str, size: int = 18, shade: Colour = palette.INK_SECOND, *, width: int | None = None
    ) -> None:
        super().__init__(width=width or size, height=size)
        self.name = name
        self.length = size
        self.shade = shade

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the icon in the middle of its place."""
        canvas.icon(self.name, self.length, self.shade, self.rect.center)


class Roundel(Element):
    """A state's emblem on a disc of its colour."""

    def __init__(self, emblem: str, code: str, shade: Colour, size: int = 34) -> None:
        super().__init__(width=size, height=size)
        self.emblem = emblem
        self.code = code
        self.shade = shade
        self.length = size

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the disc in the middle of its place."""
        canvas.roundel(self.emblem, self.code, self.shade, self.length, self.rect.center)


class Rule(Element):
    """A hairline across, with room above and below."""

    def __init__(self, above: int = 18, below: int = 16, shade: Colour = palette.LINE) -> None:
        super().__init__(height=above + below + 1)
        self.above = above
        self.shade = shade

    def measure(self, theme: Theme, width: int) -> Size:
        """Ask for no width of its own."""
        return 0, 0

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the line."""
        canvas.rule((self.rect.x, self.rect.y + self.above, self.rect.width, 1), self.shade)


class KeyCap(Element):
    """The picture of a key that does the same."""

    def __init__(self, key: str, shade: Colour = palette.INK_SECOND, line: Colour = palette.LINE_STRONG) -> None:
        super().__init__(height=22)
        self.key = key
        self.shade = shade
        self.line = line

    def measure(self, theme: Theme, width: int) -> Size:
        """Return a cap as wide as its text."""
        return max(22, theme.width(self.key, TINY.bold()) + 12), 22

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw outline and text."""
        canvas.rounded(self.rect, None, self.line, radius=4)
        canvas.text(self.key, TINY.bold(), self.shade, self.rect, "center")


class Bar(Element):
    """A thin bar filled to a share of its length."""

    def __init__(
        self,
        share: float,
        shade: Colour = palette.ACCENT,
        *,
        thick: int = 4,
        grow: float = 1,
        width: int | None = None,
    ) -> None:
        super().__init__(grow=grow, width=width, height=thick)
        self.share = max(0.0, min(1.0, share))
        self.shade = shade

    def measure(self, theme: Theme, width: int) -> Size:
        """Ask for a little; bars grow."""
        return min(40, width), 4

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the track and the filled part."""
        x, y, width, height = self.rect
        canvas.rounded(self.rect, palette.LINE, radius=height / 2)
        if self.share > 0:
            canvas.rounded((x, y, max(height, width * self.share), height), self.shade, radius=height / 2)


class Picture(Element):
    """A drawing by a callable that gets the canvas and the rectangle."""

    def __init__(
        self,
        draw: Callable[[Canvas, pygame.Rect], None],
        *,
        grow: float = 0,
        width: int | None = None,
        height: int | None = None,
    ) -> None:
        super().__init__(grow=grow, width=width, height=height)
        self._draw = draw

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Hand over."""
        self._draw(canvas, self.rect)


class Panel(Column):
    """A column on a raised ground with rounded corners."""

    def __init__(
        self,
        children: Sequence[Element | None],
        *,
        fill: Paint | None = palette.PANEL,
        border: Colour | None = palette.LINE,
        radius: int = RADIUS,
        edge: Colour | None = None,
        gap: int = 0,
        pad: int | tuple[int, int] | Edges = (20, 16),
        align: str = "",
        justify: str = "start",
        id: str = "",
        grow: float = 0,
        width: int | None = None,
        height: int | None = None,
        least: int | None = None,
    ) -> None:
        super().__init__(
            children, gap=gap, pad=pad, align=align, justify=justify, id=id, grow=grow, width=width,
            height=height, least=least,
        )  # fmt: skip
        self.fill = fill
        self.border = border
        self.radius = radius
        self.edge = edge

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the ground, and the accent edge at the left where there is one."""
        canvas.rounded(self.rect, self.fill, self.border, self.radius)
        if self.edge:
            x, y, _, height = self.rect
            canvas.rounded((x, y, 4, height), self.edge, radius=2)
