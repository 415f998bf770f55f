"""Soft balancing: constraining the strongest without arms (Pape 2005; limits: Brooks & Wohlforth 2005)."""

import numpy as np

from game.language import mark
from game.measures.power import leader, of_state, power
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned
from game.world import Bools

CONCENTRATED = 1.0 / 3.0
"""Share of all power from which a leader is balanced whatever it intends (Levy & Thompson 2005, pp. 1-33)."""


def _mask(turned: Turned) -> Bools:
    """Who put pressure on whom: a danger, or a leader too strong for all."""
    before, after = turned.before, turned.after
    head = of_state(before, leader(before)) & (power(before) >= CONCENTRATED)
    concern = turned.danger | (head[..., None, :] & turned.weaker & ~before.pact)
    pressed = (after.sanction > before.sanction) | (after.closed & ~before.closed)
    return np.asarray(pressed & concern & ~turned.fought)


SOFT_BALANCING = Concept(
    "soft_balancing",
    mark("Soft balancing"),
    mark("States constrain the strongest with economic and diplomatic tools instead of arms."),
    mark("It lays sanctions on, or closes its ports to, a stronger state that it fears or that has a third of power."),
    "Pape 2005, pp. 7-45; Brooks & Wohlforth 2005, pp. 72-108",
    _mask,
    {"sanction": _mask, "closed": _mask},
)
