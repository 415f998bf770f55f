"""Abandonment: an ally in need is left alone (Snyder 1984)."""

import numpy as np

from game.language import mark
from game.measures.ties import flip
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned
from game.world import Bools, any_of


def _aside(turned: Turned) -> Bools:
    """Who was called and stood aside."""
    return turned.entry("crises", "abandoned")


def _deserts(turned: Turned) -> Bools:
    """Who broke its promise to a state that was at war or had refused a demand."""
    need = any_of(turned.before.war | flip(turned.before.refused))
    return np.asarray(turned.entry("treaties", "broke_promise") & need[..., None, :])


def _mask(turned: Turned) -> Bools:
    """Who left whom alone."""
    return np.asarray(_aside(turned) | _deserts(turned))


ABANDONMENT = Concept(
    "abandonment",
    mark("Abandonment"),
    mark("An ally does not come when it is needed, or leaves when danger is near."),
    mark("It stands aside when its promise is called on, or breaks it while the other is at war or defies a demand."),
    "Snyder 1984, pp. 461-495",
    _mask,
    {"abandoned": _aside, "broken": _deserts},
)
