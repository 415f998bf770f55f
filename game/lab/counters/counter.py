"""What a counter is: it watches the turns of a batch and keeps a few numbers a game."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from numpy.typing import NDArray

from game.lab.moment import Moment, Table
from game.world import World

Counts = Mapping[str, NDArray[Any]]


class Counter(ABC):
    """A counter of one batch of games [B], reduced turn by turn."""

    def __init__(self, start: World, table: Table) -> None:
        self.games = len(start.seed)

    @abstractmethod
    def watch(self, moment: Moment) -> None:
        """Take a turn in; games that are over do not count any more."""

    @abstractmethod
    def result(self, end: World) -> Counts:
        """Give the counts, one row a game."""
