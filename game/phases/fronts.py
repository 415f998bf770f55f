"""Fronts: how forces are split over enemies and what they lose there (Lanchester 1916; Hirshleifer 1989)."""

from dataclasses import dataclass

import numpy as np

from game.measures.power import power
from game.measures.reach import defence, pressed_by, strike
from game.measures.ties import bound, flip
from game.world import Bools, Floats, World, largest, snap, total, uniform
from game.world.chance import lognormal_table, quantile


@dataclass(frozen=True, eq=False)
class Fronts:
    """Forces on each front: attack of actor on target, defence of actor against target, [..., N, N]."""

    attack: Floats
    guard: Floats


def fronts(world: World, fight: Bools) -> Fronts:
    """Split each side's forces over its enemies in proportion to what these can bring against it.

    An attacker leaves a guard at home against the most dangerous neutral; the much weaker side defends harder.
    """
    r = world.setting.rules.campaigns
    danger = pressed_by(world) * fight
    foes = total(danger)[..., :, None]
    part = danger / np.maximum(foes, 1e-6)
    neutral = ~(world.war | bound(world))
    wary = pressed_by(world) * world.intent * neutral
    worst = largest(wary)[..., :, None]
    free = 1.0 - r.guard * worst / np.maximum(worst + foes, 1e-6)
    share = power(world)
    weak = 1.0 - share[..., :, None] / np.maximum(share[..., None, :], 1e-6)
    stake = 1.0 + r.stake * weak.clip(0.0, 1.0)
    attack = strike(world) * part * free * _luck(world) * fight
    guard = defence(world)[..., :, None] * part * stake * fight
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
    danger = pressed_by(world) * fight
    part = danger / np.maximum(total(danger)[..., :, None], 1e-6)
    lost = (r.loss * foe / np.maximum(both, 1e-6) * (both > 0)) * part
    return total(lost)
