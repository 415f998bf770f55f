"""Phase 6, campaigns: forces are split over fronts, bleed, and regions fall (Lanchester 1916; Hirshleifer 1989).

Wars that are a turn old are fought. Each side splits its forces over its enemies in proportion to what these can
bring against it (its part of the danger).

    attack = strike x part x luck x (1 - campaigns.guard x worst neutral / (worst neutral + enemies))
    guard  = defence x part x (1 + campaigns.stake x (1 - own power / enemy's power)) if the weaker, else defence x part
    losses = campaigns.loss x enemy's force / (own force + enemy's force), on each front, by its part
    chance that a region falls = campaigns.cap x attack / (attack + guard x the region's terrain / mean terrain)

Luck is lognormal with a deviation of campaigns.luck in logarithms and lasts campaigns.luck_years years. One region a
front and year, up to three where attack is campaigns.overwhelm times guard. It goes to its core owner if the taker is
this state's ally or fights beside it, else to the taker, with an integration of campaigns.fallen_integration; all
think worse of who takes foreign land (opinion.intent_took). Losses cost cohesion (campaigns.cohesion_loss); a lost
capital multiplies cohesion by campaigns.capital_cohesion, arms by campaigns.capital_arms; without land a state is no
more.

Sources: Lanchester 1916; Hirshleifer 1989 (contest success with exponent 1); Walt 1987 (conquest as a sign of intent).
"""

from dataclasses import dataclass

import numpy as np

from game.language import mark
from game.measures.power import ground, power
from game.measures.reach import defence, pressed_by, strike
from game.measures.ties import bound, flip, obliged, others
from game.orders.sheet import Sheet
from game.phases.land import hand_over, settle
from game.phases.record import News, Record
from game.world import Bools, Floats, Ints, World, any_of, snap, total, uniform, uniform_at
from game.world.chance import lognormal_table, quantile

NEWS = (
    News("taken", "region_taken", mark("{0} takes {region} from {1}."), 3.0, "taken_from", theme="war"),
    News("freed", "region_freed", mark("{0} takes back {region}."), 3.0, "taken_from", theme="war"),
    News("capital_lost", "capital_lost", mark("{0} loses its capital."), 3.5, theme="war"),
    News("died", "died", mark("{0} is no more."), 5.0, theme="war"),
)

_SEARCHES = 3


@dataclass(frozen=True, eq=False)
class Fronts:
    """Forces on each front: attack of actor on target, defence of actor against target, [..., N, N]."""

    attack: Floats
    guard: Floats


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Fight every war that is at least a turn old."""
    fight = world.war & (world.war_age >= 1)
    owner = world.owner
    if not fight.any():
        none = np.zeros(world.alive.shape, bool)
        nowhere = np.zeros((*world.batch, world.n, world.setting.r), bool)
        blank = {"taken": nowhere, "freed": nowhere, "taken_from": owner, "capital_lost": none, "died": none}
        return world, {**blank, "losses": np.zeros(world.alive.shape)}
    front = fronts(world, fight)
    losses = bleed(world, fight, front)
    ratio = front.attack / np.maximum(flip(front.guard), 1e-3)
    for search in range(_SEARCHES):
        active = fight if search == 0 else fight & (ratio > world.setting.rules.campaigns.overwhelm)
        if not active.any():
            break
        world = _capture(world, active, front, search)
    r = world.setting.rules.campaigns
    weary = np.maximum(0.0, world.cohesion - r.cohesion_loss * losses)
    world = world.but(arms=world.arms * (1.0 - losses), cohesion=np.where(losses > 0, weary, world.cohesion))
    world, lost, died = settle(world, shock=True)
    taken = (world.owner != owner)[..., None, :] & (world.owner[..., None, :] == np.arange(world.n)[:, None])
    own = (world.core == world.owner)[..., None, :]
    world = _alarm(world, any_of(taken & ~own))
    record = {"taken": taken & ~own, "freed": taken & own, "taken_from": owner, "capital_lost": lost, "died": died}
    return world, {**record, "losses": losses}


def _alarm(world: World, taker: Bools) -> World:
    """Let all others think worse of who took foreign land (Walt 1987 on intentions): taker [..., N]."""
    seen = world.setting.rules.opinion.intent_took * taker[..., None, :]
    return world.but(intent=np.where(others(world), np.minimum(1.0, world.intent + seen), world.intent))


def fronts(world: World, fight: Bools) -> Fronts:
    """Split each side's forces over its enemies in proportion to what these can bring against it.

    An attacker leaves a guard at home against the most dangerous neutral; the much weaker side defends harder.
    """
    r = world.setting.rules.campaigns
    danger = np.where(fight, pressed_by(world), 0.0)
    foes = total(danger)[..., :, None]
    part = danger / np.maximum(foes, 1e-6)
    neutral = ~(world.war | bound(world))
    wary = np.where(neutral, pressed_by(world) * world.intent, 0.0)
    worst = wary.max(-1)[..., :, None]
    free = 1.0 - r.guard * worst / np.maximum(worst + foes, 1e-6)
    share = power(world)
    weak = 1.0 - share[..., :, None] / np.maximum(share[..., None, :], 1e-6)
    stake = 1.0 + r.stake * np.minimum(1.0, np.maximum(0.0, weak))
    attack = np.where(fight, strike(world) * part * free * _luck(world), 0.0)
    guard = np.where(fight, defence(world)[..., :, None] * part * stake, 0.0)
    return Fronts(snap(attack), snap(guard))


def _luck(world: World) -> Floats:
    """Luck of each front, lognormal, the same for some years: [..., N, N]."""
    r = world.setting.rules.campaigns
    era = (world.turn * world.setting.years + world.year) // int(r.luck_years)
    return quantile(lognormal_table(r.luck), uniform(world, "front", "NN", era))


def bleed(world: World, fight: Bools, front: Fronts) -> Floats:
    """Part of its arms that each state loses this year, 0..loss, [..., N]."""
    r = world.setting.rules.campaigns
    own = front.attack + front.guard
    foe = flip(own)
    both = own + foe
    danger = np.where(fight, pressed_by(world), 0.0)
    part = danger / np.maximum(total(danger)[..., :, None], 1e-6)
    lost = np.where(both > 0, r.loss * foe / np.maximum(both, 1e-6), 0.0) * part
    return total(lost)


def _contested(world: World, active: Bools) -> tuple[Ints, Ints, Ints]:
    """Regions that an enemy touches, by land or a short crossing: (game, region, attacker), each [K]."""
    n, r = world.n, world.setting.r
    ways = world.setting.ways
    owner = world.owner.reshape(-1, r)
    attacker, defender = owner[:, ways[:, 0]], owner[:, ways[:, 1]]
    games = np.arange(len(owner))[:, None]
    hot = active.reshape(-1, n, n)[games, attacker, defender]
    game, way = np.nonzero(hot)
    cells = np.unique((game * r + ways[way, 1]) * n + attacker[game, way])
    return cells // (r * n), cells // n % r, cells % n


def _capture(world: World, active: Bools, front: Fronts, search: int) -> World:
    """Let at most one region fall on every front: chance cap x a / (a + d)."""
    r = world.setting.rules.campaigns
    n, regions = world.n, world.setting.r
    game, region, attacker = _contested(world, active)
    if not game.size:
        return world
    owner = world.owner.reshape(-1, regions)[game, region]
    attack = front.attack.reshape(-1, n, n)[game, attacker, owner]
    guard = front.guard.reshape(-1, n, n)[game, owner, attacker]
    guard = guard * world.terrain.reshape(-1, regions)[game, region] / ground(world).reshape(-1, n)[game, owner]
    keys = world.setting.keys
    subject = keys["R"][region] ^ keys["N"][attacker]
    wish = uniform_at(world, f"aim {search}", game, subject)
    wish = wish + (world.core.reshape(-1, regions)[game, region] == attacker)
    best = _best(wish, (game * n + attacker) * n + owner)
    best &= _best(np.where(best, attack + wish * 2.0**-26, -1.0), game * regions + region)
    chance = r.cap * attack / np.maximum(attack + guard, 1e-6)
    falls = best & (uniform_at(world, f"falls {search}", game, subject) < snap(chance))
    taker = _liberate(world, game[falls], region[falls], attacker[falls])
    return hand_over(world, game[falls], region[falls], taker, r.fallen_integration)


def _best(score: Floats, group: Ints) -> Bools:
    """Mark the largest score of each group: [K]."""
    order = np.lexsort((score, group))
    last = np.append(group[order][1:] != group[order][:-1], True)
    best = np.zeros(len(score), bool)
    best[order[last]] = True
    return best


def _liberate(world: World, game: Ints, region: Ints, attacker: Ints) -> Ints:
    """Who receives fallen regions: the living core owner if the taker is its partner or fights beside it."""
    n, r = world.n, world.setting.r
    core = world.core.reshape(-1, r)[game, region]
    loser = world.owner.reshape(-1, r)[game, region]
    friend = obliged(world).reshape(-1, n, n)[game, attacker, core]
    beside = world.war.reshape(-1, n, n)[game, core, loser]
    returned = world.alive.reshape(-1, n)[game, core] & (friend | beside) & (core != loser)
    return np.where(returned, core, attacker)
