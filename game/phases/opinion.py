"""Phase 9, opinion: what a year does to reputation, aggression, attitude and intent (Walt 1987; Jervis 1978).

Deeds count once, in the phase where they are done; here are the rates, and what arming looks like.

    reputation' = reputation + opinion.reputation_back x (opinion.reputation_rest - reputation)
    aggression' = opinion.aggression_keep x aggression
    attitude'   = (1 - opinion.attitude_drift) x attitude + opinion.attitude_pact with a pact
                  + opinion.attitude_trade with trade - soft.attitude towards who has sanctions on one
    intent'     = intent + opinion.intent_back x (target - intent) + opinion.intent_armed where the other arms
    target      = opinion.intent_base - opinion.intent_attitude x attitude
                  + opinion.intent_aggression x the other's aggression

A state arms visibly when its arms exceed opinion.armed_trend times its trend; where offence and defence can be told
apart only the sword alarms.

At level full others' arms are not seen but estimated. The figure that is published, and that all reckon with, goes
after reports that err; luck is lognormal with a deviation of estimates.error in logarithms:

    published' = luck x (estimates.keep x published + (1 - estimates.keep) x arms)

For a state at war with one that it faces only estimates.battle of the error is left: battles reveal.

Sources: Walt 1987, pp. 21-26 (intentions); Jervis 1978, pp. 167-214 (when arming alarms);
Wohlforth 1993 and Fearon 1995, pp. 390-401 (power as perceived, and why it is misjudged).
"""

import numpy as np

from game.measures.ties import flip, others
from game.orders.sheet import Sheet
from game.phases.estimates import renewed
from game.phases.record import News, Record
from game.world import World

NEWS: tuple[News, ...] = ()


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Let names recover, deeds be forgotten, friendship grow by ties, suspicion follow arms, estimates be made anew."""
    r = world.setting.rules.opinion
    apart = others(world)
    warm = r.attitude_pact * world.pact + r.attitude_trade * world.trade
    cold = world.setting.rules.soft.attitude * (flip(world.sanction) > 0)
    attitude = (1.0 - r.attitude_drift) * world.attitude + warm - cold
    base = r.intent_base - r.intent_attitude * world.attitude + r.intent_aggression * world.aggression[..., None, :]
    target = base.clip(0.0, 1.0)
    d = world.distinguish[..., None]
    arming = world.arms > r.armed_trend * world.arms_trend
    seen = r.intent_armed * arming * ((1.0 - d) + d * (world.posture == 2))
    intent = world.intent + r.intent_back * (target - world.intent) + seen[..., None, :]
    world = world.but(
        reputation=world.reputation + r.reputation_back * (r.reputation_rest - world.reputation),
        aggression=r.aggression_keep * world.aggression,
        attitude=np.where(apart, attitude.clip(-1.0, 1.0), 0.0),
        intent=np.where(apart, intent.clip(0.0, 1.0), 0.0),
        published=renewed(world),
    )
    return world, {"arming": arming & world.alive}
