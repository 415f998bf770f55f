"""Replies: would they say yes to an offer or a demand of mine, and for what reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.foresight.futures import Futures
from game.opponents.choose import Chosen
from game.opponents.reasons import Scored
from game.orders.kind import ANSWER, REGION, Order
from game.orders.options import axis
from game.orders.sheet import Draft
from game.orders.terms import GOODS
from game.world import Bools, Floats, World

ANSWERED = {
    ("ally", "pact"): ("pact", 1),
    ("treaty", "trade"): ("trade", 1),
    ("treaty", "nonaggression"): ("nonaggression", 1),
    ("peace", "as_held"): ("peace", 1),
    ("peace", "as_before"): ("peace", 2),
    ("demand", "region"): ("demand", 1),
    ("demand", "end_sanctions"): ("demand", 2),
    ("demand", "disarm"): ("demand", 3),
    ("demand", "end_pacts"): ("demand", 4),
    ("answer", "pact_counter"): ("pact", 1),
    ("answer", "trade_counter"): ("trade", 1),
    ("answer", "nonaggression_counter"): ("nonaggression", 1),
    ("answer", "demand_counter"): ("settle", 1),
}
"""Orders of mine that are answered: the matter, and the number that the world writes for it."""

TREATIES = ("pact", "trade", "nonaggression")
ROUNDS = (1, 2)  # what is asked at once: all first variants, then the others


@dataclass(frozen=True, slots=True)
class Reply:
    """Odds of a yes, the mean of its terms (what, how much) largest first, and the mean of their sum."""

    odds: float
    terms: tuple[tuple[str, float], ...]
    score: float


Replies = dict[tuple[str, int, int], Reply]
"""By matter, variant and state."""


def replies(
    futures: Futures, plan: Sequence[Order], order: Order | None = None, variants: Sequence[int] = ROUNDS
) -> Generator[None, None, Replies]:
    """Ask all the others about every offer and demand that I could make beside a plan, in small steps.

    All are without terms, but for one order that has terms of its own. `variants` asks for fewer at once. A
    counter-offer is asked about alone: it is sent, and not supposed.
    """
    sent = [order] if order is not None and order.kind == ANSWER else []
    beside = [*quiet(plan, order), *sent]
    topics = [ANSWERED[each.kind, each.choice][0] for each in sent] or [*TREATIES, "peace", "demand"]
    found: dict[tuple[str, int], list[_Asked]] = defaultdict(list)
    for lot in futures.lots:
        yield from lot.ready()
        world = futures.next(lot, beside)
        yield
        for variant in variants[:1] if sent else variants:
            asked_of = world if sent else supposed(world, futures.me, variant, order)
            chosen = futures.decide(lot, asked_of)
            for topic in topics:
                asked = _read(chosen, topic, futures, world)
                if asked is not None:
                    found[topic, variant].append(asked)
            yield
    return _replies(futures, found)


def quiet(plan: Sequence[Order], order: Order | None = None) -> tuple[Order, ...]:
    """The plan without its offers and demands, which are supposed, and without what an answer stands in place of."""
    kept = (each for each in plan if each.kind == ANSWER or (each.kind, each.choice) not in ANSWERED)
    return tuple(each for each in kept if order is None or not same_answer(each, order))


def same_answer(one: Order, other: Order) -> bool:
    """Both answer the same matter of the same state."""
    slots = [each.choice.rpartition("_")[0] for each in (one, other)]
    return one.kind == other.kind == ANSWER and one.target == other.target and slots[0] == slots[1]


def reply_to(replies: Replies, order: Order, target: int) -> Reply | None:
    """The reply to an order of mine; None for what is not answered."""
    matter = ANSWERED.get((order.kind, order.choice))
    if matter is None:
        return None
    topic, variant = matter
    return replies.get((topic, min(variant, 2), target))


@dataclass(frozen=True, eq=False)
class _Asked:
    yes: Bools  # [D, N]
    score: Floats  # [D, N]
    terms: dict[str, Floats]  # [D, N]


def supposed(world: World, me: int, variant: int, order: Order | None = None) -> World:
    """Suppose that I had made every offer and demand to everybody last turn, one of them perhaps with its terms."""
    others = world.alive & (np.arange(world.n) != me)
    changes: dict[str, Any] = {}
    if variant == 1:
        for topic in TREATIES:
            changes[f"offer_{topic}"] = _row(getattr(world, f"offer_{topic}"), me, others & ~world.war[:, me])
    changes["offer_peace"] = _row(world.offer_peace, me, np.where(world.war[:, me], variant, 0))
    wanted = others & ~world.war[:, me]
    changes["demand"] = _row(world.demand, me, np.where(wanted, 1 if variant == 1 else 3, 0))
    changes["refused"] = _row(world.refused, me, np.zeros_like(wanted))
    if order is not None and order.terms is not None:
        changes |= _dealt(world, me, order)
    return world.but(**changes)


def _dealt(world: World, me: int, order: Order) -> dict[str, Any]:
    """The columns that say what one offer or demand gives, asks, and how long it shall run."""
    choice, terms = axis(world.setting).where[order.kind, order.choice].choice, order.terms
    assert terms is not None
    assert order.target is not None
    to = world.owner[:, order.target] if choice.to == REGION else order.target
    values = {"offer_turns": terms.turns or 0}
    if terms.give or terms.ask:
        place = -1 if terms.region is None else terms.region
        values |= {"deal": choice.deal, "deal_give": GOODS.index(terms.give), "deal_ask": GOODS.index(terms.ask),
                   "deal_region": place}  # fmt: skip
    changes = {}
    for name, value in values.items():
        column = getattr(world, name).copy()
        column[np.arange(len(column)), me, to] = value
        changes[name] = column
    return changes


def _row(column: Any, me: int, values: Any) -> Any:
    changed = column.copy()
    changed[:, me] = values
    return changed


def _read(chosen: Chosen, topic: str, futures: Futures, world: World) -> _Asked | None:
    """What was answered on a topic; a state that makes me the same offer of its own accord says yes, too."""
    strip = axis(futures.view.setting).where.get(("answer", f"{topic}_yes"))
    scored = _scored(chosen, f"{topic}_yes")
    if strip is None or scored is None:
        return None
    me = futures.me
    yes = said_yes(world, chosen.draft, topic, me)
    terms = {says: np.broadcast_to(value, scored.shape)[:, :, me] for says, value in scored.terms}
    for says, value in scored.gates:
        shut = np.broadcast_to(value, scored.shape)[:, :, me]
        terms[says] = np.minimum(0.0, shut)
    total = np.where(scored.sum()[:, :, me] <= -999.0, -1.0, scored.sum()[:, :, me])
    return _Asked(yes, total, terms)


def said_yes(world: World, draft: Draft, topic: str, me: int) -> Bools:
    """Who agreed on a topic, [D, N]; who makes me the same offer of its own accord agrees, too."""
    strip = axis(world.setting).where["answer", f"{topic}_yes"]
    yes = draft.chosen[:, :, strip.start + me]
    return yes | getattr(world, f"offer_{topic}")[:, :, me] if topic in TREATIES else yes


def _scored(chosen: Chosen, choice: str) -> Scored | None:
    found = [scores["answer", choice] for _seats, scores in chosen.groups if ("answer", choice) in scores]
    return found[0] if found else None


def _replies(futures: Futures, found: dict[tuple[str, int], list[_Asked]]) -> Replies:
    told: Replies = {}
    for (topic, variant), lots in found.items():
        odds = futures.average([each.yes.astype(np.float64) for each in lots])
        score = futures.average([each.score for each in lots])
        names = dict.fromkeys(says for each in lots for says in each.terms)
        none = np.zeros_like(lots[0].score)
        terms = {says: futures.average([each.terms.get(says, none) for each in lots]) for says in names}
        for state in range(futures.view.n):
            if state != futures.me and futures.view.alive[state]:
                rows = [(says, float(values[state])) for says, values in terms.items() if values[state] != 0.0]
                rows.sort(key=lambda row: -abs(row[1]))
                told[topic, variant, state] = Reply(float(odds[state]), tuple(rows), float(score[state]))
    return told
