"""Answers to demands: conceded, refused, countered, settled by something else (Fearon 1995 on bargaining)."""

import numpy as np

from game.measures.power import first_largest, power
from game.measures.ties import flip
from game.orders.common import bordering
from game.orders.kind import DEMANDED, SETTLEMENT
from game.orders.sheet import Sheet
from game.phases.deals import DEAL_COLUMNS, cleared, possible
from game.phases.deals import carry_out as trade_off
from game.phases.demands import DISARM, PACTS, REGION, SANCTIONS, settled
from game.phases.land import hand_over, settle
from game.phases.parting import without
from game.world import Bools, World, any_first, places, put, some


def answer(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools]]:
    """Carry out concessions; what is not conceded is refused and becomes a cause for war.

    Of several demands for land only the strongest demander's is met; one region a turn.
    """
    open_ = (world.demand > 0) & ~world.refused
    if not some(open_):
        none = np.zeros(world.war.shape, bool)
        if some(world.deal >= DEMANDED):
            world = world.but(**cleared(world, world.deal >= DEMANDED))
        return world, dict.fromkeys(("conceded", "refused", "countered", "settled", "forsook"), none)
    waiting = flip(world.deal == SETTLEMENT) & open_
    agreed = waiting & sheet.settle
    if some(agreed):
        agreed = flip(possible(world, flip(agreed)))
    countered = flip(sheet.counter_demand) & open_ & ~waiting
    yes = flip(sheet.concede) & open_ & ~waiting & ~countered
    land = yes & (world.demand == REGION)
    might = flip(np.where(land, power(world)[..., :, None], -1.0))
    chosen = np.arange(world.n)[:, None] == first_largest(might, world.setting.tie)[..., None, :]
    done = yes & (chosen | ~land)
    refused = open_ & ~yes & ~countered & ~agreed
    world = world.but(refused=world.refused | refused, demand_age=np.where(refused, 0, world.demand_age))
    world, _dealt = trade_off(world, flip(agreed) | (done & (world.deal == DEMANDED)))
    world, forsook = carry_out(world, done)
    world = _soothed(world, agreed)
    record = {"conceded": flip(done), "refused": flip(refused), "countered": flip(countered), "settled": agreed}
    record["forsook"] = forsook
    return _on_the_table(world, sheet, flip(countered), open_ & countered), record


def _soothed(world: World, agreed: Bools) -> World:
    """Take demands off the table that were settled by something else: a concession, and remembered as one."""
    if not some(agreed):
        return world
    r = world.setting.rules.opinion
    sooth = r.intent_conceded * (agreed & (flip(world.conceded_age) >= r.concession_memory))
    return world.but(
        intent=np.maximum(world.intent - sooth, 0.0),
        conceded_age=np.where(flip(agreed), 0, world.conceded_age),
        **settled(world, agreed),
    )


def _on_the_table(world: World, sheet: Sheet, counter: Bools, kept: Bools) -> World:
    """Keep what is offered in place of a demand for a turn; terms whose demand is answered are gone."""
    old = (world.deal == DEMANDED) & ~kept | (world.deal == SETTLEMENT)
    changes = cleared(world, old & ~counter)
    cells = places(counter)
    for name in DEAL_COLUMNS:
        changes[name] = put(changes[name], cells, getattr(sheet, name).reshape(-1)[cells])
    changes["deal"] = put(changes["deal"], cells, SETTLEMENT)
    return world.but(**changes)


def carry_out(world: World, done: Bools) -> tuple[World, Bools]:
    """Do what was demanded where `done` [..., N, N] (demander, target); and who left a pact with whom for it."""
    if not some(done):
        return world, done
    r = world.setting.rules
    lift, disarm, leave = (done & (world.demand == kind) for kind in (SANCTIONS, DISARM, PACTS))
    n, regions = world.n, world.setting.r
    game, demander, target = np.nonzero((done & (world.demand == REGION)).reshape(-1, n, n))
    region = world.demand_region.reshape(-1, n, n)[game, demander, target]
    near = bordering(world).reshape(-1, n, regions)[game, demander, region]
    still = near & (world.owner.reshape(-1, regions)[game, region] == target)
    world = hand_over(world, game[still], region[still], demander[still], r.crises.conceded_integration)
    world, _lost, _dead = settle(world, shock=False)
    quits = any_first(leave)[..., :, None] & world.pact & ~flip(leave)
    forsook = quits
    hurt = r.treaties.break_attitude * flip(forsook)
    quits = forsook | flip(forsook)
    sooth = r.opinion.intent_conceded * (done & (flip(world.conceded_age) >= r.opinion.concession_memory))
    world = world.but(
        sanction=np.where(flip(lift), 0, world.sanction),
        arms=np.where(any_first(disarm), world.arms * (1.0 - r.crises.disarm), world.arms),
        **without(world, quits, "pact"),
        attitude=np.maximum(world.attitude - hurt, -1.0),
        intent=np.maximum(world.intent - sooth, 0.0),
        conceded_age=np.where(flip(done), 0, world.conceded_age),
        **settled(world, done),
    )
    return world, forsook
