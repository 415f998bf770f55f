"""Ally: offer a pact of mutual defence (external balancing, Waltz 1979, p. 118)."""

from game.language import mark
from game.orders.common import OTHER, PEACE
from game.orders.kind import DEAL, INITIATIVE, PACT, Choice, Kind, Rule
from game.orders.treaty import renewable
from game.world.setting import FULL

ALLY = Kind(
    "ally",
    mark("Ally"),
    level=1,
    group=INITIATIVE,
    choices=(
        Choice(
            "pact",
            mark("Offer {target} a pact of mutual defence"),
            "offer_pact",
            price="ally",
            takes=("turns", *DEAL),
            deal=PACT,
        ),
        Choice("secret", mark("Offer {target} a secret pact"), "offer_secret", price="ally", level=FULL),
    ),
    rules=(
        OTHER,
        PEACE,
        Rule("allied", mark("your pact has more than three turns to run"), renewable("pact", "pact_term")),
        Rule("offered", mark("your offer is still open"), lambda w: ~w.offer_pact, ("pact",)),
        Rule("allied", mark("a pact binds you already"), lambda w: ~(w.pact | w.secret), ("secret",)),
        Rule("offered", mark("your offer is still open"), lambda w: ~w.offer_secret, ("secret",)),
    ),
    help=mark("Each defends the other against attack. Who stands aside loses the pact and its good name."),
)
