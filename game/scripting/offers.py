"""Offers: what waits for the answer of the script's state: treaties, peace, demands, calls to arms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from game.language import _
from game.measures.ties import calls, obliged
from game.orders.answer import proposed
from game.orders.kind import DEALS, SETTLEMENT, Order, Terms
from game.orders.terms import GOODS
from game.scripting.dealings import DEMANDS, MOTIONS
from game.scripting.frozen import Frozen
from game.scripting.land import Land
from game.scripting.moves import Move
from game.scripting.regions import Region
from game.scripting.terms import terms_of

if TYPE_CHECKING:
    from game.scripting.scene import Scene

TOPICS = ("pact", "trade", "nonaggression", "peace", "demand", "settle", "call", "secret", "vote")
TERMS = ("", "as_held", "as_before")


class Offer(Frozen):
    """An offer, a demand, a call to arms or a resolution to vote on, with `.yes()` and `.no()`.

    `topic`: “pact”, “secret”, “trade”, “nonaggression”, “peace”, “demand”, “settle” (something in place of your
    demand), “call” or “vote”. `by`: who makes it; of a call the attacked partner. `terms`: of peace “as_held” or
    “as_before”, of a demand “region”, “end_sanctions”, “disarm” or “end_pacts”, of a vote “censure”, “restrain” or
    “mandate”. `against`: the enemy of a call, or whom the resolution is about. `region`: what a
    demand for land wants, or the region given or asked. `give`, `ask`: what comes with it, as in `me.ally_with`.
    `turns`: for how long a pact would run.
    """

    __slots__ = ("_target", "against", "ask", "by", "give", "region", "terms", "topic", "turns")
    _target: Land
    topic: str
    by: Land
    against: Land
    terms: str
    region: Region
    give: str
    ask: str
    turns: int

    def __init__(self, topic: str, by: Land, target: Land, terms: str = "", region: int = -1) -> None:
        scene = by._scene
        against = target if topic in ("call", "vote") else scene.nobody
        w, place = scene.world, (target._index, scene.viewer)
        named = bool(w.deal[place] == DEALS.get(topic, -1))
        give, ask = (GOODS[int(goods[place])] if named else "" for goods in (w.deal_give, w.deal_ask))
        place_of = int(w.deal_region[place]) if named and region < 0 else region
        turns = int(w.offer_turns[place]) or int(w.setting.rules.treaties.pact_term) if topic == "pact" else 0
        self._set(topic=topic, by=by, _target=target, against=against, terms=terms, region=scene.region(place_of))
        self._set(give=give, ask=ask, turns=turns)

    def __repr__(self) -> str:
        return _("{topic} by {name}").format(topic=self.topic, name=self.by.name)

    def _title(self) -> str:
        return _("an offer")

    def yes(self) -> Move:
        """Make the order that accepts, concedes or comes."""
        return self._answer("yes")

    def no(self) -> Move:
        """Make the order that declines, refuses or stands aside."""
        return self._answer("no")

    def counter(self, *, give: object = "", ask: object = "", turns: int | None = None) -> Move:
        """Make the order that answers with other terms; of a demand: offers something in its place."""
        return self._answer("counter", terms_of(self.by._scene, give, ask, turns))

    def _answer(self, word: str, terms: Terms | None = None) -> Move:
        scene = self.by._scene
        scene.desk.made += 1
        order = Order("answer", f"{self.topic}_{word}", self._target._index, terms=terms)
        return Move(order, self._target, scene.desk.line())


def offers(scene: Scene) -> Iterator[Offer]:
    """Give what is open to the viewer, by topic, then in the order of the states."""
    w, me = scene.world, scene.viewer
    for topic in ("pact", "trade", "nonaggression", "peace", "secret"):
        open_ = getattr(w, "offer_" + topic)[:, me]
        for i in np.flatnonzero(open_).tolist():
            terms = TERMS[int(open_[i])] if topic == "peace" else ""
            yield Offer(topic, scene.land(i), scene.land(i), terms)
    for i in np.flatnonzero((w.demand[:, me] > 0) & ~w.refused[:, me] & (w.deal[me] != SETTLEMENT)).tolist():
        yield Offer("demand", scene.land(i), scene.land(i), DEMANDS[int(w.demand[i, me])], int(w.demand_region[i, me]))
    for i in np.flatnonzero(proposed(w)[me]).tolist():
        yield Offer("settle", scene.land(i), scene.land(i))
    for foe in np.flatnonzero(calls(w)[me]).tolist():
        yield Offer("call", _attacked(scene, foe), scene.land(foe))
    for mover, about in np.argwhere(w.motion > 0).tolist():
        if about != me:
            yield Offer("vote", scene.land(mover), scene.land(about), MOTIONS[int(w.motion[mover, about])])


def _attacked(scene: Scene, foe: int) -> Land:
    """The strongest of the partners that the foe has just attacked."""
    w = scene.world
    fresh = obliged(w)[scene.viewer] & w.began[foe] & (w.war_age[foe] == 1)
    return scene.lands(np.flatnonzero(fresh).tolist()).strongest
