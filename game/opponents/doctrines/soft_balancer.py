"""Soft balancer (Pape 2005; Paul 2005). Constrains the strongest with censure and embargo, not with arms."""

from game.language import mark
from game.opponents.traits import Doctrine, Traits

DOCTRINE = Doctrine(
    "soft_balancer",
    mark("Soft balancer"),
    "Pape 2005; Paul 2005",
    traits=Traits(vigilance=0.3, external=0.2, wary=1.0, soft=1.0, faith=0.5),
    help=mark("Constrains the strongest with censure and embargo, not with arms."),
)
