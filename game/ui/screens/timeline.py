"""The timeline: scrub through all turns; the map as it was, charts on one axis, turning points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from game.language import _
from game.ui import palette
from game.ui.buttons import Act, Button, Segmented
from game.ui.canvas import Canvas
from game.ui.controls import Card
from game.ui.figures import Panel, Picture, Roundel
from game.ui.flow.faces import Face
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import KeyLine, Screen
from game.ui.screens.page import page
from game.ui.screens.timeline_course import Course, Mark
from game.ui.screens.timeline_lanes import Lanes
from game.ui.screens.whatif import Supposed, panel
from game.ui.scroll import Scroll
from game.ui.text import sentence
from game.ui.theme import CODE, HEAD, ROW, SMALL, STRONG

__all__ = ["Moment", "TimelineScreen"]

NARROW = 1180  # logical pixels below which charts and map take turns
_STEP = 0.8  # seconds that a turn stays while it plays by itself

Draw = Callable[[Canvas, pygame.Rect], None]


@dataclass(frozen=True, slots=True)
class Moment:
    """How things stood at a turn: when, the balance in words, the map, what had happened in the turn before."""

    date: str
    lean: str
    draw: Draw
    lines: tuple[tuple[tuple[Face, ...], str], ...]


class TimelineScreen(Screen):
    """Go through the turns by mouse, by arrows, or let them play; `moment` tells how things stood at one."""

    first = "play"

    def __init__(
        self,
        kicker: str,
        course: Course,
        moment: Callable[[int], Moment],
        back: Act,
        turn: int | None = None,
        supposed: Supposed | None = None,
    ) -> None:
        """Show a course, at its end or at `turn`; with `supposed` the question “What if?” can be asked."""
        super().__init__()
        self.supposed = supposed
        self.asking = False
        self.kicker, self.course, self.moment, self.leave = kicker, course, moment, back
        self.turn = course.last if turn is None else turn
        self.lens = "all"
        self.playing = False
        self.passed = 0.0

    def compose(self, size: Size) -> Element:
        """Return the charts, and beside them the map and what happened; on a narrow window one of the two."""
        wide = size[0] >= NARROW
        names = {"all": _("All"), "power": _("Power"), "arms": _("Arms"), "alliances": _("Alliances"),
                 "tension": _("Tension")}  # fmt: skip
        lenses = [(key, word, "") for key, word in names.items()] + ([] if wide else [("map", _("Map"), "")])
        pick = Segmented("lens", lenses, self.lens, self._look)
        if wide:
            room = round((size[0] - 2 * 48) * 0.4)
            side = self._panel() if self.asking else self._side(size)
            side.fixed, side.grow = (room, None), 0
            body: Element = Row([self._charts("all" if self.lens == "map" else self.lens), side], gap=16,
                                align="stretch")  # fmt: skip
        elif self.asking:
            body = self._panel()
        else:
            body = self._side(size) if self.lens == "map" else self._charts(self.lens)
        tools: list[Element] = [pick]
        return page(size, self.kicker, _("Timeline"), body, back=self.leave, tools=tools)

    def _charts(self, lens: str) -> Element:
        lanes = Lanes(self.course, lens, self.turn, self.go, _("what if starts here") if self.asking else "")
        icon, tip = ("pause", _("Stop")) if self.playing else ("play", _("Let the turns play (Space)"))
        buttons = [
            Button("play", "", self._play, icon=icon, tip=tip, shortcut="Space"),
            Button("earlier", "", partial(self._by, -1), icon="chevron-left", tip=_("One turn back (Left)")),
            Button("later", "", partial(self._by, 1), icon="chevron-right", tip=_("One turn on (Right)")),
            Space(grow=1),
            *self._question(),
        ]
        return Panel([lanes, Space(height=4), Row(buttons, gap=8)], pad=(14, 10), grow=1, least=120)

    def _question(self) -> list[Element]:
        if self.supposed is None:
            return []
        tip = _("Change an order of this turn, and let the opponents play on")
        return [Button("whatif", _("What if?"), self.ask, icon="git-fork", shortcut="W", why_not=self.supposed.shut,
                       tip=tip)]  # fmt: skip

    def _panel(self) -> Panel:
        assert self.supposed is not None
        return panel(self.supposed, self.memory, self.refresh, self._leave_question)

    def _side(self, size: Size) -> Element:
        moment = self.moment(self.turn)
        high = max(150, round((size[1] - 200) * 0.42))
        lean = Label(moment.lean, SMALL, palette.INK_SECOND, align="right", grow=1)
        head = Row([Label(sentence(moment.date), HEAD), lean], gap=12)
        rows: list[Element] = []
        for faces, told in moment.lines:
            discs = [Roundel(face.emblem, face.code, face.colour, 24) for face in faces[:2]]
            rows.append(Row([*discs, Label(told, ROW, wrap=True, grow=1)], gap=8, align="start"))
        rows = rows or [Label(self._quiet(), ROW, palette.INK_SECOND, wrap=True)]
        marks = [self._mark(number, mark) for number, mark in enumerate(self.course.marks, 1)]
        parts = [caption(_("In the turn before")), *rows]
        if marks:
            parts += [Space(height=6), caption(_("Turning points")), *marks]
        listing = Scroll(Column(parts, gap=8), self.memory, id=f"told.{self.turn}")
        chart = Picture(moment.draw, height=high)
        return Panel([head, Space(height=8), chart, Space(height=12), listing], pad=(18, 12), grow=1, least=120)

    def _quiet(self) -> str:
        return _("The game begins.") if self.turn == 0 else _("A quiet turn.")

    def _mark(self, number: int, mark: Mark) -> Element:
        words = [Label(str(number), CODE, palette.ACCENT, width=20), Label(mark.words, STRONG, wrap=True, grow=1),
                 Label(self.course.ticks[mark.turn], SMALL, palette.INK_SECOND)]  # fmt: skip
        return Card(f"mark.{number}", words, partial(self.go, mark.turn), bare=True, chosen=mark.turn == self.turn,
                    pad=(8, 5), tip=_("Go there"))  # fmt: skip

    # --- acting

    def go(self, turn: int) -> None:
        """Show a turn."""
        turn = max(0, min(self.course.last, turn))
        if self.asking and self.supposed is not None:
            turn = self.supposed.at(turn)
        if turn != self.turn:
            self.turn = turn
            self.refresh()

    def ask(self) -> None:
        """Open the question at the turn that is shown, or at the nearest that has orders; or put it away."""
        if self.asking:
            self._leave_question()
        elif self.supposed is not None and self.supposed.shut is None:
            self.asking, self.playing = True, False
            self.turn = self.supposed.at(self.turn)
            self.refresh()

    def _leave_question(self) -> None:
        if self.supposed is not None:
            self.supposed.stop()
        self.asking = False
        self.refresh()

    def _by(self, turns: int) -> None:
        self.go(self.turn + turns)

    def _look(self, lens: str) -> None:
        self.lens = lens
        if self.asking and self.app.logical_size[0] < NARROW:
            self._leave_question()
        self.refresh()

    def _play(self) -> None:
        self.playing = not self.playing
        self.passed = 0.0
        if self.playing and self.turn == self.course.last:
            self.go(0)
        self.refresh()

    def animate(self, seconds: float) -> bool:
        """Go on turn by turn while it plays; stop at the last one."""
        if self.supposed is not None and self.supposed.work():
            self.refresh()
            return True
        if not self.playing:
            return False
        self.passed += min(seconds, _STEP)
        if self.passed >= _STEP:
            self.passed = 0.0
            self.go(self.turn + 1)
        if self.turn == self.course.last:
            self.playing = False
            self.refresh()
        return self.playing

    def key(self, event: pygame.event.Event) -> bool:
        """Arrows, Home and End go through the turns; Space plays; 1 to 5 choose what is shown; W asks “What if?”."""
        acts: dict[int, Act] = {
            pygame.K_LEFT: partial(self._by, -1),
            pygame.K_RIGHT: partial(self._by, 1),
            pygame.K_HOME: partial(self.go, 0),
            pygame.K_END: partial(self.go, self.course.last),
            pygame.K_SPACE: self._play,
            pygame.K_w: self.ask,
        }
        lenses = dict(zip("12345", ("all", "power", "arms", "alliances", "tension"), strict=True))
        if event.unicode in lenses:
            self._look(lenses[event.unicode])
            return True
        act = acts.get(event.key)
        if act is None or (event.key == pygame.K_SPACE and self.hot.shown):
            return False
        act()
        return True

    def back(self) -> None:
        """Put the question away, or go back to where it was opened."""
        if self.asking:
            self._leave_question()
        else:
            self.leave()

    def closed(self) -> None:
        """Leave what is not played on to its end."""
        if self.supposed is not None:
            self.supposed.stop()

    def keys(self) -> list[KeyLine]:
        """Explain the keys."""
        return [("←→", _("turn by turn")), ("Home", _("to the start")), ("End", _("to the end")),
                (_("Space"), _("play")), ("1–5", _("choose the charts")), ("W", _("What if?"))]  # fmt: skip
