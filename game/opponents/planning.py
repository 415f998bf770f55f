"""What the common mind plans at home: shares of the budget, posture (internal balancing, Waltz 1979)."""

import numpy as np

from game.language import mark
from game.measures.ties import at_war
from game.opponents.reading import Reading
from game.opponents.reasons import Scored, above, ramp
from game.world import Floats, pair, snap

_STEPS = 64.0  # shares of the budget are planned in steps of one in so many


def arms_share(read: Reading) -> Scored:
    """Share of the money that goes to arms: the sum of the terms, [..., N, 1]."""
    w, t, r = read.world, read.temper, read.rules
    c = w.setting.rules.planning
    share = (
        Scored((*w.batch, w.n, 1))
        .add(mark("a peace-time army"), r.arms_base)
        .add(mark("what is missing for security"), r.arms_gap * t.vigilance * read.gap)
        .add(mark("arms to take"), r.arms_greed * np.minimum(t.greed, c.greed_most))
        .add(mark("a victim within reach"), _prey(read))
    )
    so_far = share.sum()
    share.add(mark("war"), np.where(read.busy, np.maximum(r.war_share - so_far, 0.0), 0.0))
    weak = (w.cohesion[..., None] < c.restless) & ~read.busy
    after = share.sum()
    share.add(mark("the people are restless"), np.where(weak, np.minimum(c.restless_share - after, 0.0), 0.0))
    last = share.sum()
    return share.add(mark("the least there must be"), np.maximum(r.arms_floor - last, 0.0))


def _prey(read: Reading) -> Floats:
    """More arms for who is greedy and lacks a little to beat the easiest neighbour."""
    t, r, c = read.temper, read.rules, read.world.setting.rules.planning
    best = read.best_odds
    near = ramp(c.prey_slope * best - c.prey_least) * (best < c.prey_sure)
    return snap(r.arms_offence * (t.greed - c.prey_greed).clip(0.0, 1.0) * near)


def shares(read: Reading) -> tuple[Scored, Floats]:
    """The arms terms, and (arms, growth) shares on a grid of one in 64, [..., N, 2]."""
    w = read.world
    c = w.setting.rules.planning
    scored = arms_share(read)
    arms = scored.sum()[..., 0].clip(0.0, c.arms_most)
    arms = np.floor(arms * _STEPS + 0.5) / _STEPS
    low = ramp((w.cohesion_start - w.cohesion) * c.unrest_slope)
    growth = np.floor((1.0 - arms) * (c.growth_share - c.growth_unrest * low) * _STEPS + 0.5) / _STEPS
    return scored, snap(pair(arms, growth))


def reform(read: Reading) -> dict[tuple[str, str], Scored]:
    """Score a reform: the further behind, and the more is missing for security, the better (Hui 2005)."""
    w, t, r = read.world, read.temper, read.rules
    c = w.setting.rules.planning
    best = np.where(w.alive, w.quality, 0.0).max(-1)[..., None, None]
    behind = best - w.quality[..., None]
    scored = (
        Scored((*w.batch, w.n, 1))
        .add(mark("others do it better"), r.reform_behind * t.vigilance * behind)
        .add(mark("what is missing for security"), r.reform_gap * t.vigilance * above(read.gap))
        .add(mark("arms to take"), r.reform_greed * t.hunger)
        .add(mark("what it costs us"), -r.reform_cost)
        .gate(mark("the people would bear it"), w.cohesion[..., None] - c.reform_cohesion)
        .gate(mark("there is influence to spare"), w.influence[..., None] - c.reform_influence)
    )
    return {("reform", "emulate"): scored}


def posture(read: Reading) -> dict[tuple[str, str], Scored]:
    """Score the three postures; a small cost of change keeps them steady."""
    w, t, c = read.world, read.temper, read.world.setting.rules.planning
    d = w.distinguish[..., None, None]
    shape = (*w.batch, w.n, 1)
    fear = ramp(read.worst_threat - c.shield_from)
    prey = t.hunger * ramp(c.prey_slope * read.best_odds)
    now = w.posture[..., None]
    calm = t.vigilance * (c.shield_fear * fear + c.shield_seen * d) - c.shield_greed * t.greed
    able = c.sword_weight * (prey - c.sword_prey) * (t.greed > read.rules.taker)
    pressed = c.shield_war * read.busy * (fear > c.shield_afraid)
    sword = Scored(shape).add(mark("arms to take"), able)
    shield = Scored(shape).add(mark("to be safe and seem so"), calm - c.shield_price + pressed)
    both = Scored(shape).add(mark("arms for either use"), c.both_worth + c.both_war * at_war(w)[..., None])
    for code, scored in enumerate((shield, both, sword)):
        scored.add(mark("change is slow"), np.where(now == code, 0.0, -c.change))
    return {("posture", "shield"): shield, ("posture", "both"): both, ("posture", "sword"): sword}
