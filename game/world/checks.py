"""What must hold of every world, in play and in a save: a code, a sentence, and whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.language import mark
from game.world.columns import COLUMNS
from game.world.world import World

__all__ = ["INVARIANTS", "Invariant", "broken"]

SYMMETRIC = (
    "pact",
    "pact_age",
    "pact_term",
    "trade",
    "trade_term",
    "secret",
    "secret_term",
    "nonaggression",
    "nonaggression_term",
    "war",
    "war_age",
)
"""Pair columns that are the same both ways."""
REMEMBERED = ("conceded_age",)
"""Pair columns whose diagonal means nothing."""


@dataclass(frozen=True)
class Invariant:
    """One thing that must hold; `holds` takes a world with any leading axes.

    A save that breaks a `grave` one is refused; the others are leftovers that a game can go on with.
    """

    code: str
    sentence: str
    holds: Callable[[World], bool]
    grave: bool = True


def broken(world: World) -> Iterator[Invariant]:
    """Give the invariants that do not hold; after a wrong shape or bound only that one."""
    for each in INVARIANTS:
        if not each.holds(world):
            yield each
            if each.code in ("shape", "bounds"):
                return


def _shaped(world: World) -> bool:
    size = {"": (), "N": (world.n,), "NN": (world.n, world.n), "R": (world.setting.r,)}
    values = world.values()
    return all(values[c.name].shape == (*world.batch, *size[c.axes]) for c in COLUMNS.values())


def _finite(world: World) -> bool:
    return all(bool(np.isfinite(world.values()[c.name]).all()) for c in COLUMNS.values() if c.kind == "float")


def _bounded(world: World) -> bool:
    values = world.values()
    limits = {"N": world.n - 1, "R": world.setting.r - 1}
    for column in COLUMNS.values():
        high = limits.get(column.names, column.high)
        value = values[column.name]
        if not ((value >= column.low) & (value <= high)).all():
            return False
    return True


def _symmetric(world: World) -> bool:
    values = world.values()
    return all(bool((values[name] == np.swapaxes(values[name], -1, -2)).all()) for name in SYMMETRIC)


def _empty_diagonal(world: World) -> bool:
    values = world.values()
    pairs = [c for c in COLUMNS.values() if c.axes == "NN" and c.name not in REMEMBERED]
    return all(bool((np.diagonal(values[c.name], axis1=-2, axis2=-1) == c.nothing).all()) for c in pairs)


def _dead_are_gone(world: World) -> bool:
    dead = ~world.alive
    pair = dead[..., :, None] | dead[..., None, :]
    for column in COLUMNS.values():
        if column.dead is not None:
            mask = dead if column.axes == "N" else pair
            if (mask & (world.values()[column.name] != column.dead)).any():
                return False
    return True


def _owners_live(world: World) -> bool:
    return bool(np.take_along_axis(world.alive, world.owner, -1).all())


def _capitals_held(world: World) -> bool:
    seat = np.maximum(world.capital, 0)
    holder = np.take_along_axis(world.owner, seat, -1)
    return bool(((world.capital < 0) | (holder == np.arange(world.n))).all())


def _seated(world: World) -> bool:
    return bool((~world.alive | (world.capital >= 0)).all())


def _promised(world: World) -> bool:
    """Terms, ages and notices stand only where there is the tie; what a deal gives and asks, where there is a deal."""
    values = world.values()
    unsaid = (world.deal_give == 0) & (world.deal_ask == 0) & (world.deal_region < 0)
    return bool((unsaid | (world.deal > 0)).all()) and all(
        bool((values[tie] | (values[tie + part] == 0)).all())
        for tie in ("pact", "trade", "nonaggression", "guarantee")
        for part in ("_term", "_age", "_notice")
        if tie + part in COLUMNS
    )


def _at_war_only(world: World) -> bool:
    return bool((world.war | ((world.war_age == 0) & ~world.began & (world.quiet == 0))).all())


def _of_level(world: World) -> bool:
    """Columns that a level does not keep hold nothing."""
    late = [column for column in COLUMNS.values() if column.level > world.setting.level]
    return not any((world.values()[column.name] != column.nothing).any() for column in late)


def _shares(world: World) -> bool:
    return bool((world.budget_arms + world.budget_growth <= 1.0 + 1e-6).all())


INVARIANTS: tuple[Invariant, ...] = (
    Invariant("shape", mark("a column has not the shape that was declared"), _shaped),
    Invariant("finite", mark("a number is not finite"), _finite),
    Invariant("bounds", mark("a number lies outside its bounds"), _bounded),
    Invariant("owner", mark("a region belongs to a state that is no more"), _owners_live),
    Invariant("dead", mark("a state that is no more has something left"), _dead_are_gone),
    Invariant("diagonal", mark("a state has a tie with itself"), _empty_diagonal),
    Invariant("mutual", mark("a treaty or a war stands one way only"), _symmetric),
    Invariant("capital", mark("a capital is not held by its state"), _capitals_held),
    Invariant("seat", mark("a living state has no capital"), _seated, grave=False),
    Invariant("promise", mark("a term or a notice stands without its treaty or deal"), _promised, grave=False),
    Invariant("war", mark("a war without a war: age, opener or quiet turns are left over"), _at_war_only, grave=False),
    Invariant("level", mark("something is there that the level does not have"), _of_level),
    Invariant("budget", mark("the shares of a budget add up to more than all"), _shares),
)
