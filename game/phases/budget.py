"""Phase 5, budget: plans, money, support, arms (internal balancing; Richardson 1960 for the wear)."""

import numpy as np

from game.language import mark
from game.measures.power import economy
from game.measures.ties import at_war, flip, others
from game.orders.sheet import Sheet
from game.phases.record import News, Record
from game.world import Floats, Ints, World, total

NEWS = (
    News("sent_arms", "support", mark("{0} sends arms to {1}."), 1.5, theme="arms"),
    News("sent_money", "support", mark("{0} sends money to {1}."), 1.2, theme="arms"),
    News("guns", "arming", mark("{0} puts guns first."), 1.0, theme="arms"),
    News("drew_sword", "posture", mark("{0} takes the posture of the sword."), 1.2, theme="arms"),
    News("took_shield", "posture", mark("{0} takes the posture of the shield."), 0.8, theme="arms"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Carry plans over or change them, send support, spend the year's money on arms."""
    before = world.budget_arms
    world = _plan(world, sheet)
    r = world.setting.rules
    fighting = at_war(world)
    money = r.budget.rate * economy(world)
    extra = np.where(fighting, (r.budget.war_rate - r.budget.rate) * economy(world), 0.0)
    may = others(world) & ~world.war
    gold, guns = sheet.support_money & may, sheet.support_arms & may
    gifts = r.support.money * money[..., :, None] * gold
    money = money - total(gifts) + total(np.ascontiguousarray(flip(gifts)))
    loads = r.support.arms * world.arms[..., :, None] * guns
    stock = world.arms - total(loads) + total(np.ascontiguousarray(flip(loads)))
    arms = (1.0 - r.budget.decay) * stock + world.budget_arms * money + extra
    trend = (1.0 - r.budget.trend) * world.arms_trend + r.budget.trend * world.arms
    thanks = r.support.attitude * flip(gold | guns)
    changed = sheet.posture != world.posture
    record = {
        "sent_arms": guns,
        "sent_money": gold,
        "guns": (world.budget_arms > before) & (world.budget_arms >= r.budget.guns_arms),
        "drew_sword": (sheet.posture == 2) & changed,
        "took_shield": (sheet.posture == 0) & changed,
        "arms_spending": world.budget_arms * money + extra,
    }
    posture = np.where(sheet.posture >= 0, sheet.posture, world.posture)
    attitude = np.minimum(1.0, world.attitude + thanks)
    return world.but(arms=arms, arms_trend=trend, posture=posture, attitude=attitude), record


def _plan(world: World, sheet: Sheet) -> World:
    """Take the budget ordered, else the one in force."""
    r = world.setting.rules.budget
    preset = sheet.budget
    arms = _pick(preset, world.budget_arms, (r.guns_arms, r.balanced_arms, r.butter_arms), sheet.shares[..., 0])
    shares = (r.guns_growth, r.balanced_growth, r.butter_growth)
    growth = _pick(preset, world.budget_growth, shares, sheet.shares[..., 1])
    return world.but(budget_arms=arms, budget_growth=growth)


def _pick(preset: Ints, old: Floats, values: tuple[float, float, float], own: Floats) -> Floats:
    table = np.array([0.0, *values, 0.0])
    return np.where(preset == 0, old, np.where(preset == 4, own, table[preset]))
