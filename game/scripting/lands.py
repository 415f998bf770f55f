"""Lands: several states, of which one can be picked; an empty group gives Nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.language import _
from game.scripting.groups import Group
from game.scripting.land import Land


class Lands(Group[Land]):
    """Several states."""

    __slots__ = ()

    def _nothing(self) -> Land:
        return self._scene.nobody

    def _one(self, item: object) -> Land:
        return self._scene.state(item)

    def _title(self) -> str:
        return _("a group of states")

    @property
    def strongest(self) -> Land:
        """The one with the largest share of power."""
        return self.most(lambda land: land.power)

    @property
    def weakest(self) -> Land:
        """The one with the smallest share of power."""
        return self.least(lambda land: land.power)

    def friendliest_to(self, state: object) -> Land:
        """Who feels most for a state, of those not in open quarrel with it; of equal ones the richest."""
        one = self._scene.state(state)
        calm = self.without(one, *one.enemies) if one else self[:0]
        return calm._best(lambda land: land.attitude_to(one), lambda land: land.economy)

    def most_threatening_to(self, state: object) -> Land:
        """The largest threat to a state; Nobody if none threatens it at all."""
        one = self._scene.state(state)
        return self.where(lambda land: one.threat_from(land) > 0).most(one.threat_from)

    def _best(self, key: Callable[[Land], float], then: Callable[[Land], float]) -> Land:
        order: Callable[[Land], Any] = lambda land: (key(land), then(land), land._rank)  # noqa: E731
        return max(self._items, key=order, default=self._nothing())
