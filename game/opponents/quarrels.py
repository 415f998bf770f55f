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
from game.orders.kind import SETTLEMENT
from game.world import Floats, any_first, combine, how_many, snap, some, through, total
from game.world.setting import STANDARD


def war_value(read: Reading) -> Scored:
    """Worth of a war on the target: gain by greed, or prevention, less what war costs (Gilpin 1981; Levy 1987)."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.quarrels
    gain = (t.greed + _grievance(read)) * read.odds * read.prize - r.lose * (1.0 - read.odds)
    prevent = _prevention(read)
    best = np.maximum(gain, prevent)
    partner = r.cost_pact * (obliged(w) | w.secret) * (1.0 - c.partner_greed * t.hunger)
    fights = how_many(w.war)[..., None]
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
        .add(mark("land still to be digested"), -c.digest * read.overstretched)
    )


def _grievance(read: Reading) -> Floats:
    """Greed for core land of the actor that the target holds, [..., N, N]."""
    return np.where(read.holds_core, read.world.setting.rules.quarrels.grievance, 0.0)


def _prevention(read: Reading) -> Floats:
    """Worth of striking first at a state that grows dangerous, -1 at any other (Levy 1987), [..., N, N]."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.quarrels
    danger = r.preventive * np.minimum(read.threat - r.danger_from, c.prevent_most)
    better_now = t.vigilance * (read.odds - c.prevent_odds) * c.prevent_slope * w.offence[..., None, None]
    return np.where(read.threat > r.danger_from, danger + better_now - c.prevent_price, -1.0)


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
        if some(w.deal == SETTLEMENT):
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
        ready.add(mark("the congress forbids it"), -r.cost_defy * any_first(w.backing == RESTRAIN)[..., :, None])
    ready.gate(mark("chance of striking now"), chance - whim(w, "attack"))
    ready.gate(mark("the people will follow"), w.cohesion[..., None] - w.setting.rules.quarrels.follow)
    return {("attack", "war"): ready}


def _demands(read: Reading, war: Scored) -> Scores:
    """Demand what could be won without a war, of those who could be beaten."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.quarrels
    force = Scored(war.shape).add(mark("odds that impress"), read.odds - r.force_odds)
    force.gate(mark("they could be beaten"), read.odds - r.force_odds)
    force.gate(mark("chance of demanding"), r.force_chance - whim(w, "force"))
    disarm = Scored(war.shape, [*force.terms], [*force.gates])
    disarm.add(mark("their arms frighten us"), c.disarm_weight * t.vigilance * (read.threat - c.disarm_fear))
    disarm.gate(mark("their arms are worth a crisis"), read.threat - r.disarm_from)
    lift = Scored(war.shape, [*force.terms], [*force.gates])
    lift.add(mark("their sanctions hurt"), c.lift_weight * flip(w.sanction))
    split = Scored(war.shape, [*force.terms], [*force.gates])
    split.gate(mark("seldom"), c.split_part * r.force_chance - whim(w, "force"))
    bar = c.split_greed * t.hunger * ramp(read.ratio * c.split_slope) - c.split_price
    split.add(mark("their pacts stand in our way"), bar)
    return {
        ("demand", "region"): _demand_land(read, war),
        ("demand", "disarm"): disarm,
        ("demand", "end_sanctions"): lift,
        ("demand", "end_pacts"): split,
    }


def _demand_land(read: Reading, war: Scored) -> Scored:
    """Demand a region, own core land rather than another, [..., N, R]."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.quarrels
    drive = np.minimum(t.greed + _grievance(read), 1.0)
    chance = r.demand_chance * drive * read.odds
    backed = snap(c.demand_room + war.sum())
    price = -c.poorest * np.minimum(c.poorest_most, w.wealth)
    land = Scored((*w.batch, w.n, w.setting.r))
    land.add(mark("war would be worth it"), take_owner(w, backed))
    own = w.core[..., None, :] == np.arange(w.n)[:, None]
    land.add(mark("it is ours by right"), c.right * own)
    land.add(mark("the poorest is the easiest to give"), price[..., None, :])
    land.gate(mark("chance of demanding"), take_owner(w, chance - whim(w, "demand")))
    land.gate(mark("odds that impress"), take_owner(w, read.odds - c.impress))
    return land


def _concede(read: Reading) -> Scored:
    """Give way to the target's demand: when its attack would probably win (Fearon 1995)."""
    w, t, r = read.world, read.temper.wide, read.rules
    c, counted = w.setting.rules.quarrels, w.setting.rules.reading.allies_guard
    allies = np.where(flip(defends(w)), read.trust * flip(aid(w)), 0.0)
    guard = snap((defence(w) + counted * total(allies))[..., None] + counted * sworn(w))
    attack = flip(strike(w))
    force, hold = attack * attack, guard * guard
    lost = force / np.maximum(force + hold, 1e-6)
    chance, demand = whim(w, "concede"), flip(w.demand)
    return (
        Scored(w.war.shape)
        .add(mark("war would be lost"), c.lost_weight * (lost - c.lost_from))
        .add(mark("safety beside the strong"), r.concede * t.bandwagon * (read.ratio > c.concede_ratio))
        .add(mark("it is not our land"), c.concede_small * ((demand > 1) & (demand < 4)))
        .add(mark("we would stand alone"), -c.concede_alone * (demand == 4))
        .add(mark("the people would not bear it"), -c.concede_people * read.coherence)
        .add(mark("chance"), -chance)
        .gate(mark("some would rather fight"), c.concede_chance - chance)
    )


def _honour(read: Reading) -> Scored:
    """Come when called against the target (Leeds 2003; Snyder 1984), [..., N, N]."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.quarrels
    o = w.offence[..., None, None]
    victims = (w.began & (w.war_age == 1)).astype(np.float64)
    liked = combine(np.where(w.owed, w.attitude, 0.0), flip(victims))
    return (
        Scored(w.war.shape)
        .add(mark("habit of promises"), r.honour)
        .add(mark("our good name"), c.name_weight * (w.reputation[..., None] - c.name_from))
        .add(mark("who strikes first wins"), c.first_strike * (o - 0.5))
        .add(mark("fear of the attacker"), read.threat - c.fear_from)
        .add(mark("our side would win"), c.side_weight * (read.side_odds - c.side_from))
        .add(mark("attitude"), c.liked * liked)
        .add(mark("others will come"), -c.pass_weight * t.buck * (c.pass_offence - o))
        .add(mark("faith in treaties"), c.honour_faith * t.faith)
        .add(mark("the people will follow"), c.honour_people * (w.cohesion[..., None] - c.honour_cohesion))
        .add(mark("a war at hand"), -c.honour_busy * read.busy)
        .add(mark("chance"), mood(whim(w, "honour")))
    )


def _join(read: Reading) -> Scored:
    """Join a war unbidden: to stop an aggressor, or to share the spoils (Schweller 1994)."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.quarrels
    o = w.offence[..., None, None]
    shy = np.maximum(1.0 - c.shy_weight * t.buck * (c.shy_offence - o), 0.0)
    stop = r.join * t.external * shy * (0.5 + o) * logistic(c.join_slope * (read.threat - r.join_threat))
    stop = np.where(read.guilty, stop * logistic(c.join_odds_slope * (read.side_odds - c.join_odds)), 0.0)
    friend = flip(through(w.war, flip(bound(w))))
    with_friend = ramp(c.share_offence * (o - 0.5)) + c.share_greed * (t.greed > c.share_from)
    spoils = np.where(read.side_odds > c.spoils_odds, c.spoils * t.bandwagon, 0.0)
    share = np.where(friend & (read.side_odds > c.share_odds), with_friend * t.hunger, 0.0)
    pile = np.where(read.guilty, 0.0, np.maximum(spoils, share))
    return (
        Scored(w.war.shape)
        .add(mark("to stop an aggressor"), stop)
        .add(mark("a share of the spoils"), pile)
        .add(mark("a war at hand"), -c.join_busy * read.busy)
        .add(mark("friendship"), -c.join_friend * above(w.attitude))
        .add(mark("chance"), -whim(w, "join"))
        .gate(mark("the people will follow"), w.cohesion[..., None] - c.follow)
    )


def _peace(read: Reading) -> Scores:
    """End a war: the winner is slow to stop, the weary and the losing quick."""
    w = read.world
    c, gains = w.setting.rules.quarrels, _gains(read)
    fight = _fight_on(read, gains)
    base = Scored(w.war.shape).add(mark("weariness"), whim(w, "peace"))
    base.add(mark("there is more to win"), -fight).add(mark("a new war"), -c.new_war * (w.war_age < c.new_turns))
    held = base.again().add(mark("what we hold"), c.terms * gains)
    before = base.again().add(mark("what we lost"), -c.terms * gains - c.before_price)
    want = np.where(flip(w.offer_peace) == 2, -c.give_back * above(gains) * (read.front > c.front_even), 0.0)
    yes = base.again().add(mark("what we would give back"), want)
    return {("peace", "as_held"): held, ("peace", "as_before"): before, ("answer", "peace_yes"): yes}


def _fight_on(read: Reading, gains: Floats) -> Floats:
    """How far there is more to win than what was gained: by drive, fortune at the front and cohesion, [..., N, N]."""
    w, r = read.world, read.rules
    c = w.setting.rules.quarrels
    taker = np.where(read.temper.wide.greed > r.taker, c.fight_taker, c.fight_other)
    drive = np.where(read.holds_core, c.fight_core, taker)
    principal = w.began | flip(w.began)
    drive = np.where(principal, drive, c.fight_helper * drive)
    drive = drive * (1.0 - r.sated * above(gains))
    fortune = logistic(c.front_slope * (read.front - c.front_even))
    return drive * fortune * logistic(c.weary_slope * (w.cohesion[..., None] - c.weary))


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
    return (table - flip(table)).clip(-1.0, 1.0)
