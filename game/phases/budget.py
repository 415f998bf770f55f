"""Phase 5, budget: plans, money, support, arms (internal balancing; Richardson 1960 for the wear).

A budget stays until another is ordered: guns, balanced, butter, or shares of one's own for arms, growth, home.

    money  = budget.rate x economy; at war with a state that one faces budget.war_rate, the extra for arms only
    arms'  = (1 - budget.decay) x arms + share for arms x money + extra + gifts received - gifts sent
    trend' = trend + budget.trend x (arms - trend), what others take for a state's usual arms

A gift is support.arms of the sender's arms, worn as the rest, or support.money of what it spends on arms, to all
together at most support.most; the receiver's attitude gains support.attitude. The shares for growth and home work in
phase 8.

A reform (level full) moves quality by reform.rate towards the best in the system + reform.lead, and costs cohesion.

Sources: Waltz 1979, pp. 118 and 127 (internal balancing, emulation); Hui 2005 (self-strengthening reforms);
Richardson 1960 (arms wear out).
"""

import numpy as np

from game.language import mark
from game.measures.power import economy
from game.measures.reach import engaged
from game.measures.ties import flip, peaceful
from game.orders.sheet import Sheet
from game.phases.gifts import portion
from game.phases.record import News, Record
from game.world import COLUMNS, Bools, Floats, Ints, World, some, total

NEWS = (
    News("sent_arms", "support", mark("{0} sends arms to {1}."), 1.5, theme="arms"),
    News("sent_money", "support", mark("{0} sends money to {1}."), 1.2, theme="arms"),
    News("drew_sword", "posture", mark("{0} takes the posture of the sword."), 1.2, theme="arms"),
    News("reformed", "reform", mark("{0} reforms after the best model there is."), 1.4, theme="arms"),
    News("took_shield", "posture", mark("{0} takes the posture of the shield."), 0.8, theme="arms"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Carry plans over or change them, reform, send support, spend the year's money on arms.

    A gift of money is a part of what the sender would spend on arms: what one gets the other lacks.
    """
    world = _reform(_plan(world, sheet), sheet.reform & world.alive)
    r = world.setting.rules
    fighting = engaged(world)
    spending = world.budget_arms * r.budget.rate * economy(world)
    extra = np.where(fighting, (r.budget.war_rate - r.budget.rate) * economy(world), 0.0)
    may = peaceful(world)
    gold, guns = sheet.support_money & may, sheet.support_arms & may
    arms = (1.0 - r.budget.decay) * world.arms + spending + extra
    helped = gold | guns
    if some(helped):
        given = portion(world, gold, r.support.money) * spending[..., :, None]
        sent = portion(world, guns, r.support.arms) * world.arms[..., :, None]
        gifts = given + (1.0 - r.budget.decay) * sent
        arms = arms - total(gifts) + total(flip(gifts))
        thanks = np.minimum(world.attitude + r.support.attitude * flip(helped), 1.0)
        world = world.but(attitude=thanks)
    trend = (1.0 - r.budget.trend) * world.arms_trend + r.budget.trend * world.arms
    changed = sheet.posture != world.posture
    record = {
        "sent_arms": guns,
        "sent_money": gold,
        "drew_sword": (sheet.posture == 2) & changed,
        "reformed": sheet.reform & world.alive,
        "took_shield": (sheet.posture == 0) & changed,
        "arms_spending": spending + extra,
    }
    return world.but(arms=arms, arms_trend=trend), record


def _plan(world: World, sheet: Sheet) -> World:
    """Take the budget ordered, else the one in force."""
    r = world.setting.rules.budget
    preset = sheet.budget
    arms = _pick(preset, world.budget_arms, (r.guns_arms, r.balanced_arms, r.butter_arms), sheet.shares[..., 0])
    shares = (r.guns_growth, r.balanced_growth, r.butter_growth)
    growth = _pick(preset, world.budget_growth, shares, sheet.shares[..., 1])
    return world.but(budget_arms=arms, budget_growth=growth)


def _reform(world: World, where: Bools) -> World:
    """Move quality towards the best in the system, and a little beyond; it costs cohesion (Waltz 1979, p. 127)."""
    if not some(where):
        return world
    r, least = world.setting.rules.reform, world.setting.rules.economy.cohesion_least
    best = np.where(world.alive, world.quality, 0.0).max(-1)[..., None]
    better = world.quality + r.rate * (best + r.lead - world.quality)
    return world.but(
        quality=np.where(where, np.minimum(COLUMNS["quality"].high, better), world.quality),
        cohesion=np.where(where, np.maximum(least, world.cohesion - r.cohesion), world.cohesion),
    )


def _pick(preset: Ints, old: Floats, values: tuple[float, float, float], own: Floats) -> Floats:
    table = np.array([0.0, *values, 0.0])
    return np.where(preset == 0, old, np.where(preset == 4, own, table[preset]))
