"""Find the order behind an event, and the reasons that its giver had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.events import Event
from game.language import _
from game.match import Turn
from game.orders.kind import REGION, SELF, Order
from game.orders.options import axis
from game.ui.text import sentence

__all__ = ["Motive", "account_of"]

MOST = 4
_EXACT = 1e-6
_SHUT = -500.0  # below it a condition was not met, whatever the reasons
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
}
"""The orders that can be behind a kind of event, by the beginning of their kind and choice."""


@dataclass(frozen=True, slots=True)
class Motive:
    """Who gave which order, in words; its largest reasons and the sum of all."""

    state: int
    act: str
    reasons: tuple[tuple[str, float], ...]
    total: float


def account_of(event: Event, turn: Turn, reader: int | None) -> Motive | None:
    """Give the account of the opponent behind an event; None for people, scripts, and what nobody ordered."""
    found: list[Motive] = []
    for state, order in _orders_behind(event, turn):
        motive = _motive(turn, state, order) if state != reader else None
        if motive is not None:
            found.append(motive)
    return max(found, key=lambda motive: abs(motive.total), default=None)


def _motive(turn: Turn, state: int, order: Order) -> Motive | None:
    """What spoke for and against an order; of a refusal, for and against saying yes."""
    weighed = order if turn.reasons(state, order) else replace(order, choice=order.choice.replace("_no", "_yes"))
    reasons = turn.reasons(state, weighed)
    if not reasons or turn.chosen is None:
        return None
    total = turn.chosen.score((state,), weighed.kind, weighed.choice, weighed.target) or 0.0
    if total <= _SHUT:
        reasons, total = [row for row in reasons if row[1] <= 0.0], 0.0
    else:
        reasons = _without_gates(reasons, total)
    return Motive(state, _in_words(order, state, turn), tuple(reasons[:MOST]), total)


def _without_gates(reasons: list[tuple[str, float]], total: float) -> list[tuple[str, float]]:
    """Keep the terms that make up the sum; conditions, which come last and were all met, are no weights."""
    for count in range(len(reasons), 0, -1):
        if abs(sum(value for _words, value in reasons[:count]) - total) < _EXACT:
            return reasons[:count]
    return reasons


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


def _in_words(order: Order, state: int, turn: Turn) -> str:
    setting = turn.before.setting
    choice = axis(setting).where[order.kind, order.choice].choice
    names: Sequence[str] = setting.region_names if choice.to == REGION else list(map(setting.called, range(setting.n)))
    target = "" if order.target is None or choice.to == SELF else names[order.target]
    return sentence(_(choice.says).format(actor=setting.called(state), target=target))
