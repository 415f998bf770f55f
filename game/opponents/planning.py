"""What the common mind plans at home: shares of the budget, posture (internal balancing, Waltz 1979)."""

import numpy as np

from game.language import mark
from game.measures.ties import at_war
from game.opponents.reading import Reading
from game.opponents.reasons import Scored, above, ramp
from game.world import Floats, snap


def arms_share(read: Reading) -> Scored:
    """Share of the money that goes to arms: the sum of the terms, [..., N, 1]."""
    w, t, r = read.world, read.temper, read.rules
    share = (
        Scored((*w.batch, w.n, 1))
        .add(mark("a peace-time army"), r.arms_base)
        .add(mark("what is missing for security"), r.arms_gap * t.vigilance * read.gap)
        .add(mark("arms to take"), r.arms_greed * np.minimum(t.greed, 1.5))
        .add(mark("a victim within reach"), _prey(read))
    )
    so_far = share.sum()
    share.add(mark("war"), np.where(read.busy, np.maximum(0.0, r.war_share - so_far), 0.0))
    weak = (w.cohesion[..., None] < 0.3) & ~read.busy
    after = share.sum()
    share.add(mark("the people are restless"), np.where(weak, np.minimum(0.0, 0.3 - after), 0.0))
    last = share.sum()
    return share.add(mark("the least there must be"), np.maximum(0.0, r.arms_floor - last))


def _prey(read: Reading) -> Floats:
    """More arms for who is greedy and lacks a little to beat the easiest neighbour."""
    t, r = read.temper, read.rules
    best = read.best_odds
    near = ramp(2.0 * best - 0.1) * (best < 0.75)
    return snap(r.arms_offence * np.minimum(1.0, np.maximum(0.0, t.greed - 0.3)) * near)


def shares(read: Reading) -> tuple[Scored, Floats]:
    """The arms terms, and (arms, growth) shares on a grid of one in 64, [..., N, 2]."""
    scored = arms_share(read)
    arms = np.minimum(0.75, np.maximum(0.0, scored.sum()[..., 0]))
    arms = np.floor(arms * 64.0 + 0.5) / 64.0
    w = read.world
    low = ramp((w.cohesion_start - w.cohesion) * 4.0)
    growth = np.floor((1.0 - arms) * (0.60 - 0.30 * low) * 64.0 + 0.5) / 64.0
    return scored, snap(np.stack([arms, growth], -1))


def reform(read: Reading) -> dict[tuple[str, str], Scored]:
    """Score a reform: the further behind, and the more is missing for security, the better (Hui 2005)."""
    w, t, r = read.world, read.temper, read.rules
    best = np.where(w.alive, w.quality, 0.0).max(-1)[..., None, None]
    behind = best - w.quality[..., None]
    scored = (
        Scored((*w.batch, w.n, 1))
        .add(mark("others do it better"), r.reform_behind * t.vigilance * behind)
        .add(mark("what is missing for security"), r.reform_gap * t.vigilance * above(read.gap))
        .add(mark("arms to take"), r.reform_greed * np.minimum(1.0, t.greed))
        .add(mark("what it costs us"), -r.reform_cost)
        .gate(mark("the people would bear it"), w.cohesion[..., None] - 0.5)
        .gate(mark("there is influence to spare"), w.influence[..., None] - 3.0)
    )
    return {("reform", "emulate"): scored}


def posture(read: Reading) -> dict[tuple[str, str], Scored]:
    """Score the three postures; a small cost of change keeps them steady."""
    w, t = read.world, read.temper
    d = w.distinguish[..., None, None]
    shape = (*w.batch, w.n, 1)
    fear = ramp(read.worst_threat - 0.5)
    prey = np.minimum(1.0, t.greed) * ramp(2.0 * read.best_odds)
    now = w.posture[..., None]
    calm = t.vigilance * (0.3 * fear + 0.25 * d) - 0.5 * t.greed
    sword = Scored(shape).add(mark("arms to take"), 0.6 * (prey - 0.35) * (t.greed > 0.6))
    shield = Scored(shape).add(mark("to be safe and seem so"), calm - 0.1 + 0.1 * read.busy * (fear > 0.5))
    both = Scored(shape).add(mark("arms for either use"), 0.08 + 0.1 * at_war(w)[..., None])
    for code, scored in enumerate((shield, both, sword)):
        scored.add(mark("change is slow"), np.where(now == code, 0.0, -0.12))
    return {("posture", "shield"): shield, ("posture", "both"): both, ("posture", "sword"): sword}
