"""Buck-passing: leaving others to resist a common danger (Christensen & Snyder 1990)."""

import numpy as np

from game.language import mark
from game.measures.reach import reach
from game.measures.ties import flip, obliged, others
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned, through
from game.world import Bools


def _mask(turned: Turned) -> Bools:
    """Who left whom to bear the burden."""
    near = reach(turned.before) >= turned.before.setting.rules.crises.join_reach
    left = through(turned.idle & turned.chief & near, flip(turned.carries))
    return np.asarray(left & others(turned.before) & ~obliged(turned.before) & ~turned.carries)


BUCK_PASSING = Concept(
    "buck_passing",
    mark("Buck-passing"),
    mark("A threatened state saves its strength and leaves others to resist the common danger."),
    mark("It does nothing against the danger that it fears most and could reach, while another fights or arms."),
    "Christensen & Snyder 1990, pp. 137-168",
    _mask,
)
