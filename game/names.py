"""What pacts, crises and wars are called: names by keyed chance from places, the same in every replay.

Trade has no names: there is too much of it, and nobody speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from game.events import Event
from game.language import _, mark
from game.world import Ints, World
from game.world.chance import stable_key

__all__ = ["Affair", "Names"]

PACT, NONAGGRESSION, CRISIS, WAR = "pact", "nonaggression", "crisis", "war"
_TITLES = {
    PACT: mark("Pact of {place}"),
    NONAGGRESSION: mark("Convention of {place}"),
    CRISIS: mark("{place} Crisis"),
    WAR: mark("War of {place}"),
}
_ORDINALS = (mark("Second"), mark("Third"), mark("Fourth"), mark("Fifth"), mark("Sixth"))
_SIGNED = {"pact_signed": PACT, "nonaggression_signed": NONAGGRESSION}
_NEW = {
    PACT: mark("{0} and {1} sign the {name}."),
    NONAGGRESSION: mark("{0} and {1} promise not to attack each other in the {name}."),
}
_RENEWED = mark("{0} and {1} renew the {name}.")
_IN_CRISIS = {
    "demand": mark("{sentence} The {name} begins."),
    "conceded": mark("{0} gives way to {1} in the {name}."),
    "refused": mark("{0} refuses the demand of {1} in the {name}."),
    "countered": mark("{0} offers {1} something else than it demands in the {name}."),
    "settled": mark("{0} takes what {1} offers, and the {name} is over."),
    "dropped": mark("{0} drops its demand on {1} and loses face: the {name} is over."),
}
_IN_WAR = {
    "honoured": mark("{0} honours its promise and comes to the aid of {1} in the {name}."),
    "joined": mark("{0} joins the {name} against {1}."),
    "peace": mark("{0} and {1} make peace in the {name}."),
}
_BEGINS = mark("{sentence} The {name} begins.")
_SPREADS = mark("{0} falls upon {1} in the {name}.")
_BROKEN = mark("{0} breaks the {name} with {1}.")
_OVER = mark("The {name} between {0} and {1} runs out.")
_FEW, _LONGEST = 2, 16


@dataclass(slots=True)
class Affair:
    """A pact, promise of peace, crisis or war: its name, who was in it, when it began and ended (None: it lasts).

    Turns count from 0. `states` are in the order in which they came in: for a crisis who demanded and of whom,
    for a war who attacked whom, then who joined.
    """

    kind: str
    name: str
    states: list[int]
    began: int
    ended: int | None = None


@dataclass(eq=False)
class Names:
    """All affairs of a game, in the order in which they began; `christen` puts their names into events."""

    affairs: list[Affair] = field(default_factory=list)

    def christen(self, events: Sequence[Event], before: World, after: World) -> list[Event]:
        """Name what begins in a turn, close what ends, and tell the turn's events by name."""
        turn = int(before.turn)
        self._adopt(before)
        told = [self._told(event, before, after) for event in events]
        for affair in self.affairs:
            if affair.ended is None and not _lasts(affair, after):
                affair.ended = turn
        return told

    def between(self, kind: str, one: int, other: int) -> Affair | None:
        """The affair of a kind that two states have with each other now."""
        pair = {one, other}
        return next((a for a in self._open(kind) if pair <= set(a.states)), None)

    def _open(self, kind: str) -> Iterable[Affair]:
        return (affair for affair in reversed(self.affairs) if affair.kind == kind and affair.ended is None)

    def _adopt(self, world: World) -> None:
        """Name the ties that nobody saw begin: those that a scenario starts with."""
        for kind in (PACT, NONAGGRESSION, WAR):
            for one, other in np.argwhere(np.triu(getattr(world, kind))).tolist():
                if self.between(kind, one, other) is None:
                    self._begin(kind, [one, other], world)

    def _begin(self, kind: str, states: list[int], world: World, region: int | None = None) -> Affair:
        ids = " ".join(world.setting.ids[state] for state in states)
        if region is None:
            places = [self._title(kind, world, each) for each in _regions(kind, states, world)]
            fresh = [name for name in places if all(affair.name != name for affair in self.affairs)] or places
            base = fresh[stable_key(f"{kind} {ids} {int(world.turn)}") % len(fresh)]
        else:
            base = self._title(kind, world, region)
        count = sum(affair.name.endswith(base) for affair in self.affairs)
        ordinal = _(_ORDINALS[min(count, len(_ORDINALS)) - 1]) + " " if count else ""
        self.affairs.append(Affair(kind, ordinal + base, states, int(world.turn)))
        return self.affairs[-1]

    def _title(self, kind: str, world: World, region: int) -> str:
        return _(_TITLES[kind]).format(place=_place(world.setting.region_names[region]))

    def _told(self, event: Event, before: World, after: World) -> Event:
        for tell in (self._treaty, self._crisis, self._war):
            text, affair = tell(event, before, after)
            if affair is not None:
                names = [before.setting.called(state) for state in event.actors]
                said = _(text).format(*names, name=affair.name, sentence=event.sentence)
                return replace(event, sentence=said[:1].upper() + said[1:])
        return event

    def _treaty(self, event: Event, before: World, after: World) -> tuple[str, Affair | None]:
        kind = _SIGNED.get(event.kind)
        pair = event.actors[:2]
        if kind is not None:
            known = self.between(kind, *pair)
            return (_RENEWED, known) if known else (_NEW[kind], self._begin(kind, list(pair), before))
        if event.kind in ("ended", "broken") and before.pact[pair] and not after.pact[pair]:
            return _OVER if event.kind == "ended" else _BROKEN, self.between(PACT, *pair)
        return "", None

    def _crisis(self, event: Event, before: World, after: World) -> tuple[str, Affair | None]:
        text = _IN_CRISIS.get(event.kind)
        if text is None:
            return "", None
        affair = self.between(CRISIS, *event.actors[:2])
        if affair is None and event.kind == "demand":
            affair = self._begin(CRISIS, list(event.actors[:2]), before, event.region)
        return text, affair

    def _war(self, event: Event, before: World, after: World) -> tuple[str, Affair | None]:
        """An attack begins a war, or widens one that its victim is in; who joins or helps is in it, too."""
        one, *rest = event.actors
        if event.kind in ("attack", "surprise"):
            affair = self._war_of(rest[0])
            text = _BEGINS if affair is None else _SPREADS
            affair = affair or self._begin(WAR, [one, rest[0]], before)
        elif event.kind in _IN_WAR and event.theme != "soft":
            affair, text = self._war_of(rest[0]), _IN_WAR[event.kind]
        else:
            return "", None
        if affair is not None and one not in affair.states:
            affair.states.append(one)
        return text, affair

    def _war_of(self, state: int) -> Affair | None:
        return next((affair for affair in self._open(WAR) if state in affair.states), None)


def _lasts(affair: Affair, after: World) -> bool:
    """Say whether an affair goes on after a turn: a war while any two of those in it fight."""
    if affair.kind == WAR:
        return bool(after.war[np.ix_(affair.states, affair.states)].any())
    pair = affair.states[0], affair.states[1]
    if affair.kind == CRISIS:
        return bool(after.demand[pair] > 0 or after.refused[pair])
    return bool(getattr(after, affair.kind)[pair])


def _regions(kind: str, states: Sequence[int], world: World) -> list[int]:
    """Where it may be named for: a war on the victim's border, anything else on the land of those in it."""
    owner = world.owner
    wanted: list[Callable[[], Ints]] = [lambda: np.flatnonzero(np.isin(owner, states))]
    if kind == WAR:
        wanted = [lambda: _border(world, states[0], states[1]), lambda: np.flatnonzero(owner == states[1]), *wanted]
    found = next((places for places in (draw() for draw in wanted) if places.size), np.arange(owner.size)).tolist()
    short = [region for region in found if len(_place(world.setting.region_names[region])) <= _LONGEST]
    return short if len(short) >= _FEW else found


def _border(world: World, attacker: int, victim: int) -> Ints:
    """Regions of the victim next to the attacker's by land or sea."""
    ways = world.setting.ways
    near = (world.owner[ways[:, 0]] == attacker) & (world.owner[ways[:, 1]] == victim)
    return np.unique(ways[near, 1])


def _place(region: str) -> str:
    """The first of the places that a region is named for: “Normandy” of “Normandy and the Loire”."""
    return re.split(r", | and ", region)[0]
