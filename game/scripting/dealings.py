"""Dealings: what stands between a state and another, as far as the script's own state can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from game.language import _
from game.measures.reach import borders, reach
from game.measures.threat import beatable, threat
from game.measures.ties import bound
from game.scripting.frozen import OnMap
from game.world import World

if TYPE_CHECKING:
    pass

SANCTIONS = ("", "diplomatic", "economic")
DEMANDS = ("", "region", "end_sanctions", "disarm", "end_pacts")
TIES = ("pact", "trade", "nonaggression", "guarantee")
CLOSURE = "access"
MOTIONS = ("", "censure", "restrain", "mandate")


class Dealings(OnMap):
    """A state towards others: each reading takes the other as a state or by its name."""

    __slots__ = ()

    @property
    def _world(self) -> World:
        return self._scene.world

    def _pair(self, values: NDArray[Any], other: object) -> float:
        target = self._scene.state(other)
        return float(values[self._index, target._index]) if self and target else 0.0

    def at_war_with(self, other: object) -> bool:
        """The two are at war."""
        return bool(self._pair(self._world.war, other))

    def began_war_on(self, other: object) -> bool:
        """It attacked the other, in a war that still runs."""
        return bool(self._pair(self._world.began, other))

    def allied_with(self, other: object) -> bool:
        """A pact of mutual defence stands between the two."""
        return bool(self._pair(self._world.pact, other))

    def secretly_allied_with(self, other: object) -> bool:
        """A secret pact stands between the two: you know of your own alone."""
        return bool(self._pair(self._world.secret, other))

    def bound_to(self, other: object) -> bool:
        """A promise of defence stands between the two, either way: a pact or a guarantee."""
        return bool(self._pair(bound(self._world), other))

    def guarantees(self, other: object) -> bool:
        """It has promised to defend the other."""
        return bool(self._pair(self._world.guarantee, other))

    def trades_with(self, other: object) -> bool:
        """A trade treaty stands between the two."""
        return bool(self._pair(self._world.trade, other))

    def promised_peace_to(self, other: object) -> bool:
        """The two have promised not to attack each other."""
        return bool(self._pair(self._world.nonaggression, other))

    def sanctions_on(self, other: object) -> str:
        """Its sanctions on the other: “” none, “diplomatic” or “economic”."""
        return SANCTIONS[int(self._pair(self._world.sanction, other))]

    def closes_to(self, other: object) -> bool:
        """It denies the other its bases, ports and transit."""
        return bool(self._pair(self._world.closed, other))

    def moves_against(self, other: object) -> str:
        """What it has moved in the congress, voted on this turn: “” nothing, “censure”, “restrain” or “mandate”."""
        return MOTIONS[int(self._pair(self._world.motion, other))]

    def backs_against(self, other: object) -> str:
        """The resolution in force on the other that it voted for: “” none, “restrain” or “mandate”."""
        return MOTIONS[int(self._pair(self._world.backing, other))]

    def demands_of(self, other: object) -> str:
        """What it demands of the other: “” nothing, “region”, “end_sanctions”, “disarm” or “end_pacts”."""
        return DEMANDS[int(self._pair(self._world.demand, other))]

    def has_cause_against(self, other: object) -> bool:
        """The other refused its demand: an attack would be no surprise."""
        return bool(self._pair(self._world.refused, other))

    def turns_of(self, tie: str, other: object) -> int:
        """Turns that a “pact”, “trade” or “nonaggression” still has to run; 0 without one."""
        word = self._scene.word(tie, TIES[:3], _("a treaty"))
        return int(self._pair(getattr(self._world, word + "_term"), other))

    def borders(self, other: object) -> bool:
        """The two share a land border."""
        return bool(self._pair(borders(self._world), other))

    def reach_to(self, other: object) -> float:
        """Part of its force that arrives at the other, 0..1."""
        return self._pair(reach(self._world), other)

    def threat_from(self, other: object) -> float:
        """Threat that the other is to it, 0..3 (Walt): power, nearness, offence, intent; others' fears are guesses."""
        return self._pair(threat(self._world), other)

    def can_be_beaten_by(self, other: object) -> bool:
        """The other with its partners could beat it with its own; never true of partners."""
        return self._pair(beatable(self._world), other) > 1.0

    def attitude_to(self, other: object) -> float:
        """What it feels for the other, -1..1: yours is known, others' are guessed from public deeds."""
        return self._pair(self._world.attitude, other)
