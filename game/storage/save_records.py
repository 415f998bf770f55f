"""What a save holds, as the game handles it: seats, past turns, the live world."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from numpy.typing import NDArray

from game.orders.kind import Order
from game.storage.documents import Scenario
from game.storage.recovery import Recovery
from game.storage.sealing import Lock
from game.world import World

__all__ = ["Saved", "SeatRecord", "TableRecord", "TurnRecord", "Written"]


@dataclass(frozen=True)
class SeatRecord:
    """Who plays a state: a person, a built-in doctrine or a bot, its name, and the player's own name."""

    kind: Literal["person", "doctrine", "bot"]
    name: str
    player: str


@dataclass(frozen=True)
class Written:
    """The text of a turn once written, good as long as the turn before is the same one."""

    before: TurnRecord | None
    text: str


@dataclass
class TurnRecord:
    """A turn that is over: orders by state, columns at its end, and now and then the whole world.

    A record is not changed once made: its text is kept, so that a long game saves as fast as a short one.
    """

    orders: list[list[Order]]
    columns: dict[str, NDArray[Any]]
    world: World | None = None
    written: Written | None = field(default=None, init=False, compare=False, repr=False)


@dataclass
class TableRecord:
    """A shared table: seconds for a seat's plan and for talk (0 for no clock), locks and sealed plans by state.

    `recovery` is the public half of the key that opens all locks, None where nobody asked for one.
    """

    clock: int = 0
    talk: int = 0
    locks: dict[int, Lock] = field(default_factory=dict)
    sealed: dict[int, str] = field(default_factory=dict)
    recovery: Recovery | None = None


@dataclass
class Saved:
    """A game between two turns, whole; `game` tells games of one scenario and seed apart.

    `plans` are the orders that people have given so far this turn, a list a state; empty for none at all.
    """

    scenario: Scenario
    seed: int
    turns_override: int | None
    seats: list[SeatRecord]
    past: list[TurnRecord]
    world: World
    game: str = ""
    plans: list[list[Order]] = field(default_factory=list)
    table: TableRecord = field(default_factory=TableRecord)
