"""From files to a game: scenarios as the setting up offers them, and a plan turned into a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.language import _, mark
from game.match import DOCTRINE, Seat
from game.match import PERSON as BY_PERSON
from game.opponents.doctrines import DOCTRINES
from game.orders.kinds import KINDS
from game.storage.documents import MapDocument, Scenario
from game.storage.files import FileError
from game.storage.scenarios import read_with_map, scenario_names
from game.ui.flow.clock import TALK, Clock
from game.ui.flow.seed import any_seed
from game.ui.flow.table import Table
from game.ui.palette import state_colours
from game.ui.screens.setup import PERSON, Place, Plan, ScenarioLine
from game.world.setting import LEVELS

__all__ = ["QUICK", "again", "from_plan", "levels", "opponents", "quick", "scenario_lines", "seated"]

QUICK = "five-crowns"
"""The scenario that Play starts at once."""
_LEVELS = {"foundations": mark("Foundations"), "standard": mark("Standard"), "full": mark("Full")}


def levels() -> list[tuple[str, str]]:
    """The levels that have an order of their own, with their names."""
    offered = {kind.level for kind in KINDS}
    return [(key, _(_LEVELS[key])) for key, number in LEVELS.items() if number in offered]


def opponents() -> list[tuple[str, str, str]]:
    """The doctrines as (key, name, what it does)."""
    return [(doctrine.name, _(doctrine.title), _(doctrine.help)) for doctrine in DOCTRINES]


def scenario_lines() -> list[ScenarioLine]:
    """All scenarios, shipped and own; one that cannot be played says why."""
    return [_line(name) for name in scenario_names()]


def _line(name: str) -> ScenarioLine:
    try:
        scenario, _map = read_with_map(name)
    except FileError as error:
        return ScenarioLine(name, name, "", 12, "standard", problem=str(error))
    titles = {doctrine.name: _(doctrine.title) for doctrine in DOCTRINES}
    places = tuple(
        Place(
            state.id,
            state.name,
            state.code,
            state.emblem,
            shade,
            state.doctrine,
            _("usually {doctrine}").format(doctrine=titles.get(state.doctrine, state.doctrine)),
        )
        for state, shade in zip(scenario.states, state_colours([each.colour for each in scenario.states]), strict=True)
    )
    return ScenarioLine(name, scenario.title, scenario.summary, scenario.turns, scenario.level, places)


def from_plan(plan: Plan, folder: Path | None) -> Table:
    """Lay a table as planned; raises FileError when the scenario cannot be read any more.

    The scenario's own length keeps its open end; another length is kept to the turn.
    """
    scenario, map_document = read_with_map(plan.scenario)
    seats = []
    for state in scenario.states:
        who = plan.seats.get(state.id, state.doctrine)
        person = who == PERSON
        seats.append(
            Seat(BY_PERSON if person else DOCTRINE, "" if person else who, plan.names.get(state.id, "").strip())
        )
    turns = None if plan.turns == scenario.turns else plan.turns
    table = Table.lay(scenario, map_document, seats, seed=plan.seed, turns=turns, level=plan.level, folder=folder)
    if table.shared:
        table.clock = Clock(plan.clock, plan.talk)
    return table


def seated(scenario: Scenario, person: int | None) -> list[Seat]:
    """Seat one person; the scenario's doctrines play the rest."""
    return [
        Seat(BY_PERSON) if index == person else Seat(DOCTRINE, state.doctrine)
        for index, state in enumerate(scenario.states)
    ]


def quick(folder: Path | None) -> Table:
    """Lay the table that Play starts: the second of the five crowns, at the simplest level."""
    scenario, map_document = read_with_map(QUICK)
    return fresh(scenario, map_document, seated(scenario, 1), "foundations", folder)


def fresh(
    scenario: Scenario, map_document: MapDocument, seats: Sequence[Seat], level: str | None, folder: Path | None
) -> Table:
    """Lay a table with a seed by chance."""
    return Table.lay(scenario, map_document, seats, seed=any_seed(), level=level, folder=folder)


def again(table: Table) -> Table:
    """Lay the same table with another seed."""
    match = table.match
    fresh_table = Table.lay(
        match.scenario,
        match.map_document,
        match.seats,
        seed=any_seed(),
        turns=match.turns,
        folder=table.folder,
        trust=table.trust,
    )
    fresh_table.clock = Clock(table.clock.plan, table.clock.limit(TALK))
    return fresh_table
