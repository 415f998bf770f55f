"""Read a game back: the form by pydantic, then what only the whole can tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from game.language import _
from game.orders.options import axis
from game.storage.codec import Tables, decode_world, digest
from game.storage.files import FileError, decode, parse
from game.storage.founding import make_setting
from game.storage.migrations import missing_columns, upgrade
from game.storage.rules import rules_in_force
from game.storage.save_document import SaveDocument, read_orders, read_seats, read_turns
from game.storage.save_file import VERSION, Sealed
from game.storage.save_records import Saved, TurnRecord
from game.storage.save_table import read_table, table_faults
from game.storage.scenario_checks import scenario_faults
from game.world import Ending, Ints, Setting, World
from game.world.checks import broken

__all__ = ["read_save"]


def read_save(sealed: Sealed, file: str) -> Saved:
    """Turn an opened save into a game; raises FileError in one sentence."""
    data = decode(sealed.data, file)
    if not isinstance(data, dict):
        raise FileError(_("{file}: at data: expected an object").format(file=file))
    version = sealed.about.version
    later = missing_columns(data) if version < VERSION else frozenset()
    document = parse(SaveDocument, upgrade(data, version), file)
    _refuse(_frame_faults(document), file)
    setting = _setting(document, file)
    world = decode_world(document.world, setting, file)
    if digest(world, later) != document.digest:
        raise FileError(_("{file}: at world: it is not the world that was saved").format(file=file))
    past = read_turns(document.past, world, file, later)
    _refuse(_world_faults(document, world, past), file)
    _refuse(table_faults(document.table, setting.codes), file)
    return Saved(
        scenario=document.scenario,
        seed=document.seed,
        turns_override=document.turns,
        seats=read_seats(document.seats),
        past=past,
        world=world,
        game=document.game,
        plans=read_orders(document.plans, Tables.of(setting), file),
        table=read_table(document.table, setting.codes),
    )


def _refuse(faults: Iterator[str], file: str) -> None:
    fault = next(faults, None)
    if fault is not None:
        raise FileError(f"{file}: {fault}")


def _frame_faults(document: SaveDocument) -> Iterator[str]:
    """What does not fit together before there is a world."""
    ids, count = document.ground.ids, len(document.ground.ids)
    if len(set(ids)) < count or len(document.ground.names) != count:
        yield _("at ground: expected as many names as regions, each id once")
    for name, edges in (("land", document.ground.land), ("sea", document.ground.sea)):
        if not all(a < b < count for a, b in edges) or not all(one < two for one, two in pairwise(edges)):
            yield _("at ground.{list}: expected sorted pairs of regions, each once").format(list=name)
    yield from scenario_faults(document.scenario, ids)
    if len(document.seats) != len(document.scenario.states):
        text = _("at seats: expected {n}, one a state, found {m}")
        yield text.format(n=len(document.scenario.states), m=len(document.seats))


def _setting(document: SaveDocument, file: str) -> Setting:
    return make_setting(
        document.scenario,
        region_ids=tuple(document.ground.ids),
        region_names=tuple(document.ground.names),
        land=_edges(document.ground.land),
        sea=_edges(document.ground.sea),
        turns=document.turns,
        rules=rules_in_force(document.rules, file),
        level=document.level,
    )


def _edges(pairs: Sequence[Sequence[int]]) -> Ints:
    return np.array(pairs, np.int64).reshape(-1, 2)


def _world_faults(document: SaveDocument, world: World, past: Sequence[TurnRecord]) -> Iterator[str]:
    """What the world says against itself, its past or its frame."""
    setting = world.setting
    for invariant in broken(world):
        if invariant.grave:
            yield _("at world: {fault}").format(fault=_(invariant.sentence))
    if int(world.seed) != document.seed:
        yield _("at world.seed: expected the seed of the game")
    if int(world.turn) != len(past):
        text = _("at past: expected {n} turns, found {m}")
        yield text.format(n=int(world.turn), m=len(past))
    if abs(int(world.last_turn) - setting.turns) > setting.spread:
        yield _("at world.last_turn: expected a turn that the scenario allows")
    if not world.alive.any() and int(world.ending) == Ending.GOING:
        yield _("at world: nobody is left, and the game goes on")
    lay = axis(setting)
    for number, turn in enumerate(past):
        if any(lay.index(order) is None for orders in turn.orders for order in orders):
            yield _("at turn {number}: an order that this level does not have").format(number=number + 1)
