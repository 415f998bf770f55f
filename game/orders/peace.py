"""Make peace: offer to end a war, on the lines held or as it was before."""

from game.language import mark
from game.orders.common import OTHER
from game.orders.kind import INITIATIVE, Choice, Kind, Rule

PEACE = Kind(
    "peace",
    mark("Make peace"),
    level=1,
    group=INITIATIVE,
    choices=(
        Choice("as_held", mark("Offer {target} peace on the lines held"), "offer_peace", 1),
        Choice("as_before", mark("Offer {target} peace as it was before"), "offer_peace", 2),
    ),
    rules=(OTHER, Rule("peace", mark("you are not at war with them"), lambda w: w.war)),
    help=mark("A war ends when both are willing. A truce of some turns follows."),
)
