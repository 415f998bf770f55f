"""Who can get at whom: borders, reach, what can be delivered where, defence."""

from functools import lru_cache

import numpy as np

from game.measures.power import ground, owner_place, usable
from game.measures.ties import flip
from game.world import Bools, Floats, Ints, Section, World, any_of, combine, itself, measure, snap, some

_STRIKE = ("posture_strike_shield", "posture_strike_both", "posture_strike_sword")
_GUARD = ("posture_guard_shield", "posture_guard_both", "posture_guard_sword")


def _touching(world: World, ways: Ints) -> Bools:
    """Pairs of states with regions at the two ends of some edge: [2E, 2] -> [..., N, N]."""
    n = world.n
    met = np.zeros((*world.batch, n, n), bool)
    met.reshape(-1)[owner_place(world)[..., ways[:, 0]] * n + world.owner[..., ways[:, 1]]] = True
    return met & ~itself(n)


@measure("owner")
def borders(world: World) -> Bools:
    """The two share a land border, [..., N, N]."""
    return _touching(world, world.setting.land_ways)


@measure("owner")
def crossings(world: World) -> Bools:
    """The two face each other over a short sea crossing, [..., N, N]."""
    return _touching(world, world.setting.sea_ways)


@measure(uses=(borders, crossings))
def contact(world: World) -> Bools:
    """The two face each other over a land border or a short crossing, [..., N, N]."""
    return np.asarray(borders(world) | crossings(world))


@measure("war", uses=(contact,))
def engaged(world: World) -> Bools:
    """The state is at war with somebody it faces: a war far away mobilises nobody, [..., N]."""
    return any_of(world.war & contact(world))


@measure("closed", "far", uses=(contact,))
def denied(world: World) -> Floats:
    """Part of the way of actor to target that lies with those who close it to the actor, 0..1, [..., N, N].

    Territorial denial (Pape 2005, p. 36): each who closes counts as far as it lies near the target; across
    the actor's own land border nobody is asked.
    """
    near = np.where(contact(world), 1.0, world.far) * ~itself(world.n)
    shut = flip(world.closed).astype(np.float64)
    return np.minimum(combine(shut, near), 1.0)


@measure("sea_power", "far", uses=(borders, crossings, denied))
def reach(world: World) -> Floats:
    """Part of the actor's force that arrives at the target, 0..1, [..., N, N].

    1 over a land border; power.sea_base, up to 1 with sea power, over a crossing; else by distance
    (loss-of-strength gradient, Boulding 1962, pp. 227-248), tabulated when the scenario is loaded;
    less what is denied on the way. theory.gradient stretches what distance takes, or does away with it.
    """
    r = world.setting.rules.power
    afloat = (r.sea_base + (1.0 - r.sea_base) * world.sea_power)[..., :, None]
    near = np.where(crossings(world), np.maximum(afloat, world.far), world.far)
    gradient = world.setting.rules.theory.gradient
    if gradient != 1.0:
        near = np.maximum(1.0 - gradient * (1.0 - near), 0.0)
    if some(world.closed):
        near = near * (1.0 - world.setting.rules.access.deny * denied(world))
    return snap(np.where(borders(world), 1.0, near))


def by_posture(world: World, section: Section, names: tuple[str, str, str]) -> Floats:
    """Look up a factor of the rules by posture: [..., N]."""
    return _table(section, names)[world.posture]


@lru_cache(maxsize=64)
def _table(section: Section, names: tuple[str, str, str]) -> Floats:
    return np.array([getattr(section, name) for name in names])


@measure("posture", "sea_power", uses=(usable, reach))
def strike(world: World) -> Floats:
    """Force that can take land, of the actor against the target, in points, [..., N, N].

    Usable arms x reach x posture (power.posture_strike_shield, power.posture_strike_both,
    power.posture_strike_sword) x (1 - power.sea_landing x sea power): a sea power frightens less than a land
    power (Levy & Thompson 2010).
    """
    land = 1.0 - world.setting.rules.power.sea_landing * world.sea_power
    own = usable(world) * by_posture(world, world.setting.rules.power, _STRIKE) * land
    return snap(own[..., :, None] * reach(world))


@measure("sea_power", uses=(usable, reach))
def aid(world: World) -> Floats:
    """Force with which the actor can help in a fight at the target, in points, [..., N, N].

    Usable arms x reach x (1 - power.sea_helping x sea power).
    """
    land = 1.0 - world.setting.rules.power.sea_helping * world.sea_power
    return snap((usable(world) * land)[..., :, None] * reach(world))


@measure("offence")
def edge(world: World) -> Floats:
    """Advantage of the defender, the larger the less the offence o has it, [...].

        D = power.defence x (2 - o) / (1 + o)

    That is twice, once or half of power.defence at o = 0, .5, 1.
    """
    o = world.offence
    return snap(world.setting.rules.power.defence * (2.0 - o) / (1.0 + o))


@measure("posture", uses=(usable, edge, ground))
def defence(world: World) -> Floats:
    """Force with which a state defends its land, in points, [..., N].

    Usable arms x posture (power.posture_guard_shield, power.posture_guard_both, power.posture_guard_sword) x
    mean terrain x the advantage of the defender.
    """
    own = usable(world) * by_posture(world, world.setting.rules.power, _GUARD) * ground(world)
    return snap(own * edge(world)[..., None])


@measure(uses=(strike,))
def pressed_by(world: World) -> Floats:
    """Force that target can bring against actor: `strike` seen from the receiving end, [..., N, N]."""
    return flip(strike(world))
