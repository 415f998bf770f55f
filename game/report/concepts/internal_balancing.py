"""Internal balancing: meeting a danger by arms of one's own (Waltz 1979, p. 118)."""

import numpy as np

from game.language import mark
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned
from game.world import Bools


def _mask(turned: Turned) -> Bools:
    """Who armed or reformed, and against whom: the danger that it feared most."""
    return np.asarray(turned.chief & turned.building[..., None])


INTERNAL_BALANCING = Concept(
    "internal_balancing",
    mark("Internal balancing"),
    mark("A state answers a more powerful one that threatens it by building up its own strength."),
    mark("It fears a more powerful state and reforms, or spends over concepts.effort of a balanced budget on arms."),
    "Waltz 1979, p. 118",
    _mask,
    {"reform": _mask},
)
