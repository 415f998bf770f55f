"""Buck-passer (Christensen & Snyder 1990). Sees the threat and leaves it to others to meet it."""

from game.language import mark
from game.opponents.traits import Doctrine, Traits

DOCTRINE = Doctrine(
    "buck_passer",
    mark("Buck-passer"),
    "Christensen & Snyder 1990",
    traits=Traits(vigilance=0.6, external=0.6, wary=1.0, greed=0.2, buck=1.0),
    help=mark("Sees the threat and leaves it to others to meet it."),
)
