"""Why a seat gave an order: its terms, what it weighed and left, by its own account or in truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.language import _
from game.opponents.choose import Chosen
from game.opponents.reasons import Scored, Value
from game.orders.kind import ANSWER, INITIATIVE, SELF, Order
from game.orders.options import Strip, axis, legal
from game.world import World

__all__ = ["CHANCE", "UNSPOKEN", "Account", "Reason", "account", "claim"]

CHANCE = frozenset(("chance", "a whim"))
"""Terms that are a draw, no reason."""
UNSPOKEN = CHANCE | {
    "what could be won",
    "arms to take",
    "a victim within reach",
    "a card that we hold",
    "our aim",
    "the first card",
    "the people are restless",
    "there is influence to spare",
    "there is more to win",
    "they are our equal, and we resent it",
    "what we would ask for",
    "what we give may win them",
    "who strikes first wins",
    "a share of the spoils",
    "safety beside the strong",
    "others will come",
    "they left our last offer lying",
    "they would hardly sign",
    "war would be worth it",
    "odds that impress",
    "their pacts stand in our way",
    "the poorest is the easiest to give",
}
"""Terms that no state says aloud (Schelling 1966, on what can be claimed; Schweller 1994, on greed)."""
_SHUT = -500.0  # below it a condition is not met, whatever the reasons


@dataclass(frozen=True, slots=True)
class Reason:
    """One term: what it says, how much it weighs, whether it is a draw of chance."""

    says: str
    value: float
    chance: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """Why an order was given: reasons, largest first; their sum; conditions not met; what it left, with sums.

    `weighed` is the option that the reasons are of: for a refusal, saying yes.
    """

    order: Order
    weighed: Order
    reasons: tuple[Reason, ...]
    total: float
    unmet: tuple[str, ...]
    rejected: tuple[tuple[Order, float], ...] = ()


def account(world: World, chosen: Chosen, state: int, order: Order) -> Account | None:
    """Explain one order of one game by the scores that decided it; None if the order was not weighed."""
    weighed = order
    scored = _scored(chosen, state, order)
    if scored is None:
        weighed = replace(order, choice=order.choice.replace("_no", "_yes"))
        scored = _scored(chosen, state, weighed)
    if scored is None:
        return None
    at = _place(scored, state, weighed)
    reasons = sorted(_reasons(scored, at), key=lambda reason: -abs(reason.value))
    unmet = tuple(_(says) for says, value in scored.gates if _value(value, scored, at) <= 0)
    left = tuple(_rejected(world, chosen, state, weighed))
    return Account(order, weighed, tuple(reasons), float(scored.worth()[at]), unmet, left)


def claim(told: Account) -> Account:
    """Give what the state says in public: what speaks for the act and can be said aloud, nothing else."""
    sign = 1.0 if told.weighed == told.order else -1.0
    spoken = {_(word) for word in UNSPOKEN}
    kept = tuple(r for r in told.reasons if sign * r.value > 0 and r.says not in spoken)
    return Account(told.order, told.weighed, kept, 0.0, ())


def _scored(chosen: Chosen, state: int, order: Order) -> Scored | None:
    for seats, scores in chosen.groups:
        if seats[state] and (order.kind, order.choice) in scores:
            return scores[order.kind, order.choice]
    return None


def _place(scored: Scored, state: int, order: Order) -> tuple[int, int]:
    return state, 0 if order.target is None or scored.shape[-1] == 1 else order.target


def _value(value: Value, scored: Scored, at: tuple[int, int]) -> float:
    return float(np.broadcast_to(value, scored.shape)[at])


def _reasons(scored: Scored, at: tuple[int, int]) -> Iterator[Reason]:
    for says, part in scored.terms:
        value = _value(part, scored, at)
        if value != 0.0:
            yield Reason(_(says), value, says in CHANCE)


def _rejected(world: World, chosen: Chosen, state: int, weighed: Order, most: int = 3) -> Iterator[tuple[Order, float]]:
    """Yield the options of the same kind of decision that came next: legal, open, not given; the best first.

    For an answer this is the other answer to the same matter, for anything else the initiatives left.
    """
    lay = axis(world.setting)
    strip = lay.where[weighed.kind, weighed.choice]
    if strip.kind.group == ANSWER:
        return
    found: list[tuple[float, int]] = []
    for seats, scores in chosen.groups:
        if not seats[state]:
            continue
        for other in lay.strips:
            scored = scores.get((other.kind.name, other.choice.name))
            if scored is not None and _rival(other, strip):
                found += _best(world, chosen, state, other, scored)
    for value, index in sorted(found, reverse=True)[:most]:
        yield lay.order(index), value


def _rival(other: Strip, strip: Strip) -> bool:
    """Say whether two options stand in each other's way: initiatives all do, plans only with their own kind."""
    if strip.kind.group == INITIATIVE:
        return other.kind.group == INITIATIVE
    return other.kind is strip.kind and other.choice.name != "sliders"


def _best(world: World, chosen: Chosen, state: int, strip: Strip, scored: Scored) -> list[tuple[float, int]]:
    """The best option of a stretch that was open and not given, with its sum: one or none."""
    sums = np.broadcast_to(scored.sum(), (world.n, strip.width))[state]
    open_ = legal(world, strip)
    open_ = np.broadcast_to(open_, (world.n, strip.width))[state]
    left = open_ & ~chosen.draft.chosen[state, strip.place] & (sums > _SHUT)
    if not left.any():
        return []
    target = int(np.where(left, sums, -np.inf).argmax()) if strip.choice.to != SELF else 0
    return [(float(sums[target]), strip.start + target)]
