"""Balancer (Waltz 1979, chs. 6 and 8). Arms and allies against the strongest, whatever it intends."""

from game.language import mark
from game.opponents.traits import Doctrine, Traits

DOCTRINE = Doctrine(
    "balancer",
    mark("Balancer"),
    "Waltz 1979, chs. 6 and 8",
    traits=Traits(vigilance=1.0, external=1.0, wary=1.0, greed=0.2),
    help=mark("Arms and allies against the strongest, whatever it intends."),
)
