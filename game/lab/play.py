"""Play the games of one job and count: found, let doctrines decide, resolve, watch; no world is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import process_time

import numpy as np

from game.lab.counters import COUNTERS
from game.lab.doctrines import CAST
from game.lab.moment import Moment, Table
from game.lab.scripts import SCRIPTS
from game.lab.setups import Setup, open_games
from game.opponents.choose import choose
from game.orders.sheet import write
from game.phases import resolve
from game.view import outlook
from game.world import Floats, Ints, World

Tally = Mapping[str, Floats]
"""Counts by name, one row a game: [B] or [B, ...], NaN for what does not apply."""


@dataclass(frozen=True)
class Job:
    """The games of a condition on one map, and what to count."""

    setup: Setup
    place: int
    seeds: tuple[int, ...]
    counters: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Played:
    """What a job gives back: its counts, one row a game, and the CPU seconds it took."""

    tally: Tally
    seconds: float


def play(job: Job) -> Played:
    """Play a job's games to their ends."""
    start = process_time()
    world, who = open_games(job.setup, job.place, job.seeds)
    table = Table(who, CAST)
    watching = [COUNTERS[name](world, table) for name in job.counters]
    number = 0
    while (world.ending == 0).any():
        moment = _turn(number, world, who, job.setup.script, table)
        for counter in watching:
            counter.watch(moment)
        world, number = moment.after, number + 1
    tally: dict[str, Floats] = {}
    for counter in watching:
        tally |= {name: np.asarray(rows, np.float64) for name, rows in counter.result(world).items()}
    return Played(tally, process_time() - start)


def _turn(number: int, world: World, who: Ints, script: str, table: Table) -> Moment:
    """Let all seats decide, impose the script, and resolve."""
    draft = choose(outlook(world), who, CAST).draft
    late = world.turn >= world.last_turn
    if np.any(late):
        draft = draft.only(np.broadcast_to(~late[..., None], world.alive.shape))
    if script:
        world, draft = SCRIPTS[script](world, draft)
    after, steps = resolve(world, write(world, draft))
    return Moment(number, world, after, draft, steps, table)
