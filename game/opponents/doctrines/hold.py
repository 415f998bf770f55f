"""Hold (Waltz 1979, ch. 6, on states that fail to act). Never acts: what balancing is measured against."""

from game.language import mark
from game.opponents.traits import Doctrine, Scores
from game.world import World


def scores(world: World) -> Scores:
    """Score nothing, so nothing is done: plans carry over and no offer is answered."""
    return {}


DOCTRINE = Doctrine(
    "hold",
    mark("Hold"),
    "Waltz 1979, ch. 6",
    scores=scores,
    help=mark("Never acts: the baseline that shows what balancing is worth."),
)
