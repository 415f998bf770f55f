"""Me: the script's own state: its readings, its chance and memory, and the verbs that make orders."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import numpy as np

from game.language import _
from game.measures.ties import calls
from game.orders.joint import addable
from game.orders.kind import SELF, Order, Terms
from game.orders.options import axis
from game.orders.sheet import draft_of
from game.scripting.errors import Mistake, shown
from game.scripting.land import DEMANDS, STANCES, TIES, Land
from game.scripting.moves import Check, Move, Verdict, judge, sift
from game.scripting.offers import TERMS, TOPICS, Offer, offers
from game.scripting.regions import Region
from game.scripting.scene import LONGEST_NOTE, MOST_NOTES
from game.scripting.terms import terms_of

WORDS = ("no_land", "defend", "warn", "friend")
GOODS = ("arms", "money")


class Me(Land):
    """Your state. Verbs such as `me.arm()` make an order; returned or yielded by `play` it is given."""

    __slots__ = ()

    def _title(self) -> str:
        return "me"

    # what only you know

    @property
    def influence(self) -> float:
        """What is left to pay initiatives with, 0..6, before this turn's orders."""
        return self._number(self._world.influence)

    @property
    def shares(self) -> tuple[float, float, float]:
        """How your money is split over arms, growth and home."""
        arms, growth = self._number(self._world.budget_arms), self._number(self._world.budget_growth)
        return arms, growth, max(0.0, 1.0 - arms - growth)

    @property
    def offers(self) -> list[Offer]:
        """Open offers, demands and calls to arms to you, each with `.yes()` and `.no()`."""
        return list(offers(self._scene))

    @property
    def random(self) -> random.Random:
        """Chance of your own, a `random.Random`: the same for the same game and turn on every machine."""
        return self._scene.chance

    @property
    def memory(self) -> dict[str, Any]:
        """A dict that the host keeps between turns: texts, numbers, lists and dicts, with texts as keys."""
        return self._scene.desk.memory

    def note(self, text: object) -> None:
        """Write a line into your own log of the game; nobody else reads it."""
        desk = self._scene.desk
        if len(desk.notes) < MOST_NOTES:
            desk.notes.append((desk.line(), str(text)[:LONGEST_NOTE]))

    # what can be ordered

    def options(self) -> list[Move]:
        """All orders that the rules take now beside those that you have yielded; own shares aside."""
        w, me = self._world, self._scene.viewer
        self._scene.desk.weighed += 1
        chosen = draft_of(w, {me: self._scene.draft}).chosen
        row, lay = addable(w, chosen)[me], axis(w.setting)
        found = [lay.order(m) for m in np.flatnonzero(row).tolist()]
        return [self._move(order) for order in found if lay.where[order.kind, order.choice].choice.plain]

    def can(self, move: Move) -> Verdict:
        """Say whether the rules take an order now, beside those that you have yielded; false with the reason."""
        self._scene.desk.weighed += 1
        return judge(self._scene, self._scene.draft, _moves(move)[0])

    def check(self, moves: Iterable[Move] | Move) -> Check:
        """Say whether the rules take several orders together; what would change nothing is not held against it."""
        self._scene.desk.weighed += 1
        _taken, refused = sift(self._scene, self._scene.draft, _moves(moves))
        return Check([verdict for verdict in refused if not verdict.moot])

    # the plan

    def arm(self) -> Move:
        """Guns: most of the money into arms."""
        return self._make("budget", "guns")

    def invest(self) -> Move:
        """Butter: growth and home first."""
        return self._make("budget", "butter")

    def disarm(self) -> Move:
        """No money for arms at all: they wear out, and the others see it."""
        return self.budget(0.0, 0.55, 0.45)

    def budget(self, arms: float, growth: float, home: float | None = None) -> Move:
        """Split the money yourself: three shares from 0 to 1 that add up to 1; home is the rest if left out."""
        for share in (arms, growth, 0.0 if home is None else home):
            if isinstance(share, bool) or not isinstance(share, int | float | np.floating):
                raise Mistake(_("expected shares from 0 to 1, found {found}").format(found=shown(share)))
        rest = round(1.0 - arms - growth, 9) if home is None else home
        return self._make("budget", "sliders", shares=(float(arms), float(growth), float(rest)))

    def posture(self, stance: str) -> Move:
        """Take the “shield”, “both” or the “sword”; `me.stance` says which you have."""
        return self._make("posture", self._scene.word(stance, STANCES, _("a posture")))

    # friends

    def ally_with(self, state: object, turns: int | None = None, *, give: object = "", ask: object = "") -> Move:
        """Offer a pact of mutual defence, for some turns; `give` and `ask`: “lift”, “money”, “arms” or a region."""
        return self._make("ally", "pact", state, terms=self._terms(give, ask, turns))

    def trade_with(self, state: object, *, give: object = "", ask: object = "") -> Move:
        """Offer a trade treaty; `give` and `ask` as in `ally_with`."""
        return self._make("treaty", "trade", state, terms=self._terms(give, ask))

    def promise_peace_to(self, state: object, *, give: object = "", ask: object = "") -> Move:
        """Offer that neither attacks the other; `give` and `ask` as in `ally_with`."""
        return self._make("treaty", "nonaggression", state, terms=self._terms(give, ask))

    def guarantee(self, state: object, against: object = None) -> Move:
        """Promise to defend a state against all, or against one state, asking nothing."""
        foe = self._scene.state(against) if against is not None else None
        if foe is None:
            return self._make("guarantee", "all", state)
        return self._make("guarantee", "one" if foe else "all", state, terms=Terms(against=foe._index) if foe else None)

    def support(self, state: object, goods: str = "arms") -> Move:
        """Send a state “arms” or “money”."""
        return self._make("support", self._scene.word(goods, GOODS, _("what to send")), state)

    def withdraw_from(self, state: object, tie: str, at_once: bool = False) -> Move:
        """End a “pact”, “trade”, “nonaggression” or “guarantee”: with a turn's notice, or at once at a price."""
        word = self._scene.word(tie, TIES, _("a treaty"))
        return self._make("withdraw", word + ("_now" if at_once else "_notice"), state)

    # pressure and war

    def sanction(self, state: object) -> Move:
        """Embargo a state: economic sanctions."""
        return self._make("sanction", "economic", state)

    def censure(self, state: object) -> Move:
        """Censure a state: diplomatic sanctions."""
        return self._make("sanction", "diplomatic", state)

    def lift(self, state: object) -> Move:
        """Lift your sanctions on a state."""
        return self._make("sanction", "lift", state)

    def demand(self, region: object, *, give: object = "") -> Move:
        """Demand a region that touches your land; `state.regions.near(me)` has those. `give` as in `ally_with`."""
        place = self._scene.place(region)
        return self._address("demand", "region", place, terms=self._terms(give))

    def demand_of(self, state: object, what: str, *, give: object = "") -> Move:
        """Demand that a state “disarm”, “end_sanctions” or “end_pacts”; `give` as in `ally_with`."""
        word = self._scene.word(what, DEMANDS[2:], _("a demand"))
        return self._make("demand", word, state, terms=self._terms(give))

    def attack(self, state: object) -> Move:
        """Open a war: seen by all at once, fought from the next turn."""
        return self._make("attack", "war", state)

    def make_peace_with(self, state: object, terms: str = "as_held") -> Move:
        """Offer peace on the lines held (“as_held”) or as it was (“as_before”)."""
        return self._make("peace", self._scene.word(terms, TERMS[1:], _("terms of peace")), state)

    def join_against(self, state: object) -> Move:
        """Enter a war against a state: at the call of a partner, or unbidden."""
        foe = self._scene.state(state)
        called = bool(foe) and bool(calls(self._world)[self._index, foe._index])
        return self._make("answer", "call_yes" if called else "join", foe)

    # words

    def answer(self, to: object, topic: str = "", yes: bool = True) -> Move:
        """Answer an offer of `me.offers`, or what a state asks on a topic (left out: the only one open).

        A “call” is answered by the enemy's name: the war that you enter or leave alone.
        """
        if isinstance(to, Offer):
            return to.yes() if yes else to.no()
        state = self._scene.state(to)
        word = self._scene.word(topic, TOPICS, _("a topic")) if topic else self._only_topic(state)
        return self._make("answer", word + ("_yes" if yes else "_no"), state)

    def _only_topic(self, state: Land) -> str:
        found = [offer.topic for offer in self.offers if offer._target == state]
        if state and len(found) != 1:
            what = ", ".join(found) or _("nothing")
            text = _("{name} asks {what} of you; say which topic: me.answer(state, “pact”)")
            raise Mistake(text.format(name=state.name, what=what))
        return found[0] if found else TOPICS[0]

    def declare(self, word: str, state: object) -> Move:
        """Say in public of a state: “no_land” is sought of it, “defend” it, “warn” it, it is a “friend”."""
        return self._make("declare", self._scene.word(word, WORDS, _("a declaration")), state)

    # how orders are made

    def _make(
        self,
        kind: str,
        choice: str,
        state: object = None,
        shares: tuple[float, float, float] | None = None,
        terms: Terms | None = None,
    ) -> Move:
        target = None if kind in ("budget", "posture") else self._scene.state(state)
        return self._address(kind, choice, target, shares, terms)

    def _address(
        self,
        kind: str,
        choice: str,
        target: Land | Region | None,
        shares: tuple[float, float, float] | None = None,
        terms: Terms | None = None,
    ) -> Move:
        desk = self._scene.desk
        desk.made += 1
        if target is None:
            return Move(Order(kind, choice, None, shares), None, desk.line())
        order = Order(kind, choice, target._index, terms=terms) if target else None
        return Move(order, target, desk.line())

    def _terms(self, give: object = "", ask: object = "", turns: int | None = None) -> Terms | None:
        return terms_of(self._scene, give, ask, turns)

    def _move(self, order: Order) -> Move:
        strip = axis(self._world.setting).where[order.kind, order.choice]
        if order.target is None or strip.choice.to == SELF:
            return Move(order, None, self._scene.desk.line())
        target = self._scene.region(order.target) if strip.choice.to == "region" else self._scene.land(order.target)
        return Move(order, target, self._scene.desk.line())


def _moves(given: object) -> list[Move]:
    """The orders that a script asks about; raises Mistake for anything else."""
    found = list(given) if isinstance(given, list | tuple | set | frozenset) else [given]
    for each in found:
        if not isinstance(each, Move):
            text = _("expected an order such as me.arm(), found {found}")
            raise Mistake(text.format(found=shown(each)))
    return [each for each in found if isinstance(each, Move)]
