"""Rules on a whole draft: three initiatives, influence, one word, one choice a matter and target."""

import numpy as np

from game.language import _, plural
from game.orders.kind import Order, Refusal
from game.orders.options import axis, options, refusals, slots
from game.orders.terms import faults
from game.world import Bools, World, combine, snap


def addable(world: World, draft: Bools) -> Bools:
    """Options that may still be added to a draft of chosen ones, [..., N, M] -> [..., N, M]."""
    lay = axis(world.setting)
    r = world.setting.rules.influence
    drafted = draft.astype(np.float64)
    spent = combine(drafted, lay.price[:, None])
    count = drafted @ lay.initiative.astype(np.float64)
    words = drafted @ lay.word.astype(np.float64)
    slot = np.broadcast_to(slots(world)[..., None, :], draft.shape)
    taken = np.zeros((*draft.shape[:-1], int(lay.slot.max()) + 1), bool)
    *actor, option = np.nonzero(draft)
    taken[(*actor, slot[(*actor, option)])] = True
    free = (lay.price == 0.0) | (snap(spent + lay.price) <= world.influence[..., None])
    room = ~lay.initiative | (count < r.initiatives)[..., None]
    quiet = ~lay.word | (words < 1)[..., None]
    return np.asarray(options(world) & free & room & quiet & ~np.take_along_axis(taken, slot, -1))


def problems(world: World, actor: int, draft: list[Order], order: Order) -> list[Refusal]:
    """Why an order cannot be added to a state's draft in one game; empty if it can."""
    found = refusals(world, actor, order)
    if found:
        return found
    found = _form(order)
    lay = axis(world.setting)
    r = world.setting.rules.influence
    places = [place for o in draft if (place := lay.index(o)) is not None]
    index = lay.index(order)
    assert index is not None
    found += faults(world, actor, order, lay.strip(index).choice, draft)
    limit = int(r.initiatives)
    if lay.initiative[index] and sum(lay.initiative[p] for p in places) >= limit:
        found.append(Refusal("initiatives", plural("only {n} initiative a turn", "only {n} initiatives a turn", limit)))
    cost = lay.price[index]
    spent = float(sum(lay.price[p] for p in places))
    have = float(world.influence[actor])
    if cost > 0 and spent + cost > have:
        text = _("it costs {cost:g} influence and you have {left:.1f} left")
        found.append(Refusal("influence", text.format(cost=cost, left=have - spent)))
    if lay.word[index] and any(lay.word[p] for p in places):
        found.append(Refusal("words", _("one declaration a turn")))
    slot = slots(world)
    if any(slot[p] == slot[index] for p in places):
        found.append(Refusal("matter", _("you have given an order on that matter already")))
    return found


def _form(order: Order) -> list[Refusal]:
    """Check the budget's sliders: three shares from 0 to 1 that add up to 1."""
    shares = order.shares
    if (order.kind, order.choice) != ("budget", "sliders"):
        return [] if shares is None else [Refusal("shares", _("only the budget’s sliders take shares"))]
    if shares is None or any(not 0.0 <= s <= 1.0 for s in shares) or abs(sum(shares) - 1.0) > 1e-6:
        return [Refusal("shares", _("arms, growth and home must be three shares that add up to 1"))]
    return []


def accepted(world: World, actor: int, orders: list[Order]) -> tuple[list[Order], list[tuple[Order, Refusal]]]:
    """Split a state's orders into those that stand, in the order given, and those refused with the reason."""
    taken: list[Order] = []
    refused: list[tuple[Order, Refusal]] = []
    for order in orders:
        found = problems(world, actor, taken, order)
        if found:
            refused.append((order, found[0]))
        else:
            taken.append(order)
    return taken, refused
