"""Steps from one format of saves to the next: pure functions on the plain data, kept for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.storage.save_file import VERSION

STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Version -> how its data becomes that of the next version."""


def upgrade(data: dict[str, Any], version: int) -> dict[str, Any]:
    """Bring the data of any known version to the present one."""
    for old in range(version, VERSION):
        data = STEPS[old](data)
    return data
