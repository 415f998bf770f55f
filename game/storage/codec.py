"""Columns as plain JSON and back, exact and compact; the hash of a world."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.language import _
from game.storage.files import FileError, did_you_mean
from game.world import COLUMNS, Column, Setting, World

__all__ = [
    "Tables",
    "canonical",
    "decode_column",
    "decode_world",
    "digest",
    "encode_column",
    "encode_world",
]

Array = NDArray[Any]
NONE = "-"
"""Stands for index -1: no state, no region."""
_LITTLE = {"float": "<f8", "int": "<i8", "bool": "?"}


def digest(world: World, without: Collection[str] = ()) -> str:
    """Hash the columns of the game's level but those named, the same on every machine: SHA-256 in hexadecimal."""
    hashed = hashlib.sha256()
    values = world.values()
    for column in COLUMNS.values():
        if column.name in without or column.level > world.setting.level:
            continue
        hashed.update(column.name.encode())
        hashed.update(np.asarray(values[column.name], _LITTLE[column.kind]).tobytes())
    return hashed.hexdigest()


def canonical(value: Any) -> str:
    """Write JSON in the one way: sorted keys, no blanks, UTF-8 as it is, shortest exact floats."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


@dataclass(frozen=True)
class Tables:
    """The words for indices, and the sizes of the axes."""

    states: tuple[str, ...]
    regions: tuple[str, ...]

    @classmethod
    def of(cls, setting: Setting) -> Tables:
        """Take codes of states and ids of regions from a setting."""
        return cls(setting.codes, setting.region_ids)

    def words(self, column: Column) -> tuple[str, ...]:
        """The words of a column of indices; () for plain numbers."""
        return {"N": self.states, "R": self.regions}.get(column.names, ())

    def shape(self, column: Column) -> tuple[int, ...]:
        """The shape of a column in one game."""
        n, r = len(self.states), len(self.regions)
        return {"": (), "N": (n,), "NN": (n, n), "R": (r,)}[column.axes]


def encode_column(column: Column, array: Array, tables: Tables) -> Any:
    """Write a column of one game: what is the same all over stands once, truths as 0 and 1 in a string."""
    if array.ndim == 0 or (array.size and (array == array.flat[0]).all()):
        return _plain(column, array.flat[0], tables)
    if array.ndim == 1:
        return _row(column, array, tables)
    even = (array == array[:, :1]).all(-1)
    return [
        _plain(column, row[0], tables) if same else _row(column, row, tables)
        for row, same in zip(array, even, strict=True)
    ]


def _plain(column: Column, value: Any, tables: Tables) -> Any:
    words = tables.words(column)
    return (*words, NONE)[int(value)] if words else value.item()


def _row(column: Column, row: Array, tables: Tables) -> Any:
    if column.kind == "bool":
        return (row.astype(np.uint8) + ord("0")).tobytes().decode("ascii")
    words = tables.words(column)
    if not words:
        return row.tolist()
    listed = (*words, NONE)
    return [listed[index] for index in row.tolist()]


def decode_column(column: Column, value: Any, tables: Tables, file: str) -> Array:
    """Read a column of one game back; raises FileError naming the column and what was expected."""
    shape = tables.shape(column)
    try:
        if len(shape) == 2 and isinstance(value, list):
            if len(value) != shape[0]:
                raise FileError(_("expected {n} rows, found {m}").format(n=shape[0], m=len(value)))
            array = np.stack([_read_row(column, row, shape[1:], tables) for row in value])
        else:
            array = _read_row(column, value, shape, tables)
        return _bounded(column, array, tables)
    except FileError as error:
        text = _("{file}: at {place}: {why}")
        raise FileError(text.format(file=file, place=column.name, why=error)) from None


def _read_row(column: Column, value: Any, shape: tuple[int, ...], tables: Tables) -> Array:
    """Read a row (or a column of one axis) of this shape; a single entry fills all of it."""
    if not isinstance(value, list) and not (column.kind == "bool" and isinstance(value, str)):
        return np.full(shape, _entries(column, [value], tables)[0])
    if len(shape) != 1 or len(value) != shape[0]:
        count = shape[0] if len(shape) == 1 else 1
        raise FileError(_("expected {n} entries, found {m}").format(n=count, m=len(value)))
    return _entries(column, value, tables)


def _entries(column: Column, entries: Sequence[Any], tables: Tables) -> Array:
    if column.kind == "bool":
        return _truths(entries)
    words = tables.words(column)
    if words:
        return np.array(_indices(entries, words, column), np.int64)
    kinds: tuple[type, ...] = (float, int) if column.kind == "float" else (int,)
    for entry in entries:
        if type(entry) not in kinds:
            raise FileError(_("expected a number, found {found}").format(found=_short(entry)))
    try:
        return np.array(entries, column.dtype)
    except OverflowError:
        raise FileError(_("a number is out of bounds")) from None


def _truths(entries: Sequence[Any]) -> Array:
    if isinstance(entries, str):
        if set(entries) - {"0", "1"}:
            raise FileError(_("expected a string of 0 and 1"))
        return np.asarray(np.frombuffer(entries.encode("ascii"), np.uint8) == ord("1"))
    if any(type(entry) is not bool for entry in entries):
        raise FileError(_("expected true or false, found {found}").format(found=_short(entries[0])))
    return np.array(list(entries), np.bool_)


def _indices(entries: Sequence[Any], words: tuple[str, ...], column: Column) -> list[int]:
    where = {word: k for k, word in enumerate(words)}
    if column.low < 0:
        where[NONE] = -1
    for entry in entries:
        if not isinstance(entry, str) or entry not in where:
            near = did_you_mean(entry, where) if isinstance(entry, str) and len(entry) < 80 else ""
            word = entry[:40] if isinstance(entry, str) else _short(entry)
            raise FileError(_("there is no “{word}” here").format(word=word) + near)
    return [where[entry] for entry in entries]


def _bounded(column: Column, array: Array, tables: Tables) -> Array:
    if column.kind == "float" and not np.isfinite(array).all():
        raise FileError(_("expected finite numbers"))
    if not ((array >= column.low) & (array <= column.high)).all():
        text = _("expected numbers from {low:g} to {high:g}")
        raise FileError(text.format(low=column.low, high=column.high))
    return array


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def encode_world(world: World) -> dict[str, Any]:
    """Write all columns of one game."""
    tables = Tables.of(world.setting)
    return {name: encode_column(COLUMNS[name], value, tables) for name, value in world.values().items()}


def decode_world(values: Mapping[str, Any], setting: Setting, file: str) -> World:
    """Read all columns of one game; a missing or unknown column is an error."""
    missing, odd = sorted(COLUMNS.keys() - values.keys()), sorted(values.keys() - COLUMNS.keys())
    if missing:
        raise FileError(_("{file}: at world: the column “{name}” is missing").format(file=file, name=missing[0]))
    if odd:
        text = _("{file}: at world: there is no column “{name}”").format(file=file, name=odd[0])
        raise FileError(text + did_you_mean(odd[0], COLUMNS))
    tables = Tables.of(setting)
    return World(setting, {c.name: decode_column(c, values[c.name], tables, file) for c in COLUMNS.values()})
