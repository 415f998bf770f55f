"""The play screen as the flow shows it: with the table's clock, and headlines shown on the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui.flow.talk import clock_button
from game.ui.layout import Element, Size
from game.ui.play.chart import Chart
from game.ui.play.desk import Desk
from game.ui.play.reading import read
from game.ui.play.stage import Float
from game.ui.screens.play import PlayScreen

if TYPE_CHECKING:
    from game.ui.flow.hourglass import Hourglass

__all__ = ["SeatedScreen"]


class SeatedScreen(PlayScreen):
    """One seat's play screen, kept from turn to turn."""

    def __init__(self, desk: Desk, state: int, hourglass: Hourglass | None = None) -> None:
        super().__init__(desk)
        self.state = state
        self.hourglass = hourglass

    def compose(self, size: Size) -> Element:
        """Return the play screen, with the clock over the map where there is one."""
        stage = super().compose(size)
        if self.hourglass is not None and not self.reading.epilogue and self.hourglass.runs_for(self.state):
            button = clock_button(self.hourglass.clock, self.state, self.hourglass.toggle)
            wide, high = button.size(self.app.theme, 200)
            middle = self.frame.middle
            place = pygame.Rect(middle.right - wide, middle.bottom - high, wide, high)
            stage.children.append(Float(button, place))
        return stage

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
