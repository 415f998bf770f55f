"""The clock of a shared game: so many seconds a seat and turn, and for talk before; it can be stopped."""

from __future__ import annotations

from math import ceil

__all__ = ["TALK", "WARNING", "Clock"]

TALK = -1
"""Whose time it is while everybody talks."""
WARNING = 10.0
"""Seconds before the end at which the clock is heard and turns red."""


class Clock:
    """Seconds left for each seat in one turn; 0 as a limit means: as long as one likes."""

    def __init__(self, plan: int = 0, talk: int = 0) -> None:
        self.limits = {TALK: talk}
        self.plan = plan
        self.paused = False
        self._turn = -1
        self._left: dict[int, float] = {}

    def limit(self, whose: int) -> int:
        """Return the seconds that a seat, or TALK, has in a turn; 0 for no end."""
        return self.limits[TALK] if whose == TALK else self.plan

    def begin(self, turn: int) -> None:
        """Give everybody the whole time again when it is another turn."""
        if turn != self._turn:
            self._turn = turn
            self._left.clear()

    def left(self, whose: int) -> float:
        """Return the seconds that a seat, or TALK, has left this turn."""
        return self._left.get(whose, float(self.limit(whose)))

    def spend(self, whose: int, seconds: float) -> str:
        """Let time pass for a seat; return what is to be told: "tick", "warn", "up" (once), or nothing."""
        before = self.left(whose)
        if self.paused or not self.limit(whose) or before <= 0:
            return ""
        after = self._left[whose] = max(0.0, before - seconds)
        if after <= 0:
            return "up"
        if after <= WARNING < before:
            return "warn"
        return "tick" if ceil(after) != ceil(before) else ""

    def shown(self, whose: int) -> str:
        """Return the time left as minutes and seconds."""
        seconds = ceil(self.left(whose))
        return f"{seconds // 60}:{seconds % 60:02}"
