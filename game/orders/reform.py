"""Reform: rebuild the army and the state after the best model there is (Waltz 1979, p. 127; Hui 2005)."""

from game.language import mark
from game.orders.common import EXISTS
from game.orders.kind import INITIATIVE, SELF, Choice, Kind
from game.world.setting import FULL

REFORM = Kind(
    "reform",
    mark("Reform"),
    level=FULL,
    group=INITIATIVE,
    choices=(Choice("emulate", mark("Reform after the best model there is"), "reform", to=SELF, price="reform"),),
    rules=(EXISTS,),
    help=mark("The quality of your arms moves towards the best in the system; the people grumble for a while."),
)
