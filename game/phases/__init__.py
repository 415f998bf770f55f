"""How a turn resolves: one file per phase; PHASES in order is the table of contents of the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

import numpy as np

from game.orders.sheet import Sheet, blank
from game.phases import balance, budget, campaigns, congress, crises, economy, events, opinion, peace, soft, treaties
from game.phases.record import News, Record
from game.world import COLUMNS, World, some

Resolve = Callable[[World, Sheet], tuple[World, Record]]


@dataclass(frozen=True)
class Phase:
    """One phase: its name, its number in the rulebook, whether it repeats for each year of a turn."""

    number: int
    name: str
    module: ModuleType
    yearly: bool

    @property
    def news(self) -> tuple[News, ...]:
        """What the phase tells."""
        return self.module.NEWS  # type: ignore[no-any-return]

    @property
    def resolve(self) -> Resolve:
        """The rule itself."""
        return self.module.resolve  # type: ignore[no-any-return]


PHASES: tuple[Phase, ...] = (
    Phase(0, "events", events, yearly=False),
    Phase(1, "treaties", treaties, yearly=False),
    Phase(2, "soft", soft, yearly=False),
    Phase(3, "congress", congress, yearly=False),
    Phase(4, "crises", crises, yearly=False),
    Phase(5, "budget", budget, yearly=True),
    Phase(6, "campaigns", campaigns, yearly=True),
    Phase(7, "peace", peace, yearly=False),
    Phase(8, "economy", economy, yearly=True),
    Phase(9, "opinion", opinion, yearly=True),
    Phase(10, "balance", balance, yearly=False),
)

Step = tuple[Phase, World, Record]


def resolve(world: World, sheet: Sheet) -> tuple[World, list[Step]]:
    """Resolve a turn: the next world, and each phase with the world after it and its record.

    Games of a batch that are over stay as they are. With several years a turn the yearly phases repeat on
    a blank sheet: deeds count once, only rates repeat.
    """
    start, steps = world, []
    years = world.setting.years
    rest = blank(world) if years > 1 else sheet
    for phase, year in _program(years):
        if years > 1:
            world = world.but(year=np.full(world.batch, year))
        world, record = phase.resolve(world, sheet if year == 0 or not phase.yearly else rest)
        steps.append((phase, world, record))
    if years > 1:
        world = world.but(year=np.zeros(world.batch))
    return _hold(start, world), steps


def _program(years: int) -> list[tuple[Phase, int]]:
    """The phases of a turn in order: yearly ones once a year, the others once, at the first or last year."""
    first = next(k for k, phase in enumerate(PHASES) if phase.yearly)
    program = [(phase, 0) for phase in PHASES[:first]]
    for year in range(years):
        program += [(phase, year) for phase in PHASES[first:] if phase.yearly or year == years - 1]
    return program


def _hold(before: World, after: World) -> World:
    """Keep finished games of a batch as they were."""
    over = before.ending != 0
    if not some(over):
        return after
    old, new = before.values(), after.values()
    kept = {}
    for name in COLUMNS:
        extra = new[name].ndim - over.ndim
        kept[name] = np.where(over.reshape(over.shape + (1,) * extra), old[name], new[name])
    return World(before.setting, kept)
