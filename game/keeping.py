"""Between a match and what a save holds: keep it, go on with it, and prove that it can be played again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from game.language import _
from game.match import Match, Seat, Turn
from game.storage.codec import digest
from game.storage.documents import MapDocument
from game.storage.founding import found
from game.storage.save_errors import SaveError, telling
from game.storage.saves import Saved, SeatRecord, TableRecord, TurnRecord
from game.storage.scenarios import read_map
from game.world import COLUMNS, World
from game.world.setting import LEVELS

__all__ = ["WHOLE_EVERY", "discard", "keep", "resume", "verify"]

WHOLE_EVERY = 10
"""Every so many turns a save holds the whole world; the turns between come back by playing them again."""
_CHARTED = tuple(column.name for column in COLUMNS.values() if column.axes in ("N", "R"))
_records: WeakKeyDictionary[Turn, TurnRecord] = WeakKeyDictionary()
"""What was written of a past turn already: a record is made once, so that its text is written once."""


def keep(match: Match, game: str = "", table: TableRecord | None = None) -> Saved:
    """Take a match as it stands, planned orders and all; `game` tells games of one scenario and seed apart.

    Plans of seats that `table` has a lock for are left out: they are sealed there.
    """
    table = table or TableRecord()
    worlds = [turn.before for turn in match.history] + [match.world]
    return Saved(
        scenario=match.scenario,
        seed=match.seed,
        turns_override=match.turns,
        seats=[SeatRecord(seat.kind, seat.name, seat.player) for seat in match.seats],  # type: ignore[arg-type]
        past=[_record(turn, world) for turn, world in zip(match.history, worlds[1:], strict=True)],
        world=match.world,
        game=game,
        plans=[[] if state in table.locks else match.plan(state) for state in range(match.world.n)],
        table=table,
    )


def _record(turn: Turn, after: World) -> TurnRecord:
    record = _records.get(turn)
    if record is None:
        values = after.values()
        whole = after if int(after.turn) % WHOLE_EVERY == 0 else None
        record = TurnRecord(turn.orders, {name: values[name] for name in _CHARTED}, whole)
        _records[turn] = record
    return record


def resume(saved: Saved) -> Match:
    """Go on with a saved game; what happened in its past turns comes back by playing them again.

    The live world is the saved one to the bit; of past turns the saved columns count, whatever today's rules
    make of the orders. Raises FileError when the game's map is missing or another one.
    """
    map_document = _map_of(saved)
    seats = [Seat(seat.kind, seat.name, seat.player) for seat in saved.seats]
    match = Match(saved.scenario, map_document, seats, saved.seed, saved.turns_override, _start(saved, map_document))
    for record in saved.past:
        turn = match.replay_turn(record.orders)
        match.world = _with_columns(match.world, record.columns) if record.world is None else record.world
        _records[turn] = record
    match.world = saved.world
    for state, plan in enumerate(saved.plans):
        for order in plan:
            match.give(state, order)
    return match


def verify(saved: Saved) -> list[int]:
    """Play a saved game again from its start; give the turns, counted from 1, that come out otherwise."""
    map_document = _map_of(saved)
    match = Match(saved.scenario, map_document, [], saved.seed, saved.turns_override, _start(saved, map_document))
    return list(_differing(match, saved))


def discard(path: Path) -> None:
    """Delete a saved game; raises SaveError in one sentence."""
    with telling(path.name, _("The file is still there.")):
        path.unlink()


def _differing(match: Match, saved: Saved) -> Iterator[int]:
    if not saved.past and digest(match.world) != digest(saved.world):
        yield 0
    for number, record in enumerate(saved.past, 1):
        match.replay_turn(record.orders)
        whole = saved.world if number == len(saved.past) else record.world
        same = _same_columns(match.world, record.columns)
        if not same or (whole is not None and digest(match.world) != digest(whole)):
            yield number


def _same_columns(world: World, columns: dict[str, NDArray[Any]]) -> bool:
    values = world.values()
    return all(np.array_equal(values[name], array) for name, array in columns.items())


def _with_columns(world: World, columns: dict[str, NDArray[Any]]) -> World:
    """Let what was saved stand; the same world when nothing differs."""
    return world if _same_columns(world, columns) else world.but(**columns)


def _start(saved: Saved, map_document: MapDocument) -> World:
    """The world at the start of a saved game, in the frame of its live world."""
    setting = saved.world.setting
    level = next(name for name, number in LEVELS.items() if number == setting.level)
    turns = saved.turns_override
    first = found(saved.scenario, map_document, saved.seed, turns=turns, rules=setting.rules, level=level)
    return World(setting, first.values())


def _map_of(saved: Saved) -> MapDocument:
    """The map that the game is played on; raises SaveError if it has other regions than the save."""
    document = read_map(saved.scenario.map)
    if tuple(region.id for region in document.regions) != saved.world.setting.region_ids:
        why = _("the map “{name}” is not the one that the game was played on").format(name=saved.scenario.map)
        raise SaveError(saved.scenario.title, why, advice=_("Put the map back as it was."))
    return document
