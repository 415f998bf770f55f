"""How fast the rules and opponents are: CPU seconds, medians of several runs; and what is dear in a turn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from math import log
from statistics import median
from time import process_time
from typing import Any

from game.match import play_out
from game.opponents.choose import choose, numbers
from game.orders.sheet import write
from game.phases import PHASES
from game.storage.founding import found, found_batch
from game.storage.laboratory import lab
from game.view import outlook
from game.world import Ints, World

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
GROWTH = (20, 40, 80, 180)
"""Numbers of states between which the time of a turn should grow no faster than their square."""
SHORT = 3
"""How many more runs there are of one game, which is over in a fraction of a second: a busy moment falls on few."""
STEPS = 7
"""How often `rules_speed` reports progress."""
MOST = 5


def rules_speed(
    runs: int = 3, progress: Callable[[str], None] = lambda what: None, turns: int = TURNS
) -> dict[str, Any]:
    """Turns a second of one game and state-turns a CPU second of 256 games, at levels standard and full,
    milliseconds a turn of large games and how they grow with the number of states, the dearest phases.

    Measured on laboratory maps over so many turns (batches two thirds, large games a third of them), doctrines
    for all: six kinds in turn. `growth` gives milliseconds a turn by states, and the power of the number of states
    that they grow with.
    """
    report: dict[str, Any] = {}
    for key, level in (("one_game_turns_per_s", "standard"), ("full_one_game_turns_per_s", "full")):
        progress(f"one game of 7 and of 12, level {level}")
        report[key] = {str(n): round(1.0 / _seconds_a_turn(n, 4, 1, SHORT * runs, turns, level), 1) for n in (7, 12)}
    for key, level in (("batch_state_turns_per_cpu_s", "standard"), ("full_batch_state_turns_per_cpu_s", "full")):
        progress(f"256 games of 7, level {level}")
        seconds = _seconds_a_turn(7, 4, 256, runs, max(1, 2 * turns // 3), level)
        report[key] = {"7": round(256 * 7 / seconds)}
    few = max(1, turns // 3)
    progress("large games")
    large = {n: 1000 * _seconds_a_turn(n, regions, 1, runs, few) for n, regions in ((40, 3), (180, 2))}
    report["ms_per_turn"] = {str(n): round(ms, 2) for n, ms in large.items()}
    progress("growth with the number of states")
    report["growth"] = _growth({n: 1000 * _seconds_a_turn(n, 2, 1, runs, few) for n in GROWTH})
    progress("what is dear")
    report["dearest"] = {level: dearest(level, turns) for level in ("standard", "full")}
    return report


def _growth(ms: dict[int, float]) -> dict[str, Any]:
    first, last = GROWTH[0], GROWTH[-1]
    power = log(ms[last] / ms[first]) / log(last / first)
    return {"ms_per_turn": {str(n): round(each, 2) for n, each in ms.items()}, "power_of_states": round(power, 2)}


def dearest(level: str, turns: int = TURNS) -> dict[str, float]:
    """Measure what takes most time in a game of seven: the opponents, and the five dearest phases, by share of all."""
    world, who = _table(7, 4, 1, 0, level)
    spent: defaultdict[str, float] = defaultdict(float)
    for _turn in range(turns):
        if world.ending != 0:
            break
        world = _clocked(world, who, spent)
    phases = sorted((phase.name for phase in PHASES), key=lambda name: -spent[name])[:MOST]
    first = sorted(("opponents", *phases), key=lambda name: -spent[name])
    return {name: round(spent[name] / sum(spent.values()), 3) for name in first}


def _clocked(world: World, who: Ints, spent: defaultdict[str, float]) -> World:
    """Play a turn and book what each step took."""
    start = process_time()

    def book(name: str) -> None:
        nonlocal start
        now = process_time()
        spent[name] += now - start
        start = now

    draft = choose(outlook(world), who).draft
    book("opponents")
    sheet = write(world, draft)
    book("sheet")
    for phase in PHASES:
        world, _record = phase.resolve(world, sheet)
        book(phase.name)
    return world


def _table(states: int, regions: int, games: int, seed: int, level: str) -> tuple[World, Ints]:
    cast = [MIX[k % len(MIX)] for k in range(states)]
    scenario, chart = lab(states, regions, doctrines=cast, level=level)
    if games == 1:
        return found(scenario, chart, seed, turns=TURNS), numbers(cast)
    return found_batch(scenario, chart, range(seed, seed + games), turns=TURNS), numbers(cast)


def _seconds_a_turn(states: int, regions: int, games: int, runs: int, turns: int, level: str = "standard") -> float:
    """CPU seconds a turn, the median of some runs; each run has seeds of its own."""
    return median(_timed(*_table(states, regions, games, 1000 * run, level), turns) for run in range(runs))


def _timed(world: World, who: Ints, turns: int) -> float:
    start = process_time()
    played = 0
    for played, _turn in enumerate(play_out(world, who), 1):
        if played >= turns:
            break
    return (process_time() - start) / max(1, played)
