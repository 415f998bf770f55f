"""Demands: made, settled, dropped (Fearon 1994 on audience costs)."""

from typing import Any

import numpy as np

from game.measures.ties import flip, obliged, peaceful
from game.orders.kind import DEMANDED
from game.orders.sheet import Sheet
from game.phases.deals import DEAL_COLUMNS
from game.world import Bools, Ints, World, how_many, places, put, some

REGION, SANCTIONS, DISARM, PACTS = 1, 2, 3, 4


def settled(world: World, where: Bools) -> dict[str, Any]:
    """Give the changes that take demands of actor on target off the table, [..., N, N]."""
    cells = places(where)
    empty = {"demand": 0, "demand_region": -1, "demand_age": 0, "refused": False}
    return {name: put(getattr(world, name), cells, value) for name, value in empty.items()}


def demand(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools | Ints]]:
    """Make new demands public: one on a target at a time."""
    may = peaceful(world) & ~obliged(world) & (world.demand == 0)
    region = _asked_region(world, sheet, may)
    land = region >= 0
    other = may & ~land & (sheet.demand > 0)
    made = land | other
    asked = np.where(other, sheet.demand, 0)
    others_ = {"demanded_end": SANCTIONS, "demanded_disarm": DISARM, "demanded_leave": PACTS}
    record = {"demanded_region": land, "which_region": region} | {k: asked == v for k, v in others_.items()}
    if not some(made):
        return world, record
    r = world.setting.rules.opinion
    count = how_many(made)
    sweet = made & (sheet.deal == DEMANDED)
    terms = {name: np.where(sweet, getattr(sheet, name), getattr(world, name)) for name in DEAL_COLUMNS}
    world = world.but(
        **terms,
        demand=np.where(land, REGION, np.where(other, sheet.demand, world.demand)),
        demand_region=np.where(land, region, world.demand_region),
        demand_age=np.where(made, 0, world.demand_age),
        refused=world.refused & ~made,
        aggression=np.minimum(world.aggression + r.aggression_demand * count, 1.0),
        attitude=np.maximum(world.attitude - r.attitude_demand * flip(made), -1.0),
    )
    return world, record


def _asked_region(world: World, sheet: Sheet, may: Bools) -> Ints:
    """The region that the actor demands of the target, -1 none: [..., N, N]."""
    n, r = world.n, world.setting.r
    asked = np.full((may.size // (n * n), n, n), -1)
    actor, region = np.divmod(places(sheet.demand_region), r)
    game = actor // n
    asked[game, actor % n, world.owner.reshape(-1, r)[game, region]] = region
    return np.where(may, asked.reshape(may.shape), -1)


def drop(world: World) -> tuple[World, Bools]:
    """Count how long refused demands wait; who lets one go loses face."""
    r = world.setting.rules.crises
    conceded_age = np.minimum(world.conceded_age + 1, 99)
    if not some(world.refused):
        return world.but(conceded_age=conceded_age), world.refused
    age = np.where(world.refused, world.demand_age + 1, world.demand_age)
    dropped = world.refused & (age > r.patience)
    lost = r.drop * (how_many(dropped) > 0)
    world = world.but(
        reputation=np.maximum(world.reputation - lost, 0.0),
        conceded_age=conceded_age,
        **(settled(world, dropped) | {"demand_age": np.where(dropped, 0, age)}),
    )
    return world, dropped
