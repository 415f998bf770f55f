"""Bandwagoning: siding with the danger, or with the winner for a share (Walt 1987; Schweller 1994)."""

import numpy as np

from game.language import mark
from game.measures.power import power
from game.measures.ties import flip
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned, through
from game.world import Bools, combine


def _submits(turned: Turned) -> Bools:
    """Who signed a pact with the danger that it feared most."""
    return np.asarray(turned.signed & turned.danger & turned.worst)


def _piles_on(turned: Turned) -> Bools:
    """Who opened a war on a state that it need not fear and whose enemies are the stronger side."""
    war = turned.before.war
    foes = combine(war.astype(np.float64), power(turned.before)[..., None])[..., 0]
    losing = (foes > power(turned.before))[..., None, :]
    return np.asarray(turned.opened & losing & ~turned.feared & through(turned.weaker, war))


def _mask(turned: Turned) -> Bools:
    """Who sided with whom: the danger, or the more powerful state whose war it made its own."""
    return np.asarray(_submits(turned) | (through(_piles_on(turned), turned.before.war) & turned.weaker))


def _sworn(turned: Turned) -> Bools:
    submits = _submits(turned)
    return np.asarray(submits | flip(submits))


BANDWAGONING = Concept(
    "bandwagoning",
    mark("Bandwagoning"),
    mark("A state sides with the stronger: with the source of danger to be spared, or with the winner for a share."),
    mark("It signs a pact with the state it fears most, or falls upon a losing state beside a more powerful one."),
    "Walt 1987; Schweller 1994, pp. 72-107",
    _mask,
    {"pact_signed": _sworn, "attack": _piles_on},
)
