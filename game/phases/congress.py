"""Phase 3, congress: resolutions are voted on, work for some turns, and are moved.

A motion of last turn is voted on by all states but the one that it is on: its movers for it unless they vote against,
who does not vote abstains. Votes weigh the root of the power share; a state that is no more keeps a vote, as a
government in exile, of weight congress.exile. It passes with more weight for than against, and at least
congress.quorum of all weight that may vote. The target resents who voted for it.

    censure    the target's reputation falls by congress.censure
    restrain   its attacks of this turn are held back, their price returned; for congress.term turns an attack costs it
               congress.defy of reputation and of aggression more, and the supporters' embargoes on it are free
    mandate    for congress.term turns an attack of the supporters on it is neither aggression nor a surprise

Of several motions on a state in one turn that of the most powerful mover stands.

Sources: Pape 2005, p. 36 (entangling diplomacy); Paul 2018 (institutions as restraint); Voeten 2005 (mandates make
the use of force legitimate); Penrose 1946 (the root of size as a weight).
"""

import numpy as np

from game.language import mark
from game.measures.power import first_largest, power
from game.measures.ties import balloted, flip, others
from game.orders.common import hears
from game.orders.congress import CENSURE, MANDATE, RESTRAIN
from game.orders.sheet import Sheet
from game.phases.record import News, Record
from game.world import Bools, Floats, Ints, World, how_many, snap, some, take, total

NEWS = (
    News("moved_censure", "motion", mark("{0} moves that the congress censure {1}."), 1.6, theme="soft"),
    News("moved_restraint", "motion", mark("{0} moves that the congress restrain {1}."), 1.8, theme="soft"),
    News("moved_mandate", "motion", mark("{0} asks the congress for a mandate against {1}."), 2.2, theme="soft"),
    News("voted_for", "vote", mark("{0} votes for the resolution on {1}."), 0.6, theme="soft"),
    News("voted_against", "vote", mark("{0} votes against the resolution on {1}."), 0.6, theme="soft"),
    News("was_censured", "resolution", mark("The congress censures {0}."), 2.0, theme="soft"),
    News("was_restrained", "resolution", mark("The congress bids {0} keep the peace."), 2.4, theme="soft"),
    News("was_outlawed", "resolution", mark("The congress gives a mandate against {0}."), 3.0, theme="soft"),
    News("was_spared", "resolution", mark("The congress finds no majority against {0}."), 1.5, theme="soft"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Count the votes, put what passed in force, let what ran out end, open new motions."""
    if not (some(sheet.motion > 0) or some(world.motion > 0) or some(world.backing > 0)):
        none, nobody = np.zeros(world.war.shape, bool), np.zeros(world.alive.shape, bool)
        return world, {n.entry: nobody if n.entry.startswith("was_") else none for n in NEWS}
    kind = world.motion.max(-2)
    yes, no, passed = _count(world, sheet)
    world = _returned(_in_force(world, yes, passed, kind), sheet)
    motion = _moved(world, sheet)
    record = {
        "moved_censure": motion == CENSURE,
        "moved_restraint": motion == RESTRAIN,
        "moved_mandate": motion == MANDATE,
        "voted_for": yes,
        "voted_against": no,
        "was_censured": passed & (kind == CENSURE),
        "was_restrained": passed & (kind == RESTRAIN),
        "was_outlawed": passed & (kind == MANDATE),
        "was_spared": (kind > 0) & ~passed & world.alive,
    }
    return world.but(motion=motion), record


def _count(world: World, sheet: Sheet) -> tuple[Bools, Bools, Bools]:
    """Votes for and against, [..., N, N] as voter, target, and whether the resolution passes, [..., N]."""
    may = hears(world) & balloted(world)[..., None, :]
    no = sheet.decline_vote & may
    yes = (sheet.vote_yes | (world.motion > 0)) & may & ~no
    weight = np.where(world.alive, snap(np.sqrt(power(world))), world.setting.rules.congress.exile)[..., :, None]
    cast_for, cast_against, all_cast = (_sum(np.where(each, weight, 0.0)) for each in (yes, no, may))
    quorum = world.setting.rules.congress.quorum * all_cast
    return yes, no, (cast_for > cast_against) & (cast_for >= quorum)


def _sum(votes: Floats) -> Floats:
    """Add up over voters: [..., N, N] -> [..., N] by target."""
    return total(flip(votes))


def _in_force(world: World, yes: Bools, passed: Bools, kind: Ints) -> World:
    """Let older resolutions run down and what passed take effect; the living alone answer for a vote and gain by it.

    `yes` is [..., N, N]; whether the resolution on each target passed, and its kind, [..., N].
    """
    r = world.setting.rules.congress
    backed = yes & passed[..., None, :] & others(world)
    lasting = backed & (kind >= RESTRAIN)[..., None, :]
    term = np.where(lasting, int(r.term), np.maximum(world.backing_term - 1, 0))
    backing = np.where(lasting, kind[..., None, :], np.where(term > 0, world.backing, 0))
    censured = passed & (kind == CENSURE)
    return world.but(
        backing=backing,
        backing_term=term,
        reputation=np.where(censured, np.maximum(world.reputation - r.censure, 0.0), world.reputation),
        attitude=np.maximum(world.attitude - r.resent * flip(backed), -1.0),
    )


def _returned(world: World, sheet: Sheet) -> World:
    """Give back the price of embargoes on who is restrained, to those who voted for it."""
    r = world.setting.rules.influence
    free = (sheet.sanction == 2) & (world.backing == RESTRAIN)
    if not some(free):
        return world
    back = r.sanction_economic * how_many(free)
    return world.but(influence=np.minimum(r.cap, world.influence + back))


def _moved(world: World, sheet: Sheet) -> Ints:
    """The motions that stand: on each target those of the kind that its most powerful mover wants, [..., N, N]."""
    asked = np.where(others(world), sheet.motion, 0)
    might = np.where(asked > 0, power(world)[..., :, None], -1.0)
    first = first_largest(flip(might), world.setting.tie)
    kind = take(flip(asked), first[..., None])[..., 0]
    return np.where(asked == kind[..., None, :], asked, 0)
