"""What the common mind thinks of pressure short of war: sanctions, words."""

import numpy as np

from game.language import mark
from game.measures.ties import bound, flip, obliged
from game.opponents.reading import Reading
from game.opponents.reasons import Scored, above, ramp
from game.opponents.traits import Scores
from game.orders.sanction import EMBARGO
from game.world import Floats, private, snap, some
from game.world.setting import FULL


def pressure(read: Reading) -> Scores:
    """Score sanctions, their lifting, and public words (Pape 2005; Paul 2005)."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.pressing
    cause = _cause(read)
    blame = (t.soft + c.external * t.external) * cause
    retort = np.where(flip(w.sanction) > 0, r.retort, 0.0)
    matter, free = read.ratio - c.matters, 0.5 - flip(obliged(w))
    mild = (
        Scored(w.war.shape)
        .add(mark("to mark an aggressor"), blame)
        .add(mark("ill will in return"), -r.censure_price - c.friend_price * above(w.attitude))
        .add(mark("to answer in kind"), retort)
        .add(mark("war says it already"), -c.war_says * w.war)
        .gate(mark("they matter"), matter)
        .gate(mark("they have not promised to defend us"), free)
        .gate(mark("no embargo yet"), EMBARGO - 0.5 - w.sanction)
    )
    hard = (
        Scored(w.war.shape)
        .add(mark("to slow a danger"), t.soft * (cause + c.slow_threat * above(read.threat - r.danger_from)))
        .add(mark("what it costs us"), -c.embargo_price - c.embargo_trade * w.trade)
        .add(mark("the strong are worth stopping"), c.embargo_strong * t.soft * ramp(read.ratio - 1.0))
        .gate(mark("they matter"), matter)
        .gate(mark("they have not promised to defend us"), free)
    )
    return {
        ("sanction", "diplomatic"): mild,
        ("sanction", "economic"): hard,
        ("sanction", "lift"): _lift(read, blame, retort),
        **_words(read),
        **(_closing(read) if w.setting.level >= FULL else {}),
    }


def _lift(read: Reading, blame: Floats, retort: Floats) -> Scored:
    """Worth of an end of sanctions, by what there is against the target and the answer to its own, [..., N, N] each."""
    w, r = read.world, read.rules
    c = w.setting.rules.pressing
    return (
        Scored(w.war.shape)
        .add(mark("the cause is gone"), c.lift_worth)
        .add(mark("to mark an aggressor"), -blame)
        .add(mark("what it costs us"), r.sanction_weary * w.sanction_years)
        .add(mark("to answer in kind"), -retort)
        .add(mark("old grudge"), c.grudge * w.attitude)
        .add(mark("too soon to change course"), -c.steady * (w.sanction_years < r.sanction_patience))
    )


def _cause(read: Reading) -> Floats:
    """How much there is against the target: its public record, and its threat where it is strong, [..., N, N]."""
    c = read.world.setting.rules.pressing
    record = above(read.world.aggression[..., None, :] - c.record)
    strong = ramp(c.cause_slope * (read.ratio - c.cause_ratio))
    return snap(record + c.cause_threat * above(read.threat - c.cause_from) * strong)


def _closing(read: Reading) -> Scores:
    """Deny the strong and near-by dangerous our bases and ports, and open again when it is over (Pape 2005)."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.pressing
    record = above(w.aggression[..., None, :] - c.record)
    danger = c.close_threat * above(read.threat - r.close_from) + c.close_record * record
    reason = (t.soft + c.close_external * t.external) * danger
    shut = Scored(w.war.shape).add(mark("to keep their arms away"), reason)
    shut.add(mark("what it costs us"), -c.close_price - c.close_trade * w.trade)
    shut.add(mark("at war they get no base"), c.close_war * w.war)
    shut.gate(mark("they matter"), read.ratio - c.matters).gate(mark("they are no partner"), 0.5 - obliged(w))
    open_ = Scored(w.war.shape).add(mark("the cause is gone"), c.open_worth - reason)
    found: Scores = {("access", "close"): shut}
    if some(w.closed):
        found["withdraw", "access_notice"] = open_
    return found


def _words(read: Reading) -> Scores:
    w, t, c = read.world, read.temper.wide, read.world.setting.rules.pressing
    chatter = private(w, "words", "N")[..., None]
    warn = Scored(w.war.shape).add(
        mark("to name the danger"), c.warn_weight * above(read.threat - read.rules.danger_from)
    )
    warn.add(mark("words are cheap"), -c.words_price).gate(mark("the mood to speak"), c.warn_chance - chatter)
    calm = Scored(w.war.shape).add(
        mark("to be left in peace"), c.calm_weight * (1.0 - t.greed) * (read.threat - c.calm_from)
    )
    calm.add(mark("it would not be true"), -c.calm_false * t.hunger * read.odds)
    calm.add(mark("they would laugh"), -c.calm_war * w.war - c.calm_partner * bound(w))
    calm.gate(mark("the mood to speak"), c.calm_chance - chatter)
    friend = Scored(w.war.shape).add(mark("attitude"), c.friend_weight * w.attitude)
    friend.add(mark("words are cheap"), -c.friend_words).gate(mark("the mood to speak"), c.friend_chance - chatter)
    stand = Scored(w.war.shape).add(mark("our word stands"), c.stand_weight * (w.pact | w.guarantee))
    stand.add(mark("words are cheap"), -c.words_price).gate(mark("the mood to speak"), c.stand_chance - chatter)
    return {
        ("declare", "warn"): warn,
        ("declare", "no_land"): calm,
        ("declare", "friend"): friend,
        ("declare", "defend"): stand,
    }
