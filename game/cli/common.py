"""What the commands share: options, bad input, progress bars, JSON files."""

from __future__ import annotations

import errno
import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from game.language import _


class Unusable(Exception):
    """Bad input, in one sentence that says what was expected, what came, and what to do."""


def writable(path: Path | None) -> Path | None:
    """Give a path back if a file can be written there: told before hours of play, not after; “-” is standard output."""
    if path is None or str(path) == "-":
        return path
    checks = (
        (errno.ENOENT, not path.parent.is_dir()),
        (errno.EISDIR, path.is_dir()),
        (errno.EACCES, not os.access(path if path.exists() else path.parent, os.W_OK)),
    )
    for number, hit in checks:
        if hit:
            raise Unusable(_("{file}: cannot be written: {why}").format(file=path, why=os.strerror(number)))
    return path


Turns = Annotated[int | None, typer.Option(min=1, max=2000, help="Exactly that many turns, without epilogue.")]
Seed = Annotated[int, typer.Option(min=0, max=2**62, help="Key of all chance.")]
Seats = Annotated[list[str] | None, typer.Option("--seat", help="STATE=doctrine or STATE=script.py; repeatable.")]
SeatList = Annotated[str, typer.Option("--seats", help="STATE=doctrine,STATE=doctrine,...")]
Trust = Annotated[bool, typer.Option(help="Run scripts inside this process; only scripts that you trust.")]
Json = Annotated[
    Path | None,
    typer.Option("--json", callback=writable, help="Write the result to a file; - for standard output."),
]
Level = Annotated[str | None, typer.Option(help="foundations, standard or full.")]


def write_json(path: Path, value: Any) -> None:
    """Write a result to a file, or to standard output for “-”."""
    text = json.dumps(value, indent=1) + "\n"
    if str(path) == "-":
        sys.stdout.write(text)
    else:
        write_text(path, text)


def write_text(path: Path, text: str) -> None:
    """Write a file, or say in one sentence why not."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unusable(_("{file}: cannot be written: {why}").format(file=path, why=error.strerror)) from None


def progress() -> Any:
    """A progress bar on standard error that leaves nothing behind."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def split(seats: str) -> list[str]:
    """Split a list of seats at its commas."""
    return [word for word in (part.strip() for part in seats.split(",")) if word]
