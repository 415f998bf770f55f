"""The balance before and after a turn as two bars, one over the other, on one scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.language import _
from game.ui import palette, shapes
from game.ui.canvas import Canvas
from game.ui.palette import mix
from game.ui.panels.balance import AFRAID, AGAINST, WITH, Balance, Weight
from game.ui.theme import CODE, ROW, SMALL, STRONG, TINY, Style

__all__ = ["lean_words", "two_bars"]

_WORDS_BEFORE, _GAP, _MIDDLE = 52, 12, 12
_HIGH, _LEAST_BAR = 24, 150


def lean_words(balance: Balance) -> str:
    """Say to whom the balance leans and by how much."""
    lean = round(balance.lean)
    if lean > 0:
        return _("leans to {leader} by {n}").format(leader=balance.name, n=lean)
    if lean < 0:
        return _("leans against {leader} by {n}").format(leader=balance.name, n=-lean)
    return _("in balance")


def two_bars(before: Balance, after: Balance) -> Callable[[Canvas, pygame.Rect], None]:
    """Return what draws both: the leader's side to the left of the middle line, the others to the right."""

    def draw(canvas: Canvas, rect: pygame.Rect) -> None:
        rows = ((_("before"), before, SMALL, palette.INK_SECOND), (_("after"), after, STRONG, palette.INK))
        told = max(canvas.theme.width(lean_words(balance), STRONG) for _name, balance, _style, _shade in rows)
        room = rect.width - _WORDS_BEFORE - told - 2 * _GAP
        if room < _LEAST_BAR:
            told, room = 0, rect.width - _WORDS_BEFORE - _GAP
        left = max(balance.total(WITH) for _name, balance, _style, _shade in rows)
        right = max(balance.total(AGAINST, AFRAID) for _name, balance, _style, _shade in rows)
        point = min(5.2, (room - _MIDDLE) / max(left + right, 1.0))
        middle = rect.right - told - (_GAP if told else 0) - right * point - _MIDDLE / 2
        for index, (name, balance, style, shade) in enumerate(rows):
            y = rect.centery - _HIGH - 6 + index * (_HIGH + 12)
            start = middle - _MIDDLE / 2 - left * point - _GAP - _WORDS_BEFORE
            canvas.text(name, ROW, palette.INK_SECOND, (start, y, _WORDS_BEFORE, _HIGH), "right")
            _bar(canvas, balance, middle, y, point)
            if told:
                box = (rect.right - told, y, told, _HIGH)
                canvas.text(lean_words(balance), style, shade, box)

    return draw


def _bar(canvas: Canvas, balance: Balance, middle: float, y: float, point: float) -> None:
    canvas.fill((middle - 1, y - 2, 2, _HIGH + 4), palette.INK)
    x = middle - _MIDDLE / 2
    for weight in _ordered(balance, WITH):
        x -= weight.share * point
        _block(canvas, weight, x, y, weight.share * point)
    x = middle + _MIDDLE / 2
    for side in (AGAINST, AFRAID):
        for weight in _ordered(balance, side):
            _block(canvas, weight, x, y, weight.share * point)
            x += weight.share * point


def _ordered(balance: Balance, side: str) -> Sequence[Weight]:
    found = [weight for weight in balance.weights if weight.side == side]
    return sorted(found, key=lambda weight: (weight.code != balance.leader, -weight.share))


def _block(canvas: Canvas, weight: Weight, x: float, y: float, wide: float) -> None:
    rect = pygame.Rect(round(x) + 1, round(y), max(2, round(wide) - 2), _HIGH)
    afraid = weight.side == AFRAID
    if afraid:
        box = canvas.box(rect)
        canvas.surface.fill(mix(weight.colour, palette.PANEL, 0.22), box)
        if box.width > 0 and box.height > 0:
            tint = mix(weight.colour, palette.PANEL, 0.9)
            canvas.surface.blit(shapes.hatch(box.size, tint, 45, canvas.theme.px(4), canvas.theme.px(10)), box)
    else:
        canvas.rounded(rect, weight.colour, radius=2)
    text, style = _fitting(canvas, weight, rect.width - (14 if afraid else 2))
    if not text:
        return
    if afraid:
        plate = pygame.Rect(0, 0, min(rect.width, canvas.theme.width(text, style) + 12), 18)
        plate.center = rect.center
        canvas.rounded(plate, palette.DEEP, radius=9)
    canvas.text(text, style, palette.INK if afraid else palette.EMBLEM_INK, rect, "center")


def _fitting(canvas: Canvas, weight: Weight, room: int) -> tuple[str, Style]:
    for text, style in ((f"{weight.code} {weight.share:.0f}", CODE), (weight.code, CODE), (weight.code, TINY)):
        if canvas.theme.width(text, style) <= room:
            return text, style
    return "", TINY
