"""How fast the rules and opponents are: CPU seconds, medians of several runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from time import process_time
from typing import Any

from game.match import play_out
from game.opponents.choose import numbers
from game.storage.founding import found, found_batch
from game.storage.laboratory import lab
from game.world import World

MIX = (
    "offensive_realist",
    "balancer",
    "threat_balancer",
    "jackal",
    "buck_passer",
    "soft_balancer",
    "balancer",
)
TURNS = 60


def rules_speed(runs: int = 3, progress: Callable[[str], None] = lambda what: None) -> dict[str, Any]:
    """Turns a second of one game, state-turns a CPU second of 256 games, milliseconds a turn of large games.

    Measured at level standard on laboratory maps, doctrines for all: six kinds in turn.
    """
    report: dict[str, Any] = {"one_game_turns_per_s": {}, "batch_state_turns_per_cpu_s": {}, "ms_per_turn": {}}
    for states in (7, 12):
        progress(f"one game of {states}")
        report["one_game_turns_per_s"][str(states)] = round(1.0 / _seconds_a_turn(states, 4, 1, runs, 60), 1)
    progress("256 games of 7")
    report["batch_state_turns_per_cpu_s"]["7"] = round(256 * 7 / _seconds_a_turn(7, 4, 256, runs, 40))
    for states, regions in ((40, 3), (180, 2)):
        progress(f"one game of {states}")
        report["ms_per_turn"][str(states)] = round(1000 * _seconds_a_turn(states, regions, 1, runs, 20), 2)
    return report


def _seconds_a_turn(states: int, regions: int, games: int, runs: int, turns: int) -> float:
    """CPU seconds a turn, the median of some runs; each run has seeds of its own."""
    cast = [MIX[k % len(MIX)] for k in range(states)]
    scenario, chart = lab(states, regions, doctrines=cast, level="standard")
    who = numbers(cast)
    taken = []
    for run in range(runs):
        seeds: Sequence[int] = range(1000 * run, 1000 * run + games)
        world = (
            found_batch(scenario, chart, seeds, turns=TURNS)
            if games > 1
            else found(scenario, chart, seeds[0], turns=TURNS)
        )
        taken.append(_timed(world, who, turns))
    return median(taken)


def _timed(world: World, who: Any, turns: int) -> float:
    start = process_time()
    played = 0
    for played, _turn in enumerate(play_out(world, who), 1):
        if played >= turns:
            break
    return (process_time() - start) / max(1, played)
