"""Find the order behind an event, and why its giver gave it: by its own account, or in truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.events import Event
from game.language import _
from game.match import Turn
from game.measures.power import leader
from game.measures.threat import threat
from game.opponents.accounts import Account, Reason, account, claim
from game.opponents.choose import Chosen, choose, numbers
from game.opponents.swaying import Sway, sway
from game.orders.kind import ANSWER, REGION, SELF, Order
from game.orders.options import axis
from game.orders.terms import spoken
from game.ui.text import sentence
from game.view import View, outlook

__all__ = ["Motive", "account_of", "in_full", "in_words", "verb_of"]

MOST, CLAIMED = 4, 3
_DRAWS = 6  # draws of chance with which a reader weighs from outside what would have changed a mind
_BEHIND = {
    "demand": ("demand ",),
    "conceded": ("answer demand_yes",),
    "refused": ("answer demand_no",),
    "held_back": ("attack ",),
    "attack": ("attack ", "answer join"),
    "surprise": ("attack ",),
    "honoured": ("answer call_yes",),
    "abandoned": ("answer call_no",),
    "joined": ("answer join", "answer call_yes"),
    "pact_signed": ("ally ", "answer pact_yes"),
    "trade_signed": ("treaty trade", "answer trade_yes"),
    "nonaggression_signed": ("treaty nonaggression", "answer nonaggression_yes"),
    "guaranteed": ("guarantee ",),
    "offered": ("ally ", "treaty ", "peace "),
    "declined": ("answer pact_no", "answer trade_no", "answer nonaggression_no", "answer peace_no"),
    "notice": ("withdraw ",),
    "broken": ("withdraw ",),
    "sanction": ("sanction diplomatic", "sanction economic"),
    "sanction_lifted": ("sanction lift",),
    "support": ("support ",),
    "posture": ("posture ",),
    "peace": ("peace ", "answer peace_yes"),
    "said": ("declare ",),
    "secret": ("ally secret", "answer secret_yes"),
    "closed": ("access ",),
    "opened": ("withdraw ",),
    "reform": ("reform ",),
    "motion": ("congress ",),
    "vote": ("answer vote",),
    "countered": ("answer demand_counter",),
    "settled": ("answer settle_yes",),
}
"""The orders that can be behind a kind of event, by the beginning of their kind and choice."""


@dataclass(frozen=True, slots=True)
class Motive:
    """Who gave which order, in words, and why; in truth with the sum of all terms, else what it says in public.

    `rejected` are the next best orders with their sums; `view` is the reader's, before the turn.
    """

    state: int
    order: Order
    act: str
    true: bool
    asked: bool  # an answer: above 0 it says yes
    reasons: tuple[Reason, ...]
    total: float
    unmet: tuple[str, ...]
    rejected: tuple[tuple[Order, float], ...]
    turn: Turn
    view: View
    reader: int | None

    @property
    def target(self) -> int | None:
        """The state that the order is addressed to; None where it is to none, or to land."""
        to = axis(self.turn.before.setting).where[self.order.kind, self.order.choice].choice.to
        return None if to in (SELF, REGION) else self.order.target

    def change(self) -> Sway | None:
        """The smallest change that one state could have made in one turn and that would have changed its mind.

        In truth by any state that matters to it, the reader first; else by the reader, as far as it can tell.
        """
        if not self.true:
            mine = [] if self.reader is None or self.reader == self.state else [self.reader]
            return sway(self.view, self.turn.who, self.state, self.order, mine, _DRAWS)
        return sway(self.turn.before, self.turn.who, self.state, self.order, list(self._movers()))

    def _movers(self) -> Iterator[int]:
        """Yield the reader, whom the order is about, the leader, whom the state fears most."""
        world = self.turn.before
        named = [] if self.reader is None else [self.reader]
        named += [] if self.target is None else [self.target]
        named += [int(leader(world)), int(np.argmax(threat(world)[self.state]))]
        yield from (each for each in dict.fromkeys(named) if each != self.state and world.alive[each])


def account_of(event: Event, turn: Turn, view: View, reader: int | None, truth: bool) -> Motive | None:
    """Give the motive of the opponent behind an event; None for people, scripts, and what nobody ordered.

    Without `truth` it is what the reader's `view` before the turn lets a state say aloud, and nothing of its
    own feelings or luck.
    """
    found: list[tuple[float, Motive]] = []
    for state, order in _orders_behind(event, turn):
        told = turn.account(state, order) if state != reader else None
        if told is not None:
            found.append((abs(told.total) if truth else 0.0, _motive(told, turn, state, view, reader, truth)))
    return max(found, key=lambda row: row[0], default=(0.0, None))[1]


def _motive(told: Account, turn: Turn, state: int, view: View, reader: int | None, truth: bool) -> Motive:
    if not truth:
        outside = account(view, _from_outside(view, turn.minds), state, told.order)
        told = Account(told.order, told.weighed, (), 0.0, ()) if outside is None else claim(outside)
    asked = axis(turn.before.setting).where[told.order.kind, told.order.choice].kind.group == ANSWER
    act = in_words(told.order, state, turn)
    reasons, most = told.reasons, MOST if truth else CLAIMED
    return Motive(state, told.order, act, truth, asked, reasons[:most], told.total, told.unmet, told.rejected, turn,
                  view, reader)  # fmt: skip


@lru_cache(maxsize=2)
def _from_outside(view: View, minds: tuple[str, ...]) -> Chosen:
    """What the doctrines would weigh on what one state can see."""
    return choose(outlook(view), numbers(minds))


def _orders_behind(event: Event, turn: Turn) -> Iterator[tuple[int, Order]]:
    """Yield the orders that fit: of an actor, of those that make such an event, addressed to the rest."""
    wanted = _BEHIND.get(event.kind, ())
    for state in dict.fromkeys(event.actors):
        rest = set(event.actors) - {state}
        for order in turn.orders[state]:
            if f"{order.kind} {order.choice}".startswith(wanted) and _addressed(order, rest, event, turn):
                yield state, order


def _addressed(order: Order, rest: set[int], event: Event, turn: Turn) -> bool:
    to = axis(turn.before.setting).where[order.kind, order.choice].choice.to
    if to == SELF:
        return not rest
    if to == REGION:
        return order.target == event.region
    return order.target in rest


def in_words(order: Order, state: int, turn: Turn) -> str:
    """Say an order as its giver's menu says it: “Offer the Netherlands a pact of mutual defence”."""
    setting = turn.before.setting
    choice = axis(setting).where[order.kind, order.choice].choice
    names: Sequence[str] = setting.region_names if choice.to == REGION else list(map(setting.called, range(setting.n)))
    target = "" if order.target is None or choice.to == SELF else names[order.target]
    return sentence(_(choice.says).format(actor=setting.called(state), target=target))


def in_full(order: Order, state: int, turn: Turn) -> str:
    """Say an order with its terms, or with the shares of arms, growth and home."""
    text = in_words(order, state, turn) + spoken(turn.before.setting, order.terms)
    if order.shares is None:
        return text
    return text + ": " + " / ".join(f"{100 * share:.0f}" for share in order.shares)


def verb_of(order: Order, state: int, turn: Turn) -> str:
    """Say an order without whom it is towards: “Offer … a pact of mutual defence”."""
    setting = turn.before.setting
    choice = axis(setting).where[order.kind, order.choice].choice
    return sentence(_(choice.says).format(actor=setting.called(state), target="" if choice.to == SELF else "…"))
