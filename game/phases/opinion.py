"""Phase 9, opinion: what a year does to reputation, aggression, attitude and intent (Walt 1987; Jervis 1978).

Deeds count once, in the phase where they are done; here are the rates, and what arming looks like.
"""

import numpy as np

from game.measures.ties import others
from game.orders.sheet import Sheet
from game.phases.record import News, Record
from game.world import World

NEWS: tuple[News, ...] = ()


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Let names recover, deeds be forgotten, friendship grow by ties, and suspicion follow arms."""
    r = world.setting.rules.opinion
    apart = others(world)
    warm = r.attitude_pact * world.pact + r.attitude_trade * world.trade
    cold = world.setting.rules.soft.attitude * (np.swapaxes(world.sanction, -1, -2) > 0)
    attitude = (1.0 - r.attitude_drift) * world.attitude + warm - cold
    base = r.intent_base - r.intent_attitude * world.attitude + r.intent_aggression * world.aggression[..., None, :]
    target = np.minimum(1.0, np.maximum(0.0, base))
    d = world.distinguish[..., None]
    arming = world.arms > r.armed_trend * world.arms_trend
    seen = r.intent_armed * arming * ((1.0 - d) + d * (world.posture == 2))
    intent = world.intent + r.intent_back * (target - world.intent) + seen[..., None, :]
    world = world.but(
        reputation=world.reputation + r.reputation_back * (r.reputation_rest - world.reputation),
        aggression=r.aggression_keep * world.aggression,
        attitude=np.where(apart, np.minimum(1.0, np.maximum(-1.0, attitude)), 0.0),
        intent=np.where(apart, np.minimum(1.0, np.maximum(0.0, intent)), 0.0),
    )
    return world, {"arming": arming & world.alive}
