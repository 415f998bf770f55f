"""Everything that a script can read of a world, as plain text: for comparing two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.scripting.api import Group, Land, Me, Offer, Region, Seen

MUTABLE = ("random", "memory")
PAIRS = (
    "allied_with",
    "at_war_with",
    "attitude_to",
    "began_war_on",
    "borders",
    "backs_against",
    "bound_to",
    "can_be_beaten_by",
    "closes_to",
    "demands_of",
    "guarantees",
    "has_cause_against",
    "moves_against",
    "promised_peace_to",
    "reach_to",
    "sanctions_on",
    "secretly_allied_with",
    "threat_from",
    "trades_with",
)
"""Methods of a state that read something about another."""


def public(kind: type) -> list[str]:
    """Names of a class that scripts may use."""
    return [name for name in dir(kind) if not name.startswith("_")]


def readings(me: Me, world: Seen) -> list[str]:
    """Every reading of the world, one a line."""
    return list(_readings(me, world))


def _readings(me: Me, world: Seen) -> Iterator[str]:
    yield from _values("world", world)
    yield f"chance {me.random.random()}"
    for offer in me.offers:
        yield from _values("offer", offer)
    for move in me.options():
        yield f"option {move} {move.order}"
    for region in world.regions:
        yield from _values(f"region {region.id}", region)
    for land in world.states:
        yield from _values(land.code, land)
        for other in world.states:
            for name in PAIRS:
                yield f"{land.code} {name} {other.code} {getattr(land, name)(other)!r}"
            for tie in ("pact", "trade", "nonaggression"):
                yield f"{land.code} {tie} {other.code} {land.turns_of(tie, other)}"
    yield f"friend {world.friendliest_to(me)} danger {world.most_threatening_to(me)}"


def _values(title: str, thing: Any) -> Iterator[str]:
    for name in public(type(thing)):
        value = None if name in MUTABLE else getattr(thing, name)
        if isinstance(value, Land | Region | Offer):
            yield f"{title} {name} {value!r}"
        elif isinstance(value, Group | list):
            yield f"{title} {name} {[repr(each) for each in value]}"
        elif not callable(value):
            yield f"{title} {name} {value!r}"
