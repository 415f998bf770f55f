"""Aim: keep one of the three cards that one was dealt, on the first turn (Schweller 1994, pp. 100-104)."""

import numpy as np

from game.language import mark
from game.measures.aims import DEALT, card_ranks
from game.orders.common import EXISTS
from game.orders.kind import PLAN, SELF, Choice, Kind, Rule
from game.world import Bools, World
from game.world.setting import FULL

AIMS = {
    "lion": mark("Lion: no state lost, no hegemon"),
    "lamb": mark("Lamb: never at war"),
    "jackal": mark("Jackal: two regions more, beside a stronger partner"),
    "wolf": mark("Wolf: the largest economy of all"),
    "bear": mark("Bear: two regions more, by your own strength"),
    "owl": mark("Owl: nobody holds more than a third of all power"),
    "hound": mark("Hound: a promise kept when called on, none broken"),
    "bee": mark("Bee: three trade partners and no war but one short one"),
    "tortoise": mark("Tortoise: all your core land, and no pact at the end"),
    "stag": mark("Stag: two partners and a good name"),
}
"""The cards by name, with what they ask; their conditions are in assets/aims.json, in this order."""


def _dealt(number: int, name: str) -> Rule:
    def mask(world: World) -> Bools:
        ranks = card_ranks(world)
        if number >= ranks.shape[-1]:
            return np.zeros((*world.alive.shape, 1), bool)
        return np.asarray(ranks[..., number : number + 1] < DEALT)

    return Rule("dealt", mark("that card was not dealt to you"), mask, (name,))


AIM = Kind(
    "aim",
    mark("Aim"),
    level=FULL,
    group=PLAN,
    choices=tuple(Choice(name, says, "aim", k, to=SELF) for k, (name, says) in enumerate(AIMS.items(), 1)),
    rules=(
        EXISTS,
        Rule("late", mark("an aim is chosen on the first turn"), lambda w: np.asarray((w.turn == 0)[..., None, None])),
        *(_dealt(k, name) for k, name in enumerate(AIMS)),
    ),
    help=mark("One of three cards, known to you alone until the end: a quarter of all points."),
)
