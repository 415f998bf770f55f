"""Offensive realist (Mearsheimer 2001, ch. 2).

Takes what it can take at a good price; a hegemon is the safest state.
"""

from game.language import mark
from game.opponents.traits import Doctrine, Traits

DOCTRINE = Doctrine(
    "offensive_realist",
    mark("Offensive realist"),
    "Mearsheimer 2001, ch. 2",
    traits=Traits(vigilance=0.8, external=0.5, wary=0.5, greed=1.5),
    help=mark("Takes what it can take at a good price; a hegemon is the safest state."),
)
