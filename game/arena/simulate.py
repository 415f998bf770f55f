"""Play many games of a scenario without a window: doctrines in one batch, scripts a game at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from game.match import BOT, DOCTRINE, Bot, Match, Seat, play_out
from game.measures.scores import hegemon, scores, winners
from game.opponents.choose import numbers
from game.storage.codec import digest
from game.storage.documents import MapDocument, Scenario
from game.storage.founding import found_batch
from game.world import World

CHUNK = 64
Progress = Callable[[int], None]


def simulate(
    scenario: Scenario,
    map_document: MapDocument,
    seats: Sequence[Seat],
    *,
    seed: int,
    games: int,
    turns: int | None = None,
    bots: Callable[[Seat], Bot] | None = None,
    progress: Progress = lambda done: None,
) -> list[dict[str, Any]]:
    """Play games with seeds seed, seed + 1, ...: [{seed, turns, hashes, winners, hegemon, scores}].

    With `turns` each lasts exactly that long unless it ends before; else as the scenario says, with epilogue.
    `bots` loads the scripts of seats that have one.
    """
    seeds = [seed + k for k in range(games)]
    if any(seat.kind == BOT for seat in seats):
        assert bots is not None
        return [_one(scenario, map_document, seats, each, turns, bots, progress) for each in seeds]
    who = numbers([seat.name if seat.kind == DOCTRINE else "" for seat in seats])
    found: list[dict[str, Any]] = []
    for start in range(0, games, CHUNK):
        some = seeds[start : start + CHUNK]
        world = found_batch(scenario, map_document, some, turns=turns)
        found += _batch(world, some, who, progress)
    return found


def _batch(world: World, seeds: Sequence[int], who: Any, progress: Progress) -> list[dict[str, Any]]:
    hashes: list[list[str]] = [[] for _seed in seeds]
    for after, _draft, _steps in play_out(world, who):
        running = world.ending == 0
        for k in np.flatnonzero(running).tolist():
            hashes[k].append(digest(after.game(k)))
        world = after
        progress(int(running.sum()))
    return [result(world.game(k), each, hashes[k]) for k, each in enumerate(seeds)]


def _one(
    scenario: Scenario,
    map_document: MapDocument,
    seats: Sequence[Seat],
    seed: int,
    turns: int | None,
    bots: Callable[[Seat], Bot],
    progress: Progress,
) -> dict[str, Any]:
    match = Match.start(scenario, map_document, seats, seed=seed, turns=turns)
    match.bots = {k: bots(seat) for k, seat in enumerate(seats) if seat.kind == BOT}
    hashes = []
    while not match.over:
        match.end_turn()
        hashes.append(digest(match.world))
        progress(1)
    return result(match.world, seed, hashes)


def result(world: World, seed: int, hashes: list[str]) -> dict[str, Any]:
    """What is kept of a finished game."""
    codes = world.setting.codes
    ruler = int(hegemon(world))
    return {
        "seed": seed,
        "turns": len(hashes),
        "hashes": hashes,
        "winners": [codes[k] for k in np.flatnonzero(winners(world)).tolist()],
        "hegemon": None if ruler < 0 else codes[ruler],
        "scores": {code: round(float(x), 6) for code, x in zip(codes, scores(world), strict=True)},
    }
