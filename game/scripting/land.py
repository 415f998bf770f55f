"""Land: a state as the script's own state sees it: only what a player could see, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.language import _
from game.measures.power import economy, power, usable
from game.measures.reach import contact
from game.measures.scores import scores
from game.measures.threat import threat, vulnerable
from game.measures.ties import at_war, bound
from game.scripting.dealings import Dealings
from game.scripting.errors import Mistake
from game.world import Bools

if TYPE_CHECKING:
    from game.scripting.lands import Lands
    from game.scripting.regions import Region, Regions

STANCES = ("shield", "both", "sword")


class Land(Dealings):
    """A state: readings that are public, or what your state would guess of the rest."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            text = _("compare a state with a state: world[“{name}”], or its code with a text: state.code == “{name}”")
            raise Mistake(text.format(name=other))
        return isinstance(other, Land) and (other._index, other._world.setting) == (self._index, self._world.setting)

    def __hash__(self) -> int:
        return hash(self._index)

    def __repr__(self) -> str:
        return self.name

    def _title(self) -> str:
        return _("a state")

    @property
    def _rank(self) -> int:
        return int(self._world.setting.keys["N"][self._index]) if self else -1

    def _number(self, values: NDArray[Any]) -> float:
        return float(values[self._index]) if self else 0.0

    def _lands(self, mask: Bools) -> Lands:
        """Those of a row [N] of a mask, alive."""
        found = np.flatnonzero(mask & self._world.alive).tolist() if self else []
        return self._scene.lands(i for i in found if i != self._index)

    # who it is

    @property
    def name(self) -> str:
        """Its name: “France”."""
        return self._world.setting.names[self._index] if self else _("nobody")

    @property
    def code(self) -> str:
        """Its two letters, as in `world["FR"]`."""
        return self._world.setting.codes[self._index] if self else ""

    @property
    def id(self) -> str:
        """Its stable id: “france”."""
        return self._world.setting.ids[self._index] if self else ""

    @property
    def is_me(self) -> bool:
        """It is your own state."""
        return self._index == self._scene.viewer

    @property
    def alive(self) -> bool:
        """It still exists."""
        return bool(self._number(self._world.alive))

    # what it has

    @property
    def power(self) -> float:
        """Its share of all power, 0..1: the mean of its shares in economy and usable arms."""
        return self._number(power(self._world))

    @property
    def economy(self) -> float:
        """Its economy in points; all states of a scenario start with about 100 together."""
        return self._number(economy(self._world))

    worth = economy
    """What `richest` compares."""

    @property
    def arms(self) -> float:
        """Its stock of arms in points; at level full, of others, the figure that is published."""
        return self._number(self._world.arms)

    @property
    def usable_arms(self) -> float:
        """Its arms x quality x cohesion, less the garrisons on land that it has taken."""
        return self._number(usable(self._world))

    @property
    def quality(self) -> float:
        """Quality of its arms, .6..1.4."""
        return self._number(self._world.quality)

    @property
    def cohesion(self) -> float:
        """How far its people stand together, 0..1."""
        return self._number(self._world.cohesion)

    @property
    def reputation(self) -> float:
        """Whether it keeps its word when called on, 0..1."""
        return self._number(self._world.reputation)

    @property
    def aggression(self) -> float:
        """Its public record of attacks and demands, 0..1."""
        return self._number(self._world.aggression)

    @property
    def sea_power(self) -> float:
        """How much of its force is afloat, 0..1."""
        return self._number(self._world.sea_power)

    @property
    def stance(self) -> str:
        """Its posture: “shield”, “both” or “sword”."""
        return STANCES[int(self._world.posture[self._index])] if self else ""

    @property
    def broken_promises(self) -> int:
        """How many promises it has broken."""
        return int(self._number(self._world.broken))

    @property
    def score(self) -> float:
        """Its score if the game ended now, 0..100."""
        return self._number(scores(self._world))

    @property
    def vulnerable(self) -> bool:
        """Some rival with its partners could beat it with its own."""
        return bool(self._number(vulnerable(self._world)))

    @property
    def regions(self) -> Regions:
        """The regions that it holds."""
        return self._scene.regions(np.flatnonzero(self._world.owner == self._index).tolist())

    @property
    def capital(self) -> Region:
        """Its capital; Nowhere if it has none."""
        return self._scene.region(int(self._world.capital[self._index]) if self else -1)

    # whom it deals with

    @property
    def at_war(self) -> bool:
        """It is in some war."""
        return bool(self._number(at_war(self._world)))

    @property
    def partners(self) -> Lands:
        """States with which a pact or a guarantee stands, either way."""
        return self._lands(bound(self._world)[self._index])

    @property
    def neighbours(self) -> Lands:
        """States across a land border or a narrow sea."""
        return self._lands(contact(self._world)[self._index])

    @property
    def enemies(self) -> Lands:
        """States in open quarrel with it: a war, sanctions or a demand stands between the two.

        Of another state only those whom you could side with or against: neither you nor who fights you.
        """
        w, i = self._world, self._index
        open_ = w.war[i] | (w.sanction[i] > 0) | (w.sanction[:, i] > 0) | (w.demand[i] > 0) | (w.demand[:, i] > 0)
        if self.is_me:
            return self._lands(open_)
        me = self._scene.viewer
        return self._lands(open_ & ~w.war[me] & (np.arange(w.n) != me))

    @property
    def rivals(self) -> Lands:
        """States that are no partners of it and a threat that counts, as far as you can tell."""
        rows = threat(self._world)[self._index] > self._world.setting.rules.threat.counts
        return self._lands(rows & ~bound(self._world)[self._index])


class Nobody(Land):
    """No state: false, every reading 0 or empty, every order to it skipped."""

    __slots__ = ()

    def _title(self) -> str:
        return _("Nobody (an empty group was asked for a state)")
