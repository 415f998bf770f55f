"""What floats above a screen: tooltips and toasts."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Size
from game.ui.theme import BODY, SMALL

__all__ = ["Rest", "Toast", "draw_tip", "draw_toast"]

_WIDEST_TIP = 320
_EDGE = 8


_TIP_AFTER = 0.45  # seconds


class Rest:
    """Decide when the tooltip of what the pointer or the focus rests on is shown."""

    def __init__(self) -> None:
        self.id = ""
        self.shown = False
        self._seconds = 0.0
        self._hidden = False

    def follow(self, at: str, seconds: float) -> bool:
        """Let time pass over an element; return whether a tooltip came or went."""
        before = self.shown
        if at != self.id:
            self.id, self.shown, self._seconds, self._hidden = at, False, 0.0, False
            return before
        self._seconds += seconds
        self.shown = self.shown or (bool(at) and not self._hidden and self._seconds >= _TIP_AFTER)
        return self.shown != before

    def show(self, id: str) -> None:
        """Show an element's tooltip now."""
        self.id, self.shown = id, True

    def hide(self) -> None:
        """Show none until the rest is elsewhere."""
        self.shown, self._hidden = False, True


@dataclass
class Toast:
    """One sentence at the bottom for a few seconds; kind good, bad or plain."""

    text: str
    kind: str = "plain"
    left: float = 5.0


def draw_tip(canvas: Canvas, size: Size, at: pygame.Rect, text: str, why_not: str | None) -> pygame.Rect:
    """Draw a tooltip below an element, or above where there is no room; return its rectangle."""
    theme = canvas.theme
    high = theme.line_height(SMALL)
    lines = [(line, palette.INK) for line in (theme.wrap(text, SMALL, _WIDEST_TIP) if text else ())]
    if why_not:
        lines += [(line, palette.BAD) for line in theme.wrap(why_not, SMALL, _WIDEST_TIP)]
    width = max(theme.width(line, SMALL) for line, _ in lines) + 24
    rect = pygame.Rect(0, 0, width, len(lines) * high + 16)
    rect.midtop = (at.centerx, at.bottom + 8)
    if rect.bottom > size[1] - _EDGE:
        rect.bottom = at.top - 8
    rect.clamp_ip(pygame.Rect(_EDGE, _EDGE, size[0] - 2 * _EDGE, size[1] - 2 * _EDGE))
    canvas.rounded(rect, palette.CASING, palette.BAD if why_not else palette.LINE_STRONG, radius=6)
    for index, (line, shade) in enumerate(lines):
        canvas.text(line, SMALL, shade, (rect.x + 12, rect.y + 8 + index * high, width - 24, high))
    return rect


def draw_toast(canvas: Canvas, size: Size, toast: Toast) -> pygame.Rect:
    """Draw a toast at the bottom in the middle; return its rectangle."""
    theme = canvas.theme
    lines = theme.wrap(toast.text, BODY, min(640, size[0] - 160))
    high = theme.line_height(BODY)
    width = max(theme.width(line, BODY) for line in lines) + 76
    rect = pygame.Rect(0, 0, width, len(lines) * high + 24)
    rect.midbottom = (size[0] // 2, size[1] - 40)
    icon, shade = {
        "good": ("circle-check", palette.GOOD),
        "bad": ("triangle-alert", palette.BAD),
    }.get(toast.kind, ("info", palette.INK_SECOND))
    canvas.rounded(rect, palette.CASING, shade, radius=8)
    canvas.icon(icon, 20, shade, (rect.x + 28, rect.centery))
    for index, line in enumerate(lines):
        canvas.text(line, BODY, palette.INK, (rect.x + 52, rect.y + 12 + index * high, width - 60, high))
    return rect
