"""Budget: how the state's money is split over arms, growth and home (internal balancing, Waltz 1979)."""

from game.language import mark
from game.orders.common import EXISTS
from game.orders.kind import PLAN, SELF, Choice, Kind

BUDGET = Kind(
    "budget",
    mark("Budget"),
    level=1,
    group=PLAN,
    choices=(
        Choice("guns", mark("Guns: arms first"), "budget", 1, to=SELF),
        Choice("balanced", mark("Balanced budget"), "budget", 2, to=SELF),
        Choice("butter", mark("Butter: growth and home first"), "budget", 3, to=SELF),
        Choice("sliders", mark("Own shares of arms, growth and home"), "budget", 4, to=SELF, needs=("shares",)),
    ),
    rules=(EXISTS,),
    help=mark("Arms last and frighten, growth compounds, home keeps the people together."),
)
