"""Which saves are in a folder, told by their first lines; how a save is read is loaded only where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.storage import paths
from game.storage.files import read_bytes
from game.storage.save_errors import SaveError, telling
from game.storage.save_names import ENDINGS, stem

if TYPE_CHECKING:
    from game.storage.save_file import Sealed, Summary

__all__ = ["AUTO", "Row", "listing", "newest", "opened"]

AUTO = "autosave-"
"""How the names of the game's own saves begin."""


@dataclass(frozen=True)
class Row:
    """A line in the list of saves; a damaged file has a problem instead of a summary."""

    path: Path
    name: str
    auto: bool
    modified: float
    serial: int
    summary: Summary | None
    problem: str


def listing(folder: Path | None = None) -> list[Row]:
    """List all saves of a folder, newest first; a file that is no sound save is a row with a problem."""
    rows = [_best(files) for files in _by_name(folder).values()]
    return sorted(rows, key=lambda row: (-row.modified, row.name))


def newest(folder: Path | None = None) -> Row | None:
    """Find the newest autosave of a game that has not ended; older ones are not read."""
    own = [files for name, files in _by_name(folder).items() if name.startswith(AUTO)]
    rows = map(_best, sorted(own, key=lambda files: max(map(_modified, files)), reverse=True))
    return next((row for row in rows if row.summary is not None and not row.summary.ended), None)


def _by_name(folder: Path | None) -> dict[str, list[Path]]:
    """Give the files of a folder that may be saves, by the name of the save."""
    found: dict[str, list[Path]] = {}
    with suppress(OSError):
        for path in sorted((folder or paths.saves()).iterdir()):
            if path.name.endswith(ENDINGS) and path.name[0] != ".":
                found.setdefault(stem(path.name), []).append(path)
    return found


def _best(files: Sequence[Path]) -> Row:
    """Of the files of one name take the sound one that was written last."""
    return max(map(_row, files), key=lambda row: (not row.problem, row.serial))


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _row(path: Path) -> Row:
    name = stem(path.name)
    modified, serial, summary, problem = 0.0, 0, None, ""
    try:
        with telling(path.name, ""):
            modified = path.stat().st_mtime
            about = opened(path).about
            serial, summary = about.serial, about.summary
    except SaveError as error:
        problem = str(error)
    return Row(path, name, name.startswith(AUTO), modified, serial, summary, problem)


def opened(path: Path) -> Sealed:
    """Read a save as far as its seal; raises FileError."""
    from game.storage.save_file import LARGEST_SAVE, unpack

    return unpack(read_bytes(path, LARGEST_SAVE), path.name)
