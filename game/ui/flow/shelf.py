"""The shelf: saved games as the screens list them, opened and deleted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from game.language import _
from game.storage.save_list import Row, listing
from game.ui.screens.saves import Saved

__all__ = ["path_of", "shelf"]


def shelf(folder: Path | None) -> list[Saved]:
    """List the saved games, newest first; a damaged one says why."""
    return [_line(row) for row in listing(folder)]


def _line(row: Row) -> Saved:
    date = datetime.fromtimestamp(row.modified).strftime("%d.%m.%Y, %H:%M") if row.modified else ""
    about = row.summary
    if about is None:
        return Saved(row.path.name, row.name, "", date, damaged=row.problem or _("It cannot be read."))
    turn = _("turn {n}, {year}").format(n=about.turn + 1, year=about.year)
    state = _("ended {year}").format(year=about.year) if about.ended else turn
    name = about.line if row.auto else f"{row.name}: {about.line}"
    return Saved(row.path.name, name, state, date, _("kept by itself") if row.auto else "")


def path_of(name: str, folder: Path | None) -> Path | None:
    """The file of a line of the list; None if it has gone meanwhile."""
    return next((row.path for row in listing(folder) if row.path.name == name), None)
