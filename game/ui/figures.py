"""Elements that show without words of their own: icons, roundels, rules, key caps, bars, panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Column, Edges, Element, Hot, Size
from game.ui.palette import Colour, Paint
from game.ui.theme import RADIUS, TINY, VALUE, Theme

__all__ = ["Bar", "Icon", "KeyCap", "Panel", "Picture", "Roundel", "Rule"]

_USUAL: Colour = (-1, -1, -1)  # stands for the palette's own, which may change after this line was read


class Icon(Element):
    """One icon in one colour."""

    def __init__(self, name: str, size: int = 18, shade: Colour | None = None, *, width: int | None = None) -> None:
        super().__init__(width=width or size, height=size)
        self.name = name
        self.length = size
        self.shade = shade or palette.INK_SECOND

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

    def __init__(self, above: int = 18, below: int = 16, shade: Colour | None = None) -> None:
        super().__init__(height=above + below + 1)
        self.above = above
        self.shade = shade or palette.LINE

    def measure(self, theme: Theme, width: int) -> Size:
        """Ask for no width of its own."""
        return 0, 0

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the line."""
        canvas.rule((self.rect.x, self.rect.y + self.above, self.rect.width, 1), self.shade)


class KeyCap(Element):
    """The picture of a key that does the same."""

    def __init__(
        self,
        key: str,
        shade: Colour | None = None,
        line: Colour | None = None,
        *,
        big: bool = False,
    ) -> None:
        super().__init__()
        self.key = key
        self.shade = shade or palette.INK_SECOND
        self.line = line or palette.LINE_STRONG
        self.high = 40 if big else 22
        self.style = VALUE if big else TINY.bold()

    def measure(self, theme: Theme, width: int) -> Size:
        """Return a cap as wide as its text."""
        high = max(self.high, theme.line_height(self.style) + 2)
        return max(high, theme.width(self.key, self.style) + high // 2 + 2), high

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw outline and text."""
        canvas.rounded(self.rect, None, self.line, radius=4)
        canvas.text(self.key, self.style, self.shade, self.rect, "center")


class Bar(Element):
    """A thin bar filled to a share of its length."""

    def __init__(
        self,
        share: float,
        shade: Colour | None = None,
        *,
        thick: int = 4,
        grow: float = 1,
        width: int | None = None,
    ) -> None:
        super().__init__(grow=grow, width=width, height=thick)
        self.share = max(0.0, min(1.0, share))
        self.shade = shade or palette.ACCENT

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
        fill: Paint | None = _USUAL,
        border: Colour | None = _USUAL,
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
        self.fill = palette.PANEL if fill is _USUAL else fill
        self.border = palette.LINE if border is _USUAL else border
        self.radius = radius
        self.edge = edge

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the ground, and the accent edge at the left where there is one."""
        canvas.rounded(self.rect, self.fill, self.border, self.radius)
        if self.edge:
            x, y, _, height = self.rect
            canvas.rounded((x, y, 4, height), self.edge, radius=2)
