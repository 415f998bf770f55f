"""Feelings as lists of terms: what anybody would assume, what is remembered, what the year to come adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.events import Event
from game.language import _, mark
from game.measures.feelings import assumed, deeds, flow, outrage
from game.view import View

__all__ = ["Feelings", "Term", "feelings"]

Pairs = tuple[tuple[float, ...], ...]
_ASSUMED = {
    "promise": mark("a promise of defence"),
    "war": mark("at war"),
    "record": mark("the record of aggression"),
}
_FLOW = {
    "pact": mark("the pact"),
    "trade": mark("trade"),
    "sanctions": mark("sanctions"),
    "fading": mark("feelings fade"),
}
_DEEDS = {
    "attack": mark("attacked"),
    "surprise": mark("attacked by surprise"),
    "demand": mark("a demand"),
    "honoured": mark("a promise kept"),
    "abandoned": mark("left alone"),
    "broken": mark("a word broken"),
    "support": mark("support"),
}
_ATTACKS = ("attack", "surprise")
_LEAST = 0.005  # what is left of a deed below it is forgotten


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a feeling: what, by how much, and in which turn it was done (None: it stands)."""

    says: str
    value: float
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Feelings:
    """The terms of all attitudes on one view; pairs are actor then target."""

    assumed_: dict[str, Pairs]
    flow_: dict[str, Pairs]
    deeds: dict[str, float]
    outrage: float
    fades: float  # part of an attitude that a turn takes away

    def assumed(self, actor: int, target: int) -> Iterator[Term]:
        """Yield what outsiders assume of one's attitude to another."""
        return _terms(self.assumed_, _ASSUMED, actor, target)

    def flow(self, actor: int, target: int) -> Iterator[Term]:
        """Yield what the year to come adds, as things stand."""
        return _terms(self.flow_, _FLOW, actor, target)

    def remembered(self, events: Sequence[Event], actor: int, target: int, turn: int) -> Iterator[Term]:
        """Yield what is left now, in a turn counted from 0, of the target's deeds to the actor."""
        elsewhere = 0.0
        for event in events:
            if event.actors[:2] == (target, actor) and event.kind in self.deeds:
                done = self._left(self.deeds[event.kind], turn - event.turn)
                if abs(done) >= _LEAST:
                    yield Term(_(_DEEDS[event.kind]), done, event.turn)
            elif event.actors[0] == target and event.kind in _ATTACKS:
                elsewhere += self._left(self.outrage, turn - event.turn)
        if elsewhere:
            yield Term(_("attacks on others"), elsewhere)

    def _left(self, done: float, turns: int) -> float:
        """What is left of an effect after some turns."""
        for _turn in range(turns):
            done *= 1.0 - self.fades
        return done


def _terms(tables: dict[str, Pairs], words: dict[str, str], actor: int, target: int) -> Iterator[Term]:
    for name, table in tables.items():
        if abs(table[actor][target]) >= 0.0005:
            yield Term(_(words[name]), table[actor][target])


def feelings(view: View) -> Feelings:
    """Read the terms of all attitudes from a view: those of others are what may be guessed of them."""
    return Feelings(
        {name: tuple(map(tuple, table.tolist())) for name, table in assumed(view).items()},
        {name: tuple(map(tuple, (table * view.setting.years).tolist())) for name, table in flow(view).items()},
        deeds(view),
        outrage(view),
        min(1.0, view.setting.rules.opinion.attitude_drift * view.setting.years),
    )
