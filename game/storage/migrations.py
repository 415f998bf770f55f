"""Steps from one format of saves to the next: pure functions on the plain data, kept for ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.storage.codec import NONE
from game.storage.save_file import VERSION
from game.world import COLUMNS, Column


def missing_columns(data: Mapping[str, Any]) -> frozenset[str]:
    """Columns that the world of a save does not have."""
    world = data.get("world")
    return frozenset(COLUMNS.keys() - world.keys()) if isinstance(world, dict) else frozenset()


def _with_columns(data: dict[str, Any]) -> dict[str, Any]:
    """Give every world of a save of version 1 the columns that came later, with nothing in them."""
    past = [_filled(turn) if isinstance(turn, dict) else turn for turn in data.get("past") or []]
    return _filled({**data, "past": past})


def _filled(part: dict[str, Any]) -> dict[str, Any]:
    world = part.get("world")
    if not isinstance(world, dict):
        return part
    added = {name: _nothing(COLUMNS[name]) for name in missing_columns(part)}
    return {**part, "world": {**world, **added}}


def _nothing(column: Column) -> Any:
    if column.kind == "bool":
        return False
    return NONE if column.nothing < 0 else column.nothing


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _with_columns}
"""Version -> how its data becomes that of the next version."""


def upgrade(data: dict[str, Any], version: int) -> dict[str, Any]:
    """Bring the data of any known version to the present one."""
    for old in range(version, VERSION):
        data = STEPS[old](data)
    return data
