"""Support: send arms or money to another state (Morgenthau's subsidies; burden sharing)."""

import numpy as np

from game.language import mark
from game.measures.reach import reach
from game.orders.common import OTHER, PEACE
from game.orders.kind import INITIATIVE, Choice, Kind, Rule
from game.world import Bools, World


def _reachable(world: World) -> Bools:
    return np.asarray(reach(world) >= world.setting.rules.support.reach)


SUPPORT = Kind(
    "support",
    mark("Support"),
    level=2,
    group=INITIATIVE,
    choices=(
        Choice("arms", mark("Send {target} arms"), "support_arms", price="support"),
        Choice("money", mark("Send {target} money"), "support_money", price="support"),
    ),
    rules=(OTHER, PEACE, Rule("reach", mark("nothing of yours gets there"), _reachable)),
    help=mark("A tenth of your arms, or a fifth of what you spend on arms this year. Several gifts are each smaller."),
)
