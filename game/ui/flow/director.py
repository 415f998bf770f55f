"""The director: which screen comes when, to the end of a game; what only a game needs is loaded with its first use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import _
from game.storage.save_errors import SaveError
from game.ui.app import App
from game.ui.buttons import Act, Button
from game.ui.flow.aides import Aides
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.lobby import Lobby
from game.ui.flow.rescue import Rescue

if TYPE_CHECKING:
    from game.ui.flow.seated import SeatedScreen
    from game.ui.flow.table import Table
    from game.ui.play.desk import Tool
    from game.ui.screens.report import ReportScreen

__all__ = ["Director"]


class Director(Aides):
    """Lead through a game: plan, hand over, reveal, report, end; the only one who moves the table on."""

    def __init__(self, app: App, folder: Path | None = None, trust: bool = False) -> None:
        self.app = app
        self.lobby = Lobby(app, folder, self.open, trust)
        self.rescue = Rescue(self)
        self.lobby.teach = lambda: self.school.show()
        self.lobby.advise = lambda table: self.school.advise(table)
        app.guard.fallen = self.rescue.fallen
        self.table: Table | None = None
        self.sitting: int | None = None
        self._screens: dict[int, SeatedScreen] = {}
        self._told: set[tuple[int, int]] = set()
        self._public = 0  # turns played when the last one was told to several people at once
        if isinstance(app, GameWindow):
            app.may_close = lambda: self.table is None or self.house.may_close()
            app.left_alone = self.cover
            app.passing = self._pass_time

    @property
    def game(self) -> Table:
        """The table of the game that is open."""
        assert self.table is not None, "no game is open"
        return self.table

    def _pass_time(self, seconds: float) -> None:
        if self.table is not None:
            self.hourglass.pass_time(seconds)

    # --- coming and going

    def title(self) -> None:
        """Leave any game for the title."""
        self.leave()
        self.let_school_out()
        self.lobby.title()

    def open(self, table: Table) -> None:
        """Sit down at a table."""
        self.leave()
        self.school.stay_at(table)
        self.table = table
        if table.unsaved and not table.over:
            self._keep()
        if table.epilogue and not table.over and table.history:
            self.report_last(self._reader())
        else:
            self.next()

    def leave(self) -> None:
        """Get up from the table, whatever is on it."""
        self.table = self.sitting = None
        self._screens.clear()
        self._told.clear()
        self._public = 0

    def _keep(self) -> None:
        """Keep the game by itself; a failure is told, and the game goes on."""
        try:
            self.game.autosave()
        except SaveError as error:
            self.app.toast(str(error), "bad")

    # --- the round of a turn

    def next(self) -> None:
        """Go on: to the seat that is next, to the turn's end, or to the end of the game."""
        game = self.game
        self.hide()
        if game.over:
            self.finish()
        elif game.epilogue or not game.waiting:
            self.resolve()
        elif game.shared and not game.done and self.hourglass.talks():
            self.hourglass.talk()
        else:
            self.call(game.waiting[0])

    def call(self, state: int) -> None:
        """Let a seat sit down: behind the curtain where several people play, at once where one plays alone."""
        (self.curtain if self.game.shared else self.sit)(state)

    def curtain(self, state: int) -> None:
        """Cover the screen and pass it to a seat."""
        self.hide()
        self.app.reset(self.seats.curtain(state))

    def opened(self, state: int) -> None:
        """Let a seat sit down behind its curtain."""
        self.app.sounds.play("curtain")
        self.sit(state)

    def hide(self) -> None:
        """Nobody sits any more: what was said to a seat is not left on the screen."""
        if self.sitting is not None:
            self.app.toasts.clear()
        self.sitting = None

    def cover(self) -> None:
        """Let the curtain fall over a seat that was left alone; its plan stays as it is."""
        if self.table is not None and self.table.shared and self.sitting is not None:
            self.curtain(self.sitting)

    def sit(self, state: int) -> None:
        """Let a person plan; where the last turn was told to all, what it brought to this seat comes first."""
        game = self.game
        self.sitting = state
        if (game.shared or self._public == game.turn) and game.history and (game.turn, state) not in self._told:
            self._told.add((game.turn, state))
            words = _("Plan {date}").format(date=game.date)
            self._report(len(game.history) - 1, state, partial(self.sit, state), words)
            return
        from game.ui.flow.seated import SeatedScreen

        screen = self._screens.get(state)
        if screen is None:
            desk = game.desk(state, partial(self.ended, state), self.house.menu, self._tools())
            screen = self._screens[state] = SeatedScreen(desk, state, self.hourglass, self.school)
        else:
            screen.turned()
        self.app.reset(screen)

    @property
    def planning(self) -> int | None:
        """The seat whose plan is on the screen; None behind a curtain or at a report."""
        if self.sitting is None or not self.app.stack:
            return None
        return self.sitting if self.app.stack[0] is self._screens.get(self.sitting) else None

    def forget(self, state: int) -> None:
        """Drop the screen of a seat whose person has left."""
        self._screens.pop(state, None)

    def screen(self, state: int) -> SeatedScreen:
        """The play screen of a seat that has sat down."""
        return self._screens[state]

    def _tools(self) -> Sequence[Tool]:
        from game.ui.play.desk import Tool

        return (
            Tool("report", "newspaper", _("The report of the last turn"), self.last_report, "R"),
            Tool("timeline", "history", _("The timeline: all turns so far"), self.timeline, "T"),
        )

    def ended(self, state: int) -> None:
        """Take a person's orders; when all have finished, the turn ends."""
        self.game.finish(state)
        self.school.turn_ended()
        self.next()

    def resolve(self) -> None:
        """End the turn: keep it, reveal it, report it."""
        from game.ui.flow.showing import stage_of
        from game.ui.screens.reveal import RevealScreen

        game = self.game
        late = game.epilogue
        self._public = game.turn + 1 if game.shared else 0
        game.end_turn()
        self.app.sounds.play("turn")
        self._keep()
        index, reader = len(game.history) - 1, self._reader()
        after = partial(self._revealed, late and not game.over)
        if self.app.preferences.reduce_motion:
            after()
        else:
            self.app.reset(RevealScreen(stage_of(game, index, reader), after))

    def _revealed(self, runs_on: bool) -> None:
        """Report the turn; in the epilogue only the last one."""
        if runs_on:
            self.next()
            return
        self.report_last(self._reader())

    def report_last(self, reader: int | None) -> None:
        """Report the last turn, and say where Enter leads."""
        game = self.game
        words = _("See the end") if game.over else _("Plan {date}").format(date=game.date)
        if not game.over and (game.epilogue or not game.people):
            words = _("Next turn")
        elif not game.over and game.shared:
            words = _("Pass the screen on")
        self._report(len(game.history) - 1, reader, self.next, words)

    def _reader(self) -> int | None:
        """Whose news it is: the only person's; nobody's (the public) where several or none played the turn."""
        people, public = self.game.people, self._public == self.game.turn and self._public > 0
        return people[0] if len(people) == 1 and not public else None

    def _report(self, index: int, reader: int | None, onward: Act, words: str, back: Act | None = None) -> ReportScreen:
        from game.ui.flow import pictures, telling
        from game.ui.screens.report import ReportScreen

        game = self.game
        view = game.views(index, reader)[1]
        on_map = reader is not None and not game.over and not game.epilogue
        menu = Button("menu", "", self.house.menu, icon="menu", kind="plain", tip=_("Menu"), shortcut="Esc")
        screen = ReportScreen(
            telling.report_of(game, index, reader),
            onward,
            words,
            show=partial(self._show, reader) if reader is not None and on_map else None,
            picture=pictures.clipping(view, game.faces, game.atlas),
            tools=[] if back else [menu],
            back=back or self.house.menu,
            notice=telling.notice_of(game) if back is None else "",
            timeline=partial(self._timeline, reader),
        )
        if back is None:
            self.app.reset(screen)
        else:
            self.app.push(screen)
        return screen

    def _show(self, state: int, actors: Sequence[int]) -> None:
        """Go back to the map and show who was in a headline."""
        self.sit(state)
        self._screens[state].show_states(actors)

    def last_report(self) -> None:
        """Show the last turn's report once more, over the game."""
        game = self.game
        if not game.history:
            self.app.toast(_("Nothing has happened yet: the first report comes after this turn."))
        elif self.sitting is not None:
            self._report(len(game.history) - 1, self.sitting, self.app.pop, _("Back to the plan"), self.app.pop)

    def timeline(self) -> None:
        """Go through all turns so far, over what is shown now."""
        self._timeline(self._reader() if self.sitting is None else self.sitting)

    def _timeline(self, reader: int | None) -> None:
        from game.ui.flow import supposing, timing
        from game.ui.screens.timeline import TimelineScreen

        game = self.game
        if not game.history:
            self.app.toast(_("Nothing has happened yet: the timeline begins with this turn."))
            return
        course, moments = timing.course_of(game, reader), timing.moments_of(game, reader)
        supposed = supposing.Supposing(game, reader)
        self.app.push(TimelineScreen(game.title, course, moments, self.app.pop, supposed=supposed))

    def finish(self) -> None:
        """Show how the game ended."""
        from game.measures.power import leader
        from game.ui.flow import openings, pictures, summing
        from game.ui.screens.end import EndScreen

        game = self.game
        mine = [state for state in range(len(game.faces)) if game.seat(state).kind == "person"]
        view = game.view(mine[0] if mine else int(leader(game.match.world)))
        self.app.reset(
            EndScreen(
                summing.ending_of(game, mine if len(mine) == 1 else []),
                again=lambda: self.open(openings.again(game)),
                title=self.title,
                log=self._whole_log,
                timeline=self.timeline,
                save=self.house.save_as,
                backdrop=pictures.last_ground(view, game.faces, game.atlas),
            )
        )

    def _whole_log(self) -> None:
        game = self.game
        if game.history:
            back = self.app.pop
            self._report(len(game.history) - 1, self._reader(), back, _("Back to the end"), back).turn_to("log")
