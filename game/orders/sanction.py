"""Sanction and lift: soft balancing by diplomatic and economic pressure (Pape 2005; Paul 2005)."""

import numpy as np

from game.language import mark
from game.orders.common import OTHER, UNBOUND
from game.orders.kind import INITIATIVE, Choice, Kind, Rule
from game.world import Bools, World

EMBARGO = 2
"""The hardest sanctions."""


def _not_yet(level: int, name: str) -> Rule:
    def mask(world: World) -> Bools:
        return np.asarray(world.sanction != level)

    return Rule("same", mark("that sanction is in force already"), mask, (name,))


SANCTION = Kind(
    "sanction",
    mark("Sanction"),
    level=1,
    group=INITIATIVE,
    choices=(
        Choice(
            "diplomatic",
            mark("Censure {target}: diplomatic sanctions"),
            "sanction",
            1,
            price="sanction_diplomatic",
        ),
        Choice(
            "economic", mark("Embargo {target}: economic sanctions"), "sanction", EMBARGO, price="sanction_economic"
        ),
        Choice("lift", mark("Lift the sanctions on {target}"), "sanction", 0),
    ),
    rules=(
        OTHER,
        Rule(UNBOUND.code, UNBOUND.sentence, UNBOUND.mask, ("diplomatic", "economic")),
        _not_yet(1, "diplomatic"),
        _not_yet(EMBARGO, "economic"),
        Rule("none", mark("you have no sanctions on them"), lambda w: np.asarray(w.sanction > 0), ("lift",)),
    ),
    hostile=True,
    help=mark("Slows the target's growth, more with many senders, less each year; costs you a third of the harm."),
)
