"""Close access: deny a state one's bases, ports and transit (territorial denial, Pape 2005, p. 36)."""

import numpy as np

from game.language import mark
from game.orders.common import OTHER
from game.orders.kind import INITIATIVE, Choice, Kind, Rule
from game.world.setting import FULL

ACCESS = Kind(
    "access",
    mark("Close access"),
    level=FULL,
    group=INITIATIVE,
    choices=(Choice("close", mark("Close bases and ports to {target}"), "close", price="close_access"),),
    rules=(OTHER, Rule("given", mark("they are shut out already"), lambda w: np.asarray(~w.closed))),
    hostile=True,
    help=mark("Where you lie near, their arms reach less far. It costs influence every turn; withdraw to end it."),
)
