"""Phase 7, peace: agreed terms, exhaustion, joiners go home, wars without contact lapse.

A war ends where both want peace on the same terms: as held, or as before, when what changed hands between the two is
given back. Two sides whose cohesion is below peace.exhausted stop on the lines held. A war in which the two do not
face each other for peace.lapse turns lapses. Those who fought for a friend go home when the friend fights no more.
Non-aggression for treaties.truce turns follows every peace.

Sources: Fearon 1995 (war as a failure of bargaining); the numbers are the game's own.
"""

import numpy as np

from game.language import mark
from game.measures.reach import contact
from game.measures.ties import flip
from game.orders.sheet import Sheet
from game.phases.land import settle, still_helping
from game.phases.record import News, Record
from game.world import Bools, World, some, through

NEWS = (
    News("agreed", "peace", mark("{0} and {1} make peace."), 3.0, symmetric=True, theme="peace"),
    News(
        "exhausted",
        "peace",
        mark("{0} and {1} stop, exhausted, on the lines held."),
        2.5,
        symmetric=True,
        theme="peace",
    ),
    News("lapsed_war", "peace", mark("The war of {0} and {1} lapses."), 1.5, symmetric=True, theme="peace"),
    News(
        "went_home",
        "peace",
        mark("{0} and {1} stop fighting: the quarrel is over."),
        1.5,
        symmetric=True,
        theme="peace",
    ),
    News("offered_peace", "offered", mark("{0} offers {1} peace."), 1.0, parties=True, theme="peace"),
    News("fought_on", "declined", mark("{0} will fight on against {1}."), 0.8, parties=True, theme="peace"),
    News("died", "died", mark("{0} is no more: nothing of its land is left to it."), 5.0, theme="war"),
    News("returned", "region_freed", mark("{region} returns to {0}."), 1.5, theme="peace"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """End the wars that end, and let the others grow a turn older."""
    none = np.zeros(world.war.shape, bool)
    nowhere = np.zeros((*world.batch, world.n, world.setting.r), bool)
    if not some(world.war):
        blank = dict.fromkeys(("agreed", "exhausted", "lapsed_war", "went_home", "offered_peace", "fought_on"), none)
        return world, {**blank, "returned": nowhere, "died": np.zeros(world.alive.shape, bool)}
    before = world.owner
    agreed, restore = _agreed(world, sheet)
    world = _restore(world, restore)
    tired = (world.cohesion < world.setting.rules.peace.exhausted) & world.alive
    exhausted = world.war & tired[..., :, None] & tired[..., None, :] & ~agreed
    quiet = np.where(world.war & ~contact(world), world.quiet + 1, 0)
    idle = world.war & (quiet >= world.setting.rules.peace.lapse) & ~agreed & ~exhausted
    world = _end(world, agreed | exhausted | idle)
    fought = world.war
    for _chain in range(2):
        world = _end(world, _over(world))
    home = fought & ~world.war
    offers = np.where(world.war, sheet.offer_peace, 0)
    world = world.but(
        war_age=np.where(world.war, world.war_age + 1, 0),
        quiet=np.where(world.war, quiet, 0),
        offer_peace=offers,
    )
    world, _lost, died = settle(world, shock=False)
    returned = (world.owner != before)[..., None, :] & (world.owner[..., None, :] == np.arange(world.n)[:, None])
    record = {"agreed": agreed, "exhausted": exhausted, "lapsed_war": idle, "went_home": home}
    talk = {"offered_peace": offers > 0, "fought_on": sheet.decline_peace & world.war}
    return world, {**record, **talk, "returned": returned, "died": died}


def _agreed(world: World, sheet: Sheet) -> tuple[Bools, Bools]:
    """Where both want peace on the same terms, and where these are as before: symmetric [..., N, N].

    A side wants what it accepts or offers this turn, else what its open offer of last turn says.
    """
    said = np.where(sheet.yes_peace, flip(world.offer_peace), sheet.offer_peace)
    wants = np.where(said > 0, said, np.where(sheet.decline_peace, 0, world.offer_peace))
    agreed = (wants > 0) & (wants == flip(wants)) & world.war
    return agreed, agreed & (wants == 2)


def _restore(world: World, restore: Bools) -> World:
    """Give back what changed hands between two states that make peace as before."""
    if not some(restore):
        return world
    n, r = world.n, world.setting.r
    owner, prior = world.owner.reshape(-1, r), world.prior.reshape(-1, r)
    games = np.arange(len(owner))[:, None]
    back = (prior >= 0) & restore.reshape(-1, n, n)[games, owner, np.maximum(prior, 0)]
    core = world.core.reshape(-1, r)
    grip = np.where(back & (core == prior), 1.0, world.integration.reshape(-1, r))
    return world.but(
        owner=np.where(back, prior, owner).reshape(world.owner.shape),
        integration=grip.reshape(world.owner.shape),
        prior=np.where(back, -1, prior).reshape(world.owner.shape),
    )


def _over(world: World) -> Bools:
    """Wars of helpers whose friends fight no more, [..., N, N]."""
    cause = through(world.helps, world.war)
    principal = world.began | flip(world.began)
    return np.asarray(world.war & ~principal & ~cause & ~flip(cause))


def _end(world: World, ended: Bools) -> World:
    """End wars; a truce follows, and the lines held are the new borders."""
    if not some(ended):
        return world
    r = world.setting.rules.treaties
    n, regions = world.n, world.setting.r
    owner, prior = world.owner.reshape(-1, regions), world.prior.reshape(-1, regions)
    games = np.arange(len(owner))[:, None]
    settled = (prior >= 0) & ended.reshape(-1, n, n)[games, owner, np.maximum(prior, 0)]
    war = world.war & ~ended
    return world.but(
        war=war,
        began=world.began & ~ended,
        helps=still_helping(world.helps, war),
        offer_peace=np.where(ended, 0, world.offer_peace),
        nonaggression=world.nonaggression | ended,
        nonaggression_term=np.where(ended, int(r.truce), world.nonaggression_term),
        prior=np.where(settled, -1, prior).reshape(world.prior.shape),
    )
