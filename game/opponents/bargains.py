"""What the common mind makes of terms: what is given and asked, counter-offers, settlements (Fearon 1995)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.language import mark
from game.measures.power import economy, held_count, usable
from game.measures.ties import at_war, flip
from game.opponents.reading import Reading
from game.opponents.reasons import Scored, above
from game.orders.common import bordering
from game.orders.kind import DEALS, DEMANDED, SETTLEMENT
from game.orders.sanction import EMBARGO
from game.orders.terms import ARMS, LAND, LIFT, MONEY, Goods, givable
from game.world import Floats, Ints, World, measure, places, snap, some, take

_GIVEN = mark("what they give with it")
_ASKED = mark("what they ask with it")
_GOODS = (LIFT, MONEY, ARMS, LAND)


def with_terms(read: Reading, worth: Scored, topic: str) -> Scored:
    """Add to the worth of the target's open offer what it gives and asks; the worth itself without any."""
    w = read.world
    here = flip(w.deal == DEALS[topic])
    if not some(here):
        return worth
    place = flip(w.deal_region)
    gain = _worth(read, np.where(here, flip(w.deal_give), 0), place)
    cost = _worth_to_them(read, np.where(here, flip(w.deal_ask), 0), place)
    return worth.again().add(_GIVEN, gain).add(_ASKED, -read.rules.deal_price * cost)


def counter(read: Reading, worth: Scored, topic: str) -> Scored:
    """Ask for more where an offer falls only a little short: core land back, sanctions lifted, arms, money."""
    w, r = read.world, read.rules
    lost = _lost_land(w)
    ask = np.where(flip(getattr(w, f"offer_{topic}")), _wish(w), 0)
    short = worth.sum()
    answered = np.where(flip(w.deal) == DEALS[topic], -1.0, 0.0)
    other = worth.again()
    other.add(mark("what we would ask for"), _worth(read, ask, lost))
    other.add(mark("they have made their terms"), answered)
    other.gate(mark("it falls only a little short"), short + r.deal_room)
    other.gate(mark("they have something to give"), ask - 0.5)
    other.gate(mark("our last terms are answered"), 0.5 - (w.deal >= DEMANDED))
    return other.naming(deal=np.asarray(DEALS[topic]), ask=ask, region=np.where(ask == LAND, lost + 1, 0))


def settlement(read: Reading, concede: Scored) -> Scored:
    """Offer something else to who demands: an end of sanctions, else money, where giving way is almost due."""
    w, r = read.world, read.rules
    able = givable(w)
    give = np.where(able.lift, LIFT, np.where(able.money, MONEY, 0))
    other = concede.again()
    saved = r.settle_less * (flip(w.demand) == 1) + r.settle_offer
    other.add(mark("it costs less than what they demand"), saved)
    other.gate(mark("we have something to give"), give - 0.5)
    return other.naming(deal=np.asarray(SETTLEMENT), give=give)


def settle(read: Reading, war: Scored) -> Scored:
    """Take what the target offers in place of a demand: unless a war would pay more (Fearon 1995, p. 387)."""
    w, r = read.world, read.rules
    here = flip(w.deal == SETTLEMENT)
    place = flip(w.deal_region)
    gain = _worth(read, np.where(here, flip(w.deal_give), 0), place)
    cost = _worth_to_them(read, np.where(here, flip(w.deal_ask), 0), place)
    return (
        Scored(war.shape)
        .add(_GIVEN, gain)
        .add(_ASKED, -r.deal_price * cost)
        .add(mark("a quarrel less"), r.settle_quarrel)
        .add(mark("war would be worth it"), -r.settle_war * above(war.sum()))
    )


@measure("owner", "core", uses=(held_count, bordering))
def _lost_land(w: World) -> Ints:
    """A region of the actor's core that the target holds and could give back, -1 none, [..., N, N]."""
    n, r = w.n, w.setting.r
    found = np.full((w.owner.size // r, n, n), -1)
    owner, core = w.owner.reshape(-1, r), w.core.reshape(-1, r)
    spare = take(held_count(w).reshape(-1, n), owner) > 1
    game, region = np.nonzero((owner != core) & spare)
    claimant = core[game, region]
    near = bordering(w).reshape(-1, n, r)[game, claimant, region]
    found[game[near], claimant[near], owner[game, region][near]] = region[near]
    return found.reshape((*w.batch, n, n))


@measure(uses=(givable, at_war, _lost_land))
def _wish(w: World) -> Ints:
    """What the actor would ask of the target: core land, else sanctions lifted, arms in war, money, [..., N, N]."""
    able = Goods(*map(flip, givable(w)))
    goods = np.where(able.arms & at_war(w)[..., None], ARMS, np.where(able.money, MONEY, 0))
    return np.where(_lost_land(w) >= 0, LAND, np.where(able.lift, LIFT, goods))


def _worth(read: Reading, good: Ints, region: Ints) -> Floats:
    """What it is worth to the actor that the target gives it a good, [..., N, N]."""
    w, r = read.world, read.rules
    rule = w.setting.rules
    if not some(good):
        return np.zeros(good.shape)
    named, actor, target, back = _named(w, good)
    own, mine = (np.maximum(x(w).reshape(-1)[actor], 1e-3) for x in (economy, usable))
    theirs, arms = (x(w).reshape(-1)[target] for x in (economy, usable))
    money = rule.support.money * rule.budget.rate * rule.budget.balanced_arms * theirs / own
    kinds = (
        r.deal_lift * w.sanction.reshape(-1)[back] / EMBARGO,
        r.deal_money * np.minimum(money, 1.0),
        r.deal_arms * np.minimum(rule.support.arms * arms / mine, 1.0),
        r.deal_region * np.minimum(_wealth(w, named, region) / own, 1.0),
    )
    return _spread(good, named, kinds)


def _worth_to_them(read: Reading, good: Ints, region: Ints) -> Floats:
    """What it costs the actor to give the target a good, [..., N, N]."""
    w, r = read.world, read.rules
    rule = w.setting.rules
    if not some(good):
        return np.zeros(good.shape)
    named, actor, _target, _back = _named(w, good)
    own = np.maximum(economy(w).reshape(-1)[actor], 1e-3)
    kinds = (
        r.deal_lift_cost * r.deal_lift * w.sanction.reshape(-1)[named] / EMBARGO,
        np.full(own.shape, r.deal_money * rule.support.money * rule.budget.rate * rule.budget.balanced_arms),
        np.full(own.shape, r.deal_arms * rule.support.arms),
        r.deal_region_own * r.deal_region * np.minimum(_wealth(w, named, region) / own, 1.0) + r.deal_region_cost,
    )
    return _spread(good, named, kinds)


def _named(w: World, good: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Flat places [K] of pairs with a good; of the actor and the target in [..., N]; of the pair turned round."""
    named = places(good)
    actor, other = np.divmod(named, w.n)
    target = actor - actor % w.n + other
    return named, actor, target, target * w.n + actor % w.n


def _spread(good: Ints, named: Ints, kinds: tuple[NDArray[Any], ...]) -> Floats:
    """Put the worth of each kind of good [K] where that one is named, [..., N, N]."""
    found = np.zeros(good.size)
    what = good.reshape(-1)[named]
    for kind, value in zip(_GOODS, kinds, strict=True):
        found[named[what == kind]] = snap(value[what == kind])
    return found.reshape(good.shape)


def _wealth(w: World, named: Ints, region: Ints) -> Floats:
    """Wealth of the region that each named deal [K] is about, 0 where none, [K]."""
    place = region.reshape(-1)[named]
    land = named // (w.n * w.n) * w.setting.r + np.maximum(place, 0)
    return np.where(place >= 0, w.wealth.reshape(-1)[land], 0.0)
