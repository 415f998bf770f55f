"""Capture: which regions fall to whom (Hirshleifer 1989, contest success with exponent 1)."""

import numpy as np

from game.measures.power import ground, owner_place
from game.measures.ties import obliged
from game.phases.fronts import Fronts
from game.phases.land import hand_over
from game.world import Bools, Floats, Ints, World, places, snap, uniform_at


def capture(world: World, active: Bools, front: Fronts, search: int) -> World:
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


def _contested(world: World, active: Bools) -> tuple[Ints, Ints, Ints]:
    """Regions that an enemy touches, by land or a short crossing: (game, region, attacker), each [K]."""
    n, r = world.n, world.setting.r
    here, there = world.setting.ways.T
    pairs = owner_place(world)[..., here] * n + world.owner[..., there]
    game, way = np.divmod(places(active.reshape(-1).take(pairs)), len(here))
    cells = np.unique((game * r + there[way]) * n + world.owner.reshape(-1, r)[game, here[way]])
    return cells // (r * n), cells // n % r, cells % n


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
