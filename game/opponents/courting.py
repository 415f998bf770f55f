"""What the common mind thinks of friends: pacts, treaties, guarantees, support, withdrawal."""

import numpy as np

from game.language import mark
from game.measures.power import economy_share, first_largest
from game.measures.reach import reach
from game.measures.threat import guessed_threat
from game.measures.ties import at_war, bound, flip, others
from game.opponents.bargains import counter, with_terms
from game.opponents.moods import whim
from game.opponents.reading import Reading
from game.opponents.reasons import Scored, above, ramp
from game.opponents.traits import Scores
from game.orders.kind import DEMANDED, PACT
from game.orders.terms import ARMS, LIFT, MONEY, givable
from game.world import Floats, combine, snap, some, take
from game.world.setting import FULL, STANDARD

_JOINT = mark("weight against those we both fear")
_THREAT = mark("fear of the partner itself")
_FEELING = mark("attitude")
_PRICE = mark("a pact may drag us into their war")
_FAITH = mark("faith in treaties")
_WAVE = mark("safety beside the strong")
_UNWELCOME = mark("they would hardly sign")
_SPURNED = mark("they left our last offer lying")
_EFFORT = mark("the effort of an envoy")
_UPKEEP = mark("what the tie costs to keep")


def pact(read: Reading) -> Scored:
    """Worth of a pact with the target (Walt 1987; Snyder 1984 on entrapment)."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.courting
    strong = c.strong_weight * ramp(read.ratio - c.strong_from) * flip(reach(w)) + read.excess
    return (
        Scored(w.war.shape)
        .add(_JOINT, r.pact_weight * t.external * read.trust * read.joint)
        .add(_WAVE, t.bandwagon * strong)
        .add(_THREAT, -read.excess)
        .add(_FEELING, r.pact_attitude * w.attitude)
        .add(_PRICE, -(r.pact_first + r.pact_more * read.pacts) * (1.0 + t.buck))
        .add(_FAITH, c.faith * t.faith)
        .add(mark("the pact that we have"), r.pact_keep * w.pact)
        .add(mark("trade holds us together"), r.trade_keep * (w.pact & w.trade))
    )


def friends(read: Reading) -> Scores:
    """Score the friendly initiatives and the answers to offers."""
    w, r = read.world, read.rules
    worth = pact(read)
    value = worth.sum()
    offer = worth.again().add(_UPKEEP, -r.pact_offer)
    offer.add(_UNWELCOME, read.unwelcome).add(_SPURNED, read.spurned)
    leave = Scored(worth.shape).add(mark("the pact is not worth it"), -value)
    leave.add(mark("habit"), -r.pact_offer)
    leave.gate(mark("the pact has stood three turns"), w.pact_age - w.setting.rules.courting.pact_stands)
    _sweeten(read, offer)
    found = {("ally", "pact"): offer, ("withdraw", "pact_notice"): leave, **_answers(read, worth, "pact")}
    if w.setting.level >= STANDARD:
        found |= _treaties(read)
    if w.setting.level >= FULL:
        found |= _secretly(read, worth)
    return found


def _secretly(read: Reading, worth: Scored) -> Scores:
    """A pact that nobody sees coming: for who wants land, or would provoke the strong by an open one."""
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.courting
    offer = worth.again().add(_UPKEEP, -np.asarray(c.secret_effort * r.pact_offer))
    offer.add(_UNWELCOME, read.unwelcome).add(_SPURNED, read.spurned)
    feared = c.secret_fear * above(read.worst_threat - c.secret_from)
    offer.add(mark("nobody need know"), c.secret_greed * t.hunger + feared - c.secret_price)
    return {("ally", "secret"): offer, ("answer", "secret_yes"): worth}


def _treaties(read: Reading) -> Scores:
    """The ties of level standard: trade, non-aggression, guarantees, support."""
    c = read.world.setting.rules.courting
    trade, nonaggression = _trade(read), _nonaggression(read)
    money, arms = _support(read)
    fear = _their_fear(read)
    found = {
        ("treaty", "trade"): _if_welcome(read, trade, -c.rival_weight * above(fear - c.rival_from)),
        **_answers(read, trade, "trade"),
        ("treaty", "nonaggression"): _if_welcome(
            read, nonaggression, -read.rules.treaty_doubt * ramp(c.fearless - fear)
        ),
        **_answers(read, nonaggression, "nonaggression"),
        ("support", "money"): money,
        ("support", "arms"): arms,
        **_guarantees(read),
    }
    if some(read.world.guarantee):
        found["withdraw", "guarantee_notice"] = _unburden(read)
    return found


def _their_fear(read: Reading) -> Floats:
    """How the target must see the actor as a threat, as outsiders guess it, [..., N, N]."""
    return flip(guessed_threat(read.world))


def _if_welcome(read: Reading, worth: Scored, doubt: Floats) -> Scored:
    """An offer: the worth of the treaty, less the influence spent and the doubt that it would be taken."""
    offer = worth.again().add(_UNWELCOME, doubt)
    offer.add(_EFFORT, -np.asarray(read.rules.treaty_offer))
    return offer.add(_SPURNED, read.spurned)


def _trade(read: Reading) -> Scored:
    w = read.world
    c = w.setting.rules.courting
    size = economy_share(w)[..., None, :]
    return (
        Scored(w.war.shape)
        .add(mark("what trade earns"), c.trade_worth + c.trade_size * size)
        .add(_FEELING, c.attitude * w.attitude)
        .add(mark("we would feed a rival"), -c.rival_weight * above(read.threat - c.rival_from))
        .add(_FAITH, c.faith * read.temper.wide.faith)
        .gate(mark("no ill feeling"), w.attitude + c.trade_grudge)
    )


def _nonaggression(read: Reading) -> Scored:
    w, t = read.world, read.temper.wide
    c = w.setting.rules.courting
    fear = np.minimum(read.threat, c.nonaggression_most)
    return (
        Scored(w.war.shape)
        .add(mark("one enemy less to guard against"), c.nonaggression_threat * fear)
        .add(_FEELING, c.attitude * w.attitude)
        .add(mark("it would tie our hands"), -c.tied_hands * t.hunger * read.odds)
        .add(mark("a word is only a word"), -c.word)
        .add(_FAITH, c.faith * t.faith)
        .add(mark("a pact says more"), -c.pact_better * bound(w))
    )


def _answers(read: Reading, worth: Scored, topic: str) -> Scores:
    """Answer an offer: by its worth with all that it names, or with other terms."""
    yes = with_terms(read, worth, topic)
    found = {("answer", f"{topic}_yes"): yes}
    if some(getattr(read.world, f"offer_{topic}")):
        found["answer", f"{topic}_counter"] = counter(read, yes, topic)
    return found


def _sweeten(read: Reading, offer: Scored) -> None:
    """Offer an end of sanctions, arms or money with a pact that would hardly be signed without."""
    w = read.world
    c = w.setting.rules.courting
    able = givable(w)
    rich = (read.ratio < c.poor_ratio) & able.money
    in_need = at_war(w)[..., None, :] & able.arms
    give = np.where(able.lift, LIFT, np.where(rich & in_need, ARMS, np.where(rich, MONEY, 0)))
    reluctant = (read.welcome < 0) & (w.deal < DEMANDED) & (give > 0)
    offer.add(mark("what we give may win them"), c.sweetener * reluctant)
    offer.naming(deal=np.where(reluctant, PACT, 0), give=np.where(reluctant, give, 0))


def _guarantees(read: Reading) -> Scores:
    """Guarantee against all, or only against the state that we fear most and that presses them."""
    w = read.world
    wide = _guarantee(read)
    foe = first_largest(np.where(others(w), read.excess, 0.0), w.setting.tie)[..., None]
    pressed = flip(take(read.pressed, flip(foe).repeat(w.n, -2)))
    strength = pressed * (take(read.excess, foe) > 0)
    tied = take(w.pact, foe)
    one = wide.again()
    one.add(mark("against one only, it binds us less"), w.setting.rules.courting.guarantee_one * (strength > 0))
    one.gate(mark("there is one to guard against"), strength)
    one.gate(mark("no pact binds us to that one"), 0.5 - tied)
    return {("guarantee", "all"): wide, ("guarantee", "one"): one.naming(against=foe + 1)}


def _guarantee(read: Reading) -> Scored:
    w, t, r = read.world, read.temper.wide, read.rules
    c = w.setting.rules.courting
    stronger = 1.0 / np.maximum(read.ratio, 1e-3)
    return (
        Scored(w.war.shape)
        .add(mark("their fall would be ours"), c.ward_stake * t.external * read.at_stake)
        .add(mark("we are much the stronger"), c.ward_weak * ramp(stronger - c.ward_times))
        .add(mark("a promise without return"), -(r.guarantee_price + r.pact_more * read.pacts) * (1.0 + t.buck))
        .add(_FEELING, c.attitude * w.attitude)
        .gate(mark("they are not the danger"), c.ward_threat - read.threat)
        .gate(mark("we are the stronger"), c.ward_ratio - read.ratio)
        .gate(mark("they are not at war"), 0.5 - at_war(w)[..., None, :])
        .gate(mark("our word carries there"), reach(w) - c.ward_reach)
        .gate(mark("our word carries weight"), read.own_power - r.guarantor)
    )


def _unburden(read: Reading) -> Scored:
    w = read.world
    danger = read.threat - read.rules.danger_from
    friendly = w.setting.rules.courting.keep_word * w.attitude
    return Scored(w.war.shape).add(mark("they are the danger now"), danger).add(_FEELING, -friendly)


def _support(read: Reading) -> tuple[Scored, Scored]:
    """Money and arms for those who fight or face whom we fear (Morgenthau 1948 on subsidies)."""
    w, t = read.world, read.temper.wide
    c = w.setting.rules.courting
    fighting = combine(np.where(others(w), read.excess, 0.0), w.war.astype(np.float64))
    need = snap((t.external + t.buck) * read.trust * (fighting + c.aid_stake * read.at_stake))
    money, arms = Scored(w.war.shape), Scored(w.war.shape)
    feeling, ours = c.attitude * w.attitude, -c.aid_price - c.aid_gap * above(read.gap) - c.aid_war * read.busy
    harmless = read.rules.count_from - read.threat
    for scored, label in ((money, "send money"), (arms, "send arms")):
        scored.add(mark("they hold whom we fear"), need).add(_FEELING, feeling)
        scored.add(mark("we need it ourselves"), ours)
        scored.add(mark("a whim"), c.aid_whim * (whim(w, label) - 0.5))
        scored.gate(mark("they are not the danger"), harmless)
    arms.add(mark("arms are slow to replace"), -c.aid_arms)
    return money, arms
