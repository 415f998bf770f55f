"""What makes doctrines differ: a handful of traits, each with an author."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache

import numpy as np

from game.opponents.once import once
from game.opponents.reasons import Scored
from game.world import Bools, Floats, Ints, World

Scores = dict[tuple[str, str], Scored]


@dataclass(frozen=True)
class Traits:
    """Traits from 0 to about 1, greed to 1.5 (Schweller 1994; Christensen & Snyder 1990; Pape 2005).

    vigilance: arms against threats (internal balancing). external: seeks allies against threats.
    wary: fears power as such, not only intent (Waltz against Walt). bandwagon: joins the strong.
    greed: wants land. buck: leaves it to others. soft: sanctions. faith: believes in institutions.
    """

    vigilance: float = 0.0
    external: float = 0.0
    wary: float = 0.0
    bandwagon: float = 0.0
    greed: float = 0.0
    buck: float = 0.0
    soft: float = 0.0
    faith: float = 0.0


@dataclass(frozen=True, eq=False)
class Doctrine:
    """A way to play: traits for the common mind, or a scoring function of its own."""

    name: str
    title: str
    source: str
    traits: Traits | None = None
    scores: Callable[[World], Scores] | None = None
    help: str = ""


NAMES = tuple(f.name for f in fields(Traits))


class Temper:
    """The traits of all seats, `temper.greed`, as columns [..., N, 1], or wide; `hunger` is greed, but 1 at most."""

    vigilance: Floats
    external: Floats
    wary: Floats
    bandwagon: Floats
    greed: Floats
    buck: Floats
    soft: Floats
    faith: Floats

    hunger: Floats

    def __init__(self, traits: Floats) -> None:
        self._traits = traits
        for name, column in zip((*NAMES, "hunger"), traits, strict=True):
            setattr(self, name, column)

    @once
    def wide(self) -> Temper:
        """The same repeated towards each target, [..., N, N]: numpy adds arrays of one shape in half the time."""
        traits = self._traits.repeat(self._traits.shape[-2], -1)
        traits.setflags(write=False)
        return Temper(traits)


def temper(doctrines: tuple[Doctrine, ...], who: Ints) -> Temper:
    """Give the traits of seats by the numbers of their doctrines [..., N]; the same as last time for the same seats."""
    return _temper(doctrines, who.shape, who.astype(np.int64, casting="safe").tobytes())


@lru_cache(maxsize=8)
def _temper(doctrines: tuple[Doctrine, ...], shape: tuple[int, ...], who: bytes) -> Temper:
    traits = _table(doctrines)[:, np.frombuffer(who, np.int64).reshape(shape), None]
    traits = np.concatenate([traits, np.minimum(traits[NAMES.index("greed")], 1.0)[None]])
    traits.setflags(write=False)
    return Temper(traits)


@lru_cache(maxsize=64)
def _table(doctrines: tuple[Doctrine, ...]) -> Floats:
    """Each trait of each doctrine, and of nobody as the last, [8, D + 1]."""
    blank = Traits()
    minds = [doctrine.traits or blank for doctrine in doctrines] + [blank]
    return np.array([[getattr(traits, name) for traits in minds] for name in NAMES])


@lru_cache(maxsize=64)
def common(doctrines: tuple[Doctrine, ...]) -> Bools:
    """Which doctrines share the common mind and have traits; nobody, the last, has none, [D + 1]."""
    return np.array([doctrine.traits is not None for doctrine in doctrines] + [False])
