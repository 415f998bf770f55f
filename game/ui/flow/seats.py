"""Who sits where: the list of seats, and seats handed over and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import _
from game.ui.flow.chairs import Chair, ChairsScreen
from game.ui.flow.summing import who_played
from game.ui.text import sentence

if TYPE_CHECKING:
    from game.ui.flow.director import Director

__all__ = ["Seats"]


class Seats:
    """The seats of the table that a director leads."""

    def __init__(self, director: Director) -> None:
        self.director = director

    def show(self) -> None:
        """Show all seats: who is next, who plays for whom."""
        director, game = self.director, self.director.game
        kicker = _("{title}, {year}").format(title=game.title, year=game.year)
        screen = ChairsScreen(
            _("Who sits down next?"), kicker, self._chairs, director.call, self.give_away, game.take, director.next
        )
        director.hide()
        director.app.reset(screen)

    def _chairs(self) -> list[Chair]:
        game = self.director.game
        return [
            Chair(state, face, who_played(game, state), self._stands(state)) for state, face in enumerate(game.faces)
        ]

    def _stands(self, state: int) -> str:
        game = self.director.game
        if not game.alive(state):
            return "gone"
        if state in game.waiting:
            return "next"
        return "done" if state in game.people else "played"

    def hand_over(self, state: int) -> None:
        """Let an opponent play a seat, and go on with the others."""
        self.give_away(state)
        self.director.next()

    def give_away(self, state: int) -> None:
        """Let an opponent play a seat from now on."""
        game = self.director.game
        game.hand_over(state)
        self.director.forget(state)
        told = _("{name} is now played by an opponent.").format(name=game.faces[state].called)
        self.director.app.toast(sentence(told))
