"""Influence: what initiatives cost, what comes in, what commitments cost to keep, which lapse in debt."""

import numpy as np

from game.measures.power import power
from game.measures.ties import flip
from game.orders.congress import RESTRAIN
from game.orders.sheet import Sheet
from game.phases.closures import reopen
from game.phases.parting import newest, without
from game.world import Bools, Floats, World, how_many, some


def pay(world: World, sheet: Sheet) -> tuple[World, Bools]:
    """Take the price of initiatives, add income, pay upkeep; if it fails closures lapse first, the newest first."""
    r = world.setting.rules.influence
    earned = world.influence - sheet.spent + np.where(world.alive, r.income + r.income_power * power(world), 0.0)
    charged = _charged(world)
    closed = how_many(world.closed)
    left = earned - r.upkeep * (how_many(charged) + closed)
    lapsed = np.zeros(world.pact.shape, bool)
    if some(left < 0):
        world, opened, left = reopen(world, left)
        world, lapsed = _lapse(world, charged, left)
        lapsed = lapsed | opened
    return world.but(influence=left.clip(0.0, r.cap)), lapsed


def _age(world: World) -> Floats:
    """Turns that each pact or embargo has stood, a guarantee none, equal ones parted by stable ids, [..., N, N]."""
    held = world.pact | world.guarantee
    age = np.where(held, np.where(world.pact, world.pact_age, 0), world.sanction_years // world.setting.years)
    return age + world.setting.tie


def _charged(world: World) -> Bools:
    """Commitments that cost upkeep: promises beyond the free ones, the newest, and embargoes, [..., N, N].

    An embargo on who is restrained by the congress is free for those who voted for it.
    """
    promises = world.pact | world.guarantee
    embargo: Bools = (world.sanction == 2) & (world.backing != RESTRAIN)
    over = how_many(promises) - world.setting.rules.influence.free_pacts
    if not some(over > 0):
        return embargo
    return newest(_age(world), promises, over) | embargo


def _lapse(world: World, charged: Bools, left: Floats) -> tuple[World, Bools]:
    """Drop the newest costly commitments of who is in debt: as many as the debt is worth.

    Partners who lose a pact so take it ill, and it is a promise not kept.
    """
    r = world.setting.rules
    drop = newest(_age(world), charged, np.ceil(-left / r.influence.upkeep))
    promises = drop & (world.pact | world.guarantee)
    pacts = drop & world.pact
    lost = r.treaties.lapse * r.treaties.break_pact * how_many(promises)
    world = world.but(
        sanction=np.where(drop & (world.sanction == 2), 0, world.sanction),
        reputation=np.maximum(world.reputation - lost, 0.0),
        broken=world.broken + how_many(promises).astype(np.int64),
        attitude=np.maximum(world.attitude - r.treaties.break_attitude * flip(promises), -1.0),
        **without(world, pacts | flip(pacts), "pact"),
        **without(world, drop, "guarantee"),
    )
    return world, drop
