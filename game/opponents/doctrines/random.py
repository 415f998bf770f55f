"""Random (Axelrod 1984, p. 193, whose tournaments entered one). Does anything that is legal, at a whim."""

import numpy as np

from game.language import mark
from game.opponents.reasons import Scored
from game.opponents.traits import Doctrine, Scores
from game.orders.kind import INITIATIVE, REGION, SELF
from game.orders.options import axis
from game.world import World, private

_WHIM = mark("a whim")


def scores(world: World) -> Scores:
    """Score every option by a draw of the seat's own; initiatives come to about two a turn."""
    found: Scores = {}
    for strip in axis(world.setting).strips:
        if not strip.choice.plain:
            continue
        label = f"whim {strip.kind.name} {strip.choice.name}"
        if strip.choice.to == SELF:
            draw = private(world, label, "N")[..., None]
        else:
            draw = private(world, label, "R" if strip.choice.to == REGION else "NN")
        least = 0.8 if strip.kind.group == INITIATIVE else 0.5
        found[strip.kind.name, strip.choice.name] = Scored(draw.shape).add(_WHIM, np.asarray(draw - least))
    return found


DOCTRINE = Doctrine(
    "random",
    mark("Random"),
    "Axelrod 1984",
    scores=scores,
    help=mark("Does anything that is legal: a yardstick, not a rival."),
)
