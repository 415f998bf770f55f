"""What one state knows: observe(world, viewer) gives a View, a World with guesses for what is unseen."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.measures import ties
from game.world import COLUMNS, Column, World
from game.world.columns import HIDDEN, PARTIES, PUBLIC
from game.world.setting import FULL
from game.world.world import bits

_FROM_PUBLIC = {name: getattr(ties, name) for name in ("guessed_attitude", "guessed_intent", "planned_end")}
_VEILED = frozenset(column.name for column in COLUMNS.values() if column.veil)
_VEILED_BITS = bits(_VEILED)


class View(World):
    """A world as one state sees it: the same shape and columns, declared guesses for the unknown.

    All measures and phases run on it. `viewer` is the index of the state.
    """

    viewer: int

    def knows(self, column: str) -> bool:
        """Say whether every entry of a column is what it is, and not in part a guess."""
        return COLUMNS[column].sight(self.setting.level) == PUBLIC


def observe(world: World, viewer: int) -> View:
    """Show a world to one state: the only door for information.

    Public columns pass; of an owner's columns only the viewer's row; of the parties' the viewer's row and
    column; hidden ones never. The rest is what anybody would assume from public columns: of others' arms at
    level full the published figures.
    """
    view = object.__new__(View)
    inner = view.__dict__
    inner.update(setting=world.setting, memo={}, viewer=viewer)
    for name, column in COLUMNS.items():
        sight = column.sight(world.setting.level)
        inner[name] = world.__dict__[name] if sight == PUBLIC else _seen(world, column, sight, viewer)
    return view


def _seen(world: World, column: Column, sight: str, viewer: int) -> Any:
    truth = world.__dict__[column.name]
    value = guess(world, column)
    if sight == HIDDEN:
        return value
    value = value.copy()
    if column.axes == "N":
        value[..., viewer] = truth[..., viewer]
    else:
        value[..., viewer, :] = truth[..., viewer, :]
        if sight == PARTIES:
            value[..., :, viewer] = truth[..., :, viewer]
    value.flags.writeable = False
    return value


def guess(world: World, column: Column) -> Any:
    """What outsiders assume of a column: another one, a constant, or a measure of public columns."""
    if column.veil:
        return world.__dict__[column.veil]
    if isinstance(column.guess, str):
        return _FROM_PUBLIC[column.guess](world)
    assert column.guess is not None
    return np.full(world.__dict__[column.name].shape, column.guess, column.dtype)


def reputed(world: World) -> World:
    """Show a world, or a batch, as all believe it to be: at level full every state's arms are those published.

    What is measured on it and hangs on no arms is remembered for both.
    """
    if world.setting.level < FULL:
        return world
    shown = world.but(**{name: world.__dict__[COLUMNS[name].veil] for name in _VEILED})
    shown.__dict__["memo"] = _Beside(shown.__dict__["memo"], world.__dict__["memo"])
    return shown


def unveiled(world: World) -> World:
    """Show a world, or a batch, as it is known when the game is over: what is published is true."""
    return world if world.setting.level < FULL else world.but(published=world.arms)


class _Beside(dict[Any, Any]):
    """The memo of a reputed world: what holds of the true world, too, is written into that one's memo as well."""

    def __init__(self, known: dict[Any, Any], base: dict[Any, Any]) -> None:
        super().__init__(known)
        self.base = base

    def __setitem__(self, key: Any, value: Any) -> None:
        dict.__setitem__(self, key, value)
        if not key.bits & _VEILED_BITS:
            self.base[key] = value


def outlook(world: World) -> World:
    """Show a world, or a batch, to all seats at once: row i of every array is what seat i knows.

    What nobody may know is replaced by its guess. A doctrine may read, for seat i, row i of an owner's
    columns, the rows and columns of i's offers, and all that is public; others' feelings only through the
    `guessed_*` measures. At level full it reckons with published figures of arms for all, itself included: one
    array serves all seats. A contract test compares its choices with those on every single View.
    """
    shown = object.__new__(World)
    shown.__dict__.update(reputed(world).__dict__)
    for name, column in COLUMNS.items():
        if column.seen == HIDDEN:
            shown.__dict__[name] = guess(world, column)
    return shown
