"""What never changes in a game and is shared by a whole batch: names, the map's graph, rules, level."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.world.chance import stable_key
from game.world.grid import Floats, Ints
from game.world.ruleset import Rules
from game.world.shocks import Aim, Shock

FOUNDATIONS, STANDARD, FULL = 1, 2, 3
LEVELS = {"foundations": FOUNDATIONS, "standard": STANDARD, "full": FULL}


@dataclass(frozen=True, eq=False)
class Setting:
    """The frame of a game: N states, R regions, the edges between regions, the rules in force.

    A turn takes `years` whole years, or (with `years` 1) one of so many `parts` of a year; the rules are those of
    such a year or part. `land` and `sea` hold edges [E, 2] of region indices, each pair once.
    """

    scenario: str
    title: str
    level: int
    start: int
    years: int
    turns: int
    spread: int
    epilogue: int
    rules: Rules = field(repr=False)
    ids: tuple[str, ...]
    codes: tuple[str, ...]
    names: tuple[str, ...]
    region_ids: tuple[str, ...] = field(repr=False)
    region_names: tuple[str, ...] = field(repr=False)
    land: Ints = field(repr=False)
    sea: Ints = field(repr=False)
    spoken: tuple[str, ...] = field(default=(), repr=False)
    shocks: tuple[Shock, ...] = field(default=(), repr=False)
    aims: tuple[Aim, ...] = field(default=(), repr=False)
    parts: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "rules", self.rules.in_turns(self.parts))

    def date(self, turn: int) -> tuple[int, int]:
        """The year in which a turn, counted from 0, begins, and which part of that year it is, from 0."""
        years, part = divmod(turn * self.years, self.parts)
        return self.start + years, part

    @property
    def part(self) -> float:
        """The part of a year that is resolved at once: 1 unless turns are shorter."""
        return 1.0 / self.parts

    def called(self, state: int) -> str:
        """A state's name as it stands inside a sentence: “the Netherlands”."""
        return self.spoken[state] if self.spoken else self.names[state]

    @property
    def n(self) -> int:
        """Number of states."""
        return len(self.ids)

    @property
    def r(self) -> int:
        """Number of regions."""
        return len(self.region_ids)

    @cached_property
    def keys(self) -> dict[str, NDArray[np.uint64]]:
        """Stable keys for chance: by state [N], by ordered pair [N, N], by region [R]."""
        state = np.array([stable_key(name) for name in self.ids], dtype=np.uint64)
        region = np.array([stable_key(name) for name in self.region_ids], dtype=np.uint64)
        pair = state[:, None] * np.uint64(0x9E3779B97F4A7C15) ^ (state[None, :] >> np.uint64(7))
        return {"": np.zeros(1, np.uint64), "N": state, "NN": pair, "R": region}

    @cached_property
    def tie(self) -> Floats:
        """A tie-breaker by state id in [0, 1), the same in every game: [N]."""
        return (self.keys["N"] >> np.uint64(40)).astype(np.float64) * 2.0**-24

    @cached_property
    def ways(self) -> Ints:
        """All region edges, land and sea, in both directions: [2E, 2] as (from, to)."""
        both = np.concatenate([self.land, self.sea])
        return np.concatenate([both, both[:, ::-1]])

    @cached_property
    def land_ways(self) -> Ints:
        """The land edges in both directions: [2E, 2]."""
        return np.concatenate([self.land, self.land[:, ::-1]])

    @cached_property
    def sea_ways(self) -> Ints:
        """The sea edges in both directions: [2E, 2]."""
        return np.concatenate([self.sea, self.sea[:, ::-1]])
