"""The table: one game at this screen, who has finished the turn, and where the game is kept."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from game.keeping import keep, resume
from game.language import _
from game.match import BOT, DOCTRINE, PERSON, Bot, Match, Seat, Turn
from game.scripting.caretaker import CARETAKER, caretaker
from game.storage import saves
from game.storage.documents import MapDocument, Scenario
from game.storage.files import FileError
from game.ui.flow.clock import TALK, Clock
from game.ui.flow.faces import Face, faces
from game.ui.flow.locks import Locks
from game.ui.flow.weighing import as_public
from game.ui.map.atlas import Atlas
from game.ui.play.desk import MatchDesk, Tool
from game.view import View, observe, unveiled
from game.world import World
from game.world.dates import date_words
from game.world.setting import FULL

__all__ = ["Table", "load_scripts"]

_OWN_NAME = 4  # bytes of a game's own name, so that two games of one seed do not share autosaves


@dataclass(eq=False)
class Table:
    """Hold the match; screens get views, events and desks from here, never the match itself."""

    match: Match
    game: str = field(default_factory=lambda: secrets.token_hex(_OWN_NAME))
    folder: Path | None = None
    trust: bool = False
    done: set[int] = field(default_factory=set)
    practice: bool = False  # a lesson: not kept among the saved games
    clock: Clock = field(default_factory=Clock)
    locks: Locks = field(init=False)
    _kept: tuple[int, str] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.locks = Locks(self.match)

    @classmethod
    def lay(
        cls,
        scenario: Scenario,
        map_document: MapDocument,
        seats: Sequence[Seat],
        *,
        seed: int,
        turns: int | None = None,
        level: str | None = None,
        folder: Path | None = None,
        trust: bool = False,
    ) -> Table:
        """Begin a game; raises FileError when a seat's script cannot be used."""
        match = Match.start(scenario, map_document, seats, seed=seed, turns=turns, level=level)
        match.bots = load_scripts(match, trust)
        return cls._at(match, secrets.token_hex(_OWN_NAME), folder, trust)

    @classmethod
    def load(cls, path: Path, folder: Path | None = None, trust: bool = False) -> Table:
        """Go on with a saved game; raises FileError in one sentence."""
        saved = saves.load(path)
        match = resume(saved)
        match.bots = load_scripts(match, trust)
        table = cls._at(match, saved.game or secrets.token_hex(_OWN_NAME), folder, trust)
        table.clock = Clock(saved.table.clock, saved.table.talk)
        table.locks = Locks(match, saved.table)
        table._kept = (int(match.world.turn), table._planned())
        return table

    @classmethod
    def _at(cls, match: Match, game: str, folder: Path | None, trust: bool) -> Table:
        return cls(match, game, folder, trust)

    # --- what is public

    @property
    def faces(self) -> tuple[Face, ...]:
        """How the states are shown."""
        return faces(self.match.scenario)

    @cached_property
    def atlas(self) -> Atlas:
        """The map as arrays."""
        return Atlas.of(self.match.map_document.model_dump())

    @property
    def title(self) -> str:
        """The game's title."""
        return self.match.scenario.title

    @property
    def turn(self) -> int:
        """Turns played."""
        return int(self.match.world.turn)

    @property
    def date(self) -> str:
        """When orders are given now: a year, or a part of one."""
        return self.date_of(self.turn)

    @property
    def over(self) -> bool:
        """The game has ended."""
        return self.match.over

    @property
    def epilogue(self) -> bool:
        """No orders are taken any more; turns only run on."""
        return self.match.epilogue

    @property
    def turns_left(self) -> int:
        """Turns that run on by themselves once no orders are taken any more; a hegemon may end them sooner."""
        world = self.match.world
        return max(0, int(world.last_turn) + world.setting.epilogue - self.turn)

    @property
    def shared(self) -> bool:
        """Several people play now: what one of them knows must be behind a curtain."""
        return len(self.people) > 1

    def date_of(self, turn: int) -> str:
        """When a turn, counted from 0, begins: a year, or a part of one."""
        return date_words(self.match.world.setting, turn)

    # --- seats

    @property
    def people(self) -> list[int]:
        """States that people play and that are alive."""
        return self.match.people

    @property
    def waiting(self) -> list[int]:
        """People who have not finished this turn."""
        return [state for state in self.people if state not in self.done]

    def seat(self, state: int) -> Seat:
        """Who decides for a state."""
        return self.match.seats[state]

    def alive(self, state: int) -> bool:
        """Say whether a state still stands."""
        return bool(self.match.world.alive[state])

    def open_books(self, state: int) -> bool:
        """Say whether a state's true reasons may be read: when the game is over, or nobody plays against it."""
        return self.over or not self.people or not self.alive(state)

    def desk(self, state: int, ended: Callable[[], None], menu: Callable[[], None], tools: Sequence[Tool]) -> MatchDesk:
        """Seat a person."""
        return MatchDesk(self.match, state, ended, menu, self.seat(state).player, tools)

    def finish(self, state: int) -> None:
        """Note that a person has handed in the turn's orders."""
        self.done.add(state)

    def hand_over(self, state: int, who: str = "") -> None:
        """Let a doctrine (the scenario's own unless named) or the CARETAKER play a seat; plan and PIN are dropped."""
        player = self.seat(state).player
        self.match.plans.pop(state, None)
        self.match.bots.pop(state, None)
        self.locks.drop(state)
        if who == CARETAKER:
            self.match.seats[state] = Seat(BOT, CARETAKER, player)
            self.match.bots[state] = caretaker
        else:
            self.match.seats[state] = Seat(DOCTRINE, who or self.match.scenario.states[state].doctrine, player)
        self.done.discard(state)
        self._kept = None

    def take(self, state: int, player: str = "") -> None:
        """Let a person play a seat from now on."""
        was = self.seat(state)
        self.match.seats[state] = Seat(PERSON, "", player or was.player)
        self.match.bots.pop(state, None)
        self._kept = None

    # --- turns

    def end_turn(self) -> Turn:
        """Resolve the turn."""
        turn = self.match.end_turn()
        self.done.clear()
        self.locks.new_turn()
        return turn

    @property
    def history(self) -> Sequence[Turn]:
        """The turns played."""
        return self.match.history

    def view(self, state: int) -> View:
        """What a state knows now."""
        return self.match.view(state)

    @property
    def estimated(self) -> bool:
        """Arms that are shown are estimates: at level full, until the game is over."""
        return not self.over and self.match.world.setting.level >= FULL

    def known(self, world: World) -> World:
        """A world of the game; once it is over everybody's arms are known."""
        return unveiled(world) if self.over else world

    def views(self, turn: int, state: int | None) -> tuple[View, View]:
        """What a state, or (None) anybody, knew before and after a turn of the history; the truth once it is over."""
        history = self.match.history
        last = history[turn + 1].before if turn + 1 < len(history) else self.match.world
        before, after = self.known(history[turn].before), self.known(last)
        if state is None:
            return as_public(before), as_public(after, before)
        return observe(before, state), observe(after, state)

    # --- keeping

    @property
    def unsaved(self) -> bool:
        """Something would be lost if the window closed now."""
        return not self.practice and self._kept != (self.turn, self._planned())

    def _planned(self) -> str:
        """The orders planned so far, as text to compare."""
        return repr({state: plan for state, plan in self.match.plans.items() if plan})

    def _saved(self) -> saves.Saved:
        record = self.locks.record(self.clock.plan, self.clock.limit(TALK))
        return keep(self.match, self.game, record)

    def autosave(self) -> None:
        """Keep the game under its turn; raises SaveError, and nothing is lost. A lesson is not kept."""
        if self.practice:
            return
        saves.autosave(self._saved(), self.folder)
        self._kept = (self.turn, self._planned())

    def save(self, name: str, *, replace: bool = False) -> Path:
        """Keep the game under a name; raises SaveError, and nothing is lost."""
        path = saves.save(self._saved(), name, self.folder, replace=replace)
        self._kept = (self.turn, self._planned())
        return path

    def proposal(self) -> str:
        """Give a name to save under."""
        return _("{title}, {date}").format(title=self.title, date=self.date)


def load_scripts(match: Match, trust: bool) -> dict[int, Bot]:
    """Load the scripts of the seats that have one; raises FileError.

    At the table a script's mistake costs it the order or the turn, never the others their game.
    """
    scripts = {index: seat for index, seat in enumerate(match.seats) if seat.kind == BOT}
    found: dict[int, Bot] = {index: caretaker for index, seat in scripts.items() if seat.name == CARETAKER}
    wanted = {index: seat for index, seat in scripts.items() if index not in found}
    if not wanted:
        return found
    from game.scripting.errors import BotError
    from game.scripting.load import load_bot

    try:
        return found | {index: load_bot(Path(seat.name), trust=trust, strict=False) for index, seat in wanted.items()}
    except BotError as error:
        raise FileError(str(error)) from None
