"""Guarantee: promise to defend a state against all, or against one named state, asking nothing."""

from game.language import mark
from game.orders.common import OTHER, PEACE
from game.orders.kind import INITIATIVE, Choice, Kind, Rule

GUARANTEE = Kind(
    "guarantee",
    mark("Guarantee"),
    level=2,
    group=INITIATIVE,
    choices=(
        Choice("all", mark("Guarantee {target} against all"), "guarantee", price="guarantee"),
        Choice(
            "one",
            mark("Guarantee {target}"),
            "guarantee",
            price="guarantee",
            takes=("against",),
            needs=("against",),
        ),
    ),
    rules=(
        OTHER,
        PEACE,
        Rule("allied", mark("a pact binds you already"), lambda w: ~w.pact),
        Rule("given", mark("your guarantee stands already"), lambda w: ~w.guarantee),
    ),
    help=mark("A broken guarantee costs what a broken pact costs."),
)
