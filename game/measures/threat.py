"""Whom a state fears and who could beat it (Walt 1987; Jackson & Nei 2015)."""

import numpy as np

from game.measures.power import usable
from game.measures.reach import aid, by_posture, defence, edge, pressed_by
from game.measures.ties import bound, defends, flip, guessed_intent, narrow, others
from game.world import Bools, Floats, World, any_of, combine, itself, measure, snap, some

_OFFENSIVE = ("offensive_shield", "offensive_both", "offensive_sword")


@measure("posture", "distinguish")
def offensive(world: World) -> Floats:
    """Perceived offensive share of a state's arms, 0..1, [..., N].

        (1 - d) x threat.offensive_unseen
        + d x (threat.offensive_shield, threat.offensive_both or threat.offensive_sword)

    Only where offence and defence can be told apart, d, does posture show (Jervis 1978).
    """
    d = world.distinguish[..., None]
    r = world.setting.rules.threat
    return snap((1.0 - d) * r.offensive_unseen + d * by_posture(world, r, _OFFENSIVE))


@measure("alive", uses=(pressed_by, defence))
def pressure(world: World) -> Floats:
    """Power times nearness: sqrt(strike of target / defence of actor), [..., N, N]."""
    own = defence(world)[..., :, None]
    floor = world.setting.rules.threat.defence_floor
    return snap(np.sqrt(pressed_by(world) / np.maximum(own, floor)))


def intent_factor(world: World, intent: Floats) -> Floats:
    """Factor by which aggressive intent multiplies a threat."""
    r = world.setting.rules.threat
    return r.intent_base + r.intent_slope * intent


@measure("intent", uses=(pressure, offensive, others))
def threat(world: World) -> Floats:
    """Threat that the target is to the actor, about 0..3, [..., N, N].

        threat = pressure x (threat.offensive_base + offensive share)
                 x (threat.intent_base + threat.intent_slope x intent)

    Walt 1987, pp. 21-26: aggregate power, nearness, offensive power, aggressive intentions. A threat counts
    from threat.counts.
    """
    base = world.setting.rules.threat.offensive_base
    rows = pressure(world) * (base + offensive(world)[..., None, :]) * intent_factor(world, world.intent)
    return snap(rows * others(world))


@measure(uses=(pressure, offensive, guessed_intent, others))
def guessed_threat(world: World) -> Floats:
    """Threat as any outsider would guess it, from public columns alone, [..., N, N]."""
    rows = pressure(world) * (world.setting.rules.threat.offensive_base + offensive(world)[..., None, :])
    return snap(rows * intent_factor(world, guessed_intent(world)) * others(world))


@measure("guarantee_against", uses=(narrow, aid))
def sworn(world: World) -> Floats:
    """Aid that actor is promised against target by guarantees that are about target alone, [..., N, N]."""
    found = np.zeros(world.pact.shape)
    if not some(narrow(world)):
        return found
    cells = np.nonzero(narrow(world))
    *game, _giver, kept = cells
    np.add.at(found, (*game, kept, world.guarantee_against[cells]), aid(world)[cells])
    return snap(found)


@measure(uses=(pressed_by, bound, defends, others, edge, usable, aid, sworn))
def beatable(world: World) -> Floats:
    """By how much the target with its partners outweighs the actor with its own, [..., N, N].

    Above 1 the actor is vulnerable to the target (Jackson & Nei 2015: M(C) > gamma M(own)). A partner is
    no rival; a state bound to both sides counts for neither.
    """
    tie = bound(world)
    with_self = tie | itself(world.n)
    loose = np.where(tie, 0.0, pressed_by(world))
    against = combine(loose, with_self.astype(np.float64))
    friends = flip(aid(world)) * flip(defends(world))
    mine = usable(world)[..., :, None] + combine(friends, (~with_self).astype(np.float64)) + sworn(world)
    gamma = world.setting.rules.threat.vulnerable * edge(world)[..., None, None]
    rival = others(world) & ~tie
    return snap(against / np.maximum(gamma * mine, 1e-3) * rival)


@measure("alive", uses=(beatable,))
def vulnerable(world: World) -> Bools:
    """Some rival with its partners can beat the state with its own, [..., N]."""
    return np.asarray(any_of(beatable(world) > 1.0) & world.alive)


__all__ = [
    "beatable",
    "guessed_threat",
    "intent_factor",
    "offensive",
    "pressure",
    "threat",
    "vulnerable",
]
