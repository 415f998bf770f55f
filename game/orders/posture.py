"""Posture: shield, both or sword; what one's arms look like to others (Jervis 1978)."""

import numpy as np

from game.language import mark
from game.orders.common import EXISTS
from game.orders.kind import PLAN, SELF, Choice, Kind, Rule
from game.world import Bools, World


def _other_than(k: int) -> "Rule":
    def mask(world: World) -> Bools:
        return np.asarray((world.posture != k)[..., :, None])

    return Rule("same", mark("that is your posture already"), mask, (("shield", "both", "sword")[k],))


POSTURE = Kind(
    "posture",
    mark("Posture"),
    level=2,
    group=PLAN,
    choices=(
        Choice("shield", mark("Shield: arms that defend"), "posture", 0, to=SELF),
        Choice("both", mark("Both: arms for either use"), "posture", 1, to=SELF),
        Choice("sword", mark("Sword: arms that attack"), "posture", 2, to=SELF),
    ),
    rules=(EXISTS, _other_than(0), _other_than(1), _other_than(2)),
    help=mark("Takes effect at the end of the turn. A shield calms, a sword frightens."),
)
