"""Play the games of one job and count: found, let doctrines decide, resolve, watch; no world is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from game.world import Floats, Ints, World, some

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
    return play_together((job,))[0]


def play_together(jobs: tuple[Job, ...]) -> list[Played]:
    """Play jobs on the same ground (`Setup.ground`, map) as one batch; each gets its own rows and its part of the time.

    Counts a turn have the width of the longest game of all, NaN after a game's end.
    """
    start = process_time()
    opened = [open_games(job.setup, job.place, job.seeds) for job in jobs]
    world = _one_batch([each for each, _who in opened])
    who = np.concatenate([seats for _world, seats in opened])
    tallies = _watched(world, who, jobs[0].setup.script, sorted({name for job in jobs for name in job.counters}))
    spent = process_time() - start
    found, first = [], 0
    for job in jobs:
        last = first + len(job.seeds)
        mine = (tallies[counter].items() for counter in job.counters)
        rows = {name: all_rows[first:last] for tally in mine for name, all_rows in tally}
        found.append(Played(rows, spent * len(job.seeds) / len(who)))
        first = last
    return found


def _one_batch(worlds: Sequence[World]) -> World:
    """Put the games of several batches below each other."""
    columns = [world.values() for world in worlds]
    return World(worlds[0].setting, {name: np.concatenate([each[name] for each in columns]) for name in columns[0]})


def _watched(world: World, who: Ints, script: str, counters: Sequence[str]) -> dict[str, Tally]:
    """Play all games to their ends and give what each counter counted."""
    table = Table(who, CAST)
    watching = {name: COUNTERS[name](world, table) for name in counters}
    number = 0
    while some(world.ending == 0):
        moment = _turn(number, world, who, script, table)
        for counter in watching.values():
            counter.watch(moment)
        world, number = moment.after, number + 1
    results = {name: counter.result(world) for name, counter in watching.items()}
    return {name: {k: np.asarray(rows, np.float64) for k, rows in found.items()} for name, found in results.items()}


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
