"""The balance: who hangs with the leader, who against it, who is only afraid."""

import numpy as np

from game.measures.power import leader, of_state, power, usable
from game.measures.reach import aid
from game.measures.threat import threat
from game.measures.ties import bound, flip, others
from game.world import Bools, Floats, World, combine, measure, snap, total

WITH, AGAINST, AFRAID, NEITHER = 0, 1, 2, 3


@measure("alive", "war", uses=(leader, threat, bound))
def sides(world: World) -> Floats:
    """Side of each state towards the leader: 0 with it, 1 bound against it, 2 only afraid, 3 neither.

    Afraid: the leader is its largest threat and counts; against: afraid and bound to (or fighting beside)
    another that is. The gap between 1 and 2 is underbalancing (Schweller 2004). [..., N]
    """
    head = of_state(world, leader(world))
    tie = bound(world)
    friend = (tie & head[..., None, :]).any(-1) | head
    fear = np.where(head[..., None, :], threat(world), 0.0).max(-1)
    worst = threat(world).max(-1)
    counts = world.setting.rules.threat.counts
    hostile = (world.war & head[..., None, :]).any(-1)
    wary = ((fear >= worst) & (fear > counts) | hostile) & world.alive & ~friend
    joined = (tie & wary[..., None, :]).any(-1) | hostile
    side = np.where(wary, np.where(joined, AGAINST, AFRAID), NEITHER)
    return np.asarray(np.where(friend & world.alive, WITH, side))


@measure("alive", uses=(others, bound, aid, usable))
def checked(world: World) -> Bools:
    """All others but a state's partners together could hold it in check, [..., N].

    They could deliver hegemony.counterweight of its usable arms at it (Brooks & Wohlforth 2008).
    """
    free = np.where(others(world) & ~bound(world), aid(world), 0.0)
    force = total(flip(free))
    return np.asarray(force >= world.setting.rules.hegemony.counterweight * usable(world))


@measure(uses=(sides, power))
def weights(world: World) -> Floats:
    """Power share on each of the four sides, [..., 4] in the order with, against, afraid, neither."""
    one_hot = sides(world)[..., None, :] == np.arange(4)[:, None]
    return snap(combine(one_hot.astype(np.float64), power(world)[..., None])[..., 0])
