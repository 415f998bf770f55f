"""Declare: public words from templates, without any effect but on the record of what was said.

A state that is no more keeps its voice: its people still speak at the table.
"""

from game.language import mark
from game.orders.common import HEARS
from game.orders.kind import WORD, Choice, Kind

DECLARE = Kind(
    "declare",
    mark("Declare"),
    level=1,
    group=WORD,
    choices=(
        Choice("no_land", mark("“We seek no land of {target}.”"), "declaration", 1),
        Choice("defend", mark("“Whoever attacks {target} meets us.”"), "declaration", 2),
        Choice("warn", mark("“{target} goes too far.”"), "declaration", 3),
        Choice("friend", mark("“{target} is our friend.”"), "declaration", 4),
    ),
    rules=(HEARS,),
    help=mark("One a turn. Words bind nobody; all remember them."),
)
