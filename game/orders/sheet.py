"""The sheet: arrays that the orders of a turn write to and the phases read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from game.orders.kind import REGION, Order
from game.orders.options import Axis, Strip, axis
from game.orders.terms import FIELDS, decoded, encoded
from game.world import Bools, Floats, Ints, Setting, World, heads, pair, places, stretch


@dataclass(frozen=True, eq=False)
class Draft:
    """Chosen options [..., N, M]; what goes with them: the shares of arms and growth [..., N, 2] of the budget's
    sliders, and the terms [..., N, N, 6] of orders to others (`game.orders.terms.FIELDS`).
    """

    chosen: Bools
    shares: Floats
    terms: Ints

    def where(self, mine: Bools, other: Draft) -> Draft:
        """Take this draft where the mask [..., N] is true, the other elsewhere."""
        return Draft(
            np.where(mine[..., None], self.chosen, other.chosen),
            np.where(mine[..., None], self.shares, other.shares),
            np.where(mine[..., None, None], self.terms, other.terms),
        )

    def only(self, seats: Bools) -> Draft:
        """Keep the orders of some seats [..., N] and no others."""
        return Draft(self.chosen & seats[..., None], self.shares, self.terms * seats[..., None, None])


@dataclass(frozen=True, eq=False)
class Sheet:
    """What all states ordered this turn: booleans [..., N, N] unless another shape is named.

    `budget` [..., N]: 0 none, 1 guns, 2 balanced, 3 butter, 4 sliders; `shares` [..., N, 2];
    `posture` [..., N]: -1 none; `sanction`: -1 none, 0 lift, 1, 2; `offer_peace`: 0 none, 1 as held,
    2 as before; `demand`: 0 none, 2 sanctions, 3 disarm, 4 pacts; `demand_region` [..., N, R];
    `declaration`: 0 none or the template; `spent` [..., N] influence; `reform` [..., N];
    `aim` [..., N]: 0 none, or the number of the card;
    `motion`: 0 none, 1 censure, 2 restrain, 3 mandate. `turns`, `against` (-1 all), `deal`, `deal_give`,
    `deal_ask`, `deal_region` (-1 none) are the terms that go with them.
    """

    spent: Floats
    shares: Floats
    budget: Ints
    posture: Ints
    offer_pact: Bools
    offer_trade: Bools
    offer_nonaggression: Bools
    offer_peace: Ints
    guarantee: Bools
    support_arms: Bools
    support_money: Bools
    sanction: Ints
    demand: Ints
    demand_region: Bools
    attack: Bools
    notice_pact: Bools
    leave_pact: Bools
    notice_trade: Bools
    leave_trade: Bools
    notice_nonaggression: Bools
    leave_nonaggression: Bools
    notice_guarantee: Bools
    leave_guarantee: Bools
    yes_pact: Bools
    yes_trade: Bools
    yes_nonaggression: Bools
    yes_peace: Bools
    concede: Bools
    join: Bools
    decline_pact: Bools
    decline_trade: Bools
    decline_nonaggression: Bools
    decline_peace: Bools
    decline_demand: Bools
    decline_call: Bools
    counter_demand: Bools
    settle: Bools
    decline_settle: Bools
    declaration: Ints
    reform: Bools
    offer_secret: Bools
    yes_secret: Bools
    decline_secret: Bools
    close: Bools
    notice_access: Bools
    leave_access: Bools
    aim: Ints
    motion: Ints
    vote_yes: Bools
    decline_vote: Bools
    turns: Ints
    against: Ints
    deal: Ints
    deal_give: Ints
    deal_ask: Ints
    deal_region: Ints


_DEFAULT = {"posture": -1, "sanction": -1}
_NUMBERS = {"budget", "posture", "sanction", "offer_peace", "demand", "declaration", "motion", "aim"}
_WRITTEN = tuple(each.name for each in fields(Sheet) if each.name not in ("spent", "shares"))
_SHAPE = {"budget": "N", "posture": "N", "reform": "N", "aim": "N", "demand_region": "NR"}


@lru_cache(maxsize=16)
def _blanks(setting: Setting, batch: tuple[int, ...]) -> dict[str, Ints | Bools]:
    """Nothing ordered, read-only, by the sheet's fields."""
    n = setting.n
    shapes = {"N": (n,), "NR": (n, setting.r), "NN": (n, n)}
    arrays: dict[str, Ints | Bools] = {}
    for name in _WRITTEN:
        shape = shapes[_SHAPE.get(name, "NN")]
        kind = np.int64 if name in _NUMBERS else np.bool_
        arrays[name] = np.full((*batch, *shape), _DEFAULT.get(name, 0), kind)
        arrays[name].setflags(write=False)
    return arrays


def blank_draft(world: World) -> Draft:
    """No orders at all."""
    lay = axis(world.setting)
    start = pair(world.budget_arms, world.budget_growth)
    terms = np.zeros((*world.batch, world.n, world.n, len(FIELDS)), np.int64)
    return Draft(np.zeros((*world.batch, world.n, lay.size), bool), start, terms)


def write(world: World, draft: Draft) -> Sheet:
    """Write the chosen options into the sheet's arrays."""
    setting = world.setting
    lay = axis(setting)
    arrays = _blanks(setting, world.batch).copy()
    chosen = stretch(draft.chosen, (*world.alive.shape, lay.size))
    seat, option = np.divmod(places(chosen), lay.size)
    for strip, these in _by_strip(lay, option):
        name = strip.choice.writes
        if not arrays[name].flags.writeable:
            arrays[name] = arrays[name].copy()
        target = option[these] - strip.start
        arrays[name].reshape(-1)[seat[these] * strip.width + target] = (
            int(strip.choice.value) if name in _NUMBERS else True
        )
    arrays |= _terms(draft)
    spent = np.bincount(seat, lay.price[option], world.alive.size).reshape(world.alive.shape)
    return _filled(spent=spent, shares=draft.shares, **arrays)


def _filled(**arrays: Any) -> Sheet:
    """A sheet of all its arrays: one update instead of a frozen object's sixty settings."""
    sheet = object.__new__(Sheet)
    sheet.__dict__.update(arrays)
    return sheet


def _by_strip(lay: Axis, option: Ints) -> Iterator[tuple[Strip, Ints]]:
    """Give each strip that some options [K] are of, with the places of these among them."""
    number = lay.number[option]
    order = np.argsort(number, kind="stable")
    number = number[order]
    starts = heads(number).nonzero()[0].tolist()
    for start, end in pairwise([*starts, len(number)]):
        yield lay.strips[number[start]], order[start:end]


def _terms(draft: Draft) -> dict[str, Ints]:
    turns, against, deal, give, ask, region = (draft.terms[..., k] for k in range(len(FIELDS)))
    plain = {"turns": turns, "deal": deal, "deal_give": give, "deal_ask": ask}
    return plain | {"against": against - 1, "deal_region": region - 1}


def blank(world: World) -> Sheet:
    """A sheet without orders: plans carry over, nothing new is done."""
    return write(world, blank_draft(world))


def draft_of(world: World, orders: dict[int, list[Order]]) -> Draft:
    """Turn the orders of one game, by state, into a draft; unknown ones raise ValueError."""
    start = blank_draft(world)
    chosen, shares, terms = start.chosen.copy(), start.shares.copy(), start.terms.copy()
    lay = axis(world.setting)
    for actor, given in orders.items():
        for order in given:
            index = lay.index(order)
            if index is None:
                raise ValueError(f"there is no order {order.kind} {order.choice} on this target")
            chosen[actor, index] = True
            if order.choice == "sliders" and order.shares is not None:
                shares[actor] = order.shares[:2]
            if order.terms is not None:
                to = _receiver(world, lay, index)
                numbers = encoded(order.terms, lay.strip(index).choice)
                terms[actor, to] = np.where(numbers != 0, numbers, terms[actor, to])
    return Draft(chosen, shares, terms)


def _receiver(world: World, lay: Axis, index: int) -> int:
    """The state that an option is addressed to, or whose region it is about."""
    strip = lay.strip(index)
    target = index - strip.start
    return int(world.owner[target]) if strip.choice.to == REGION else target


def orders_of(world: World, draft: Draft) -> list[list[Order]]:
    """Turn the draft of one game back into orders, by state."""
    lay = axis(world.setting)
    return [[_order(world, lay, draft, i, int(m)) for m in places(draft.chosen[i])] for i in range(world.n)]


def _order(world: World, lay: Axis, draft: Draft, actor: int, index: int) -> Order:
    order = lay.order(index)
    choice = lay.strip(index).choice
    if choice.takes:
        return replace(order, terms=decoded(draft.terms[actor, _receiver(world, lay, index)], choice))
    if order.choice != "sliders":
        return order
    arms, growth = (float(x) for x in draft.shares[actor])
    return replace(order, shares=(arms, growth, 1.0 - arms - growth))


__all__ = ["Draft", "Sheet", "blank", "blank_draft", "draft_of", "orders_of", "write"]
