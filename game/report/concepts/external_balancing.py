"""External balancing: meeting a danger together with others whom it threatens too (Waltz 1979, p. 118)."""

import numpy as np

from game.language import mark
from game.measures.ties import flip
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned
from game.world import Bools, any_of


def _mask(turned: Turned) -> Bools:
    """Who joined forces with whom."""
    return np.asarray(turned.backed & turned.common)


def _sworn(turned: Turned) -> Bools:
    """A pact is told once for the two: it balances if it does so for either."""
    either = _mask(turned)
    return np.asarray(either | flip(either))


def _fought(turned: Turned) -> Bools:
    """Who went to war with a danger that others resist."""
    shared = any_of(turned.before.war)[..., None, :]
    return np.asarray(turned.entered & turned.danger & shared)


EXTERNAL_BALANCING = Concept(
    "external_balancing",
    mark("External balancing"),
    mark("States that the same more powerful state threatens join forces against it."),
    mark("It binds itself to, arms or fights for a state that resists a more powerful one which both must fear."),
    "Waltz 1979, p. 118; Walt 1987",
    _mask,
    {"pact_signed": _sworn, "guaranteed": _mask, "support": _mask, "honoured": _mask, "joined": _fought},
)
