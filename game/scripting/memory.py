"""Memory: what a script may keep between turns: plain values, copied, such as JSON can hold."""

from __future__ import annotations

import math
from typing import Any

from game.language import _
from game.scripting.errors import Mistake, shown

DEEPEST = 20
MOST = 100_000


def plain(memory: dict[str, Any]) -> dict[str, Any]:
    """Copy a memory; raises Mistake naming the place of the first thing that cannot be kept."""
    count = [0]
    return {_key(key, "me.memory"): _copy(value, f"me.memory[{key!r}]", 1, count) for key, value in memory.items()}


def _key(key: object, place: str) -> str:
    if not isinstance(key, str):
        text = _("{place} keeps texts as keys, found {found}; write str(...)")
        raise Mistake(text.format(place=place, found=shown(key)))
    return str(key)


def _copy(value: object, place: str, depth: int, count: list[int]) -> Any:
    count[0] += 1
    if depth > DEEPEST or count[0] > MOST:
        raise Mistake(_("me.memory holds too much: at most {most} values").format(most=MOST))
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    if isinstance(value, list | tuple):
        return [_copy(each, f"{place}[{k}]", depth + 1, count) for k, each in enumerate(value)]
    if isinstance(value, dict):
        pairs = ((_key(key, place), each) for key, each in value.items())
        return {key: _copy(each, f"{place}[{key!r}]", depth + 1, count) for key, each in pairs}
    text = _("{place} can keep texts, finite numbers, lists and dicts, found {found}; of a state keep its code")
    raise Mistake(text.format(place=place, found=shown(value)))
