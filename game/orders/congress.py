"""Congress: put a resolution on a state to the vote of all (entangling diplomacy, Pape 2005, p. 36; Paul 2018)."""

import numpy as np

from game.language import mark
from game.measures.ties import balloted
from game.orders.common import OTHER, UNBOUND
from game.orders.kind import INITIATIVE, Choice, Kind, Rule
from game.world import Bools, World, any_first
from game.world.setting import FULL

CENSURE, RESTRAIN, MANDATE = 1, 2, 3


def _nothing_open(world: World) -> Bools:
    """No resolution on the target waits for its vote, [..., 1, N]."""
    return np.asarray(~balloted(world)[..., None, :])


def _not_in_force(kind: int, name: str) -> Rule:
    def mask(world: World) -> Bools:
        return ~any_first(world.backing == kind)[..., None, :]

    return Rule("same", mark("such a resolution on them is in force"), mask, (name,))


CONGRESS = Kind(
    "congress",
    mark("Congress"),
    level=FULL,
    group=INITIATIVE,
    choices=(
        Choice("censure", mark("Move to censure {target}"), "motion", CENSURE, price="congress"),
        Choice("restrain", mark("Move to restrain {target}"), "motion", RESTRAIN, price="congress"),
        Choice("mandate", mark("Move for a mandate against {target}"), "motion", MANDATE, price="congress"),
    ),
    rules=(
        OTHER,
        UNBOUND,
        Rule("open", mark("a resolution on them is before the congress"), _nothing_open),
        _not_in_force(RESTRAIN, "restrain"),
        _not_in_force(MANDATE, "mandate"),
    ),
    hostile=True,
    help=mark(
        "All vote next turn by the root of their power. Censure costs a good name; restraint holds attacks back; "
        "a mandate makes war on them no aggression for those who voted for it."
    ),
)
