"""What the common mind thinks of quarrels: demands, war, joining, standing by others, peace."""

import numpy as np

from game.language import mark
from game.measures.reach import aid, defence, strike
from game.measures.threat import sworn
from game.measures.ties import bound, defends, flip, obliged
from game.opponents.bargains import settle, settlement, with_terms
from game.opponents.moods import whim
from game.opponents.reading import Reading
from game.opponents.reasons import Scored, above, logistic, mood, ramp
from game.opponents.striving import urge
from game.opponents.traits import Scores
from game.orders.common import take_owner
from game.orders.congress import MANDATE, RESTRAIN
from game.world import Floats, combine, snap, some, total
from game.world.setting import STANDARD


def war_value(read: Reading) -> Scored:
    """Worth of a war on the target: gain by greed, or prevention, less what war costs (Gilpin 1981; Levy 1987)."""
    w, t, r = read.world, read.temper, read.rules
    grievance = np.where(read.holds_core, 0.5, 0.0)
    gain = (t.greed + grievance) * read.odds * read.prize - r.lose * (1.0 - read.odds)
    o = w.offence[..., None, None]
    prevent = r.preventive * np.minimum(read.threat - 1.0, 2.0) + t.vigilance * (read.odds - 0.45) * 4.0 * o - 0.10
    prevent = np.where(read.threat > 1.0, prevent, -1.0)
    best = np.maximum(gain, prevent)
    partner = r.cost_pact * (obliged(w) | w.secret) * (1.0 - 0.6 * np.minimum(t.greed, 1.0))
    fights = total(w.war.astype(np.float64))[..., None]
    worth = Scored(w.war.shape)
    if w.setting.rules.theory.parity_hazard:
        worth.add(mark("they are our equal, and we resent it"), w.setting.rules.theory.parity_hazard * read.parity)
    if w.setting.aims:
        worth.add(mark("our aim"), urge(read))
    return (
        worth.add(mark("what could be won"), np.where(gain >= prevent, gain, 0.0))
        .add(mark("better now than later"), np.where(gain >= prevent, 0.0, best))
        .add(mark("the cost of war"), -r.cost)
        .add(mark("wars at hand"), -r.cost_war * fights)
        .add(mark("trade with them"), -r.cost_trade * w.trade)
        .add(mark("they are our partner"), -partner)
        .add(mark("our word not to attack"), -r.cost_word * w.nonaggression)
        .add(mark("friendship"), -r.cost_attitude * above(w.attitude))
        .add(mark("a third would gain"), -r.cost_third * ramp(read.third / np.maximum(read.own_power, 1e-3) - 1.0))
        .add(mark("land still to be digested"), -0.5 * read.overstretched)
    )


def quarrels(read: Reading) -> Scores:
    """Score demands, attacks, answers to demands and calls, joining, and peace."""
    w = read.world
    war = war_value(read)
    found = _attack(read, war)
    if w.setting.level >= STANDARD:
        found |= _demands(read, war)
    if some(w.demand):
        concede = _concede(read)
        found["answer", "demand_yes"] = with_terms(read, concede, "demand")
        found["answer", "demand_counter"] = settlement(read, concede)
        found["answer", "settle_yes"] = settle(read, war)
    if some(w.war):
        found |= {("answer", "call_yes"): _honour(read), ("answer", "join"): _join(read), **_peace(read)}
    return found


def _attack(read: Reading, war: Scored) -> Scores:
    w, r = read.world, read.rules
    ready = war.again()
    cause = w.refused | (w.demand > 0) | (w.backing == MANDATE)
    formal = w.setting.level >= STANDARD
    chance = np.where(cause, r.attack_chance, r.surprise_chance if formal else r.plain_chance)
    ready.add(mark("no cause that others accept"), np.where(cause, 0.0, -r.surprise_least * formal))
    ready.add(mark("to let our demand go would cost face"), r.face * w.refused)
    if some(w.backing):
        ready.add(mark("the congress forbids it"), -r.cost_defy * (w.backing == RESTRAIN).any(-2)[..., :, None])
    ready.gate(mark("chance of striking now"), chance - whim(w, "attack"))
    ready.gate(mark("the people will follow"), w.cohesion[..., None] - 0.4)
    return {("attack", "war"): ready}


def _demands(read: Reading, war: Scored) -> Scores:
    """Demand what could be won without a war, of those who could be beaten."""
    w, t, r = read.world, read.temper, read.rules
    worth = war.sum()
    grievance = np.where(read.holds_core, 0.5, 0.0)
    drive = np.minimum(1.0, t.greed + grievance)
    chance = r.demand_chance * drive * read.odds
    backed = snap(0.25 + worth)
    land = Scored((*w.batch, w.n, w.setting.r))
    land.add(mark("war would be worth it"), take_owner(w, backed))
    own = w.core[..., None, :] == np.arange(w.n)[:, None]
    land.add(mark("it is ours by right"), 0.3 * own)
    land.add(mark("the poorest is the easiest to give"), -0.01 * np.minimum(10.0, w.wealth)[..., None, :])
    land.gate(mark("chance of demanding"), take_owner(w, chance - whim(w, "demand")))
    land.gate(mark("odds that impress"), take_owner(w, read.odds - 0.15))
    force = Scored(war.shape).add(mark("odds that impress"), read.odds - r.force_odds)
    force.gate(mark("they could be beaten"), read.odds - r.force_odds)
    force.gate(mark("chance of demanding"), r.force_chance - whim(w, "force"))
    disarm = Scored(war.shape, [*force.terms], [*force.gates])
    disarm.add(mark("their arms frighten us"), 0.3 * t.vigilance * (read.threat - 0.9))
    disarm.gate(mark("their arms are worth a crisis"), read.threat - r.disarm_from)
    lift = Scored(war.shape, [*force.terms], [*force.gates]).add(mark("their sanctions hurt"), 0.2 * flip(w.sanction))
    split = Scored(war.shape, [*force.terms], [*force.gates])
    split.gate(mark("seldom"), 0.5 * r.force_chance - whim(w, "force"))
    split.add(mark("their pacts stand in our way"), 0.2 * np.minimum(1.0, t.greed) * ramp(read.ratio * 2.0) - 0.1)
    return {
        ("demand", "region"): land,
        ("demand", "disarm"): disarm,
        ("demand", "end_sanctions"): lift,
        ("demand", "end_pacts"): split,
    }


def _concede(read: Reading) -> Scored:
    """Give way to the target's demand: when its attack would probably win (Fearon 1995)."""
    w, t, r = read.world, read.temper, read.rules
    allies = np.where(flip(defends(w)), read.trust * flip(aid(w)), 0.0)
    guard = snap((defence(w) + 0.8 * total(allies))[..., None] + 0.8 * sworn(w))
    attack = np.ascontiguousarray(flip(strike(w)))
    force, hold = attack * attack, guard * guard
    lost = force / np.maximum(force + hold, 1e-6)
    chance = whim(w, "concede")
    return (
        Scored(w.war.shape)
        .add(mark("war would be lost"), 1.2 * (lost - 0.6))
        .add(mark("safety beside the strong"), r.concede * t.bandwagon * (read.ratio > 1.2))
        .add(mark("it is not our land"), 0.15 * ((flip(w.demand) > 1) & (flip(w.demand) < 4)))
        .add(mark("we would stand alone"), -0.2 * (flip(w.demand) == 4))
        .add(mark("the people would not bear it"), -0.1 * read.coherence)
        .add(mark("chance"), -chance)
        .gate(mark("some would rather fight"), 0.9 - chance)
    )


def _honour(read: Reading) -> Scored:
    """Come when called against the target (Leeds 2003; Snyder 1984), [..., N, N]."""
    w, t, r = read.world, read.temper, read.rules
    o = w.offence[..., None, None]
    victims = (w.began & (w.war_age == 1)).astype(np.float64)
    liked = combine(np.where(w.owed, w.attitude, 0.0), flip(victims))
    return (
        Scored(w.war.shape)
        .add(mark("habit of promises"), r.honour)
        .add(mark("our good name"), 2.5 * (w.reputation[..., None] - 0.7))
        .add(mark("who strikes first wins"), 2.4 * (o - 0.5))
        .add(mark("fear of the attacker"), read.threat - 0.8)
        .add(mark("our side would win"), 2.0 * (read.side_odds - 0.6))
        .add(mark("attitude"), 0.5 * liked)
        .add(mark("others will come"), -1.3 * t.buck * (1.5 - o))
        .add(mark("faith in treaties"), 0.7 * t.faith)
        .add(mark("the people will follow"), 1.5 * (w.cohesion[..., None] - 0.6))
        .add(mark("a war at hand"), -1.0 * read.busy)
        .add(mark("chance"), mood(whim(w, "honour")))
    )


def _join(read: Reading) -> Scored:
    """Join a war unbidden: to stop an aggressor, or to share the spoils (Schweller 1994)."""
    w, t, r = read.world, read.temper, read.rules
    o = w.offence[..., None, None]
    shy = np.maximum(0.0, 1.0 - 0.8 * t.buck * (1.3 - o))
    stop = r.join * t.external * shy * (0.5 + o) * logistic(4.0 * (read.threat - r.join_threat))
    stop = np.where(read.guilty, stop * logistic(10.0 * (read.side_odds - 0.55)), 0.0)
    friend = (np.where(bound(w), 1.0, 0.0) @ w.war.astype(np.float64)) > 0
    with_friend = ramp(2.2 * (o - 0.5)) + 0.35 * (t.greed > 0.4)
    spoils = np.where(read.side_odds > 0.6, 0.3 * t.bandwagon, 0.0)
    share = np.where(friend & (read.side_odds > 0.5), with_friend * np.minimum(1.0, t.greed), 0.0)
    pile = np.where(read.guilty, 0.0, np.maximum(spoils, share))
    return (
        Scored(w.war.shape)
        .add(mark("to stop an aggressor"), stop)
        .add(mark("a share of the spoils"), pile)
        .add(mark("a war at hand"), -0.3 * read.busy)
        .add(mark("friendship"), -0.2 * above(w.attitude))
        .add(mark("chance"), -whim(w, "join"))
        .gate(mark("the people will follow"), w.cohesion[..., None] - 0.4)
    )


def _peace(read: Reading) -> Scores:
    """End a war: the winner is slow to stop, the weary and the losing quick."""
    w, t = read.world, read.temper
    drive = np.where(read.holds_core, 0.45, np.where(t.greed > 0.6, 0.75, 0.10))
    principal = w.began | flip(w.began)
    drive = np.where(principal, drive, 0.5 * drive)
    cohesion = w.cohesion[..., None]
    gains = _gains(read)
    drive = drive * (1.0 - read.rules.sated * above(gains))
    fight = drive * logistic(8.0 * (read.front - 0.40)) * logistic(12.0 * (cohesion - 0.40))
    base = Scored(w.war.shape).add(mark("weariness"), whim(w, "peace"))
    base.add(mark("there is more to win"), -fight).add(mark("a new war"), -0.6 * (w.war_age < 2))
    held = base.again().add(mark("what we hold"), 0.1 * gains)
    before = base.again().add(mark("what we lost"), -0.1 * gains - 0.02)
    want = np.where(flip(w.offer_peace) == 2, -0.3 * above(gains) * (read.front > 0.4), 0.0)
    yes = base.again().add(mark("what we would give back"), want)
    return {("peace", "as_held"): held, ("peace", "as_before"): before, ("answer", "peace_yes"): yes}


def _gains(read: Reading) -> Floats:
    """Regions won less regions lost in the war between actor and target, -1, 0 or 1, [..., N, N]."""
    w = read.world
    n, r = w.n, w.setting.r
    games = w.owner.size // r
    owner, prior = w.owner.reshape(games, r), w.prior.reshape(games, r)
    won = np.zeros((games, n * n))
    game, region = np.nonzero(prior >= 0)
    np.add.at(won, (game, owner[game, region] * n + prior[game, region]), 1.0)
    table = won.reshape(w.war.shape)
    return np.minimum(1.0, np.maximum(-1.0, table - flip(table)))
