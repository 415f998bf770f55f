"""Draw in logical pixels: a surface and a theme together, so that elements never see the scale."""

from collections.abc import Iterator
from contextlib import contextmanager

import pygame

from game.ui import palette, shapes
from game.ui.palette import Colour, Paint
from game.ui.theme import RADIUS, Style, Theme

__all__ = ["Canvas"]

_Box = pygame.Rect | tuple[float, float, float, float]
_Point = tuple[float, float]


class Canvas:
    """Draw on a surface by logical coordinates; edges are rounded once, so neighbours always meet."""

    def __init__(self, surface: pygame.Surface, theme: Theme) -> None:
        self.surface = surface
        self.theme = theme

    def box(self, rect: _Box) -> pygame.Rect:
        """Turn a logical rectangle into a physical one, edge by edge."""
        x, y, width, height = rect
        scale = self.theme.scale
        left, top = round(x * scale), round(y * scale)
        return pygame.Rect(left, top, round((x + width) * scale) - left, round((y + height) * scale) - top)

    def at(self, point: _Point) -> tuple[int, int]:
        """Turn a logical point into a physical one."""
        return round(point[0] * self.theme.scale), round(point[1] * self.theme.scale)

    def fill(self, rect: _Box, shade: Colour) -> None:
        """Fill a plain rectangle."""
        self.surface.fill(shade, self.box(rect))

    def rounded(
        self,
        rect: _Box,
        fill: Paint | None,
        border: Colour | None = None,
        radius: float = RADIUS,
        width: float = 1,
    ) -> None:
        """Draw a rounded box; `fill` may be None or carry an alpha."""
        px = self.theme.px
        shapes.rounded(self.surface, self.box(rect), fill, px(radius), border, px(width))

    def text(self, text: str, style: Style, shade: Colour, rect: _Box, align: str = "left") -> None:
        """Write one line in a rectangle: left, center or right, in the middle of its height."""
        if not text:
            return
        line = self.theme.line(text, style, shade)
        box = self.box(rect)
        x = {
            "left": box.left,
            "center": box.centerx - line.get_width() // 2,
            "right": box.right - line.get_width(),
        }
        self.surface.blit(line, (x[align], box.centery - self.theme.type.rise(style)))

    def icon(self, name: str, size: float, shade: Colour, middle: _Point) -> None:
        """Draw an icon around a point."""
        self.blit(self.theme.icon(name, size, shade), middle)

    def roundel(self, emblem: str, code: str, shade: Colour, size: float, middle: _Point) -> None:
        """Draw a state's emblem disc around a point."""
        self.blit(self.theme.roundel(emblem, code, shade, size), middle)

    def disc(self, middle: _Point, size: float, fill: Colour, border: Colour | None = None, width: float = 0) -> None:
        """Draw a disc `size` across around a point."""
        px = self.theme.px
        self.blit(shapes.disc(px(size), fill, border, px(width) if border else 0), middle)

    def blit(self, surface: pygame.Surface, middle: _Point) -> None:
        """Put a physical surface around a logical point."""
        self.surface.blit(surface, surface.get_rect(center=self.at(middle)))

    def rule(self, rect: _Box, shade: Colour | None = None) -> None:
        """Draw a hairline along the rectangle's longer side, one physical pixel at least."""
        box = self.box(rect)
        thin, shade = self.theme.px(1), shade or palette.LINE
        if box.width >= box.height:
            self.surface.fill(shade, (box.x, box.centery, box.width, thin))
        else:
            self.surface.fill(shade, (box.centerx, box.y, thin, box.height))

    def line(
        self, points: list[_Point], shade: Colour, width: float = 1, dash: tuple[float, float] | None = None
    ) -> None:
        """Draw a smooth line through logical points, whole or dashed."""
        scale = self.theme.scale
        physical = [(x * scale, y * scale) for x, y in points]
        scaled = None if dash is None else (dash[0] * scale, dash[1] * scale)
        shapes.stroke(self.surface, physical, shade, self.theme.px(width), scaled)

    @contextmanager
    def clipped(self, rect: _Box) -> Iterator[None]:
        """Draw only inside a rectangle for a while."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(self.box(rect)))
        try:
            yield
        finally:
            self.surface.set_clip(before)
