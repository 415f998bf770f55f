"""How a column of the world is declared: axes, unit, bounds, who sees it, what the others assume."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.world.setting import FOUNDATIONS, FULL

PUBLIC, OWNER, PARTIES, HIDDEN = "public", "owner", "parties", "hidden"


@dataclass(frozen=True)
class Column:
    """One declared column; its value lives in the world's own dictionary under the same name.

    `axes` are the last axes: "" one number a game, "N" a state, "NN" actor then target, "R" a region.
    `seen` says who sees it: everyone, its owner (the first N), both parties, or nobody while playing.
    `guess` is what the others assume: a number, or the name of a measure of public columns.
    `dead` is what remains for a state that is no more (None: keep).
    `names` marks integers that are indices: "N" of states, "R" of regions (for relabelling and saves).
    `veil` names the public column that at level full all but the owner see in its place.
    `level` is the first at which it is kept: below it the column holds nothing and is no part of a world's hash.
    """

    name: str
    axes: str
    kind: str
    unit: str
    seen: str
    guess: float | str | None
    dead: float | None
    low: float
    high: float
    names: str
    veil: str
    level: int

    def sight(self, level: int) -> str:
        """Who sees it in a game of a level."""
        return OWNER if self.veil and level >= FULL else self.seen

    @property
    def dtype(self) -> np.dtype[Any]:
        """The numpy type behind the kind (float, bool, int)."""
        return np.dtype({"float": np.float64, "bool": np.bool_, "int": np.int64}[self.kind])

    @property
    def nothing(self) -> int:
        """What stands for nothing: -1 (none) for indices that may be none, else 0."""
        return -1 if self.names and self.low < 0 else 0


COLUMNS: dict[str, Column] = {}


def column(
    axes: str,
    kind: str,
    unit: str = "",
    *,
    seen: str = PUBLIC,
    guess: float | str | None = None,
    dead: float | None = None,
    low: float = -1e6,
    high: float = 1e6,
    names: str = "",
    veil: str = "",
    level: int = FOUNDATIONS,
) -> Any:
    """Declare a column of the World; a non-public one must say what others assume."""
    if seen != PUBLIC and guess is None:
        raise TypeError("a column that not everyone sees must declare a guess")
    return _Pending((axes, kind, unit, seen, guess, dead, low, high, names, veil, level))


class _Pending:
    """A declaration on its way into COLUMNS; gives way to the value in the instance's dictionary."""

    def __init__(self, parts: tuple[Any, ...]) -> None:
        self.parts = parts

    def __set_name__(self, owner: type, name: str) -> None:
        COLUMNS[name] = Column(name, *self.parts)
