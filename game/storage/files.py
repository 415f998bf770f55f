"""Reading JSON that strangers may have written: limits first, then form; one sentence for every failure."""

from __future__ import annotations

import difflib
import json
import math
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from pydantic import BaseModel, ValidationError

from game.language import _

Model = TypeVar("Model", bound=BaseModel)
LARGEST = 64 * 1024 * 1024
DEEPEST = 40
LONGEST_NUMBER = 32
_STRING = re.compile(r'"(?:[^"\\]++|\\.?)*+(?:"|\Z)', re.DOTALL)
_STEP = np.zeros(256, np.int8)
_STEP[list(b"[{")] = 1
_STEP[list(b"]}")] = -1


class FileError(Exception):
    """A file that cannot be used; its text names file, place, expected and found."""


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Read a regular file of bounded size; raises FileError."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            status = os.fstat(handle)
            _check_size(path, status, largest)
            return _drain(handle, largest)
        finally:
            os.close(handle)
    except OSError as error:
        raise FileError(_("{file}: cannot be read: {why}").format(file=path.name, why=reason(error))) from None


def _check_size(path: Path, status: os.stat_result, largest: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise FileError(_("{file}: expected a regular file").format(file=path.name))
    if status.st_size > largest:
        text = _("{file}: expected at most {most} MB, found {size} MB")
        raise FileError(text.format(file=path.name, most=largest >> 20, size=status.st_size >> 20))


def _drain(handle: int, largest: int) -> bytes:
    """Read to the end, in pieces, at most `largest` bytes."""
    pieces: list[bytes] = []
    left = largest
    while left > 0 and (piece := os.read(handle, min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def reason(error: OSError) -> str:
    """Say why the system refused, without the path."""
    return error.strerror or error.__class__.__name__


def read_text(path: Path, largest: int = LARGEST) -> str:
    """Read a regular UTF-8 file of bounded size; raises FileError."""
    return utf8(read_bytes(path, largest), path.name)


def utf8(raw: bytes, name: str) -> str:
    """Decode strict UTF-8; raises FileError naming the first byte that is not."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _("{file}: expected UTF-8 text, byte {at} is not")
        raise FileError(text.format(file=name, at=error.start)) from None


def read_json(path: Path, largest: int = LARGEST) -> Any:
    """Read a JSON file with limits: depth, no duplicate keys, no NaN or infinity; raises FileError."""
    return decode(read_text(path, largest), path.name)


def decode(text: str, name: str) -> Any:
    """Parse JSON text with the same limits; `name` stands for the file in messages."""
    if _depth(text) > DEEPEST:
        raise FileError(_("{file}: expected at most {most} levels of brackets").format(file=name, most=DEEPEST))
    try:
        return json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_int=_whole,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        message = _("{file}: line {line}, column {column}: expected JSON, {why}")
        raise FileError(
            message.format(file=name, line=error.lineno, column=error.colno, why=error.msg.lower())
        ) from None
    except (ValueError, RecursionError) as error:
        raise FileError(_("{file}: {why}").format(file=name, why=error)) from None


def _depth(text: str) -> int:
    """Count the deepest nesting of brackets outside strings, without parsing."""
    bare = _STRING.sub("", text).encode("utf-8", "replace")
    steps = _STEP[np.frombuffer(bare, np.uint8)]
    return int(np.cumsum(steps[steps != 0], dtype=np.int32).max(initial=0))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen = dict(pairs)
    if len(seen) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(_("the key “{key}” stands twice in one object").format(key=_short(twice)))
    return seen


def _no_constant(word: str) -> Any:
    raise ValueError(_("expected a finite number, found {word}").format(word=word))


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(_("expected a number of at most {most} digits").format(most=LONGEST_NUMBER))
    return int(digits)


def _finite(digits: str) -> float:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(_("expected a number of at most {most} digits").format(most=LONGEST_NUMBER))
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(_("expected a finite number, found {word}").format(word=digits))
    return value


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 3] + "..."


def parse(model: type[Model], value: Any, path: Path | str) -> Model:
    """Check a value against a pydantic model; raises FileError naming the first fault's place."""
    name = path if isinstance(path, str) else path.name
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or _("the whole file")
        text = _("{file}: at {place}: {expected}; found {found}")
        message = first["msg"][:1].lower() + first["msg"][1:]
        found = _short(repr(first.get("input")))
        raise FileError(text.format(file=name, place=_short(place), expected=message, found=found)) from None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Complete a sentence about an unknown word: nothing, or “; did you mean …?” with the nearest one."""
    near = difflib.get_close_matches(word, list(known), 1, 0.6)
    return _("; did you mean “{near}”?").format(near=near[0]) if near else ""
