"""Needs: the least change of my plan with which they would probably say yes to an offer."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from game.foresight.futures import Futures
from game.foresight.offers import ANSWERED, Replies, Reply, replies, reply_to
from game.orders.joint import problems
from game.orders.kind import INITIATIVE, PLAN, STATE, Order
from game.orders.options import Strip, axis, options

SURE = 0.999  # odds from which it is said that they would accept: a yes in every future
_BEST = 4  # single changes that pairs are made of
_BREAKING = "_now"  # choices that break a promise at once


@dataclass(frozen=True, slots=True)
class Need:
    """What would have to be done beside an offer, nothing where it is enough as it is; and the reply then."""

    changes: tuple[Order, ...]
    reply: Reply

    @property
    def enough(self) -> bool:
        """They would probably accept; else it is merely the most that can be done this turn."""
        return self.reply.odds >= SURE


def need(futures: Futures, plan: Sequence[Order], order: Order, target: int) -> Generator[None, None, Need]:
    """Try changes of my plan, single ones and then pairs, the cheapest first; returns the least that is enough.

    Where none is, it returns the one with the best odds.
    """
    rest = [each for each in plan if (each.kind, each.choice) not in ANSWERED]
    best = Need((), (yield from _asked(futures, rest, (), order, target)))
    if best.enough:
        return best
    singles: list[Need] = []
    for change in _changes(futures, [*rest, order], target):
        found = Need((change,), (yield from _asked(futures, rest, (change,), order, target)))
        if found.enough:
            return found
        if found.reply.score > best.reply.score:
            singles.append(found)
    singles.sort(key=lambda each: (-each.reply.odds, -each.reply.score))
    for one, other in combinations([each.changes[0] for each in singles[:_BEST]], 2):
        if problems(futures.view, futures.me, [*rest, order, one], other):
            continue
        found = Need((one, other), (yield from _asked(futures, rest, (one, other), order, target)))
        if found.enough:
            return found
        singles.append(found)
    return max([best, *singles], key=lambda each: (each.reply.odds, -len(each.changes), each.reply.score))


def _asked(
    futures: Futures, rest: Sequence[Order], changes: Sequence[Order], order: Order, target: int
) -> Generator[None, None, Reply]:
    """The reply to the order with some changes beside it, which take the place of what stands on their matter."""
    kept = [each for each in rest if each.kind not in {change.kind for change in changes if change.target is None}]
    found: Replies = yield from replies(futures, [*kept, *changes])
    reply = reply_to(found, order, target)
    assert reply is not None
    return reply


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
