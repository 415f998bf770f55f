"""Deals: what is given and asked beside a treaty or a demand changes hands (Fearon 1995 on side payments)."""

from typing import Any

import numpy as np

from game.measures.power import economy, held_count
from game.measures.ties import flip
from game.orders.common import bordering
from game.orders.terms import ARMS, LAND, LIFT, MONEY, givable
from game.phases.gifts import portion
from game.phases.land import hand_over, settle
from game.world import Bools, Ints, World, places, put, some, total

DEAL_COLUMNS = {"deal": 0, "deal_give": 0, "deal_ask": 0, "deal_region": -1}


def cleared(world: World, where: Bools) -> dict[str, Any]:
    """Give the changes that take actor's terms to target off the table, [..., N, N]."""
    cells = places(where & (world.deal != 0))
    return {name: put(getattr(world, name), cells, empty) for name, empty in DEAL_COLUMNS.items()}


def possible(world: World, where: Bools) -> Bools:
    """Keep of actor's deals with target `where` [..., N, N] those in which both can still give what they name."""
    n = world.n
    pairs = places(where)
    actor, other = np.divmod(pairs, n)
    back = (actor - actor % n + other) * n + actor % n
    region = world.deal_region.reshape(-1)[pairs]
    able = _able(world, pairs, world.deal_give.reshape(-1)[pairs], region)
    able &= _able(world, back, world.deal_ask.reshape(-1)[pairs], region)
    kept = np.zeros(where.shape, bool)
    kept.reshape(-1)[pairs[able]] = True
    return kept


def _able(world: World, pairs: Ints, good: Ints, region: Ints) -> Bools:
    """Giver can give taker the good, [K]; nothing can always be given, and so can sanctions long gone.

    `pairs` are flat places in [..., N, N] as giver and taker.
    """
    near = givable(world)
    paid, armed = near.money.reshape(-1)[pairs], near.arms.reshape(-1)[pairs]
    able = np.where(good == ARMS, armed, np.where(good == MONEY, paid, True))
    land = good == LAND
    able[land] = _cedable(world, pairs[land], region[land])
    return able


def _cedable(world: World, pairs: Ints, region: Ints) -> Bools:
    """Giver holds the region that it would give taker, not its last, and it borders on taker, [K]."""
    n, r = world.n, world.setting.r
    giver, taker = np.divmod(pairs, n)
    game, giver = np.divmod(giver, n)
    own = (region >= 0) & (world.owner.reshape(-1, r)[game, region] == giver)
    touches = bordering(world).reshape(-1, n, r)[game, taker, region]
    return np.asarray(own & touches & (held_count(world).reshape(-1, n)[game, giver] > 1))


def carry_out(world: World, done: Bools) -> tuple[World, dict[str, Bools | Ints]]:
    """Carry out the deals of actor with target where `done`, [..., N, N]: who gave what to whom is recorded."""
    if not some(done):
        none = np.zeros(done.shape, bool)
        return world, {
            **dict.fromkeys(("eased", "paid", "armed", "ceded"), none),
            "ceded_region": np.full(done.shape, -1),
        }
    gives = np.where(done, world.deal_give, 0)
    asks = flip(np.where(done, world.deal_ask, 0))
    place = np.where(gives == LAND, world.deal_region, np.where(asks == LAND, flip(world.deal_region), -1))
    both = {good: (gives == good) | (asks == good) for good in (LIFT, MONEY, ARMS, LAND)}
    record: dict[str, Bools | Ints] = {
        "eased": both[LIFT],
        "paid": both[MONEY],
        "armed": both[ARMS],
        "ceded": both[LAND],
        "ceded_region": place,
    }
    r = world.setting.rules
    spending = world.budget_arms * r.budget.rate * economy(world)
    gift = portion(world, both[MONEY], r.support.money) * spending[..., :, None]
    gift = gift + portion(world, both[ARMS], r.support.arms) * world.arms[..., :, None]
    arms = world.arms - total(gift) + total(flip(gift))
    thanks = r.support.attitude * flip(both[MONEY] | both[ARMS] | both[LIFT])
    world = world.but(
        arms=np.maximum(arms, 0.0),
        sanction=np.where(both[LIFT], 0, world.sanction),
        attitude=np.minimum(world.attitude + thanks, 1.0),
    )
    return _cede(world, both[LAND], place), record


def _cede(world: World, land: Bools, place: Ints) -> World:
    """Hand over regions from actor to target, [..., N, N]."""
    n = world.n
    game, _giver, taker = np.nonzero(land.reshape(-1, n, n))
    if not game.size:
        return world
    region = place.reshape(-1, n, n)[land.reshape(-1, n, n)]
    world = hand_over(world, game, region, taker, world.setting.rules.crises.conceded_integration)
    return settle(world, shock=False)[0]
