"""What an event did to its reader, measured: threat, power, treaties, partners, neighbours; the largest is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.events import Event
from game.language import _, mark
from game.measures.blocs import AFRAID, AGAINST, WITH, sides
from game.measures.power import power
from game.measures.reach import borders
from game.measures.threat import threat
from game.ui.flow.faces import Face
from game.ui.theme import signed
from game.view import View

__all__ = ["FELT", "GREW", "NONE", "SLIGHT", "Effect", "Views", "effect_of", "threat_moved"]

Views = tuple[View, View]
FELT = 0.015
"""A change of threat below this is called none."""
GREW = 0.2
"""A change of a share of power, in points, that is worth a story."""
SLIGHT = 0.12
"""An effect below this, such as one's own doing, stands behind those that others had."""
_PER_THREAT, _PER_SHARE, _PER_BOUND = 8.0, 0.7, 0.06  # size of an effect per unit of threat, per point of power
_HEGEMON, _AIMED, _OUR_PARTNER, _NEXT_DOOR, _OUR_DOING = 3.0, 1.0, 0.7, 0.15, 0.1
_TO_US = {
    "surprise": ("bad", mark("{name} is at war with us"), 3.0),
    "attack": ("bad", mark("{name} is at war with us"), 3.0),
    "joined": ("bad", mark("{name} is at war with us"), 2.5),
    "region_taken": ("bad", mark("we have lost land"), 2.5),
    "region_freed": ("bad", mark("we have lost land"), 2.5),
    "demand": ("bad", mark("our answer is due"), 2.0),
    "abandoned": ("bad", mark("our pact was not kept"), 2.0),
    "broken": ("bad", mark("our treaty is broken"), 1.6),
    "honoured": ("good", mark("{name} fights at our side"), 1.6),
    "conceded": ("good", mark("we have what we asked for"), 1.5),
    "refused": ("bad", mark("we are refused, and may attack"), 1.4),
    "countered": ("even", mark("our answer is due"), 1.2),
    "guaranteed": ("good", mark("we have its guarantee"), 1.2),
    "closed": ("bad", mark("its ports are shut to us"), 1.0),
    "sanction": ("bad", mark("it costs us trade"), 0.9),
    "notice": ("bad", mark("our treaty will end"), 0.9),
    "lapsed": ("bad", mark("its promise to us is gone"), 0.9),
    "support": ("good", mark("it pays for our arms"), 0.8),
    "motion": ("bad", mark("the congress will vote on us"), 0.8),
    "sanction_lifted": ("good", mark("our trade may come back"), 0.7),
    "opened": ("good", mark("its ports are open to us"), 0.6),
    "offered": ("even", mark("our answer is due"), 0.3),
    "declined": ("even", mark("our offer is declined"), 0.3),
    "vote": ("even", mark("a vote on us"), 0.3),
}
"""What an act does to the state that it is addressed to: tone, words, size."""
_OURS = {
    "pact_signed": ("good", mark("{name} is bound to us"), 1.5),
    "secret": ("good", mark("{name} is bound to us"), 1.5),
    "peace": ("good", mark("our war with {name} is over"), 2.0),
    "trade_signed": ("good", mark("we gain by it"), 0.4),
    "nonaggression_signed": ("good", mark("one border less to watch"), 0.6),
    "ended": ("even", mark("nothing binds {name} to us now"), 0.6),
    "revealed": ("bad", mark("our secret pact is out"), 1.4),
}
"""What a bond of two does to either."""
_BY_US = {
    "region_taken": ("good", mark("we have won land"), 2.0),
    "region_freed": ("good", mark("our land is free again"), 2.0),
    "conceded": ("bad", mark("we have given way"), 1.5),
    "abandoned": ("bad", mark("our word is worth less"), 1.5),
    "broken": ("bad", mark("our word is worth less"), 1.2),
    "refused": ("bad", mark("they may attack us now"), 1.2),
    "honoured": ("even", mark("we are at war"), 1.5),
}
"""What the reader's own act does to it."""
_TROUBLE = {
    "demand": mark("it presses our partner {name}"),
    "attack": mark("our partner {name} is at war"),
    "surprise": mark("our partner {name} is at war"),
    "joined": mark("our partner {name} is at war"),
    "region_taken": mark("our partner {name} loses land"),
}
"""What troubles a partner to whom it is done."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a story did to the reader: how much (1 is plain to feel), tone, words; `of` is whose threat it tells."""

    size: float
    tone: str
    words: str
    of: int | None = None

    @property
    def said(self) -> str:
        """The words with the tone before them."""
        text = {"good": _("Good: {what}"), "bad": _("Bad: {what}")}.get(self.tone, _("Even: {what}"))
        return text.format(what=self.words)


NONE = Effect(0.0, "even", "")


def effect_of(event: Event, views: Views, reader: int | None, faces: Sequence[Face], told: set[int]) -> Effect:
    """Return the largest of all that an event did to its reader; of the threats, those not `told` yet.

    For the public nothing is good or bad, and only what is bound against the leader now is an effect.
    """
    if reader is None:
        bound = _newly_bound(event, views)
        return Effect(_PER_BOUND * bound, "", _bound_words(bound)) if bound else NONE
    found = [
        *_addressed(event, reader, faces),
        *_bound(event, views, reader),
        *_threats(event, views, reader, faces, told),
        *_share(event, views, reader),
        *_partner(event, views, reader, faces),
        *_near(event, views, reader),
        *_hegemon(event, reader),
    ]
    return max(found, key=lambda effect: effect.size, default=NONE)


def _addressed(event: Event, reader: int, faces: Sequence[Face]) -> Iterator[Effect]:
    """What is done to the reader, or by it together with another; its own act alone is its own doing."""
    if reader not in event.actors:
        return
    place = event.actors.index(reader)
    name = next((faces[actor].called for actor in event.actors if actor != reader), "")
    table = _OURS if event.kind in _OURS else _TO_US if place else _BY_US
    if place == 2:
        yield Effect(_AIMED, "bad", _("it is aimed at us"))
    elif event.kind in table:
        tone, words, size = table[event.kind]
        yield Effect(size, tone, _(words).format(name=name))
    elif place == 0:
        yield Effect(_OUR_DOING, "even", _("our own doing"))


def _newly_bound(event: Event, views: Views) -> float:
    """Points of power that were only afraid of the leader and are bound against it now."""
    if event.kind not in ("pact_signed", "guaranteed"):
        return 0.0
    before, after = views
    moved = [a for a in event.actors if sides(before)[a] == AFRAID and sides(after)[a] == AGAINST]
    return 100.0 * sum(float(power(after)[actor]) for actor in moved)


def _bound_words(points: float) -> str:
    return _("{n} % of all power now bound").format(n=round(points) or "<1")


def _bound(event: Event, views: Views, reader: int) -> Iterator[Effect]:
    points = _newly_bound(event, views)
    if points:
        tone = "bad" if int(sides(views[1])[reader]) == WITH else "good"
        yield Effect(max(_NEXT_DOOR, _PER_BOUND * points), tone, _bound_words(points))


def _threats(event: Event, views: Views, reader: int, faces: Sequence[Face], told: set[int]) -> Iterator[Effect]:
    """A state's threat moved once in a turn: it is told with one story alone, and none of the reader's own."""
    if event.actors[0] == reader and event.kind not in _OURS:
        return
    for state in dict.fromkeys(event.actors[:2]):
        moved = 0.0 if state == reader or state in told else threat_moved(views, reader, state)
        if abs(moved) >= FELT:
            words = _("threat of {name} to us {change}").format(name=faces[state].called, change=signed(moved))
            yield Effect(_PER_THREAT * abs(moved), "bad" if moved > 0 else "good", words, state)


def threat_moved(views: Views, reader: int, state: int) -> float:
    """How much more a state threatens the reader than a turn ago."""
    before, after = (float(threat(view)[reader, state]) for view in views)
    return after - before


def _share(event: Event, views: Views, reader: int) -> Iterator[Effect]:
    """The reader's share of power, where it fights, trades or is pressed."""
    before, after = (100.0 * float(power(view)[reader]) for view in views)
    if reader in event.actors and event.theme in ("war", "soft") and abs(after - before) >= GREW:
        words = _("our share of power {change}").format(change=signed(after - before, 1))
        yield Effect(_PER_SHARE * abs(after - before), "good" if after > before else "bad", words)


def _partner(event: Event, views: Views, reader: int, faces: Sequence[Face]) -> Iterator[Effect]:
    """Trouble of a state that the reader has promised to defend."""
    if event.kind not in _TROUBLE or reader in event.actors:
        return
    state = event.actors[1]
    if views[1].pact[reader, state] or views[1].guarantee[reader, state]:
        yield Effect(_OUR_PARTNER, "bad", _(_TROUBLE[event.kind]).format(name=faces[state].called))


def _near(event: Event, views: Views, reader: int) -> Iterator[Effect]:
    beside = borders(views[1])[reader]
    if event.theme in ("war", "crisis") and reader not in event.actors and any(beside[list(event.actors)]):
        yield Effect(_NEXT_DOOR, "even", _("it happens at our border"))


def _hegemon(event: Event, reader: int) -> Iterator[Effect]:
    """One that nobody holds in check is everybody's concern."""
    if event.kind in ("near_hegemony", "hegemony"):
        ours = event.actors[0] == reader
        words = _("nobody could check us") if ours else _("nobody could check it")
        yield Effect(_HEGEMON, "good" if ours else "bad", words)
