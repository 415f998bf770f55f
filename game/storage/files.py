"""Reading JSON that strangers may have written: limits first, then form; one sentence for every failure."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from game.language import _

Model = TypeVar("Model", bound=BaseModel)
LARGEST = 64 * 1024 * 1024
DEEPEST = 40


class FileError(Exception):
    """A file that cannot be used; its text names file, place, expected and found."""


def read_text(path: Path, largest: int = LARGEST) -> str:
    """Read a regular UTF-8 file of bounded size; raises FileError."""
    try:
        status = path.stat()
    except OSError as error:
        raise FileError(_("{file}: cannot be read: {why}").format(file=path.name, why=error.strerror)) from None
    if not stat.S_ISREG(status.st_mode):
        raise FileError(_("{file}: expected a regular file").format(file=path.name))
    if status.st_size > largest:
        text = _("{file}: expected at most {most} MB, found {size} MB")
        raise FileError(text.format(file=path.name, most=largest >> 20, size=status.st_size >> 20))
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileError(_("{file}: expected UTF-8 text, byte {at} is not").format(file=path.name, at=error.start)) from None
    except OSError as error:
        raise FileError(_("{file}: cannot be read: {why}").format(file=path.name, why=error.strerror)) from None


def read_json(path: Path, largest: int = LARGEST) -> Any:
    """Read a JSON file with limits: depth, no duplicate keys, no NaN or infinity; raises FileError."""
    return decode(read_text(path, largest), path.name)


def decode(text: str, name: str) -> Any:
    """Parse JSON text with the same limits; `name` stands for the file in messages."""
    if _depth(text) > DEEPEST:
        raise FileError(_("{file}: expected at most {most} levels of brackets").format(file=name, most=DEEPEST))
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        message = _("{file}: line {line}, column {column}: expected JSON, {why}")
        raise FileError(
            message.format(file=name, line=error.lineno, column=error.colno, why=error.msg.lower())
        ) from None
    except (ValueError, RecursionError) as error:
        raise FileError(_("{file}: {why}").format(file=name, why=error)) from None


def _depth(text: str) -> int:
    depth = deepest = 0
    quoted = escaped = False
    for letter in text:
        if quoted:
            quoted = escaped or letter != '"'
            escaped = not escaped and letter == "\\"
        elif letter == '"':
            quoted = True
        elif letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth -= 1
    return deepest


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen = dict(pairs)
    if len(seen) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(_("the key “{key}” stands twice in one object").format(key=twice))
    return seen


def _no_constant(word: str) -> Any:
    raise ValueError(_("expected a finite number, found {word}").format(word=word))


def parse(model: type[Model], value: Any, path: Path | str) -> Model:
    """Check a value against a pydantic model; raises FileError naming the first fault's place."""
    name = path if isinstance(path, str) else path.name
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or _("the whole file")
        found = repr(first.get("input"))
        short = found if len(found) <= 60 else found[:57] + "..."
        text = _("{file}: at {place}: {expected}; found {found}")
        message = first["msg"][:1].lower() + first["msg"][1:]
        raise FileError(text.format(file=name, place=place, expected=message, found=short)) from None
