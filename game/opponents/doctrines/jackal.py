"""Jackal (Schweller 1994, pp. 93-95). Bandwagons for profit: follows the strong to feed on the weak."""

from game.language import mark
from game.opponents.traits import Doctrine, Traits

DOCTRINE = Doctrine(
    "jackal",
    mark("Jackal"),
    "Schweller 1994, pp. 93-95",
    traits=Traits(vigilance=0.5, bandwagon=1.0, greed=0.8),
    help=mark("Bandwagons for profit: follows the strong to feed on the weak."),
)
