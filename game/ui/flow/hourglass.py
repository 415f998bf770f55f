"""Time at a shared table: whose clock runs, what it tells, and what happens when it is up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import _
from game.ui.flow.clock import TALK, Clock
from game.ui.flow.pause import PauseMenu
from game.ui.flow.talk import TalkScreen
from game.ui.screen import Screen
from game.ui.text import sentence

if TYPE_CHECKING:
    from game.ui.flow.director import Director

__all__ = ["Hourglass"]


class Hourglass:
    """Let the clock of the table run while a seat sits, or everybody talks; it stands behind the menu."""

    def __init__(self, director: Director) -> None:
        self.director = director
        self._talked = -1

    @property
    def clock(self) -> Clock:
        """Return the clock of the table, in the present turn."""
        game = self.director.game
        game.clock.begin(game.turn)
        return game.clock

    def runs_for(self, state: int) -> bool:
        """Say whether a seat has a clock: only where several people play."""
        return self.director.game.shared and self.clock.limit(state) > 0

    def talks(self) -> bool:
        """Say whether there is still time to talk this turn."""
        return self.clock.limit(TALK) > 0 and self._talked != self.director.game.turn

    def talk(self) -> None:
        """Show the time to talk."""
        director, game = self.director, self.director.game
        title = _("{title}, {date}").format(title=game.title, date=game.date)
        director.app.reset(TalkScreen(title, self.clock, self.toggle, self.end_talk, director.house.menu))

    def end_talk(self) -> None:
        """Go on to the orders."""
        self._talked = self.director.game.turn
        self.director.next()

    def toggle(self) -> None:
        """Stop the clock, or let it go on."""
        self.clock.paused = not self.clock.paused
        self._show()

    def _show(self) -> None:
        app = self.director.app
        if app.stack:
            app.stack[0].refresh()
            app.beneath = None

    def pass_time(self, seconds: float) -> None:
        """Let the clock run for whoever has the screen."""
        director = self.director
        stack = director.app.stack
        if director.table is None or not stack or any(_hides(screen) for screen in stack[1:]):
            return
        whose = TALK if isinstance(stack[0], TalkScreen) else director.planning
        if whose is None or (whose != TALK and not self.runs_for(whose)):
            return
        told = self.clock.spend(whose, seconds)
        if told == "up":
            self._up(whose)
        elif told:
            self._show()
            if told == "warn":
                director.app.sounds.play("time")

    def _up(self, whose: int) -> None:
        director = self.director
        director.app.sounds.play("time")
        if whose == TALK:
            self.end_talk()
            return
        name = director.game.faces[whose].called
        director.ended(whose)
        told = _("Time is up for {name}: the orders given stand.").format(name=name)
        director.app.toast(sentence(told))


def _hides(screen: Screen) -> bool:
    """Say whether a screen over the plan stops the clock: the menu, and whatever covers the plan."""
    return screen.opaque or isinstance(screen, PauseMenu)
