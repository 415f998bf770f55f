"""The look of the window at one scale: type scale, grid, and the way to text, icons and roundels."""

from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.ui import icons, palette, shapes
from game.ui.palette import Colour
from game.ui.text import Style, Typesetter, number, signed

__all__ = [
    "BIG",
    "BODY",
    "CAPTION",
    "CAPTION_WIDE",
    "CODE",
    "DATE",
    "GUTTER",
    "HEAD",
    "HEADLINE",
    "LEAST",
    "LOGO",
    "MAIN",
    "MARGIN",
    "NAME",
    "RADIUS",
    "RADIUS_CONTROL",
    "ROW",
    "SCALES",
    "SEA_LABEL",
    "SMALL",
    "STRONG",
    "SUBTITLE",
    "TEXT_SIZES",
    "TINY",
    "TITLE",
    "VALUE",
    "Style",
    "Theme",
    "best_scale",
    "capped_scale",
    "number",
    "signed",
]

LOGO = Style("title", 62, 76, spacing=1.6)
DATE = Style("title", 44, 52)
TITLE = Style("title", 34, 42)
HEADLINE = Style("title", 26, 34)
HEAD = Style("title", 22, 30)
SUBTITLE = Style("text", 20, 28)
MAIN = Style("bold", 20, 28)
BIG = Style("bold", 24, 32)
VALUE = Style("bold", 18, 26)
NAME = Style("bold", 17, 24)
BODY = Style("text", 15, 22)
STRONG = Style("bold", 15, 22)
ROW = Style("text", 14, 20)
SMALL = Style("text", 13, 18)
TINY = Style("text", 12, 16)
CODE = Style("bold", 13, 18)
CAPTION = Style("bold", 12, 16, spacing=1.2, capitals=True)
CAPTION_WIDE = Style("bold", 15, 22, spacing=3.2, capitals=True)
SEA_LABEL = Style("italic", 13, 18, spacing=3.0, capitals=True)

GUTTER, MARGIN = 16, 48
RADIUS, RADIUS_CONTROL = 8, 6
SCALES = (0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)
TEXT_SIZES = (1.0, 1.15, 1.3)
LEAST = (1024, 600)  # logical pixels that every screen may count on


def capped_scale(wanted: float, size: tuple[int, int]) -> float:
    """Return the scale nearest to the one wanted that leaves 1024 x 600 logical pixels in a window."""
    most = min(size[0] / LEAST[0], size[1] / LEAST[1])
    return max(0.25, min(wanted, most))


def best_scale(size: tuple[int, int]) -> float:
    """Return the scale for a window nobody has set one for: 1 up to full HD, in quarters above."""
    room = min(size[0] / 1920, size[1] / 1080)
    return capped_scale(max(1.0, min(2.5, int(room * 4) / 4)), size)


@dataclass
class Theme:
    """One look at one scale; every length that reaches the screen passes `px` once."""

    scale: float = 1.0
    larger: float = 1.0

    def __post_init__(self) -> None:
        self.type = Typesetter(self.scale, self.larger)

    def px(self, length: float) -> int:
        """Turn logical pixels into physical ones; what is there at all stays at least one pixel."""
        return max(1, round(length * self.scale)) if length > 0 else round(length * self.scale)

    def width(self, text: str, style: Style) -> int:
        """Return a line's width in whole logical pixels, rounded up."""
        return -int(-self.type.width(text, style) // self.scale)

    def wrap(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Break a text into lines of at most `width` logical pixels."""
        return self.type.wrap(text, style, max(1, int(width * self.scale)))

    def line(self, text: str, style: Style, shade: Colour) -> pygame.Surface:
        """Return one rendered line, physical pixels, cached."""
        return self.type.line(text, style, shade)

    def line_height(self, style: Style) -> int:
        """Return a style's line height in logical pixels."""
        return round(self.type.line_height(style))

    def icon(self, name: str, size: float, shade: Colour) -> pygame.Surface:
        """Return an icon or emblem `size` logical pixels square, in one colour."""
        return icons.drawing(name, self.px(size), shade)

    def roundel(self, emblem: str, code: str, shade: Colour, size: float, ring: bool = True) -> pygame.Surface:
        """Return a state's emblem on a disc of its colour, with a dark ring; else its code."""
        return _roundel(emblem, code, shade, self.px(size), ring)


@lru_cache(maxsize=512)
def _roundel(emblem: str, code: str, shade: Colour, size: int, ring: bool) -> pygame.Surface:
    surface = pygame.Surface((size, size), pygame.SRCALPHA)
    edge = max(1, round(size * 0.055)) if ring else 0
    surface.blit(shapes.disc(size, shade, palette.CASING if ring else None, edge), (0, 0))
    inner = round((size - 2 * edge) * 0.68)
    if icons.has_drawing(f"emblems/{emblem}"):
        mark = icons.drawing(f"emblems/{emblem}", inner, palette.EMBLEM_INK)
    else:
        mark = Typesetter(1.0).line(code, Style("bold", size * 0.36, size * 0.5), palette.EMBLEM_INK)
    surface.blit(mark, mark.get_rect(center=(size // 2, size // 2)))
    return surface
