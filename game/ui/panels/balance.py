"""The balance scale: the leader and its partners against those who are bound, or only afraid; the main instrument."""

import math
from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.language import _
from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Element, Hot, Size
from game.ui.palette import Colour
from game.ui.panels.balance_layout import (
    AFRAID,
    AGAINST,
    FOOT,
    FULL_HEIGHT,
    GAP,
    NEITHER,
    WITH,
    Balance,
    Layout,
    Spot,
    Weight,
    lay_out,
)
from game.ui.panels.weights import Block, describe, whole
from game.ui.text import sentence
from game.ui.theme import SMALL, STRONG, Style, Theme

__all__ = ["AFRAID", "AGAINST", "NEITHER", "WITH", "Balance", "BalanceScale", "Weight"]

NEEDLE, DEGREES, MOST_DEGREES = 53, 3.0, 62.0
TICKS = tuple(range(-60, 61, 15))
SPARE_TEXT = 10
NARROW = 860  # logical pixels below which the words are shortened
Act = Callable[[str], None]
_Words = list[tuple[str, bool]]  # each part with whether it is heavy


class BalanceScale(Element):
    """Draw a `Balance` in its rectangle; each weight is a control with the id `weight-CODE`."""

    def __init__(
        self,
        balance: Balance,
        on_weight: Act | None = None,
        tip: Callable[[Weight], str] | None = None,
        *,
        id: str = "balance",
        grow: float = 0,
        width: int | None = None,
        height: int | None = FULL_HEIGHT,
    ) -> None:
        super().__init__(id=id, grow=grow, width=width, height=height)
        self.balance = balance
        self.layout: Layout | None = None
        self._on_weight = on_weight
        self._tip = tip or describe

    def measure(self, theme: Theme, width: int) -> Size:
        """Ask for all the width there is, up to that of the full drawing."""
        return min(width, 1040), FULL_HEIGHT

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Lay out the scale for a rectangle; the weights become its children."""
        self.rect = rect
        words = max(theme.width(text, style) for text, style in self._line_words())
        middle = max(theme.width(text, style) for text, style, _shade in self._middle_words())
        self.layout = lay_out(self.balance, rect, words, middle)
        self.children = [self._block(spot) for spot in self.layout.spots]
        for block, spot in zip(self.children, self.layout.spots, strict=True):
            block.place(theme, spot.rect)

    def weight_at(self, pos: tuple[int, int]) -> str | None:
        """Return the code of the weight under a logical point; None for none, or for a block of several."""
        for spot in self.layout.spots if self.layout else ():
            if spot.rect.collidepoint(pos):
                return spot.weight.code or None
        return None

    def draw(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the scale, its weights, and the hegemony line over them."""
        super().draw(canvas, hot)
        if self.layout is not None:
            self._paint_line(canvas, self.layout)

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw beam, boards, needle and words; the weights draw themselves on top."""
        if self.layout is None:
            return
        self._paint_beam(canvas, self.layout)
        self._paint_needle(canvas, self.layout)
        self._paint_words(canvas, self.layout)

    def _block(self, spot: Spot) -> Element:
        weight = spot.weight
        act = partial(self._on_weight, weight.code) if self._on_weight and weight.code else None
        return Block(weight, self._tip(weight), act)

    @property
    def _narrow(self) -> bool:
        return self.rect.width < NARROW

    @property
    def _leader(self) -> str:
        return self.balance.leader if self._narrow else self.balance.name

    def _line_words(self) -> list[tuple[str, Style]]:
        """Say what the hegemony line means, right-aligned beside it."""
        share = f"{self.balance.hegemony:.0f}"
        count = self.balance.count
        first = (_("hegemony, {count}").format(count=count) if count else _("hegemony"), STRONG)
        if self._narrow:
            return [first, (_("{share} %").format(share=share), SMALL)]
        lines = [first, (sentence(_("{leader} alone").format(leader=self._leader)), SMALL)]
        return [*lines, (_("reaches {share} %").format(share=share), SMALL)]

    def _middle_words(self) -> list[tuple[str, Style, Colour]]:
        lean, bound = round(self.balance.lean), round(self.balance.lean_if_bound)
        if lean > 0:
            first = _("Leans to {leader} by {n}").format(leader=self._leader, n=lean)
        elif lean < 0:
            first = _("Leans against {leader} by {n}").format(leader=self._leader, n=-lean)
        else:
            first = _("In balance")
        lines = [(first, STRONG, palette.INK)]
        if self.balance.total(AFRAID) > 0 and self.rect.height > 130:
            then = (
                _("{n} the other way,") if lean * bound < 0 else _("{n} against it,") if bound < 0 else _("still {n},")
            )
            lines.append((then.format(n=abs(bound)), SMALL, palette.INK_SECOND))
            lines.append((_("if the afraid bind"), SMALL, palette.INK_SECOND))
        return lines

    def _left_words(self) -> list[_Words]:
        """Say what lies on the left, from the longest wording to the shortest."""
        total = whole(self.balance.total(WITH))
        wordings = (sentence(_("{leader} and partners").format(leader=self._leader)) + " ", _("together") + " ", "")
        return [[(text, False), (total, True)] for text in wordings]

    def _right_words(self) -> list[_Words]:
        bound, afraid = (whole(self.balance.total(side)) for side in (AGAINST, AFRAID))
        wordings = (
            (_("bound against it") + " ", ", " + _("only afraid") + " "),
            (_("bound") + " ", ", " + _("afraid") + " "),
            ("", " + "),
        )
        if self.balance.total(AFRAID) <= 0:
            return [[(first, False), (bound, True)] for first, _second in wordings]
        return [[(one, False), (bound, True), (two, False), (afraid, True)] for one, two in wordings]

    def _paint_line(self, canvas: Canvas, at: Layout) -> None:
        x, top = at.hegemony, self.rect.top
        beside = min(x, at.left[0]) - 12
        high, low = top + round(80 * at.size), top + round(136 * at.size)
        for spot in at.spots:  # the line goes behind a weight that reaches beyond it: its letters stay clear
            if spot.rect.left <= x <= spot.rect.right:
                canvas.fill((x - 1, min(high, spot.rect.top - 12), 3, 12), palette.ACCENT)
                high = spot.rect.bottom
        canvas.fill((x - 1, high, 3, max(0, low - high)), palette.ACCENT)
        for dot in range(x + 6, at.left[0] - 3, 5):
            canvas.disc((dot, at.left[2]), 2, palette.ACCENT)
        y = top + round(90 * at.size)
        for text, style in self._line_words():
            shade = palette.ACCENT if style is STRONG else palette.INK_SECOND
            canvas.text(text, style, shade, (beside - 196, y - 10, 196, 20), "right")
            y += round(18 * max(at.size, 0.9))

    def _paint_beam(self, canvas: Canvas, at: Layout) -> None:
        for end, board in zip(at.ends, (at.left, at.right), strict=True):
            for x in (board[0] + 4, board[1] - 4):
                canvas.line([end, (x, board[2])], palette.LINE_STRONG, 1.5)
            _bar(canvas, board, palette.INK, 4)
        if at.table:
            _bar(canvas, at.table, palette.INK_THIRD, 2)
        canvas.line([*at.ends], palette.INK, 5)
        for end in at.ends:
            canvas.disc(end, 9, palette.INK)
        x, foot = at.fulcrum[0], self.rect.top + round(FOOT * at.size)
        canvas.fill((x - 2, at.fulcrum[1], 4, foot - at.fulcrum[1]), palette.INK)
        _bar(canvas, (x - 26, x + 26, foot), palette.INK, 4)

    def _paint_needle(self, canvas: Canvas, at: Layout) -> None:
        for degrees in TICKS:
            long = 1.0 if degrees == 0 else 0.0
            ends = [_polar(at, degrees, reach) for reach in (47 - 3 * long, 53 + 2 * long)]
            canvas.line(ends, palette.INK_THIRD, 2)
        if self.balance.total(AFRAID) > 0:
            ghost = [_polar(at, _degrees(self.balance.lean_if_bound), reach) for reach in (10, NEEDLE)]
            canvas.line(ghost, palette.INK_SECOND, 2, (4, 4))
        needle = [_polar(at, _degrees(self.balance.lean), reach) for reach in (4, NEEDLE)]
        canvas.line(needle, palette.ACCENT, 4)
        canvas.disc(at.fulcrum, 18, palette.PANEL, palette.INK, 3.5)

    def _paint_words(self, canvas: Canvas, at: Layout) -> None:
        y = self.rect.top + round(111 * at.size)
        for text, style, shade in self._middle_words():
            canvas.text(text, style, shade, (at.fulcrum[0] - 150, y - 10, 300, 20), "center")
            y += 20 if style is STRONG else 16
        half = at.gap - GAP + SPARE_TEXT
        under = 16 if at.size > 0.8 else 13
        room = min(at.hegemony, at.left[0]) + SPARE_TEXT, min(at.left[1] - SPARE_TEXT, at.fulcrum[0] - half)
        lowest = self.rect.bottom - canvas.theme.line_height(STRONG) // 2 - 1
        _sentence(canvas, self._left_words(), room, min(lowest, at.left[2] + under), "right")
        stop = at.table[0] - SPARE_TEXT - 12 if at.table else self.rect.right
        room = max(at.right[0] + SPARE_TEXT, at.fulcrum[0] + half), stop
        _sentence(canvas, self._right_words(), room, min(lowest, at.right[2] + under), "left")
        if at.table:
            box = (at.table[0] - 20, at.table[2] + 3, at.table[1] - at.table[0] + 40, 20)
            canvas.text(_("neither"), SMALL, palette.INK_SECOND, box, "center")


def _degrees(lean: float) -> float:
    return -max(-MOST_DEGREES, min(MOST_DEGREES, lean * DEGREES))


def _polar(at: Layout, degrees: float, reach: float) -> tuple[float, float]:
    """Return a point so far from the fulcrum; 0 degrees is up, positive to the right."""
    turn, far = math.radians(degrees), reach * at.size
    return at.fulcrum[0] + far * math.sin(turn), at.fulcrum[1] - far * math.cos(turn)


def _bar(canvas: Canvas, board: tuple[int, int, int], shade: Colour, thick: int) -> None:
    canvas.rounded((board[0], board[2] - thick // 2, board[1] - board[0], thick), shade, radius=thick / 2)


def _sentence(canvas: Canvas, wordings: Sequence[_Words], room: tuple[int, int], middle: int, align: str) -> None:
    """Write the longest wording that fits between two places, at its start or its end."""
    for parts in wordings:
        widths = [canvas.theme.width(text, STRONG if heavy else SMALL) for text, heavy in parts]
        if sum(widths) <= room[1] - room[0]:
            break
    else:
        return
    start = room[1] - sum(widths) if align == "right" else room[0]
    for (text, heavy), wide in zip(parts, widths, strict=True):
        style, shade = (STRONG, palette.INK) if heavy else (SMALL, palette.INK_SECOND)
        canvas.text(text, style, shade, (start, middle - 10, wide, 20))
        start += wide
