"""Region: a piece of land as scripts see it; and groups of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.language import _
from game.orders.common import bordering
from game.scripting.errors import Mistake
from game.scripting.frozen import OnMap
from game.scripting.groups import Group

if TYPE_CHECKING:
    from game.scripting.land import Land


class Region(OnMap):
    """A region of the map. Nowhere, the region of an empty group, is false and all its readings are 0."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            raise Mistake(_("compare a region with a region: world.region(“{name}”)").format(name=other))
        if not isinstance(other, Region):
            return False
        return (other._index, other._scene.world.setting) == (self._index, self._scene.world.setting)

    def __hash__(self) -> int:
        return hash(self._index)

    def __repr__(self) -> str:
        return self.name

    def _title(self) -> str:
        return _("a region")

    @property
    def _rank(self) -> int:
        return int(self._scene.world.setting.keys["R"][self._index]) if self else -1

    @property
    def name(self) -> str:
        """Its name: “Alsace”."""
        return self._scene.world.setting.region_names[self._index] if self else _("nowhere")

    @property
    def id(self) -> str:
        """Its stable id."""
        return self._scene.world.setting.region_ids[self._index] if self else ""

    @property
    def owner(self) -> Land:
        """The state that holds it."""
        return self._scene.land(int(self._scene.world.owner[self._index]) if self else -1)

    @property
    def core(self) -> Land:
        """The state whose core land it is, whoever holds it."""
        return self._scene.land(int(self._scene.world.core[self._index]) if self else -1)

    @property
    def wealth(self) -> float:
        """What it is worth in points when fully integrated."""
        return float(self._scene.world.wealth[self._index]) if self else 0.0

    worth = wealth
    """What `richest` compares."""

    @property
    def integration(self) -> float:
        """How far it is part of its owner, 0..1."""
        return float(self._scene.world.integration[self._index]) if self else 0.0

    @property
    def terrain(self) -> float:
        """Factor of defence: 1 plain, 1.4 mountains."""
        return float(self._scene.world.terrain[self._index]) if self else 0.0

    @property
    def is_capital(self) -> bool:
        """It is the capital of the state that holds it."""
        return bool(self) and int(self._scene.world.capital[self.owner._index]) == self._index

    @property
    def neighbours(self) -> Regions:
        """Regions next to it by land or over a narrow sea."""
        ways = self._scene.world.setting.ways
        near = np.unique(ways[ways[:, 0] == self._index, 1]).tolist()
        return self._scene.regions(near)

    def borders(self, state: object) -> bool:
        """It touches land of that state, by land or over a narrow sea."""
        land = self._scene.state(state)
        return bool(self and land and bordering(self._scene.world)[land._index, self._index])


class Regions(Group[Region]):
    """Several regions."""

    __slots__ = ()

    def _nothing(self) -> Region:
        return self._scene.region(-1)

    def _one(self, item: object) -> Region:
        return self._scene.place(item)

    def _title(self) -> str:
        return _("a group of regions")

    def near(self, state: object) -> Regions:
        """Those that touch land of a state: what it could demand."""
        return self.where(lambda region: region.borders(state))
