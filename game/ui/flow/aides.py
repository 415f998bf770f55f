"""Who stands by the director: each is loaded with the first use, so that the title need not wait for a game."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from game.ui.flow.director import Director
    from game.ui.flow.hourglass import Hourglass
    from game.ui.flow.house import House
    from game.ui.flow.school import School
    from game.ui.flow.seats import Seats

__all__ = ["Aides"]


class Aides:
    """What a director has at hand as soon as a game, or a lesson, asks for it."""

    @cached_property
    def house(self) -> House:
        """The house rules of a game that is open."""
        from game.ui.flow.house import House

        return House(self._director)

    @cached_property
    def seats(self) -> Seats:
        """Who sits where."""
        from game.ui.flow.seats import Seats

        return Seats(self._director)

    @cached_property
    def hourglass(self) -> Hourglass:
        """The time at the table."""
        from game.ui.flow.hourglass import Hourglass

        return Hourglass(self._director)

    @cached_property
    def school(self) -> School:
        """The lessons and the adviser."""
        from game.ui.flow.school import School

        return School(self._director)

    def let_school_out(self) -> None:
        """Let nobody be coached; a school that nobody has been to stays unloaded."""
        if "school" in vars(self):
            self.school.close()

    @property
    def _director(self) -> Director:
        return cast("Director", self)
