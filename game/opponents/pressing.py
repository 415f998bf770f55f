"""What the common mind thinks of pressure short of war: sanctions, words."""

import numpy as np

from game.language import mark
from game.measures.ties import bound, flip, obliged
from game.opponents.reading import Reading
from game.opponents.reasons import Scored, above, ramp
from game.opponents.traits import Scores
from game.world import private, snap, some
from game.world.setting import FULL


def pressure(read: Reading) -> Scores:
    """Score sanctions, their lifting, and public words (Pape 2005; Paul 2005)."""
    w, t, r = read.world, read.temper, read.rules
    aggressor = w.aggression[..., None, :]
    cause = snap(above(aggressor - 0.25) + 0.4 * above(read.threat - 0.8) * ramp(4.0 * (read.ratio - 0.9)))
    busy = 0.5 * w.war
    mild = (
        Scored(w.war.shape)
        .add(mark("to mark an aggressor"), (t.soft + 0.3 * t.external) * cause)
        .add(mark("ill will in return"), -r.censure_price - 0.2 * above(w.attitude))
        .add(mark("to answer in kind"), r.retort * (flip(w.sanction) > 0))
        .add(mark("war says it already"), -busy)
        .gate(mark("they matter"), read.ratio - 0.6)
        .gate(mark("they have not promised to defend us"), 0.5 - flip(obliged(w)))
        .gate(mark("no embargo yet"), 1.5 - w.sanction)
    )
    hard = (
        Scored(w.war.shape)
        .add(mark("to slow a danger"), t.soft * (cause + 0.3 * above(read.threat - 1.0)))
        .add(mark("what it costs us"), -0.20 - 0.3 * w.trade)
        .add(mark("the strong are worth stopping"), 0.2 * t.soft * ramp(read.ratio - 1.0))
        .gate(mark("they matter"), read.ratio - 0.6)
        .gate(mark("they have not promised to defend us"), 0.5 - flip(obliged(w)))
    )
    lift = (
        Scored(w.war.shape)
        .add(mark("the cause is gone"), 0.05)
        .add(mark("to mark an aggressor"), -(t.soft + 0.3 * t.external) * cause)
        .add(mark("what it costs us"), r.sanction_weary * w.sanction_years)
        .add(mark("to answer in kind"), -r.retort * (flip(w.sanction) > 0))
        .add(mark("old grudge"), 0.1 * w.attitude)
        .add(mark("too soon to change course"), -0.2 * (w.sanction_years < r.sanction_patience))
    )
    return {
        ("sanction", "diplomatic"): mild,
        ("sanction", "economic"): hard,
        ("sanction", "lift"): lift,
        **_words(read),
        **(_closing(read) if w.setting.level >= FULL else {}),
    }


def _closing(read: Reading) -> Scores:
    """Deny the strong and near-by dangerous our bases and ports, and open again when it is over (Pape 2005)."""
    w, t, r = read.world, read.temper, read.rules
    danger = 0.25 * above(read.threat - r.close_from) + 0.3 * above(w.aggression[..., None, :] - 0.25)
    shut = Scored(w.war.shape).add(mark("to keep their arms away"), (t.soft + 0.4 * t.external) * danger)
    shut.add(mark("what it costs us"), -0.06 - 0.1 * w.trade).add(mark("at war they get no base"), 0.05 * w.war)
    shut.gate(mark("they matter"), read.ratio - 0.6).gate(mark("they are no partner"), 0.5 - obliged(w))
    open_ = Scored(w.war.shape).add(mark("the cause is gone"), 0.04 - (t.soft + 0.4 * t.external) * danger)
    found: Scores = {("access", "close"): shut}
    if some(w.closed):
        found["withdraw", "access_notice"] = open_
    return found


def _words(read: Reading) -> Scores:
    w, t = read.world, read.temper
    chatter = private(w, "words", "N")[..., None]
    warn = Scored(w.war.shape).add(mark("to name the danger"), 0.4 * above(read.threat - 1.0))
    warn.add(mark("words are cheap"), -0.1).gate(mark("the mood to speak"), 0.30 - chatter)
    calm = Scored(w.war.shape).add(mark("to be left in peace"), 0.2 * (1.0 - t.greed) * (read.threat - 0.5))
    calm.add(mark("it would not be true"), -0.4 * np.minimum(1.0, t.greed) * read.odds)
    calm.add(mark("they would laugh"), -0.3 * w.war - 0.1 * bound(w)).gate(mark("the mood to speak"), 0.20 - chatter)
    friend = Scored(w.war.shape).add(mark("attitude"), 0.3 * w.attitude)
    friend.add(mark("words are cheap"), -0.08).gate(mark("the mood to speak"), 0.15 - chatter)
    stand = Scored(w.war.shape).add(mark("our word stands"), 0.2 * (w.pact | w.guarantee))
    stand.add(mark("words are cheap"), -0.1).gate(mark("the mood to speak"), 0.15 - chatter)
    return {
        ("declare", "warn"): warn,
        ("declare", "no_land"): calm,
        ("declare", "friend"): friend,
        ("declare", "defend"): stand,
    }
