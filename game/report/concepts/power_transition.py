"""Power transition: a riser overtakes the dominant state (Organski 1958; Organski & Kugler 1980)."""

import numpy as np

from game.language import mark
from game.measures.power import leader, of_state, power
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned
from game.world import Bools


def _mask(turned: Turned) -> Bools:
    """Who overtook whom: the leader, from below parity at the start of the game."""
    before, after = turned.before, turned.after
    old, new = power(before), power(after)
    start = before.power_start
    behind = start[..., :, None] < before.setting.rules.concepts.parity * start[..., None, :]
    below = old[..., :, None] < old[..., None, :]
    above = new[..., :, None] >= new[..., None, :]
    head = of_state(before, leader(before))[..., None, :]
    return np.asarray(head & behind & below & above & after.alive[..., :, None])


POWER_TRANSITION = Concept(
    "power_transition",
    mark("Power transition"),
    mark("A rising state overtakes the dominant one: the time at which, to this theory, war is likeliest."),
    mark("It overtakes the leader and began with less than concepts.parity of the power it had."),
    "Organski 1958; Organski & Kugler 1980",
    _mask,
)
