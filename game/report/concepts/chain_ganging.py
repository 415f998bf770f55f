"""Chain-ganging: going to war for an ally whose fall one could not survive (Christensen & Snyder 1990)."""

import numpy as np

from game.language import mark
from game.measures.threat import beatable
from game.measures.ties import flip
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned, through
from game.world import Bools


def _mask(turned: Turned) -> Bools:
    """Who was pulled into war by whom: without the ally, the enemy it fears could beat it."""
    came = turned.came | flip(turned.came)
    pact, promise = turned.before.pact & ~came, turned.before.guarantee & ~came
    doomed = beatable(turned.before.but(pact=pact, guarantee=promise)) > 1.0
    vital = turned.entered & turned.feared & doomed
    return np.asarray(turned.came & through(vital, turned.before.war))


CHAIN_GANGING = Concept(
    "chain_ganging",
    mark("Chain-ganging"),
    mark("A state goes to war because an ally did whose fall it could not survive: chained, both march."),
    mark("It goes to war beside an ally against a state that it fears and that could beat it without this ally."),
    "Christensen & Snyder 1990, pp. 137-168",
    _mask,
    {"honoured": _mask},
)
