"""Lessons at the table: lay the game of one, coach its seat, and note which are done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from game.language import _
from game.storage.scenarios import read_with_map
from game.ui.flow.coach import Coach, Ways
from game.ui.flow.friend import likeliest_friend
from game.ui.flow.lessons import ADVISER, LESSONS, Hint, befriended, hints, lesson
from game.ui.flow.openings import seated
from game.ui.flow.table import Table
from game.ui.screens.glossary import GlossaryScreen
from game.ui.screens.lessons import LessonLine, LessonsScreen

if TYPE_CHECKING:
    from game.ui.flow.director import Director

__all__ = ["School"]


class School:
    """The lessons and the adviser of the first game."""

    def __init__(self, director: Director) -> None:
        self.director = director
        self.app = director.app
        self._table: Table | None = None
        self._name = ""
        self.coach: Coach | None = None
        self.ways: Ways | None = None

    def show(self) -> None:
        """List the lessons."""
        lines = [
            LessonLine(name, _(each.title), _(each.summary), f"lesson.{name}" in self.app.preferences.seen)
            for name, each in ((name, lesson(name)) for name in LESSONS)
        ]
        self.app.push(LessonsScreen(lines, self.teach))

    def teach(self, name: str) -> None:
        """Sit down at the game of a lesson; it is not kept among the saved games."""
        plan = lesson(name)
        scenario, chart = read_with_map(plan.scenario)
        me = [state.code for state in scenario.states].index(plan.seat)
        table = Table.lay(scenario, chart, seated(scenario, me), seed=plan.seed, level=plan.level)
        table.practice = True
        self.director.leave()
        self._coach(name, table, me)
        self.director.open(table)

    def advise(self, table: Table) -> None:
        """Let the adviser explain the first game, unless that was done or is not wanted."""
        wanted = self.app.preferences
        people = table.people
        if wanted.adviser and ADVISER not in wanted.seen and len(people) == 1:
            self._coach(ADVISER, table, people[0])

    def _coach(self, name: str, table: Table, me: int) -> None:
        plan, view = lesson(name), table.view(me)
        mark = ADVISER if name == ADVISER else f"lesson.{name}"
        self._table, self._name = table, name
        friend = ""
        if name == ADVISER:
            state = likeliest_friend(view, me)
            plan, friend = befriended(plan, view.setting.codes[state]), table.faces[state].called
        self.coach = Coach(plan, view, partial(self._note, mark), friend)
        learn = partial(self._learn, plan.concept)
        if name == ADVISER:
            close = partial(self._dismiss, mark)
            self.ways = Ways(close, _("No adviser"), close, _("Play on"), learn)
        else:
            back = self._back
            self.ways = Ways(back, _("Leave the lesson"), back, _("To the lessons"), learn)

    def hint(self, ids: set[str]) -> Hint | None:
        """Return the words due for what is on the screen for the first time; none beside a lesson, or if unwanted."""
        wanted = self.app.preferences
        if self.coach is not None or not wanted.adviser:
            return None
        return next((each for each in hints() if each.when in ids and f"hint.{each.id}" not in wanted.seen), None)

    def got(self, hint: Hint) -> None:
        """Remember that a hint was read."""
        wanted = self.app.preferences
        self.app.prefer(replace(wanted, seen=(*wanted.seen, f"hint.{hint.id}")))

    def _note(self, mark: str) -> None:
        """Remember what is done, for the next start too."""
        self.app.sounds.play("done")
        wanted = self.app.preferences
        if mark not in wanted.seen:
            self.app.prefer(replace(wanted, seen=(*wanted.seen, mark)))

    def _dismiss(self, mark: str) -> None:
        """Put the adviser away for good."""
        self._note(mark)
        self.close()
        if self.app.top is not None:
            self.app.top.refresh()

    def turn_ended(self) -> None:
        """Let the adviser go who has said all and was not put away: last words are for one turn."""
        if self._name == ADVISER and self.coach is not None and self.coach.step is None:
            self.close()

    def _learn(self, concept: str) -> None:
        self.app.push(GlossaryScreen(concept))

    def _back(self) -> None:
        self.director.title()
        self.show()

    def stay_at(self, table: Table) -> None:
        """Coach nobody at another table."""
        if table is not self._table:
            self.close()

    def close(self) -> None:
        """Let nobody be coached."""
        self._table = self.coach = self.ways = None
