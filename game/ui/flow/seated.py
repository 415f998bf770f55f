"""The play screen as the flow shows it: its last report at hand, its secrets covered when left alone."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.play.chart import Chart
from game.ui.play.desk import Desk
from game.ui.play.reading import read
from game.ui.screens.play import PlayScreen

__all__ = ["SeatedScreen"]


class SeatedScreen(PlayScreen):
    """One seat's play screen, kept from turn to turn."""

    def __init__(self, desk: Desk, state: int) -> None:
        super().__init__(desk)
        self.state = state

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
