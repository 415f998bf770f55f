"""Scores 0..100 at the end of a game: security, autonomy, welfare, honour, aims; and what a hegemon leaves."""

import numpy as np

from game.measures.aims import reached
from game.measures.power import autonomy, economy, of_state
from game.measures.ties import obliged
from game.world import Ending, Floats, World, any_of, measure, snap

__all__ = [
    "PARTS",
    "autonomy",
    "hegemon",
    "honour",
    "parts",
    "scores",
    "security",
    "welfare",
    "whole",
    "winners",
]


@measure("secure_turns", "turn")
def security(world: World) -> Floats:
    """Part of the turns in which the state was not vulnerable, 0..1, [..., N]."""
    return snap(world.secure_turns / np.maximum(world.turn, 1)[..., None])


@measure("economy_start", "turn", "alive", uses=(economy,))
def welfare(world: World) -> Floats:
    """Growth against a baseline that is the same for all, 0..1, half at the baseline, [..., N]."""
    r = world.setting.rules.scores
    years = (np.maximum(world.turn * world.setting.years, 1) * world.setting.part)[..., None]
    rate = (economy(world) / np.maximum(world.economy_start, 1e-6) - 1.0) / years
    part = 0.5 + 0.5 * (rate - r.baseline) / r.welfare_range
    return snap(np.where(world.alive, part.clip(0.0, 1.0), 0.0))


@measure("kept", "broken")
def honour(world: World) -> Floats:
    """Promises kept over promises kept and broken, 0..1; what the rules say if never tried, [..., N]."""
    r = world.setting.rules.scores
    tried = world.kept + world.broken
    return snap(np.where(tried > 0, world.kept / np.maximum(tried, 1), r.honour_never / r.honour))


PARTS = (
    ("security", security),
    ("autonomy", autonomy),
    ("welfare", welfare),
    ("honour", honour),
    ("aims", reached),
)


def whole(world: World) -> float:
    """Points of all parts together: those of aims count where aims are dealt."""
    r = world.setting.rules.scores
    return r.full + (r.aims if world.setting.aims else 0.0)


def parts(world: World) -> dict[str, Floats]:
    """The points of each part, already rescaled to 0..100 in sum, [..., N] each."""
    r = world.setting.rules.scores
    counted = PARTS if world.setting.aims else PARTS[:-1]
    return {name: snap(getattr(r, name) * function(world) * 100.0 / whole(world)) for name, function in counted}


def hegemon(world: World) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """The hegemon of a game that ended so, else -1, [...]."""
    return np.where(world.ending == Ending.HEGEMONY, world.contender, -1)


def scores(world: World) -> Floats:
    """Scores 0..100, [..., N].

    A hegemon has 100, its partners of three turns keep half of theirs, other survivors a quarter.
    """
    r = world.setting.rules.scores
    own = sum(parts(world).values(), np.zeros(world.alive.shape))
    head = of_state(world, hegemon(world))
    ruled = any_of(head)[..., None]
    partner = (obliged(world) & head[..., None, :] & (world.pact_age >= r.partner_turns)).any(-1)
    kept = np.where(partner, r.partner, np.where(world.alive, r.subject, 0.0))
    return snap(np.where(head, 100.0, np.where(ruled, own * kept, own)))


def winners(world: World) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Who has the highest score; ties share, [..., N]."""
    s = scores(world)
    return np.asarray(s >= s.max(-1)[..., None])
