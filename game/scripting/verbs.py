"""The verbs of a script's own state: each makes an order, which is given when `play` returns or yields it."""

from __future__ import annotations

import numpy as np

from game.language import _
from game.measures.ties import calls
from game.orders.aim import AIMS
from game.orders.kind import Order, Terms
from game.scripting.dealings import CLOSURE, DEMANDS, MOTIONS, TIES
from game.scripting.errors import Mistake, shown
from game.scripting.land import STANCES, Land
from game.scripting.moves import Move
from game.scripting.offers import TERMS, TOPICS, Offer, offers
from game.scripting.regions import Region
from game.scripting.terms import terms_of

WORDS = ("no_land", "defend", "warn", "friend")
GOODS = ("arms", "money")
_OWN = ("budget", "posture", "reform", "aim")  # orders without a target


class Verbs(Land):
    """A state that gives orders. Each verb takes what it is addressed to as a state, a region or its name."""

    __slots__ = ()

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

    def reform(self) -> Move:
        """Reform after the best model there is: better arms, a grumbling people (level full)."""
        return self._make("reform", "emulate")

    def keep_aim(self, name: str) -> Move:
        """Keep one of the cards in `me.cards`, on the first turn, unseen by all others (level full)."""
        return self._make("aim", self._scene.word(name, AIMS, _("an aim")))

    # friends

    def ally_with(
        self, state: object, turns: int | None = None, *, give: object = "", ask: object = "", secret: bool = False
    ) -> Move:
        """Offer a pact of mutual defence, for some turns; `give` and `ask`: “lift”, “money”, “arms” or a region.

        A `secret` pact (level full) comes to light when it is called on; it takes no terms.
        """
        terms = self._terms(give, ask, turns)
        if secret and terms is not None:
            raise Mistake(_("a secret pact takes no terms: leave out turns, give and ask"))
        return self._make("ally", "secret" if secret else "pact", state, terms=terms)

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
        """End a “pact”, “trade”, “nonaggression”, “guarantee”: with a turn's notice, or at once at a price.

        Or open what `close_to` has closed: “access”.
        """
        word = self._scene.word(tie, (*TIES, CLOSURE), _("a treaty"))
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

    def close_to(self, state: object) -> Move:
        """Close bases, ports and transit to a state: its arms reach less far near you (level full)."""
        return self._make("access", "close", state)

    def move_against(self, state: object, what: str) -> Move:
        """Move in the congress to “censure” or “restrain” a state, or for a “mandate” against it (level full)."""
        return self._make("congress", self._scene.word(what, MOTIONS[1:], _("a resolution")), state)

    def vote_on(self, state: object, yes: bool = True) -> Move:
        """Vote for or against the resolution on a state; `me.offers` has those before the congress (level full)."""
        return self._make("answer", "vote_yes" if yes else "vote_no", state)

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

        A “call” is answered by the enemy's name, the war that you enter or leave alone; a “vote” by that of the
        state that the resolution is about.
        """
        if isinstance(to, Offer):
            return to.yes() if yes else to.no()
        state = self._scene.state(to)
        word = self._scene.word(topic, TOPICS, _("a topic")) if topic else self._only_topic(state)
        return self._make("answer", word + ("_yes" if yes else "_no"), state)

    def _only_topic(self, state: Land) -> str:
        found = [offer.topic for offer in offers(self._scene) if offer._target == state]
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
        target = None if kind in _OWN else self._scene.state(state)
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
