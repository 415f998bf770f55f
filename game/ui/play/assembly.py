"""What the congress does with a state: motions before it, resolutions in force, how it voted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.language import _, mark, plural
from game.orders.congress import CENSURE, MANDATE, RESTRAIN
from game.ui.play.reading import Reading
from game.view import View

__all__ = ["Matter", "matters"]

_VOTES = 4  # past votes that are told
_MOVED_ON = {
    CENSURE: mark("Its censure is put to the vote"),
    RESTRAIN: mark("Its restraint is put to the vote"),
    MANDATE: mark("A mandate against it is put to the vote"),
}
_MOVED_BY = {
    CENSURE: mark("It moved to censure {name}"),
    RESTRAIN: mark("It moved to restrain {name}"),
    MANDATE: mark("It moved for a mandate against {name}"),
}
_ON = {RESTRAIN: mark("Restrained by the congress"), MANDATE: mark("Under a mandate of the congress")}
_BY = {RESTRAIN: mark("Voted to restrain {name}"), MANDATE: mark("Voted for the mandate against {name}")}
_PAST = ("vote", "resolution", "motion")  # kinds of events


@dataclass(frozen=True, slots=True)
class Matter:
    """One line about a state: what it is, who stood for it, how long it runs or when it was; `grave` against it."""

    words: str
    who: str = ""
    right: str = ""
    grave: bool = False


def matters(reading: Reading, view: View, state: int) -> list[Matter]:
    """Return what is open, what is in force and the last votes of a state; nothing where it has no part in any."""
    return [*_open(reading, view, state), *_in_force(reading, view, state), *_voted(reading, state)]


def _open(reading: Reading, view: View, state: int) -> Iterator[Matter]:
    now = _("this turn")
    for target in np.flatnonzero((view.motion > 0).any(0)).tolist():
        movers = np.flatnonzero(view.motion[:, target] > 0).tolist()
        kind = int(view.motion[movers[0], target])
        if target == state:
            moved = _("moved by {names}").format(names=_names(reading, movers))
            yield Matter(_(_MOVED_ON[kind]), moved, now, grave=True)
        elif state in movers:
            yield Matter(_(_MOVED_BY[kind]).format(name=_name(reading, target)), "", now)


def _in_force(reading: Reading, view: View, state: int) -> Iterator[Matter]:
    for target in np.flatnonzero((view.backing > 0).any(0)).tolist():
        voters = np.flatnonzero(view.backing[:, target] > 0).tolist()
        kind, term = int(view.backing[voters[0], target]), int(view.backing_term[voters[0], target])
        left = plural("{n} turn", "{n} turns", term)
        if target == state:
            yield Matter(_(_ON[kind]), _("voted by {names}").format(names=_names(reading, voters)), left, grave=True)
        elif state in voters:
            yield Matter(_(_BY[kind]).format(name=_name(reading, target)), "", left)


def _voted(reading: Reading, state: int) -> Iterator[Matter]:
    """Yield its last votes, and what the congress resolved on it, the newest first."""
    past = [each for each in reading.chronicle if each.kind in _PAST and each.actors[0] == state]
    for event in sorted(past, key=lambda each: -each.turn)[:_VOTES]:
        yield Matter(event.sentence, "", reading.date_of(event.turn))


def _names(reading: Reading, states: Sequence[int]) -> str:
    return ", ".join(_name(reading, state) for state in states)


def _name(reading: Reading, state: int) -> str:
    return _("us") if state == reading.me else reading.nations[state].spoken
