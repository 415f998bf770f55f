"""Treaty: offer trade or non-aggression."""

from collections.abc import Callable

import numpy as np

from game.language import mark
from game.measures.ties import flip
from game.orders.common import OTHER, PEACE
from game.orders.kind import DEAL, INITIATIVE, NONAGGRESSION, TRADE, Choice, Kind, Rule
from game.world import Bools, World


def renewable(tie: str, term: str) -> Callable[[World], Bools]:
    """Allow an offer where there is no such tie, or where it ends within three turns."""

    def mask(world: World) -> Bools:
        return np.asarray(~getattr(world, tie) | (getattr(world, term) <= 3))

    return mask


def _unsanctioned(world: World) -> Bools:
    return np.asarray((world.sanction == 0) & (flip(world.sanction == 0)))


TREATY = Kind(
    "treaty",
    mark("Treaty"),
    level=2,
    group=INITIATIVE,
    choices=(
        Choice(
            "trade",
            mark("Offer {target} a trade treaty"),
            "offer_trade",
            price="treaty",
            slot="trade",
            takes=DEAL,
            deal=TRADE,
        ),
        Choice(
            "nonaggression",
            mark("Offer {target} non-aggression"),
            "offer_nonaggression",
            price="treaty",
            slot="nonaggression",
            takes=DEAL,
            deal=NONAGGRESSION,
        ),
    ),
    rules=(
        OTHER,
        PEACE,
        Rule("sanctions", mark("sanctions stand between you"), _unsanctioned, ("trade",)),
        Rule(
            "trading",
            mark("your treaty has more than three turns to run"),
            renewable("trade", "trade_term"),
            ("trade",),
        ),
        Rule(
            "friendly",
            mark("your treaty has more than three turns to run"),
            renewable("nonaggression", "nonaggression_term"),
            ("nonaggression",),
        ),
        Rule("offered", mark("your offer is still open"), lambda w: ~w.offer_trade, ("trade",)),
        Rule("offered", mark("your offer is still open"), lambda w: ~w.offer_nonaggression, ("nonaggression",)),
    ),
    help=mark("Trade makes both grow; non-aggression makes an attack a breach of faith."),
)
