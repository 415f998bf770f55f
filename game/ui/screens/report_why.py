"""Why an opponent did what it did, by its own account, and what the deed changes for the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.language import _
from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.figures import Icon, Panel, Picture, Roundel, Rule
from game.ui.flow.faces import Face
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.palette import Colour
from game.ui.scroll import Scroll
from game.ui.theme import BODY, HEADLINE, NAME, ROW, SMALL, STRONG, VALUE, signed

__all__ = ["Change", "Idea", "Why", "explanation"]

_BAR = 24


@dataclass(frozen=True, slots=True)
class Change:
    """One number that the turn moved: what, of whom, before, after; tone good, bad or even for the reader."""

    face: Face
    what: str
    before: str
    after: str
    tone: str = "even"


@dataclass(frozen=True, slots=True)
class Idea:
    """The concept that the deed shows."""

    name: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Why:
    """The actor's account: reasons with their weight, their sum (it acts above 0); no reasons for people."""

    face: Face
    question: str
    act: str
    icon: str
    reasons: tuple[tuple[str, float], ...] = ()
    total: float = 0.0
    idea: Idea | None = None
    changes: tuple[Change, ...] = ()


def explanation(why: Why, memory: dict[str, int], wide: bool) -> Element:
    """Return the dark panel beside the newspaper."""
    parts: list[Element] = [_head(why, wide), Space(height=14), _act(why)]
    if why.reasons:
        parts += [Space(height=18), *_reasons(why)]
    if why.idea is not None:
        parts += [Space(height=18), _idea(why.idea)]
    if why.changes:
        parts += [Space(height=18), caption(_("What the turn changed")), Space(height=6)]
        parts += [_change(change) for change in why.changes]
    body = Scroll(Column(parts), memory, id="why")
    return Panel([body], edge=palette.ACCENT, pad=(32, 22, 26, 18), grow=1, least=120)


def _head(why: Why, wide: bool) -> Element:
    own = _("Why-card, {name}’s own account") if why.reasons else _("In the public eye: {name}")
    words = Column([caption(own.format(name=why.face.name)), Label(why.question, HEADLINE, wrap=True)], grow=1)
    lock = []
    if why.reasons and wide:
        note = Row([Icon("lock", 16), Label(_("truth opens in the debrief"), SMALL, palette.INK_SECOND)], gap=8)
        lock = [Panel([note], fill=palette.RAISED, border=None, radius=14, pad=(12, 5))]
    return Row([Roundel(why.face.emblem, why.face.code, why.face.colour, 56), words, *lock], gap=16)


def _act(why: Why) -> Element:
    return Row([Icon(why.icon, 18), Label(why.act, NAME, palette.INK, wrap=True, grow=1)], gap=12, align="start")


def _reasons(why: Why) -> list[Element]:
    largest = max(abs(value) for _words, value in why.reasons)
    head = Row([caption(_("Largest reasons"), grow=1), Label(_("weight in its decision"), SMALL, palette.INK_SECOND)])
    rows = [_reason(words, value, largest) for words, value in why.reasons]
    return [head, Space(height=8), Column(rows, gap=10), Space(height=14), _sum(why)]


def _reason(words: str, value: float, largest: float) -> Element:
    shade = palette.GOOD if value >= 0 else palette.BAD
    first = words[:1].upper() + words[1:]
    bar = Picture(_reason_bar(value / largest if largest else 0.0, shade), width=230, height=_BAR)
    return Row(
        [Label(first, STRONG, wrap=True, grow=1), bar, Label(signed(value), VALUE, shade, align="right", width=64)],
        gap=14,
    )


def _reason_bar(share: float, shade: Colour) -> Callable[[Canvas, pygame.Rect], None]:
    def draw(canvas: Canvas, rect: pygame.Rect) -> None:
        zero = rect.x + rect.width * 0.32
        room = rect.right - zero if share >= 0 else zero - rect.x
        wide = max(2.0, abs(share) * room)
        canvas.rounded((zero if share >= 0 else zero - wide, rect.y + 4, wide, rect.height - 8), shade, radius=2)
        canvas.fill((zero - 1, rect.y, 2, rect.height), palette.INK_THIRD)

    return draw


def _sum(why: Why) -> Element:
    def draw(canvas: Canvas, rect: pygame.Rect) -> None:
        span = max(1.0, abs(why.total) * 1.15)
        y, middle = rect.y + 34, rect.x + rect.width * 0.4
        unit = (rect.right - 12 - middle) / span if why.total >= 0 else (middle - rect.x - 12) / span
        at = middle + why.total * unit
        canvas.rounded((rect.x, y - 4, rect.width, 8), palette.LINE, radius=4)
        shade = palette.GOOD if why.total > 0 else palette.BAD
        canvas.rounded((min(middle, at), y - 4, abs(at - middle), 8), shade, radius=4)
        canvas.fill((middle - 1.5, y - 11, 3, 22), palette.ACCENT)
        canvas.disc((at, y), 20, shade, palette.PANEL, 3)
        canvas.text(_("acts above 0"), STRONG, palette.ACCENT, (middle - 150, y - 34, 300, 20), "center")
        total = _("total {n}").format(n=signed(why.total))
        left = min(rect.right - 160, max(middle + 60, at - 80)) if why.total >= 0 else rect.x
        canvas.text(total, STRONG, palette.INK, (left, y - 34, 160, 20), "center" if why.total >= 0 else "left")
        canvas.text(_("lets it be"), SMALL, palette.INK_SECOND, (rect.x, y + 10, 200, 18))
        canvas.text(_("does it"), SMALL, palette.INK_SECOND, (rect.right - 200, y + 10, 200, 18), "right")

    return Picture(draw, height=64)


def _idea(idea: Idea) -> Element:
    words = Column(
        [
            Row([Label(idea.name, NAME), Label(idea.source, SMALL, palette.INK_SECOND)], gap=12),
            Label(idea.says, BODY, palette.INK_SECOND, wrap=True),
        ],
        grow=1,
    )
    row = Row([Icon("scale", 22, palette.ACCENT), words], gap=16)
    return Panel([row], fill=palette.RAISED, border=None, pad=(18, 12))


def _change(change: Change) -> Element:
    shade = {"good": palette.GOOD, "bad": palette.BAD}.get(change.tone, palette.INK)
    return Column(
        [
            Row(
                [
                    Roundel(change.face.emblem, change.face.code, change.face.colour, 26),
                    Label(change.face.name, STRONG, width=None),
                    Label(change.what, ROW, palette.INK_SECOND, grow=1),
                    Label(change.before, ROW, palette.INK_SECOND, align="right", width=64),
                    Icon("arrow-right", 14),
                    Label(change.after, STRONG, shade, align="right", width=64),
                ],
                gap=10,
            ),
            Rule(5, 5),
        ]
    )
