"""Needs: the least change of my plan with which they would probably say yes to an offer."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from game.foresight.futures import Futures
from game.foresight.offers import ANSWERED, Replies, Reply, quiet, replies, reply_to
from game.orders.joint import problems
from game.orders.kind import INITIATIVE, PLAN, STATE, Order, Terms
from game.orders.options import Strip, axis, options

SURE = 0.999  # odds from which it is said that they would accept: a yes in every future
_GIFTS = ("lift", "money", "arms")  # what may be thrown in, the cheapest first
_BEST = 4  # single changes that pairs are made of
_BREAKING = "_now"  # choices that break a promise at once


@dataclass(frozen=True, slots=True)
class Need:
    """The offer to send, perhaps on other terms; what would have to be done beside it; and the reply then."""

    order: Order
    changes: tuple[Order, ...]
    reply: Reply

    @property
    def enough(self) -> bool:
        """They would probably accept; else it is merely the most that can be done this turn."""
        return self.reply.odds >= SURE


def need(futures: Futures, plan: Sequence[Order], order: Order, target: int) -> Generator[None, None, Need]:
    """Try better terms, then changes of my plan, then two of these together; returns the least that is enough.

    Where none is, it returns the one with the best odds.
    """
    rest = quiet(plan, order)
    best = Need(order, (), (yield from _asked(futures, rest, (), order, target)))
    if best.enough:
        return best
    tried: list[Need] = []
    for other in _better_terms(futures, rest, order):
        found = Need(other, (), (yield from _asked(futures, rest, (), other, target)))
        if found.enough:
            return found
        tried.append(found)
    singles: list[Need] = []
    for change in _changes(futures, [*rest, order], target):
        found = Need(order, (change,), (yield from _asked(futures, rest, (change,), order, target)))
        if found.enough:
            return found
        if found.reply.score > best.reply.score:
            singles.append(found)
    singles.sort(key=lambda each: (-each.reply.odds, -each.reply.score))
    base = max([best, *tried], key=lambda each: (each.reply.odds, each.reply.score)).order
    for (change,) in [each.changes for each in singles[:_BEST] if base != order]:
        found = Need(base, (change,), (yield from _asked(futures, rest, (change,), base, target)))
        if found.enough:
            return found
        tried.append(found)
    for one, other in combinations([each.changes[0] for each in singles[:_BEST]], 2):
        if problems(futures.view, futures.me, [*rest, order, one], other):
            continue
        found = Need(order, (one, other), (yield from _asked(futures, rest, (one, other), order, target)))
        if found.enough:
            return found
        singles.append(found)
    return max([best, *tried, *singles], key=lambda each: (each.reply.odds, -len(each.changes), each.reply.score))


def _better_terms(futures: Futures, rest: Sequence[Order], order: Order) -> Iterator[Order]:
    """Yield the same offer on terms that are better for them: nothing asked, then something given, lawful ones only."""
    choice = axis(futures.view.setting).where[order.kind, order.choice].choice
    terms = order.terms or Terms()
    plain = replace(terms, give="", ask="", region=None)
    wanted = [plain] if terms.give or terms.ask else []
    wanted += [replace(plain, give=good) for good in _GIFTS if "give" in choice.takes]
    for each in wanted:
        other = replace(order, terms=None if each == Terms() else each)
        if other != order and not problems(futures.view, futures.me, list(rest), other):
            yield other


def _asked(
    futures: Futures, rest: Sequence[Order], changes: Sequence[Order], order: Order, target: int
) -> Generator[None, None, Reply]:
    """The reply to the order with some changes beside it, which take the place of what stands on their matter.

    What seems sure is asked about in many more futures, in part of which rivals have been quicker: the least of
    many changes shall not be the luckiest.
    """
    kept = [each for each in rest if each.kind not in {change.kind for change in changes if change.target is None}]
    variant = min(ANSWERED[order.kind, order.choice][1], 2)
    found: Replies = yield from replies(futures, [*kept, *changes], order, (variant,))
    reply = reply_to(found, order, target)
    assert reply is not None
    if reply.odds < SURE:
        return reply
    found = yield from replies(futures.more, [*kept, *changes], order, (variant,))
    again = reply_to(found, order, target)
    assert again is not None
    odds = (futures.draws * reply.odds + futures.more.draws * again.odds) / (futures.draws + futures.more.draws)
    return replace(again, odds=odds)


def _changes(futures: Futures, plan: Sequence[Order], target: int) -> Iterator[Order]:
    """Yield lawful orders that may please a state, the cheapest first; a promise broken at once counts one more."""
    view, me = futures.view, futures.me
    lay, allowed = axis(view.setting), options(view)[me]
    found: list[tuple[float, Order]] = []
    for strip in lay.strips:
        for place in range(strip.start, strip.stop):
            order = lay.order(place)
            if allowed[place] and _may_please(strip, order, target):
                beside = [each for each in plan if order.target is not None or each.kind != order.kind]
                if not problems(view, me, beside, order):
                    found.append((float(lay.price[place]) + order.choice.endswith(_BREAKING), order))
    found.sort(key=lambda row: row[0])
    yield from (order for _price, order in found)


def _may_please(strip: Strip, order: Order, target: int) -> bool:
    """What I keep for all, ties with others that may stand in the way, and what I do for the state itself."""
    kind, choice = strip.kind, strip.choice
    if kind.group == PLAN:
        return choice.name != "sliders"
    if kind.group != INITIATIVE or choice.to != STATE or (kind.name, choice.name) in ANSWERED:
        return False
    if kind.name == "withdraw":
        return (order.target == target) == choice.name.startswith("access")
    return order.target == target and (not kind.hostile or choice.name == "lift")


__all__ = ["SURE", "Need", "need"]
