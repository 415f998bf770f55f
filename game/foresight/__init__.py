"""What may come: the opponents' own code asked on what one state knows, over many draws; no window in here."""

from game.foresight.coalitions import Coalition, Joiner
from game.foresight.foresight import Foresight
from game.foresight.futures import DRAWS, Futures
from game.foresight.offers import Reply
from game.foresight.outcomes import Change, Outcome, Preview, Reaction

__all__ = [
    "DRAWS",
    "Change",
    "Coalition",
    "Foresight",
    "Futures",
    "Joiner",
    "Outcome",
    "Preview",
    "Reaction",
    "Reply",
]
