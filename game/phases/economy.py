"""Phase 8, economy: growth, trade, sanctions, integration, cohesion.

    growth    = economy.growth + economy.invest x (share for growth x budget.rate - economy.invest_base)
                + economy.trade x root of the trade partners' share of all economy
                + drift x the part of a year that is resolved
                - sanctions, but these cannot push it below 0 - economy.war at war with a state that one faces
    wealth'   = wealth x (1 + growth of its owner + noise of economy.region_noise)
    drift'    = economy.drift_keep x drift + noise of economy.drift_noise
    cohesion' = cohesion + economy.cohesion_home x (share for home - economy.home_base)
                + economy.cohesion_back x (cohesion at the start - cohesion) - economy.cohesion_war at such a war
                - economy.cohesion_burden x (arms spending / economy beyond economy.burden_limit),
                at least economy.cohesion_least

Land outside one's core gains economy.absorb of integration a year. Drift is uneven growth that lasts.

Sources: Gilpin 1981 (uneven growth); Wohlforth et al. 2007 (the capacity to absorb conquests).
"""

import numpy as np

from game.measures.power import economy
from game.measures.reach import engaged
from game.measures.trade import sanction_cost, trade_gain
from game.orders.sheet import Sheet
from game.phases.record import News, Record
from game.world import Bools, Floats, World, normal, take

NEWS: tuple[News, ...] = ()


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Grow every region by its owner's rate and some luck; integrate; move cohesion."""
    r = world.setting.rules.economy
    fighting = engaged(world)
    drift = r.drift_keep * world.drift + r.drift_noise * normal(world, "drift", "N")
    rate, squeezed = growth(world, fighting, drift)
    by_region = take(rate, world.owner) + r.region_noise * normal(world, "harvest", "R")
    home = world.core == world.owner
    grip = np.where(home, 1.0, np.minimum(world.integration + r.absorb, 1.0))
    record = {"growth": rate, "sanctions_lost": squeezed}
    world = world.but(
        wealth=np.maximum(r.least, world.wealth * (1.0 + by_region)),
        integration=grip,
        drift=np.where(world.alive, drift, 0.0),
        cohesion=_cohesion(world, fighting),
    )
    return world, record


def growth(world: World, fighting: Bools, drift: Floats) -> tuple[Floats, Floats]:
    """Growth of each state in a year, or the part of one, and what sanctions took of it, each [..., N].

    Sanctions cannot push growth below zero.
    """
    r = world.setting.rules
    spent = world.budget_growth * r.budget.rate
    natural = r.economy.growth + r.economy.invest * (spent - r.economy.invest_base) + trade_gain(world)
    natural = natural + world.setting.part * drift
    lost = np.minimum(sanction_cost(world), np.maximum(natural, 0.0))
    return natural - lost - r.economy.war * fighting, lost


def _cohesion(world: World, fighting: Bools) -> Floats:
    """Cohesion after a year: home spending, war weariness, the burden of arms, and the way back."""
    r = world.setting.rules
    home = 1.0 - world.budget_arms - world.budget_growth
    size = economy(world)
    burden = world.budget_arms * r.budget.rate + np.where(fighting, r.budget.war_rate - r.budget.rate, 0.0)
    heavy = np.maximum(burden - r.economy.burden_limit, 0.0)
    value = (
        world.cohesion
        + r.economy.cohesion_home * (home - r.economy.home_base)
        + r.economy.cohesion_back * (world.cohesion_start - world.cohesion)
        - r.economy.cohesion_war * fighting
        - r.economy.cohesion_burden * heavy
    )
    return np.where(
        world.alive & (size > 0), np.minimum(np.maximum(r.economy.cohesion_least, value), 1.0), world.cohesion
    )
