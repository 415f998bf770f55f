"""The coach at a seat: which step of a lesson it is at, what that step points at, and the bubble that says it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.language import _
from game.orders.kind import Order
from game.ui import palette
from game.ui.buttons import Act, Button
from game.ui.canvas import Canvas
from game.ui.figures import Panel
from game.ui.flow.facts import holds
from game.ui.flow.lessons import Hint, Lesson, Step
from game.ui.labels import Label, Rich, caption
from game.ui.layout import Element, Row, Space
from game.ui.terms import explained
from game.ui.theme import BODY, SMALL, Theme
from game.view import View

__all__ = ["Coach", "Ways", "bubble", "hint_bubble", "ring", "spot"]

_WIDE = 400
_GAP = 8
_FIRST = 1000  # how much more it matters not to hide what is pointed at


@dataclass(frozen=True)
class Ways:
    """Where a bubble's buttons lead: out of it, and on when the last step is done."""

    leave: Act
    leave_words: str
    onward: Act
    onward_words: str
    learn: Act  # open the concept in the glossary


class Coach:
    """Go through a lesson as its facts come true; it looks at a plan and a view, and changes neither."""

    def __init__(self, lesson: Lesson, start: View, done: Callable[[], None], friend: str = "") -> None:
        """Take the lesson, what is known now, what to do when all is done, and the name of a friend to propose."""
        self.lesson = lesson
        self.friend = friend
        self.start = start
        self.at = 0
        self._done = done

    @property
    def step(self) -> Step | None:
        """Return the present step; None when all are done."""
        return self.lesson.steps[self.at] if self.at < len(self.lesson.steps) else None

    @property
    def said(self) -> str:
        """Return the words of the present step, or the last ones."""
        return _(self.step.text).format(friend=self.friend) if self.step is not None else _(self.lesson.end)

    def look(self, plan: Sequence[Order], now: View) -> bool:
        """Go on past every step whose fact is so already; return whether there was one."""
        before = self.at
        while self.step is not None and holds(self.step.until, plan, self.start, now):
            self._advance()
        return self.at > before

    def read(self) -> None:
        """Put away words that wait for nothing else; those of a lesson always do."""
        if self.step is not None and self.step.until.read:
            self._advance()

    def _advance(self) -> None:
        self.at += 1
        if self.step is None:
            self._done()


def bubble(coach: Coach, ways: Ways, read: Act, flat: bool = False) -> Element:
    """Return what the coach says now, with the way out, and the way on where words are to be put away.

    A flat one has its buttons beside the words.
    """
    step, count = coach.step, len(coach.lesson.steps)
    place = _("{n} of {count}").format(n=coach.at + 1, count=count) if step is not None else _("done")
    head = Row([caption(_(coach.lesson.title), palette.ACCENT, grow=1), Label(place, SMALL, palette.INK_SECOND)])
    buttons: list[Element] = []
    if step is None:
        buttons += [
            Button("coach.learn", _("The concept"), ways.learn, kind="plain", tip=_("Its definition and source.")),
            Button("coach.onward", ways.onward_words, ways.onward, kind="primary", tip=_("The lesson is done.")),
        ]
    else:
        buttons.append(Button("coach.leave", ways.leave_words, ways.leave, kind="plain", tip=_("Put the words away.")))
        if step.until.read:
            buttons.append(Button("coach.read", _("Go on"), read, kind="primary", tip=_("To the next step.")))
    said = Rich(coach.said, BODY, palette.INK, palette.ACCENT, grow=1)
    if flat:
        rows: list[Element] = [head, Space(height=4), Row([said, *buttons], gap=8)]
    else:
        rows = [head, Space(height=6), said, Space(height=8), Row([Space(grow=1), *buttons], gap=8)]
    card = Panel(rows, pad=(16, 10), border=palette.ACCENT, edge=palette.ACCENT, fill=palette.PANEL, id="coach",
                 justify="center")  # fmt: skip
    return explained(card, "coach")


def hint_bubble(hint: Hint, got: Act) -> Element:
    """Return the words of a hint, to be put away."""
    button = Button("hint.got", _("Got it"), got, tip=_("Put it away; it does not come again."))
    row = Row([Rich(_(hint.text), BODY, palette.INK, palette.ACCENT, grow=1), button], gap=14)
    card = Panel([row], pad=(16, 10), border=palette.ACCENT, fill=palette.PANEL, id="hint", justify="center")
    return explained(card, "hint")


def spot(
    tall: Element,
    flat: Element,
    theme: Theme,
    room: pygame.Rect,
    below: pygame.Rect,
    pointed: pygame.Rect | None,
    open_: Sequence[pygame.Rect],
) -> tuple[Element, pygame.Rect]:
    """Return a bubble's shape and place: where it hides least of what it points at, and of what is open.

    The tall one lies in a corner of the room, the flat one on the strip below it or, at last, at the window's top.
    """
    wide = min(_WIDE, room.width)
    high = min(tall.size(theme, wide)[1], room.height)
    heights = (room.bottom - high, room.top)
    places = [(tall, pygame.Rect(x, y, wide, high)) for y in heights for x in (room.left, room.right - wide)]
    high = max(below.height, flat.size(theme, below.width)[1])
    flats = (below.bottom - high, _GAP)
    places += [(flat, pygame.Rect(below.left, y, below.width, high)) for y in flats]
    return min(places, key=lambda place: _cost(place[1], pointed, open_))


def _cost(box: pygame.Rect, pointed: pygame.Rect | None, open_: Sequence[pygame.Rect]) -> int:
    return _FIRST * _hidden(box, pointed) + sum(_hidden(box, each) for each in open_)


def _hidden(box: pygame.Rect, other: pygame.Rect | None) -> int:
    """Return how much of another rectangle and its margin a box would cover."""
    if other is None:
        return 0
    common = box.clip(other.inflate(2 * _GAP, 2 * _GAP))
    return common.width * common.height


def ring(canvas: Canvas, rect: pygame.Rect) -> None:
    """Draw the mark around what a step points at."""
    canvas.rounded(rect.inflate(10, 10), None, palette.ACCENT, 10, width=3)
    canvas.rounded(rect.inflate(18, 18), None, palette.mix(palette.ACCENT, palette.DEEP, 0.5), 14, width=2)
