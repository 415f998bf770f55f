"""How a turn resolves: one file per phase; PHASES in order is the table of contents of the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

import numpy as np

from game.orders.sheet import Sheet, blank
from game.phases import balance, budget, campaigns, crises, economy, opinion, peace, soft, treaties
from game.phases.record import News, Record
from game.world import COLUMNS, World

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
    Phase(1, "treaties", treaties, yearly=False),
    Phase(2, "soft", soft, yearly=False),
    Phase(4, "crises", crises, yearly=False),
    Phase(5, "budget", budget, yearly=True),
    Phase(6, "campaigns", campaigns, yearly=True),
    Phase(7, "peace", peace, yearly=True),
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
    early = [p for p in PHASES if not p.yearly and p.number < 5]
    yearly = [p for p in PHASES if p.yearly]
    late = [p for p in PHASES if not p.yearly and p.number > 5]
    program = [(p, sheet) for p in early]
    rest = blank(world) if world.setting.years > 1 else sheet
    for year in range(world.setting.years):
        program += [(p, sheet if year == 0 else rest) for p in yearly]
    program += [(p, sheet) for p in late]
    for phase, orders in program:
        world, record = phase.resolve(world, orders)
        steps.append((phase, world, record))
    return _hold(start, world), steps


def _hold(before: World, after: World) -> World:
    """Keep finished games of a batch as they were."""
    over = before.ending != 0
    if not over.any():
        return after
    old, new = before.values(), after.values()
    kept = {}
    for name in COLUMNS:
        extra = new[name].ndim - over.ndim
        kept[name] = np.where(over.reshape(over.shape + (1,) * extra), old[name], new[name])
    return World(before.setting, kept)
