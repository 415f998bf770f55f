"""What the command line wishes to open, read into a table: a scenario with its seats, or a save."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.arena.seats import find_state, seating
from game.language import _
from game.match import PERSON, Seat
from game.storage.documents import Scenario
from game.storage.files import FileError, did_you_mean
from game.storage.scenarios import read_with_map
from game.ui.flow.seed import any_seed
from game.ui.flow.table import Table
from game.world.setting import LEVELS

__all__ = ["people_and_others", "wished_table"]

_PERSON_WORDS = ("person", "me", "human")


def wished_table(
    scenario: str,
    seats: Sequence[str],
    seed: int | None,
    level: str | None,
    trust: bool,
    folder: Path | None,
) -> Table:
    """Lay the table of a scenario; raises FileError for what cannot be read, or is not known."""
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
