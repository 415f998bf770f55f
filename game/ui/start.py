"""Open the window on the title, straight into a game, or on a save: what `counterpoise play` does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from game.arena.seats import find_state, seating
from game.language import _
from game.match import PERSON, Seat
from game.storage.documents import Scenario
from game.storage.files import FileError, did_you_mean
from game.storage.scenarios import read_with_map
from game.ui import preferences
from game.ui.app import App, WindowError
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.openings import any_seed
from game.ui.flow.table import Table
from game.world.setting import LEVELS

__all__ = ["NoWindow", "people_and_others", "start"]

_SIZE = (1280, 720)
_PERSON_WORDS = ("person", "me", "human")


class NoWindow(WindowError):
    """There is no window, said in one sentence that names what works without one."""


def start(
    scenario: str | None = None,
    seats: Sequence[str] | None = None,
    seed: int | None = None,
    save: Path | None = None,
    *,
    level: str | None = None,
    trust: bool = False,
    full_screen: bool = False,
    folder: Path | None = None,
) -> None:
    """Run the window until it is closed.

    `seats` are words such as FR=person, DE=jackal or IT=mybot.py. Raises FileError for what cannot be read,
    NoWindow where there is no screen; both in one sentence.
    """
    table = _table(scenario, seats or (), seed, save, level, trust, folder)
    app = _window(full_screen)
    try:
        director = Director(app, folder, trust)
        app.guard.safely(director.title if table is None else partial(director.open, table))
        if table is None:
            director.rescue.offer()
        app.run()
    finally:
        app.close()


def _window(full_screen: bool) -> App:
    try:
        return GameWindow(_SIZE, full_screen=full_screen, settings=preferences.place())
    except WindowError as error:
        text = str(error)
        hint = "" if "simulate" in text else " " + _("Without a window, use `counterpoise simulate`.")
        raise NoWindow(text + hint) from error


def _table(
    scenario: str | None,
    seats: Sequence[str],
    seed: int | None,
    save: Path | None,
    level: str | None,
    trust: bool,
    folder: Path | None,
) -> Table | None:
    if save is not None:
        return Table.load(save, folder, trust)
    if scenario is None:
        if not seats and seed is None and level is None:
            return None
        scenario = "five-crowns"
    if level is not None and level not in LEVELS:
        text = _("level: expected {names}, found “{word}”").format(names=", ".join(LEVELS), word=level)
        raise FileError(text + did_you_mean(level, list(LEVELS)))
    document, chart = read_with_map(scenario)
    sitters = people_and_others(document, seats)
    seed = any_seed() if seed is None else seed
    return Table.lay(document, chart, sitters, seed=seed, level=level, folder=folder, trust=trust)


def people_and_others(scenario: Scenario, words: Sequence[str]) -> list[Seat]:
    """Seat by words such as FR=person; without a person among them the second free state is one.

    Raises FileError in one sentence.
    """
    by_people = [word for word in words if word.partition("=")[2].strip().casefold() in _PERSON_WORDS]
    others = [word for word in words if word not in by_people]
    seats = seating(scenario, others)
    people = [find_state(scenario, word.partition("=")[0].strip()) for word in by_people]
    named = {find_state(scenario, word.partition("=")[0].strip()) for word in others}
    if set(people) & named:
        twice = scenario.states[min(set(people) & named)].name
        raise FileError(_("seats: {state} is seated twice").format(state=twice))
    free = [index for index in range(len(seats)) if index not in named]
    for index in people or free[1:2] or free[:1]:
        seats[index] = Seat(PERSON)
    return seats
