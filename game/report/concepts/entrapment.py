"""Entrapment: dragged into a war over an ally's interests that one does not share (Snyder 1984)."""

import numpy as np

from game.language import mark
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned, through
from game.world import Bools


def _mask(turned: Turned) -> Bools:
    """Who was dragged into war by whom: against nobody that it had to fear itself."""
    kept = turned.entry("crises", "honoured")
    return np.asarray(kept & turned.came & ~through(turned.entered & turned.feared, turned.before.war))


ENTRAPMENT = Concept(
    "entrapment",
    mark("Entrapment"),
    mark("A state is dragged into a war over an ally's interests that it does not share."),
    mark("It keeps its promise and goes to war with a state that is no threat to itself."),
    "Snyder 1984, pp. 461-495",
    _mask,
    {"honoured": _mask},
)
