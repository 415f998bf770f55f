"""Which of its cards the common mind keeps, and what the kept one does to its taste for war (Schweller 1994)."""

import numpy as np

from game.language import mark
from game.measures.aims import card_ranks
from game.opponents.reading import Reading
from game.opponents.reasons import Scored
from game.opponents.traits import Scores
from game.world import Floats

_TASTE = {
    "lion": {"external": 0.5, "wary": 0.3, "faith": 0.3, "greed": -0.4},
    "lamb": {"faith": 0.4, "soft": 0.3, "greed": -0.5, "buck": 0.2},
    "jackal": {"bandwagon": 0.7, "greed": 0.2},
    "wolf": {"greed": 0.5},
    "bear": {"greed": 0.4, "vigilance": 0.2, "bandwagon": -0.2},
    "owl": {"wary": 0.5, "external": 0.2, "greed": -0.2},
    "hound": {"external": 0.4, "faith": 0.4, "buck": -0.5},
    "bee": {"faith": 0.3, "soft": 0.4, "greed": -0.3},
    "tortoise": {"buck": 0.4, "vigilance": 0.3, "external": -0.3},
    "stag": {"external": 0.5, "faith": 0.2},
}
"""How far each trait speaks for a card: a table, one line to a card, after the animals of Schweller 1994 (design)."""
_WAR = {"lion": -0.10, "lamb": -0.30, "jackal": 0.06, "bear": 0.06, "wolf": 0.03, "bee": -0.15, "tortoise": -0.05}
"""What a kept card adds to the worth of a war: a table of the same kind; none where it is not named (design)."""


def aims(read: Reading) -> Scores:
    """Score the cards that were dealt; the one that fits the doctrine best is kept."""
    w, t = read.world, read.temper
    r, ranks = read.rules, card_ranks(w)
    found: Scores = {}
    for number, aim in enumerate(w.setting.aims):
        scored = Scored((*w.batch, w.n, 1)).add(mark("a card that we hold"), r.card_held)
        for trait, weight in _TASTE[aim.id].items():
            scored.add(mark("it suits us"), weight * getattr(t, trait))
        scored.add(mark("the first card"), r.card_first * (2 - ranks[..., number : number + 1]))
        found["aim", aim.id] = scored
    return found


def urge(read: Reading) -> Floats:
    """What the actor's own aim adds to the worth of a war, [..., N, 1]."""
    w = read.world
    table = np.array([0.0] + [_WAR.get(aim.id, 0.0) for aim in w.setting.aims])
    return table[np.minimum(w.aim, len(table) - 1)][..., None]
