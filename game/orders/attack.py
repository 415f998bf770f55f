"""Attack: open a war, seen by all at once and fought from the next turn."""

from game.language import mark
from game.measures.reach import contact
from game.orders.common import OTHER, PEACE
from game.orders.kind import INITIATIVE, Choice, Kind, Rule

ATTACK = Kind(
    "attack",
    mark("Attack"),
    level=1,
    group=INITIATIVE,
    choices=(Choice("war", mark("Attack {target}"), "attack", price="attack"),),
    rules=(
        OTHER,
        PEACE,
        Rule("beside", mark("you fight at their side"), lambda w: ~w.helps),
        Rule("contact", mark("they are neither across a border nor across a narrow sea"), contact),
    ),
    hostile=True,
    help=mark("Others may come to their aid. Without a refused demand it is a surprise, and remembered."),
)
