"""What is: declared columns, frozen arrays, rules, keyed chance; imports nothing else of ours."""

from game.world.chance import normal, private, private_at, seat_seeds, uniform, uniform_at, uniform_each
from game.world.columns import COLUMNS, Column
from game.world.grid import (
    Bools,
    Floats,
    Ints,
    any_first,
    any_of,
    coarse,
    combine,
    heads,
    largest,
    put,
    snap,
    some,
    take,
    through,
    total,
)
from game.world.ruleset import Rules, Section
from game.world.setting import Setting
from game.world.world import Ending, World, measure

__all__ = [
    "COLUMNS",
    "Bools",
    "Column",
    "Ending",
    "Floats",
    "Ints",
    "Rules",
    "Section",
    "Setting",
    "World",
    "any_first",
    "any_of",
    "coarse",
    "combine",
    "heads",
    "largest",
    "measure",
    "normal",
    "private",
    "private_at",
    "put",
    "seat_seeds",
    "snap",
    "some",
    "take",
    "through",
    "total",
    "uniform",
    "uniform_at",
    "uniform_each",
]
