"""Type: styles, fonts at the current scale, measured and wrapped lines, and a cache of rendered ones."""

import re
from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import lru_cache

import pygame

from game.ui.assets import asset
from game.ui.palette import Colour

__all__ = ["Style", "Typesetter", "number", "sentence", "signed"]

MINUS = "−"
_FACES = {
    "title": "Cinzel-SemiBold.ttf",
    "text": "NotoSans-Regular.ttf",
    "bold": "NotoSans-SemiBold.ttf",
    "italic": "NotoSans-Italic.ttf",
}
_START = re.compile(r"(^[“(]?|[.!?]”? [“(]?)([^\W\d_])")
_LINES_KEPT = 4000
_SMALL = 13.9  # physical pixels
_SPACE = 0.29  # of the size


@dataclass(frozen=True, slots=True)
class Style:
    """Say how a text looks: face (title, text, bold, italic), size and line height in logical pixels."""

    face: str
    size: float
    line: float
    spacing: float = 0.0
    capitals: bool = False

    def bold(self) -> "Style":
        """Return the same style in the heavier face."""
        return replace(self, face="bold")


def sentence(text: str) -> str:
    """Begin every sentence of a text with a capital letter, whatever name was put there: “the Netherlands”."""
    return _START.sub(lambda found: found[1] + found[2].upper(), text)


def number(value: float, digits: int = 0) -> str:
    """Write a number with a real minus sign; a value that rounds to nothing has no sign."""
    text = f"{value:.{digits}f}"
    if text.startswith("-"):
        text = MINUS + text[1:] if float(text) else text[1:]
    return text


def signed(value: float, digits: int = 2) -> str:
    """Write a change: always with a sign, real minus, but none for a value that rounds to nothing."""
    text = number(value, digits)
    return f"+{text}" if value > 0 and float(f"{value:.{digits}f}") else text


@lru_cache(maxsize=128)
def _font(face: str, size: int) -> pygame.font.Font:
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(asset("fonts", _FACES[face]), size)


def _capital_height(font: pygame.font.Font) -> int:
    metrics = font.metrics("H")[0]
    return metrics[3] if metrics else font.get_ascent() * 2 // 3


def forget_fonts() -> None:
    """Drop all fonts: they do not survive `pygame.quit`."""
    _font.cache_clear()


class Typesetter:
    """Render and measure text at one scale; sizes come in as logical pixels, surfaces are physical ones."""

    def __init__(self, scale: float, larger: float = 1.0) -> None:
        self.scale = scale
        self.larger = larger
        self._lines: OrderedDict[tuple[str, Style, Colour], pygame.Surface] = OrderedDict()
        self._wrapped: dict[tuple[str, Style, int], tuple[str, ...]] = {}
        self._widths: dict[tuple[str, Style], int] = {}

    def font(self, style: Style) -> pygame.font.Font:
        """Return the font of a style at this scale."""
        return _font(style.face, max(6, round(style.size * self.scale * self.larger)))

    def line_height(self, style: Style) -> float:
        """Return the height of one line in logical pixels."""
        return style.line * self.larger

    def rise(self, style: Style) -> int:
        """Return how far above a line's middle its picture begins, so that capitals sit in the middle."""
        font = self.font(style)
        return font.get_ascent() - _capital_height(font) // 2

    def width(self, text: str, style: Style) -> int:
        """Return the width of one line in physical pixels."""
        key = (text, style)
        if key not in self._widths:
            if len(self._widths) > 4 * _LINES_KEPT:
                self._widths.clear()
            self._widths[key] = self._measure(text, style)
        return self._widths[key]

    def line(self, text: str, style: Style, shade: Colour) -> pygame.Surface:
        """Return one rendered line from the cache."""
        key = (text, style, shade)
        found = self._lines.get(key)
        if found is not None:
            self._lines.move_to_end(key)
            return found
        drawn = self._render(text, style, shade)
        self._lines[key] = drawn
        if len(self._lines) > _LINES_KEPT:
            self._lines.popitem(last=False)
        return drawn

    def wrap(self, text: str, style: Style, width: int) -> tuple[str, ...]:
        """Break a text into lines of at most `width` physical pixels; "\\n" always breaks."""
        key = (text, style, width)
        if key not in self._wrapped:
            if len(self._wrapped) > _LINES_KEPT:
                self._wrapped.clear()
            paragraphs = text.split("\n")
            self._wrapped[key] = tuple(line for part in paragraphs for line in self._break(part, style, width))
        return self._wrapped[key]

    def fit(self, text: str, style: Style, width: int) -> str:
        """Shorten a line with an ellipsis until it is at most `width` physical pixels wide."""
        if self.width(text, style) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + "…", style) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + "…"

    def _break(self, paragraph: str, style: Style, width: int) -> list[str]:
        lines: list[str] = []
        line = ""
        for word in paragraph.replace(" %", "\u00a0%").split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer, style) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *pieces, line = self._pieces(word, style, width)
            lines.extend(pieces)
        return [*lines, line]

    def _pieces(self, word: str, style: Style, width: int) -> list[str]:
        pieces: list[str] = []
        while self.width(word, style) > width and len(word) > 1:
            cut = len(word) - 1
            while cut > 1 and self.width(word[:cut], style) > width:
                cut -= 1
            pieces.append(word[:cut])
            word = word[cut:]
        return [*pieces, word]

    def _measure(self, text: str, style: Style) -> int:
        return sum(advance for _part, advance in self._parts(text, style))

    def _render(self, text: str, style: Style, shade: Colour) -> pygame.Surface:
        font, parts = self.font(style), self._parts(text, style)
        if not sum(advance for _part, advance in parts):
            return pygame.Surface((0, font.get_height()), pygame.SRCALPHA)
        if len(parts) == 1 and font.size(parts[0][0])[0]:
            return font.render(parts[0][0], True, shade)
        surface = pygame.Surface((sum(advance for _part, advance in parts), font.get_height()), pygame.SRCALPHA)
        surface.fill((*shade, 0))
        x = 0
        for part, advance in parts:
            if font.size(part)[0]:
                surface.blit(font.render(part, True, shade), (x, 0))
            x += advance
        return surface

    def _parts(self, text: str, style: Style) -> list[tuple[str, int]]:
        """Split a line into what is rendered as a whole, each with its advance in pixels.

        Letters stand apart in spaced styles. In small type words do, because hinting to whole pixels
        rounds the space between them nearly away.
        """
        shown, font = text.upper() if style.capitals else text, self.font(style)
        if style.spacing and shown:
            extra = style.spacing * self.scale * self.larger
            return [(letter, round(font.size(letter)[0] + extra)) for letter in shown]
        size = style.size * self.scale * self.larger
        if size >= _SMALL or " " not in shown:
            return [(shown, font.size(shown)[0])]
        gap = round(size * _SPACE)
        words = shown.split(" ")
        return [(word, font.size(word)[0] + gap) for word in words[:-1]] + [(words[-1], font.size(words[-1])[0])]
