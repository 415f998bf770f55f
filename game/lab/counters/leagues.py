"""Leagues: who is bound against a state that both partners fear, and who is bound to it."""

from __future__ import annotations

import numpy as np

from game.lab.counters.counter import Counter, Counts
from game.lab.moment import Moment, Table
from game.opponents.reading import Reading
from game.opponents.traits import temper
from game.view import outlook
from game.world import Bools, Floats, World

TARGETS = 2
"""Leagues are counted against the first two states."""


def against(world: World, felt: Floats, target: int) -> Bools:
    """States bound by a pact to another that sees the target as a threat that counts, as they do, [B, N].

    `felt` is the threat that each state perceives, [B, N, N]. Partners of the target are not against it.
    """
    fears = (felt[..., :, target] > world.setting.rules.doctrines.count_from) & world.alive
    fears = fears & ~world.pact[..., :, target] & (np.arange(world.n) != target)
    return np.asarray(fears & (world.pact & fears[..., None, :]).any(-1))


class Leagues(Counter):
    """Counts a turn, [B, T]: against0 and against1 (states), small0 and small1 (of states 2 and up), with0, rest.

    `rest` is the number of living states but the first. Turns after a game's end are NaN.
    """

    def __init__(self, start: World, table: Table) -> None:
        super().__init__(start, table)
        self.temper = temper(table.cast, table.who)
        self.turns: list[dict[str, Floats]] = []

    def watch(self, moment: Moment) -> None:
        """Count the leagues as they stand after the turn."""
        world = moment.after
        felt = Reading(outlook(world), self.temper).threat
        found: dict[str, Floats] = {}
        for target in range(min(TARGETS, world.n)):
            bound = against(world, felt, target)
            found[f"against{target}"] = bound.sum(-1)
            found[f"small{target}"] = bound[:, TARGETS:].sum(-1)
        found["with0"] = world.pact[:, 0].sum(-1)
        found["rest"] = world.alive[:, 1:].sum(-1)
        self.turns.append({name: np.where(moment.live, row, np.nan) for name, row in found.items()})

    def result(self, end: World) -> Counts:
        """Stack the turns."""
        return {name: np.stack([turn[name] for turn in self.turns], -1) for name in self.turns[0]}
