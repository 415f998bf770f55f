"""Small drawings of the play screen: trends, prices, dots, swatches, strokes, the scale of an attitude."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame

from game.language import _
from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Element, Hot, Size
from game.ui.map.strokes import STROKES, paint_stroke
from game.ui.palette import Colour
from game.ui.play.words import price_text
from game.ui.theme import CODE, TINY, Theme

__all__ = ["Attitude", "Dots", "Pills", "Price", "Sparkline", "StrokeSample", "Swatches"]

_LITTLE = 0.02  # relative changes below this are no trend


class Sparkline(Element):
    """A line of past values; coral when falling, green when rising, grey else."""

    def __init__(self, values: Sequence[float], *, width: int = 56, height: int = 22) -> None:
        super().__init__(width=width, height=height)
        self.values = list(values)

    @property
    def shade(self) -> Colour:
        """Return the colour by what changed over the last four turns."""
        recent = self.values[-4:]
        change = (recent[-1] - recent[0]) / max(abs(recent[0]), 1e-6)
        return palette.GOOD if change > _LITTLE else palette.BAD if change < -_LITTLE else palette.INK_SECOND

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the line; where there is only one value yet, the faint line that it will leave."""
        x, y, wide, high = self.rect
        if len(self.values) < 2:
            canvas.line([(x, y + high / 2), (x + wide, y + high / 2)], palette.LINE_STRONG, 1.5, (3, 5))
            return
        low, top = min(self.values), max(self.values)
        span = max(top - low, 0.06 * max(abs(top), 1e-6))
        middle = (top + low) / 2
        steps = len(self.values) - 1
        points = [
            (x + wide * k / steps, y + high * (0.5 - 0.8 * (value - middle) / span))
            for k, value in enumerate(self.values)
        ]
        canvas.line(points, self.shade, 2)
        canvas.disc(points[-1], 5, self.shade)


class Price(Element):
    """An influence price on an accent disc, or "free" in an outline."""

    def __init__(self, price: float) -> None:
        super().__init__()
        self.price = price

    def measure(self, theme: Theme, width: int) -> Size:
        """Return a disc, or a pill as wide as the word."""
        if self.price > 0:
            return max(26, theme.width(price_text(self.price), CODE) + 12), 26
        return theme.width(_("free"), TINY) + 20, 26

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw it."""
        if self.price > 0:
            canvas.rounded(self.rect, palette.ACCENT, radius=self.rect.height / 2)
            canvas.text(price_text(self.price), CODE, palette.ON_ACCENT, self.rect, "center")
        else:
            canvas.rounded(self.rect, None, palette.LINE_STRONG, radius=self.rect.height / 2)
            canvas.text(_("free"), TINY, palette.INK_SECOND, self.rect, "center")


class Dots(Element):
    """So many filled dots of so many."""

    def __init__(self, filled: int, of: int, shade: Colour | None = None) -> None:
        super().__init__(width=of * 20 - 6, height=16)
        self.filled = filled
        self.of = of
        self.shade = shade or palette.ACCENT

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw what is left filled, what is used as rings."""
        for k in range(self.of):
            middle = (self.rect.x + 7 + 20 * k, self.rect.centery)
            if k < self.filled:
                canvas.disc(middle, 14, self.shade)
            else:
                canvas.disc(middle, 14, palette.PANEL, palette.LINE_STRONG, 2)


class Pills(Element):
    """A count as little capsules."""

    def __init__(self, filled: int, of: int) -> None:
        super().__init__(width=of * 30 - 8, height=12)
        self.filled = filled
        self.of = of

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw them."""
        for k in range(self.of):
            box = (self.rect.x + 30 * k, self.rect.y + 1, 22, 10)
            if k < self.filled:
                canvas.rounded(box, palette.ACCENT, radius=5)
            else:
                canvas.rounded(box, None, palette.INK_THIRD, radius=5)


class Swatches(Element):
    """The colours of a ramp side by side."""

    def __init__(self, shades: Sequence[Colour], *, side: int = 22) -> None:
        super().__init__(width=max(0, len(shades) * (side + 6) - 6), height=14)
        self.shades = list(shades)
        self.side = side

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw them."""
        for k, shade in enumerate(self.shades):
            canvas.rounded((self.rect.x + k * (self.side + 6), self.rect.y, self.side, 14), shade, radius=2)


class StrokeSample(Element):
    """A short piece of a tie's line, for the legend."""

    def __init__(self, stroke: str) -> None:
        super().__init__(width=36, height=14)
        self.stroke = stroke

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw it straight."""
        box = canvas.box(self.rect)
        canvas.surface.blit(_sample(self.stroke, STROKES[self.stroke].colour, box.size, canvas.theme.scale), box)


@lru_cache(maxsize=32)
def _sample(stroke: str, shade: Colour, size: Size, scale: float) -> pygame.Surface:
    """Draw a stroke straight across, at twice the size, shrunk."""
    big = pygame.Surface((2 * size[0], 2 * size[1]), pygame.SRCALPHA)
    big.fill((*shade, 0))
    spare = 2 * size[1] // 3
    points = np.linspace((spare, size[1]), (2 * size[0] - spare, size[1]), 24)
    paint_stroke(big, points, STROKES[stroke], 2 * scale)
    return pygame.transform.smoothscale(big, size)


class Attitude(Element):
    """A value from -1 to 1 on a line with its middle marked."""

    def __init__(self, value: float, shade: Colour) -> None:
        super().__init__(height=16)
        self.value = value
        self.shade = shade

    def measure(self, theme: Theme, width: int) -> Size:
        """Take all the width there is."""
        return width, 16

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the line from the middle to the value, with a knob."""
        x, _y, wide, _h = self.rect
        y = self.rect.centery
        middle, at = x + wide / 2, x + wide * (0.5 + max(-1.0, min(1.0, self.value)) / 2)
        canvas.rounded((x, y - 3, wide, 6), palette.LINE, radius=3)
        left, right = sorted((middle, at))
        canvas.rounded((left, y - 3, max(2, right - left), 6), self.shade, radius=3)
        canvas.fill((middle - 1, y - 7, 2, 14), palette.INK_SECOND)
        canvas.disc((at, y), 14, self.shade, palette.PANEL, 2)


def plate(canvas: Canvas, rect: pygame.Rect) -> None:
    """Draw the dark plate under what floats over the map."""
    canvas.rounded(rect, (*palette.DEEP, 225), radius=min(rect.height / 2, 14))
