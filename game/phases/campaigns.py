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

import numpy as np

from game.language import mark
from game.measures.ties import flip, others
from game.orders.sheet import Sheet
from game.phases.capture import capture
from game.phases.fronts import bleed, fronts
from game.phases.land import settle
from game.phases.record import News, Record
from game.world import Bools, World, any_of, some

NEWS = (
    News("taken", "region_taken", mark("{0} takes {region} from {1}."), 3.0, "taken_from", theme="war"),
    News("freed", "region_freed", mark("{0} takes back {region}."), 3.0, "taken_from", theme="war"),
    News("capital_lost", "capital_lost", mark("{0} loses its capital."), 3.5, theme="war"),
    News("died", "died", mark("{0} is no more."), 5.0, theme="war"),
)

_SEARCHES = 3


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Fight every war that is at least a turn old."""
    fight = world.war & (world.war_age >= 1)
    owner = world.owner
    if not some(fight):
        none = np.zeros(world.alive.shape, bool)
        nowhere = np.zeros((*world.batch, world.n, world.setting.r), bool)
        blank = {"taken": nowhere, "freed": nowhere, "taken_from": owner, "capital_lost": none, "died": none}
        return world, {**blank, "losses": np.zeros(world.alive.shape)}
    front = fronts(world, fight)
    losses = bleed(world, fight, front)
    ratio = front.attack / np.maximum(flip(front.guard), 1e-3)
    for search in range(_SEARCHES):
        active = fight if search == 0 else fight & (ratio > world.setting.rules.campaigns.overwhelm)
        if not some(active):
            break
        world = capture(world, active, front, search)
    r = world.setting.rules.campaigns
    weary = np.maximum(world.cohesion - r.cohesion_loss * losses, 0.0)
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
    return world.but(intent=np.where(others(world), np.minimum(world.intent + seen, 1.0), world.intent))
