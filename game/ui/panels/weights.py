"""One weight on the balance scale: a block that can be pressed, solid for bound, hatched for only afraid."""

from collections.abc import Callable

import pygame

from game.language import _, plural
from game.ui import palette, shapes
from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.layout import Hot
from game.ui.palette import Colour, mix
from game.ui.panels.balance_layout import AFRAID, AGAINST, NEITHER, OTHERS, WITH, Weight
from game.ui.theme import CODE, NAME, STRONG, TINY

__all__ = ["Block", "describe", "whole"]


class Block(Control):
    """One weight: solid for bound, hatched with a dashed edge for only afraid."""

    radius = 2

    def __init__(self, weight: Weight, tip: str, act: Callable[[], None] | None) -> None:
        super().__init__(id=f"weight-{weight.code or 'others-' + weight.side}", tip=tip, action=act)
        self.weight = weight
        self.focusable = act is not None

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the block and what of its words fits into it."""
        afraid = self.weight.side == AFRAID
        shade = self.weight.colour
        if hot.hover == self.id:
            shade = mix(shade, (255, 255, 255), 0.82)
        if afraid:
            _hatched(canvas, self.rect, shade)
        else:
            canvas.rounded(self.rect, shade, radius=2)
        self._words(canvas, afraid)

    def _words(self, canvas: Canvas, plated: bool) -> None:
        code = self.weight.code if self.weight.code != OTHERS else f"+{self.weight.count}"
        share, rect = whole(self.weight.share), self.rect
        shade = palette.INK if plated else palette.EMBLEM_INK
        line = f"{code} {share}"
        pad = 20 if plated else 6
        for style in (NAME, STRONG, CODE):
            if canvas.theme.width(line, style) + pad <= rect.width:
                _plate(canvas, rect, canvas.theme.width(line, style) + 18, 22, plated)
                canvas.text(line, style, shade, rect, "center")
                return
        wide = max(canvas.theme.width(part, CODE) for part in (code, share))
        if wide + 2 <= rect.width and rect.height >= 32:
            _plate(canvas, rect, wide + 4, 32, plated)
            for row, part in enumerate((code, share)):
                box = (rect.x - 10, rect.centery - 16 + 16 * row, rect.width + 20, 16)
                canvas.text(part, CODE, shade, box, "center")
        elif canvas.theme.width(code, TINY) <= rect.width:
            _plate(canvas, rect, canvas.theme.width(code, TINY) + 2, 16, plated)
            canvas.text(code, TINY, shade, rect.inflate(8, 0), "center")


def describe(weight: Weight) -> str:
    """Say in one line what a weight is and where it stands."""
    if weight.code == OTHERS:
        return plural("{n} more state", "{n} more states", weight.count)
    stands = {
        WITH: _("with the leader"),
        AGAINST: _("bound against the leader"),
        AFRAID: _("afraid of the leader, but not bound against it"),
        NEITHER: _("neither bound nor afraid"),
    }
    return f"{weight.code}, {whole(weight.share)} %: {stands[weight.side]}"


def whole(share: float) -> str:
    """Write a share in whole per cent; what is there at all never reads 0."""
    return f"{share:.0f}" if share >= 1 or share == 0 else "<1"


def _plate(canvas: Canvas, rect: pygame.Rect, wide: int, high: int, wanted: bool) -> None:
    if wanted:
        plate = pygame.Rect(0, 0, min(wide, rect.width), high)
        plate.center = rect.center
        canvas.rounded(plate, palette.DEEP, radius=high / 2)


def _hatched(canvas: Canvas, rect: pygame.Rect, shade: Colour) -> None:
    box, px = canvas.box(rect), canvas.theme.px
    if box.width <= 0 or box.height <= 0:
        return
    canvas.surface.fill(mix(shade, palette.PANEL, 0.22), box)
    canvas.surface.blit(shapes.hatch(box.size, mix(shade, palette.PANEL, 0.9), 45, px(4), px(10)), box)
    x, y, right, low = rect.x, rect.y, rect.right - 1, rect.bottom - 1
    canvas.line([(x, low), (x, y), (right, y), (right, low), (x, low)], mix(shade, (255, 255, 255), 0.8), 1.5, (5, 3))
