"""Underbalancing: not answering a danger that could beat one (Schweller 2004)."""

import numpy as np

from game.language import mark
from game.measures.threat import beatable
from game.measures.ties import flip
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned
from game.world import Bools, any_of


def _mask(turned: Turned) -> Bools:
    """Who did nothing against whom, though it could be beaten and nobody else bore the burden."""
    alone = ~any_of(flip(turned.carries))[..., None, :]
    return np.asarray(turned.idle & (beatable(turned.before) > 1.0) & alone)


UNDERBALANCING = Concept(
    "underbalancing",
    mark("Underbalancing"),
    mark("A state does nothing about a danger that could beat it, nor does another; often it is divided at home."),
    mark("It does nothing against a more powerful state that it fears and could be beaten by, and nobody resists it."),
    "Schweller 2004, pp. 159-201",
    _mask,
)
