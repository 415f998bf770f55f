"""What waits for an answer: offers, demands, calls to arms; yes, no, and for some other terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.language import _, mark
from game.measures.ties import obliged
from game.orders.kind import ANSWER, DEALS, Order, Terms
from game.orders.options import Strip, axis, options
from game.orders.terms import heard, offered
from game.view import View

__all__ = ["Question", "questions"]

_ASKED = {
    "pact": mark("{other} offers you a pact of mutual defence"),
    "trade": mark("{other} offers you a trade treaty"),
    "nonaggression": mark("{other} offers you non-aggression"),
    "peace": mark("{other} offers you peace"),
    "demand": mark("{other} makes a demand on you"),
    "secret": mark("{other} offers you a secret pact"),
    "vote": mark("The congress votes on {other}"),
    "settle": mark("{other} offers something else than you demand"),
    "call": mark("{partner}, attacked by {other}, calls you to arms"),
}
_PEACE = {1: mark("{other} offers you peace on the lines held"), 2: mark("{other} offers you peace as it was before")}
_DEMANDS = {
    1: mark("{other} demands {region} of you"),
    2: mark("{other} demands that you lift your sanctions"),
    3: mark("{other} demands that you disarm"),
    4: mark("{other} demands that you leave your pacts"),
}
_MOTIONS = {
    1: mark("The congress votes on a censure of {other}"),
    2: mark("The congress votes on restraint of {other}"),
    3: mark("The congress votes on a mandate against {other}"),
}
_WORDS = {
    "vote": (mark("For"), mark("Against")),
    "peace": (mark("Accept"), mark("Fight on")),
    "demand": (mark("Concede"), mark("Refuse")),
    "settle": (mark("Take it"), mark("Insist")),
    "call": (mark("Honour"), mark("Stand aside")),
}
_PLAIN = (mark("Accept"), mark("Decline"))


@dataclass(frozen=True, slots=True)
class Question:
    """One matter that another state put to me; answering it is free."""

    topic: str
    other: int
    text: str
    yes: Order
    no: Order
    yes_word: str
    no_word: str
    theirs: Terms | None = None  # what their offer names
    counter: Order | None = None  # the answer with other terms, still without them; None where there is none

    @property
    def id(self) -> str:
        """A name for controls and tests."""
        return f"{self.topic}.{self.other}"

    def answer_in(self, plan: list[Order]) -> Order | None:
        """The answer already planned, if any."""
        return next((order for order in plan if replace(order, terms=None) in (self.yes, self.no, self.counter)), None)

    @property
    def turned(self) -> Terms | None:
        """Their terms as I would say them: what they give I ask."""
        if self.theirs is None:
            return None
        return replace(self.theirs, give=self.theirs.ask, ask=self.theirs.give)


def questions(view: View, me: int) -> Iterator[Question]:
    """Yield what the rules let me answer with a yes or a no, the gravest first."""
    allowed = options(view)[me]
    pairs: dict[tuple[str, int], list[Strip]] = {}
    counters: dict[tuple[str, int], Order] = {}
    for strip in axis(view.setting).strips:
        if strip.kind.group == ANSWER:
            for target in allowed[strip.place].nonzero()[0].tolist():
                if strip.choice.plain:
                    pairs.setdefault((strip.choice.slot, target), []).append(strip)
                else:
                    counters[strip.choice.slot, target] = Order(strip.kind.name, strip.choice.name, target)
    grave = ("call", "demand", "settle", "peace", "vote", "pact", "nonaggression", "trade")
    rank = {topic: place for place, topic in enumerate(grave)}
    for (topic, other), strips in sorted(pairs.items(), key=lambda row: (rank.get(row[0][0], 9), row[0][1])):
        if len(strips) == 2:
            yes, no = (Order(strip.kind.name, strip.choice.name, other) for strip in strips)
            words = _WORDS.get(topic, _PLAIN)
            theirs = offered(view, other, me, DEALS[topic]) if topic in DEALS else None
            text = _text(view, me, topic, other) + heard(view.setting, theirs)
            counter = counters.get((topic, other))
            yield Question(topic, other, text, yes, no, _(words[0]), _(words[1]), theirs, counter)


def _text(view: View, me: int, topic: str, other: int) -> str:
    name, region = view.setting.called, ""
    sentence = _ASKED.get(topic, topic)
    if topic == "peace":
        sentence = _PEACE.get(int(view.offer_peace[other, me]), sentence)
    if topic == "vote":
        sentence = _MOTIONS.get(int(view.motion[:, other].max()), sentence)
    if topic == "demand":
        sentence = _DEMANDS.get(int(view.demand[other, me]), sentence)
        place = int(view.demand_region[other, me])
        region = view.setting.region_names[place] if place >= 0 else ""
    called = (obliged(view)[me] & view.began[other]).nonzero()[0].tolist() if topic == "call" else []
    partner = ", ".join(map(name, called)) or _("A partner")
    text = _(sentence).format(other=name(other), region=region, partner=partner)
    return text[:1].upper() + text[1:]
