"""The bot API: what `play(me, world)` is given. Scripts need no import; these names are for annotations.

    def play(me, world):
        rival = world.strongest(other_than=me)
        if me.can_be_beaten_by(rival):
            yield me.ally_with(rival.enemies.strongest)
            yield me.arm()
        else:
            yield me.trade_with(world.friendliest_to(me))

`me.arm()` makes an order; yielded or returned (one, or a list) it is given. States and regions have names,
not numbers. An empty group gives Nobody, whose readings are 0 and to whom orders are skipped; so are orders
for what is so already, such as an offer to an ally. `me.can(order)` says why the rules refuse one.
"""

from game.scripting.errors import BotError, Mistake
from game.scripting.groups import Group
from game.scripting.land import Land, Nobody
from game.scripting.lands import Lands
from game.scripting.me import Me
from game.scripting.moves import Check, Move, Verdict
from game.scripting.offers import Offer
from game.scripting.regions import Region, Regions
from game.scripting.seen import Seen

__all__ = [
    "BotError",
    "Check",
    "Group",
    "Land",
    "Lands",
    "Me",
    "Mistake",
    "Move",
    "Nobody",
    "Offer",
    "Region",
    "Regions",
    "Seen",
    "Verdict",
]
