"""Where feelings come from: what a year adds to them, what a deed does, what outsiders assume (Walt 1987, ch. 2)."""

from __future__ import annotations

import numpy as np

from game.measures.ties import flip, others
from game.world import Floats, World, snap

__all__ = ["assumed", "deeds", "flow", "outrage"]


def flow(world: World) -> dict[str, Floats]:
    """What the year to come adds to the actor's attitude to the target, term by term, [..., N, N] each.

    The coefficients are those of the opinion phase; at the ends of the scale less may be added.
    """
    r = world.setting.rules
    apart = others(world)
    return {
        "pact": snap(np.where(world.pact & apart, r.opinion.attitude_pact, 0.0)),
        "trade": snap(np.where(world.trade & apart, r.opinion.attitude_trade, 0.0)),
        "sanctions": snap(np.where((flip(world.sanction) > 0) & apart, -r.soft.attitude, 0.0)),
        "fading": snap(-r.opinion.attitude_drift * world.attitude * apart),
    }


def assumed(world: World) -> dict[str, Floats]:
    """The terms of what outsiders assume of the actor's attitude to the target, [..., N, N] each."""
    r = world.setting.rules.guesses
    apart = others(world)
    return {
        "promise": snap(np.where((world.pact | world.guarantee) & apart, r.attitude_pact, 0.0)),
        "war": snap(np.where(world.war & apart, -r.attitude_war, 0.0)),
        "record": snap(-r.attitude_aggression * world.aggression[..., None, :] * apart),
    }


def deeds(world: World) -> dict[str, float]:
    """What a deed does at once to the attitude of whom it is done to, by kind of event."""
    r = world.setting.rules
    return {
        "attack": -r.opinion.attitude_attacked,
        "surprise": -r.opinion.attitude_attacked,
        "demand": -r.opinion.attitude_demand,
        "honoured": r.opinion.attitude_honoured,
        "abandoned": -r.opinion.attitude_abandoned,
        "broken": -r.treaties.break_attitude,
        "support": r.support.attitude,
    }


def outrage(world: World) -> float:
    """What each attack does to the attitude of everybody who is not attacked."""
    return -world.setting.rules.opinion.attitude_partner_attacked
