"""The notation of stories: a turn is a line, `AV: ally BR, guns; BR: yes pact AV`.

States go by their codes, regions by their ids. `play(world, line, line, ...)` gives the `Tale` of what
happened; an order that the rules refuse is an error unless its line says `(refused: code)`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.events import Event, tell
from game.opponents.choose import choose, numbers
from game.orders.aim import AIMS
from game.orders.joint import problems
from game.orders.kind import Order, Terms
from game.orders.sheet import draft_of, orders_of, write
from game.orders.terms import GOODS
from game.phases import Step, resolve
from game.phases.record import Record
from game.view import outlook
from game.world import World
from game.world.setting import FULL
from tests.worlds import start

TIES = ("pact", "trade", "nonaggression", "guarantee", "access")

WORDS = {
    "guns": ("budget", "guns"),
    "balanced": ("budget", "balanced"),
    "butter": ("budget", "butter"),
    "shield": ("posture", "shield"),
    "both": ("posture", "both"),
    "sword": ("posture", "sword"),
    "ally": ("ally", "pact"),
    "offer trade": ("treaty", "trade"),
    "offer nonaggression": ("treaty", "nonaggression"),
    "guarantee": ("guarantee", "all"),
    "ally secretly": ("ally", "secret"),
    "yes secret": ("answer", "secret_yes"),
    "no secret": ("answer", "secret_no"),
    "reform": ("reform", "emulate"),
    "close": ("access", "close"),
    **{f"move {what}": ("congress", what) for what in ("censure", "restrain", "mandate")},
    "yes vote": ("answer", "vote_yes"),
    "no vote": ("answer", "vote_no"),
    **{f"keep {name}": ("aim", name) for name in AIMS},
    "guarantee one": ("guarantee", "one"),
    "send arms": ("support", "arms"),
    "send money": ("support", "money"),
    "censure": ("sanction", "diplomatic"),
    "embargo": ("sanction", "economic"),
    "lift": ("sanction", "lift"),
    "demand": ("demand", "region"),
    "demand end_sanctions": ("demand", "end_sanctions"),
    "demand disarm": ("demand", "disarm"),
    "demand end_pacts": ("demand", "end_pacts"),
    "attack": ("attack", "war"),
    "peace as_held": ("peace", "as_held"),
    "peace as_before": ("peace", "as_before"),
    "join": ("answer", "join"),
    "say no_land": ("declare", "no_land"),
    "say defend": ("declare", "defend"),
    "say warn": ("declare", "warn"),
    "say friend": ("declare", "friend"),
    **{f"notice {tie}": ("withdraw", f"{tie}_notice") for tie in TIES},
    **{f"break {tie}": ("withdraw", f"{tie}_now") for tie in TIES},
    **{f"yes {topic}": ("answer", f"{topic}_yes") for topic in ("pact", "trade", "nonaggression", "peace", "demand")},
    **{f"no {topic}": ("answer", f"{topic}_no") for topic in ("pact", "trade", "nonaggression", "peace", "demand")},
    **{f"counter {topic}": ("answer", f"{topic}_counter") for topic in ("pact", "trade", "nonaggression", "demand")},
    "yes settle": ("answer", "settle_yes"),
    "no settle": ("answer", "settle_no"),
    "yes call": ("answer", "call_yes"),
    "no call": ("answer", "call_no"),
}
"""Every word of the notation and the order that it stands for; `budget .5 .3 .2` sets the sliders."""

_REFUSED = re.compile(r"\s*\(refused: (\w+)\)$")


@dataclass(frozen=True)
class Tale:
    """What happened: the world before the first turn and after every turn, and the events of each."""

    worlds: tuple[World, ...]
    steps: tuple[list[Step], ...]

    @property
    def world(self) -> World:
        """The world at the end."""
        return self.worlds[-1]

    def events(self, turn: int = -1) -> list[Event]:
        """What was told of a turn, the last one by default."""
        return tell(0, self.steps[turn])

    def told(self, kind: str, *codes: str) -> bool:
        """Whether an event of a kind with these actors, in this order, happened in any turn."""
        actors = tuple(seat(self.world, code) for code in codes)
        happened = [e for steps in self.steps for e in tell(0, steps)]
        return any(e.kind == kind and e.actors[: len(actors)] == actors for e in happened)

    def record(self, phase: str, turn: int = -1) -> Record:
        """What a phase recorded in a turn, the last one by default."""
        return next(record for each, _world, record in self.steps[turn] if each.name == phase)

    def get(self, column: str, *places: str, turn: int = -1) -> Any:
        """One entry of a column after a turn: `tale.get("pact", "AV", "BR")`."""
        return get(self.worlds[turn], column, *places)


def seat(world: World, code: str) -> int:
    """Index of a state by its code."""
    return world.setting.codes.index(code)


def region(world: World, name: str) -> int:
    """Index of a region by its id."""
    return world.setting.region_ids.index(name)


def get(world: World, column: str, *places: str) -> Any:
    """One entry of a column by codes of states or the id of a region."""
    at = tuple(seat(world, p) if p in world.setting.codes else region(world, p) for p in places)
    return world.values()[column][at].item()


def put(world: World, **entries: Mapping[str, Any]) -> World:
    """Change entries of columns by hand: `put(world, cohesion={"AV": .1}, pact={"AV BR": True, "BR AV": True})`.

    At level full the arms that are put somewhere are what all believe them to be, unless `published` says otherwise.
    """
    changes = {}
    if "arms" in entries and world.setting.level == FULL:
        entries["published"] = {**entries["arms"], **entries.get("published", {})}
    for column, values in entries.items():
        array = world.values()[column].copy()
        for places, value in values.items():
            at = tuple(seat(world, p) if p in world.setting.codes else region(world, p) for p in places.split())
            array[at] = value
        changes[column] = array
    return world.but(**changes)


def under(world: World, **changes: float) -> World:
    """The same world under changed rules: `under(world, campaigns__cap=1.0)`."""
    return World(dataclasses.replace(world.setting, rules=world.setting.rules.but(**changes)), world.values())


def order(world: World, words: str) -> Order:
    """Read one order: `ally BR`, `demand tarrow`, `guns`, `budget .5 .3 .2`."""
    if words.endswith("}"):
        plain, _brace, said = words[:-1].partition("{")
        return dataclasses.replace(order(world, plain.strip()), terms=_terms(world, said.split()))
    first, *rest = words.split()
    if first == "budget":
        arms, growth, home = (float(x) for x in rest)
        return Order("budget", "sliders", None, (arms, growth, home))
    if words in WORDS:
        return Order(*WORDS[words])
    verb, _space, target = words.rpartition(" ")
    kind, choice = WORDS[verb]
    place = region(world, target) if (kind, choice) == ("demand", "region") else seat(world, target)
    return Order(kind, choice, place)


def _terms(world: World, words: list[str]) -> Terms:
    """Read terms: `{turns 3 give money}`, `{ask tarrow}`, `{against ES}`."""
    found: dict[str, Any] = {}
    for name, value in zip(words[::2], words[1::2], strict=True):
        if name == "turns":
            found[name] = int(value)
        elif name == "against":
            found[name] = seat(world, value)
        elif value in GOODS:
            found[name] = value
        else:
            found |= {name: "region", "region": region(world, value)}
    return Terms(**found)


def line(world: World, text: str) -> dict[int, list[Order]]:
    """Read a turn's line; orders that stand, by state. Raises AssertionError where the rules say otherwise."""
    given: dict[int, list[Order]] = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        code, _colon, words = part.partition(":")
        actor = seat(world, code.strip())
        for phrase in words.split(","):
            _add(world, actor, given.setdefault(actor, []), phrase.strip())
    return given


def _add(world: World, actor: int, draft: list[Order], phrase: str) -> None:
    expected = _REFUSED.search(phrase)
    wanted = order(world, _REFUSED.sub("", phrase))
    codes = [refusal.code for refusal in problems(world, actor, draft, wanted)]
    if expected:
        assert expected[1] in codes, f"{phrase}: expected to be refused, found {codes}"
        return
    assert not codes, f"{world.setting.codes[actor]}: {phrase}: refused for {codes}"
    draft.append(wanted)


def play(world: World | str, *lines: str, minds: Mapping[str, str] | None = None, seed: int = 1) -> Tale:
    """Play a line a turn. `minds` are doctrines by state code for those who are not told what to do."""
    if isinstance(world, str):
        world = start(world, seed)
    who = numbers([(minds or {}).get(code, "") for code in world.setting.codes])
    worlds, steps = [world], []
    for text in lines:
        given = line(world, text)
        told = np.isin(np.arange(world.n), list(given))
        own, other = draft_of(world, given), choose(outlook(world), who).draft
        world, resolved = resolve(world, write(world, own.where(told, other)))
        worlds.append(world)
        steps.append(resolved)
    return Tale(tuple(worlds), tuple(steps))


def wishes(world: World, doctrine: str, code: str) -> set[Order]:
    """What a doctrine would order on a state's seat now."""
    who = numbers([doctrine if each == code else "" for each in world.setting.codes])
    return set(orders_of(world, choose(outlook(world), who).draft)[seat(world, code)])
