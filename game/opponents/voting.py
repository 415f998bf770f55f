"""What the common mind thinks of the congress: what to move, how to vote (Pape 2005; Paul 2018; Voeten 2005)."""

import numpy as np

from game.language import mark
from game.measures.power import power
from game.measures.threat import guessed_threat
from game.measures.ties import balloted, bound, flip, obliged, others
from game.opponents.reading import Reading
from game.opponents.reasons import Scored, above
from game.opponents.traits import Scores
from game.orders.congress import CENSURE, MANDATE
from game.world import Floats, snap, some, total

VOTES = (("answer", "vote_yes"), ("answer", "vote_no"))
"""What is scored for the defeated, too: they fear nobody and have no friends, and vote on the public record."""
_CAUSE = mark("to mark an aggressor")
_ENTANGLE = mark("to tie their hands")
_PARTNER = mark("they are our partner")
_FEELING = mark("attitude")


def congress(read: Reading) -> Scores:
    """Score motions, and votes where something is before the congress."""
    found = _motions(read)
    if some(balloted(read.world)):
        found |= _votes(read)
    return found


def _cause(read: Reading) -> Floats:
    """How much there is against the target: its public record and the threat that it is, [..., N, N]."""
    c = read.world.setting.rules.voting
    record = above(read.world.aggression[..., None, :] - c.record)
    return snap(c.cause_record * record + c.cause_threat * above(read.threat - c.cause_from))


def _prospect(read: Reading) -> Floats:
    """Weight of those who, as outsiders guess, fear the target, over all weight: 0..1, [..., 1, N]."""
    w = read.world
    weight = np.where(others(w), snap(np.sqrt(power(w)))[..., :, None], 0.0)
    afraid = np.where(guessed_threat(w) > w.setting.rules.voting.afraid, weight, 0.0)
    sums = [total(flip(each)) for each in (afraid, weight)]
    return snap(sums[0] / np.maximum(sums[1], 1e-3))[..., None, :]


def _motions(read: Reading) -> Scores:
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.voting
    minded = t.soft + c.minded_faith * t.faith + c.minded_external * t.external
    cause = _cause(read)
    backers = c.prospect * (_prospect(read) - 0.5)
    found: Scores = {}
    for name, cost in (("censure", 0.0), ("restrain", c.restrain_price), ("mandate", c.mandate_price)):
        scored = Scored(w.war.shape).add(_CAUSE, r.congress_cause * minded * cause)
        if name == "restrain":
            scored.add(_ENTANGLE, c.entangle * minded * above(read.threat - c.entangle_from))
        if name == "mandate":
            odds = above(read.odds - c.mandate_odds)
            scored.add(mark("war would be worth it"), c.mandate_greed * t.hunger * odds)
            scored.add(mark("they are at war with us"), c.mandate_war * w.war)
        scored.add(mark("what it costs us"), -r.congress_cost - cost)
        scored.add(mark("others would vote with us"), backers)
        found["congress", name] = scored.gate(mark("they are no partner"), 0.5 - bound(w))
    return found


def _votes(read: Reading) -> Scores:
    """Yes where there is a cause, no for friends; in between is to abstain."""
    w, t, c = read.world, read.temper.wide, read.world.setting.rules.voting
    kind = w.motion.max(-2)[..., None, :]
    tie = obliged(w) | flip(obliged(w))
    cause = _cause(read)
    yes = (
        Scored(w.war.shape)
        .add(_CAUSE, c.vote_cause * cause)
        .add(_FEELING, -c.vote_attitude * w.attitude)
        .add(mark("faith in treaties"), c.vote_faith * (t.soft + t.faith))
        .add(_PARTNER, -c.vote_partner * tie)
        .add(mark("a grave step"), -c.grave - c.grave_mandate * (kind == MANDATE) + c.mild_censure * (kind == CENSURE))
    )
    no = (
        Scored(w.war.shape)
        .add(_PARTNER, c.vote_partner * tie)
        .add(_FEELING, c.vote_attitude * w.attitude)
        .add(_CAUSE, -c.vote_cause * cause)
        .add(mark("we might be next"), c.next_weight * above(w.aggression[..., None] - c.next_from))
        .add(mark("why make an enemy"), -c.enemy)
    )
    return dict(zip(VOTES, (yes, no), strict=True))
