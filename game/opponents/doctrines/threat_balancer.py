"""Threat balancer (Walt 1987, pp. 21-26).

Arms and allies against the most threatening: power, nearness, offence, intent.
"""

from game.language import mark
from game.opponents.traits import Doctrine, Traits

DOCTRINE = Doctrine(
    "threat_balancer",
    mark("Threat balancer"),
    "Walt 1987, pp. 21-26",
    traits=Traits(vigilance=1.0, external=1.0, greed=0.2),
    help=mark("Arms and allies against the most threatening: power, nearness, offence, intent."),
)
