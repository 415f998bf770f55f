"""What a phase gives back beside the world: masks and amounts, and the table of what is news."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.world import Bools, Floats, Ints

Record = Mapping[str, Bools | Floats | Ints]


@dataclass(frozen=True)
class News:
    """One line of a phase's NEWS table: which entry of its record is told, and how.

    `entry` holds a mask [..., N], [..., N, N] or [..., N, R]; the indices of each true cell are the actors.
    A symmetric entry is told once. `amount` names another entry of the same shape whose number goes with it.
    `third` names an entry with the index of a third state in the sentence. `parties` keeps the news between
    the two. With `text` the number is that of a shock of the setting, whose `text` (foretold, says) stands in the
    sentence as {event}.
    """

    entry: str
    kind: str
    sentence: str
    weight: float = 1.0
    amount: str = ""
    symmetric: bool = False
    parties: bool = False
    theme: str = "treaty"
    text: str = ""
    third: str = ""
