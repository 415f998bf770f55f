"""Soft balancing: constraining the strongest without arms (Pape 2005; limits: Brooks & Wohlforth 2005)."""

import numpy as np

from game.language import mark
from game.measures.power import leader, of_state, power
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned
from game.world import Bools


def _concern(turned: Turned) -> Bools:
    """Who may be balanced softly by whom: a danger, or a leader too strong for all (Levy & Thompson 2005), in peace."""
    before = turned.before
    strong = power(before) >= before.setting.rules.concepts.concentrated
    head = of_state(before, leader(before)) & strong
    return np.asarray((turned.danger | (head[..., None, :] & turned.weaker & ~before.pact)) & ~turned.fought)


def _squeezed(turned: Turned) -> Bools:
    """Who laid new or harder sanctions on whom."""
    return np.asarray((turned.after.sanction > turned.before.sanction) & _concern(turned))


def _denied(turned: Turned) -> Bools:
    """Who closed its bases and ports to whom."""
    return np.asarray(turned.after.closed & ~turned.before.closed & _concern(turned))


def _entangled(turned: Turned) -> Bools:
    """Who moved in the congress, or voted, that a state be censured or bidden keep the peace; no mandate for war."""
    return np.asarray(turned.entangled & _concern(turned))


def _mask(turned: Turned) -> Bools:
    """Who put pressure on whom."""
    return np.asarray(_squeezed(turned) | _denied(turned) | _entangled(turned))


SOFT_BALANCING = Concept(
    "soft_balancing",
    mark("Soft balancing"),
    mark("States constrain the strongest with economic and diplomatic tools instead of arms."),
    mark("It presses, short of arms, a stronger state that it fears or that has concepts.concentrated of power."),
    "Pape 2005, pp. 7-45; Brooks & Wohlforth 2005, pp. 72-108",
    _mask,
    {"sanction": _squeezed, "closed": _denied, "motion": _entangled, "vote": _entangled},
)
