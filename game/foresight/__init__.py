"""What may come: the opponents' own code asked on what one state knows, over many draws; no window in here."""

from game.foresight.coalitions import Coalition, Joiner
from game.foresight.foresight import Foresight
from game.foresight.futures import DRAWS, Futures
from game.foresight.needs import SURE, Need
from game.foresight.offers import ANSWERED, Reply
from game.foresight.outcomes import Change, Outcome, Preview, Reaction

__all__ = [
    "ANSWERED",
    "DRAWS",
    "SURE",
    "Change",
    "Coalition",
    "Foresight",
    "Futures",
    "Joiner",
    "Need",
    "Outcome",
    "Preview",
    "Reaction",
    "Reply",
]
