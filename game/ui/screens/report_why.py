"""Why an opponent did what it did, by its own account, and what the deed changes for the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.language import _
from game.opponents.accounts import Reason
from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.figures import Icon, Panel, Picture, Roundel
from game.ui.flow.faces import Face
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.palette import Colour
from game.ui.screens.report_changes import Change, Section, change_rows, section
from game.ui.scroll import Scroll
from game.ui.terms import explained
from game.ui.theme import BODY, HEADLINE, NAME, ROW, SMALL, STRONG, VALUE, signed

__all__ = ["Idea", "Left", "Mind", "Why", "explanation"]

_BAR = 24


@dataclass(frozen=True, slots=True)
class Idea:
    """The concept that the deed shows."""

    name: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Left:
    """An option that was weighed and left, with the sum that it had."""

    icon: str
    words: str
    score: float


@dataclass(frozen=True, slots=True)
class Mind:
    """What would have changed its mind: whose order (None: nobody's), in words, and what would have come of it."""

    face: Face | None
    words: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """An account of a deed: in truth with weights and their sum (it acts above 0), else what its doer says aloud.

    `answered` is whether an opponent did it at all; `asked` whether it said yes or no to something; `mind` is
    weighed when the card is shown; where that is `slow`, after the card is seen.
    """

    face: Face
    question: str
    act: str
    icon: str
    answered: bool = False
    true: bool = False
    asked: bool = False
    reasons: tuple[Reason, ...] = ()
    total: float = 0.0
    unmet: tuple[str, ...] = ()
    said: str = ""
    left: tuple[Left, ...] = ()
    mind: Callable[[], Mind] | None = None
    slow: bool = False
    idea: Idea | None = None
    changes: tuple[Change, ...] = ()
    evidence: tuple[str, ...] = ()


def explanation(
    why: Why, memory: dict[str, int], wide: bool, standing: Sequence[Section] = (), weighing: bool = False
) -> Element:
    """Return the dark panel beside the newspaper; below the deed the sections that all headlines share.

    While what would have changed its mind is not known yet, `weighing`, the card says so.
    """
    parts: list[Element] = [_head(why, wide), Space(height=14), _act(why)]
    if why.answered:
        parts += [Space(height=18), *(_reasons(why) if why.true else _claims(why)), *_evidence(why)]
    if why.idea is not None:
        parts += [Space(height=18), _idea(why.idea)]
    if why.left or why.mind is not None:
        parts += [Space(height=18), _otherwise(why, wide, weighing)]
    if why.changes:
        parts += [Space(height=18), caption(_("What the turn changed")), Space(height=6)]
        parts += change_rows(why.changes)
    for each in standing:
        parts += [Space(height=18), section(each)]
    body = Scroll(Column(parts), memory, id="why")
    card = Panel([body], edge=palette.ACCENT, pad=(32, 22, 26, 18), grow=1, least=120)
    return explained(card, "why")


def _head(why: Why, wide: bool) -> Element:
    own = _("Why-card, {name}’s own account") if why.answered else _("In the public eye: {name}")
    own = _("Why-card, {name} in truth") if why.true else own
    words = Column([caption(own.format(name=why.face.name)), Label(why.question, HEADLINE, wrap=True)], grow=1)
    lock = []
    if why.answered and wide:
        icon, text = ("eye", _("the true reasons")) if why.true else ("lock", _("truth opens at the end"))
        note = Row([Icon(icon, 16), Label(text, SMALL, palette.INK_SECOND)], gap=8)
        lock = [Panel([note], fill=palette.RAISED, border=None, radius=14, pad=(12, 5))]
    return Row([Roundel(why.face.emblem, why.face.code, why.face.colour, 56), words, *lock], gap=16)


def _act(why: Why) -> Element:
    return Row([Icon(why.icon, 18), Label(why.act, NAME, palette.INK, wrap=True, grow=1)], gap=12, align="start")


def _claims(why: Why) -> list[Element]:
    """Show what it says in public, in words: what it really weighs is not to be seen."""
    rows: list[Element] = []
    if why.said:
        said = Label(why.said, BODY, palette.INK, wrap=True, grow=1)
        rows.append(Row([Icon("megaphone", 18, palette.ACCENT), said], gap=12, align="start"))
    for place, reason in enumerate(why.reasons):
        first = reason.says[:1].upper() + reason.says[1:]
        rank = _("above all") if place == 0 else _("also")
        rows.append(Row([Icon("check", 18, palette.GOOD), Label(first, STRONG, wrap=True, grow=1),
                         Label(rank, SMALL, palette.INK_SECOND)], gap=12))  # fmt: skip
    if not rows:
        rows = [Label(_("It gives no reason that it would say aloud."), BODY, palette.INK_SECOND, wrap=True)]
    return [caption(_("What it says")), Space(height=8), Column(rows, gap=8)]


def _reasons(why: Why) -> list[Element]:
    largest = max((abs(reason.value) for reason in why.reasons), default=0.0)
    head = Row([caption(_("Largest reasons"), grow=1), Label(_("weight in its decision"), SMALL, palette.INK_SECOND)])
    rows = [_reason(reason, largest) for reason in why.reasons]
    parts: list[Element] = [head, Space(height=8), Column(rows, gap=10), Space(height=14)]
    if not why.unmet:
        return [*parts, _sum(why)]
    for condition in why.unmet:
        text = _("A condition was not met: {what}").format(what=condition)
        parts.append(Row([Icon("x", 16, palette.BAD), Label(text, ROW, palette.INK, wrap=True, grow=1)], gap=12))
    return parts


def _evidence(why: Why) -> list[Element]:
    """Show the numbers behind the reasons, right under them."""
    lines = [Label(line, SMALL, palette.INK_SECOND, wrap=True) for line in why.evidence]
    return [Space(height=10), Label(_("Evidence"), SMALL.bold(), palette.INK_SECOND), *lines] if lines else []


def _reason(reason: Reason, largest: float) -> Element:
    """One term as words, bar and weight; a draw of chance has no weight to read, only a side."""
    shade = palette.GOOD if reason.value >= 0 else palette.BAD
    first = reason.says[:1].upper() + reason.says[1:]
    value = Label(signed(reason.value), VALUE, shade, align="right", width=64)
    if reason.chance:
        first = _("The luck of the draw")
        value = Label(_("for it") if reason.value >= 0 else _("against it"), SMALL, shade, align="right", width=64)
    bar = Picture(_reason_bar(reason.value / largest if largest else 0.0, shade), width=230, height=_BAR)
    return Row([Label(first, STRONG, wrap=True, grow=1), bar, value], gap=14)


def _otherwise(why: Why, wide: bool, weighing: bool) -> Element:
    """Show what it weighed and left, and what would have changed its mind, side by side where there is room."""
    columns: list[Element] = []
    if why.left:
        rows = [_left(option) for option in why.left]
        columns.append(Column([caption(_("It rejected")), Space(height=8), Column(rows, gap=8)], grow=1))
    if why.mind is not None:
        mind = Mind(None, _("One moment: this is being weighed.")) if weighing else why.mind()
        columns.append(Column([caption(_("What would have changed its mind")), Space(height=8), _mind(mind)], grow=1))
    if not wide:
        for column in columns:
            column.grow = 0
        return Column(columns, gap=16)
    return Row(columns, gap=32, align="start")


def _left(option: Left) -> Element:
    words = Label(option.words, STRONG, wrap=True, grow=1)
    return Row([Icon(option.icon, 16), words, Label(signed(option.score), STRONG, align="right", width=52)],
               gap=10, align="start")  # fmt: skip


def _mind(mind: Mind) -> Element:
    face = mind.face
    disc: list[Element] = [] if face is None else [Roundel(face.emblem, face.code, face.colour, 30)]
    text = [Label(mind.text, ROW, palette.INK_SECOND, wrap=True)] if mind.text else []
    words = Column([Label(mind.words, STRONG, wrap=True), *text], grow=1)
    return Row([*disc, words], gap=12, align="start")


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
        above = _("says yes above 0") if why.asked else _("acts above 0")
        canvas.text(above, STRONG, palette.ACCENT, (middle - 150, y - 34, 300, 20), "center")
        total = _("total {n}").format(n=signed(why.total))
        left = min(rect.right - 160, max(middle + 60, at - 80)) if why.total >= 0 else rect.x
        canvas.text(total, STRONG, palette.INK, (left, y - 34, 160, 20), "center" if why.total >= 0 else "left")
        low, high = (_("no"), _("yes")) if why.asked else (_("lets it be"), _("does it"))
        canvas.text(low, SMALL, palette.INK_SECOND, (rect.x, y + 10, 200, 18))
        canvas.text(high, SMALL, palette.INK_SECOND, (rect.right - 200, y + 10, 200, 18), "right")

    return Picture(draw, height=64)


def _idea(idea: Idea) -> Element:
    words = Column(
        [
            Label(idea.name, NAME),
            Label(idea.says, BODY, palette.INK_SECOND, wrap=True),
            Label(idea.source, SMALL, palette.INK_THIRD, wrap=True),
        ],
        grow=1,
    )
    row = Row([Icon("scale", 22, palette.ACCENT), words], gap=16)
    return Panel([row], fill=palette.RAISED, border=None, pad=(18, 12))
