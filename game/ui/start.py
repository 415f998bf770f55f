"""Open the window on the title, straight into a game, or on a save: what `counterpoise play` does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import _
from game.ui import preferences
from game.ui.app import App, WindowError
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow

if TYPE_CHECKING:
    from game.ui.flow.table import Table

__all__ = ["NoWindow", "start"]

_SIZE = (1280, 720)


class NoWindow(WindowError):
    """There is no window, said in one sentence that names what works without one."""


def start(
    scenario: str | None = None,
    seats: Sequence[str] | None = None,
    seed: int | None = None,
    save: Path | None = None,
    *,
    level: str | None = None,
    trust: bool = False,
    full_screen: bool = False,
    folder: Path | None = None,
) -> None:
    """Run the window until it is closed.

    `seats` are words such as FR=person, DE=jackal or IT=mybot.py. Raises FileError for what cannot be read,
    NoWindow where there is no screen; both in one sentence.
    """
    table = _table(scenario, seats or (), seed, save, level, trust, folder)
    app = _window(full_screen)
    try:
        director = Director(app, folder, trust)
        app.guard.safely(director.title if table is None else partial(director.open, table))
        if table is None:
            director.rescue.offer()
        app.run()
    finally:
        app.close()


def _window(full_screen: bool) -> App:
    try:
        return GameWindow(_SIZE, full_screen=full_screen, settings=preferences.place())
    except WindowError as error:
        text = str(error)
        hint = "" if "simulate" in text else " " + _("Without a window, use `counterpoise simulate`.")
        raise NoWindow(text + hint) from error


def _table(
    scenario: str | None,
    seats: Sequence[str],
    seed: int | None,
    save: Path | None,
    level: str | None,
    trust: bool,
    folder: Path | None,
) -> Table | None:
    """Lay the table that was wished for; None for the title, which needs nothing of a game."""
    if save is not None:
        from game.ui.flow.table import Table

        return Table.load(save, folder, trust)
    if scenario is None and not seats and seed is None and level is None:
        return None
    from game.ui.wishes import wished_table

    return wished_table(scenario or "five-crowns", seats, seed, level, trust, folder)
