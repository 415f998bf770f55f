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
    return _in_worlds(data, lambda world: {name: _nothing(column) for name, column in COLUMNS.items()} | world)


def _with_estimates(data: dict[str, Any]) -> dict[str, Any]:
    """Let what is published be true in a save of version 2: at level full all had seen each other's arms."""
    full = data.get("level") == "full"
    return _in_worlds(data, lambda world: {**world, "published": world.get("arms") if full else 0.0})


def _in_worlds(data: dict[str, Any], change: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """Change the world of a save and those that its past holds."""

    def changed(part: dict[str, Any]) -> dict[str, Any]:
        world = part.get("world")
        return {**part, "world": change(world)} if isinstance(world, dict) else part

    past = [changed(turn) if isinstance(turn, dict) else turn for turn in data.get("past") or []]
    return changed({**data, "past": past})


def _nothing(column: Column) -> Any:
    if column.kind == "bool":
        return False
    return NONE if column.nothing < 0 else column.nothing


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _with_columns, 2: _with_estimates}
"""Version -> how its data becomes that of the next version."""


def upgrade(data: dict[str, Any], version: int) -> dict[str, Any]:
    """Bring the data of any known version to the present one."""
    for old in range(version, VERSION):
        data = STEPS[old](data)
    return data
