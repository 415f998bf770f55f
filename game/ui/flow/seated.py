"""The play screen as the flow shows it: with the table's clock, and headlines shown on the map."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.ui.canvas import Canvas
from game.ui.flow.coach import Coach, bubble, hint_bubble, ring, spot
from game.ui.flow.talk import clock_button
from game.ui.layout import Element, Size
from game.ui.play.chart import Chart
from game.ui.play.desk import Desk
from game.ui.play.reading import read
from game.ui.play.stage import Float
from game.ui.screens.play import PlayScreen

if TYPE_CHECKING:
    from game.ui.flow.hourglass import Hourglass
    from game.ui.flow.school import School

__all__ = ["SeatedScreen"]

_EMBLEM = 56  # logical pixels marked around a state's emblem
_FLAT, _GUTTER = 560, 10  # how wide a flat bubble is at least, and its distance from the window's edge then
_OPEN, _CHOICES = ("ways.panel", "weighed"), ("verb.", "ask.")
"""What a bubble must not hide while it is open: by its id, or how its ids begin."""


class SeatedScreen(PlayScreen):
    """One seat's play screen, kept from turn to turn."""

    def __init__(
        self, desk: Desk, state: int, hourglass: Hourglass | None = None, school: School | None = None
    ) -> None:
        super().__init__(desk)
        self.state = state
        self.hourglass = hourglass
        self.school = school

    def compose(self, size: Size) -> Element:
        """Return the play screen, with the clock over the map where there is one."""
        stage = super().compose(size)
        if self.hourglass is not None and not self.reading.epilogue and self.hourglass.runs_for(self.state):
            button = clock_button(self.hourglass.clock, self.state, self.hourglass.toggle)
            wide, high = button.size(self.app.theme, 200)
            middle = self.frame.middle
            place = pygame.Rect(middle.right - wide, middle.bottom - high, wide, high)
            stage.children.append(Float(button, place))
        if self.school is not None and self.school.coach is not None and not self.opened_card:
            self._coached(stage, self.school.coach)
        elif self.school is not None and not self.opened_card and not self.reading.epilogue:
            self._hinted(stage, self.school)
        return stage

    def _hinted(self, stage: Element, school: School) -> None:
        """Explain what is on the screen for the first time."""
        stage.place(self.app.theme, pygame.Rect((0, 0), self.app.logical_size))
        hint = school.hint({each.id for each in stage.walk() if each.id})
        if hint is not None:
            words = hint_bubble(hint, partial(school.got, hint))
            self._say(stage, words, words, _placed(stage, hint.when))

    def _room(self) -> pygame.Rect:
        """Return where a bubble may lie: between the lenses and the legend of ties."""
        return self.frame.middle.inflate(-8, -96)

    def _coached(self, stage: Element, coach: Coach) -> None:
        """Let the coach look, and put its bubble where it hides neither the ring nor what it points at."""
        assert self.school is not None and self.school.ways is not None, "a coach has ways out"
        coach.look(self.desk.plan(), self.desk.view())
        tall, flat = (bubble(coach, self.school.ways, self._read, flat) for flat in (False, True))
        stage.place(self.app.theme, pygame.Rect((0, 0), self.app.logical_size))
        self._say(stage, tall, flat, self._pointed(stage))

    def _say(self, stage: Element, tall: Element, flat: Element, pointed: pygame.Rect | None) -> None:
        """Put a bubble, in the shape that fits, where it hides least of what is pointed at and of what is open."""
        open_ = [each.rect for each in stage.walk() if each.id in _OPEN or each.id.startswith(_CHOICES)]
        below = self.frame.bottom.copy()
        if below.width < _FLAT:
            below.width, below.left = below.right - _GUTTER, _GUTTER  # over the dossier, too
        found = spot(tall, flat, self.app.theme, self._room(), below, pointed, open_)
        stage.children.append(Float(*found))

    def _read(self) -> None:
        assert self.school is not None and self.school.coach is not None, "nobody speaks"
        self.school.coach.read()
        self.refresh()

    def _pointed(self, tree: Element) -> pygame.Rect | None:
        """Return where the present step points: the first of its controls on the screen, or a state's emblem."""
        coach = self.school.coach if self.school is not None else None
        step = coach.step if coach is not None else None
        for id in step.show if step is not None else ():
            found = self._emblem(id.removeprefix("state:")) if id.startswith("state:") else _placed(tree, id)
            if found is not None:
                return found
        return None

    def _emblem(self, code: str) -> pygame.Rect | None:
        state = self.reading.with_code(code)
        at = self.chart.middle_of(state) if state is not None and state != self.dealing.state else None
        if at is None:
            return None
        scale = self.app.theme.scale
        box = pygame.Rect(0, 0, _EMBLEM, _EMBLEM)
        box.center = round(at[0] / scale), round(at[1] / scale)
        return box if self.frame.middle.contains(box) else None

    def paint_over(self, canvas: Canvas) -> None:
        """Mark what the coach points at."""
        super().paint_over(canvas)
        if self.school is not None and self.school.coach is not None and not self.opened_card:
            at = self._pointed(self.tree())
            if at is not None:
                ring(canvas, at)

    def key(self, event: pygame.event.Event) -> bool:
        """Stop or start the clock with P; the rest is the play screen's."""
        if event.unicode in {"p", "P"} and self.hourglass is not None and self.hourglass.runs_for(self.state):
            self.hourglass.toggle()
            return True
        return super().key(event)

    def repainted(self) -> None:
        """Read the states' colours anew, and draw the map with them."""
        self.reading = read(self.desk)
        self.chart = Chart(self.desk.map_document)
        self.refresh()

    def show_states(self, states: Sequence[int]) -> None:
        """Show states of a headline on the map: open the dossier of the first that is not one's own."""
        other = next((state for state in states if state != self.state), None)
        if other is not None:
            self.select(other)


def _placed(tree: Element, id: str) -> pygame.Rect | None:
    found = next((element for element in tree.walk() if element.id == id), None)
    return found.rect if found is not None and found.rect.size != (0, 0) else None
