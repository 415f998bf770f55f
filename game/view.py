"""What one state knows: observe(world, viewer) gives a View, a World with guesses for what is unseen."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.measures import ties
from game.world import COLUMNS, Column, World
from game.world.columns import HIDDEN, PARTIES, PUBLIC

_FROM_PUBLIC = {name: getattr(ties, name) for name in ("guessed_attitude", "guessed_intent", "planned_end")}


class View(World):
    """A world as one state sees it: the same shape and columns, declared guesses for the unknown.

    All measures and phases run on it. `viewer` is the index of the state.
    """

    viewer: int

    def knows(self, column: str) -> bool:
        """Say whether every entry of a column is what it is, and not in part a guess."""
        return COLUMNS[column].seen == PUBLIC


def observe(world: World, viewer: int) -> View:
    """Show a world to one state: the only door for information.

    Public columns pass; of an owner's columns only the viewer's row; of the parties' the viewer's row and
    column; hidden ones never. The rest is what anybody would assume from public columns.
    """
    view = object.__new__(View)
    inner = view.__dict__
    inner.update(setting=world.setting, memo={}, viewer=viewer)
    for name, column in COLUMNS.items():
        inner[name] = world.__dict__[name] if column.seen == PUBLIC else _seen(world, column, viewer)
    return view


def _seen(world: World, column: Column, viewer: int) -> Any:
    truth = world.__dict__[column.name]
    value = guess(world, column)
    if column.seen == HIDDEN:
        return value
    value = value.copy()
    if column.axes == "N":
        value[..., viewer] = truth[..., viewer]
    else:
        value[..., viewer, :] = truth[..., viewer, :]
        if column.seen == PARTIES:
            value[..., :, viewer] = truth[..., :, viewer]
    value.flags.writeable = False
    return value


def guess(world: World, column: Column) -> Any:
    """What outsiders assume of a column: a constant, or a measure of public columns."""
    if isinstance(column.guess, str):
        return _FROM_PUBLIC[column.guess](world)
    assert column.guess is not None
    return np.full(world.__dict__[column.name].shape, column.guess, column.dtype)


def outlook(world: World) -> World:
    """Show a world, or a batch, to all seats at once: row i of every array is what seat i knows.

    What nobody may know is replaced by its guess. A doctrine may read, for seat i, row i of an owner's
    columns, the rows and columns of i's offers, and all that is public; others' feelings only through the
    `guessed_*` measures. A contract test compares its choices with those on every single View.
    """
    shown = object.__new__(World)
    shown.__dict__.update(world.__dict__)
    for name, column in COLUMNS.items():
        if column.seen == HIDDEN:
            shown.__dict__[name] = guess(world, column)
    return shown
