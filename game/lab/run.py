"""Run facts: plan their jobs, share conditions that several facts use, play them, judge."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.arena.executor import run_all
from game.lab.fact import Fact, Finding
from game.lab.play import Job, Played, Tally, play_together
from game.lab.setups import Setup
from game.world import Floats


@dataclass(frozen=True)
class Bench:
    """Which games are played: maps, games a map, where seeds begin, and whether the number of states shifts."""

    name: str
    maps: tuple[int, ...]
    games: int
    seed: int
    shifted: bool = False


MAIN = Bench("main", (0, 1, 2, 3, 4), 100, 1)
SECOND = Bench("second", (20, 21, 22, 23, 24), 100, 500_001, shifted=True)
BENCHES = {bench.name: bench for bench in (MAIN, SECOND)}
QUICK_MAPS = 2
SEEDS_A_MAP = 10_000
MOST_TOGETHER = 20_000
"""Games times states squared that are played as one batch, about: memory and speed."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """A fact with what was found and the CPU seconds that its conditions took."""

    fact: Fact
    finding: Finding
    seconds: float


def sized(bench: Bench, games: int | None) -> Bench:
    """The same bench with so many games a condition: few on two maps, many on all."""
    if games is None:
        return bench
    maps = bench.maps[:QUICK_MAPS] if games <= 200 else bench.maps
    return Bench(bench.name, maps, -(-games // len(maps)), bench.seed, bench.shifted)


def plan(facts: Sequence[Fact], bench: Bench) -> dict[tuple[str, str], list[Job]]:
    """The jobs of each condition: (fact id, condition) -> jobs in the order of maps and seeds."""
    found: dict[tuple[str, str], list[Job]] = {}
    for fact in facts:
        for k, place in enumerate(bench.maps):
            shift = fact.shifts[k % len(fact.shifts)] if bench.shifted else 0
            for name, setup in fact.conditions(shift).items():
                jobs = _on_map(setup, place, bench.seed, bench.games * fact.crowd, fact.counters)
                found.setdefault((fact.id, name), []).extend(jobs)
    return found


def jobs_of(setup: Setup, bench: Bench, counters: tuple[str, ...]) -> list[Job]:
    """The jobs of one condition on all maps of a bench."""
    return [job for place in bench.maps for job in _on_map(setup, place, bench.seed, bench.games, counters)]


def _on_map(setup: Setup, place: int, seed: int, games: int, counters: tuple[str, ...]) -> list[Job]:
    """The games of a condition on one map, in batches of a size that memory and speed like."""
    first = seed + SEEDS_A_MAP * place
    size = max(1, MOST_TOGETHER // setup.states**2)
    cuts = range(first, first + games, size)
    return [Job(setup, place, tuple(range(at, min(at + size, first + games))), counters) for at in cuts]


def run(
    facts: Sequence[Fact],
    bench: Bench,
    *,
    workers: int = 1,
    rules: Mapping[str, float] | None = None,
    progress: Callable[[int, int], None] = lambda done, all_: None,
) -> list[Outcome]:
    """Play all facts; the result does not depend on the number of workers.

    `rules` overrides coefficients ("section.name") in all conditions that do not set them themselves.
    Conditions that are equal are played once. `progress` gets the jobs done and all jobs.
    """
    planned = plan(facts, bench)
    if rules:
        planned = {key: [_with(job, rules) for job in jobs] for key, jobs in planned.items()}
    shared = _shared(planned)
    jobs = [Job(setup, place, seeds, tuple(sorted(names))) for (setup, place, seeds), names in shared.items()]
    results = play_all(jobs, workers=workers, progress=progress)
    played = {_key(job): result for job, result in zip(jobs, results, strict=True)}
    return [_outcome(fact, planned, played) for fact in facts]


def play_all(
    jobs: Sequence[Job], *, workers: int = 1, progress: Callable[[int, int], None] = lambda done, all_: None
) -> list[Played]:
    """Play all jobs and give what they counted in their order; small ones on the same ground go as one batch.

    `progress` gets the jobs done and all jobs.
    """
    groups = _groups(jobs)
    done = 0

    def step(index: int) -> None:
        nonlocal done
        done += len(groups[index])
        progress(done, len(jobs))

    batches = [tuple(jobs[k] for k in group) for group in groups]
    found: dict[int, Played] = {}
    for group, played in zip(groups, run_all(play_together, batches, workers=workers, progress=step), strict=True):
        found |= zip(group, played, strict=True)
    return [found[k] for k in range(len(jobs))]


def _groups(jobs: Sequence[Job]) -> list[list[int]]:
    """Indices of jobs that are played as one batch, the longest first; no batch is larger than is good for memory."""
    found: list[list[int]] = []
    latest: dict[tuple[Setup, int], tuple[list[int], int]] = {}
    for k, job in enumerate(jobs):
        key = (job.setup.ground, job.place)
        group, games = latest.get(key, ([], MOST_TOGETHER))
        if (games + len(job.seeds)) * job.setup.states**2 > MOST_TOGETHER:
            group, games = [], 0
            found.append(group)
        group.append(k)
        latest[key] = (group, games + len(job.seeds))
    return sorted(found, key=lambda group: -_weight([jobs[k] for k in group]))


Key = tuple[Setup, int, tuple[int, ...]]


def _key(job: Job) -> Key:
    return job.setup, job.place, job.seeds


def _shared(planned: Mapping[tuple[str, str], Sequence[Job]]) -> dict[Key, set[str]]:
    """Jobs that several facts need, with all that is to be counted."""
    found: dict[Key, set[str]] = {}
    for jobs in planned.values():
        for job in jobs:
            found.setdefault(_key(job), set()).update(job.counters)
    return found


def _weight(jobs: Sequence[Job]) -> float:
    """How long a batch of jobs will take, roughly: the long ones go first."""
    setup = jobs[0].setup
    return (setup.turns or 14) * (sum(len(job.seeds) for job in jobs) + 20) * setup.states


def _with(job: Job, rules: Mapping[str, float]) -> Job:
    merged = dict(rules) | dict(job.setup.rules)
    return replace(job, setup=replace(job.setup, rules=tuple(sorted(merged.items()))))


def _outcome(fact: Fact, planned: Mapping[tuple[str, str], Sequence[Job]], played: Mapping[Key, Played]) -> Outcome:
    results: dict[str, Tally] = {}
    seconds = 0.0
    for (owner, name), jobs in planned.items():
        if owner == fact.id:
            parts = [played[_key(job)] for job in jobs]
            results[name] = joined([part.tally for part in parts])
            seconds += sum(part.seconds for part in parts)
    return Outcome(fact, fact.judge(results), seconds)


def joined(parts: Sequence[Tally]) -> Tally:
    """Put the rows of several batches below each other; shorter rows are filled up with NaN."""
    return {name: _stack([part[name] for part in parts]) for name in parts[0]}


def _stack(parts: Sequence[Floats]) -> Floats:
    if parts[0].ndim == 1:
        return np.concatenate(parts)
    width = max(part.shape[1] for part in parts)
    filled = [np.pad(part, ((0, 0), (0, width - part.shape[1])), constant_values=np.nan) for part in parts]
    return np.concatenate(filled)


def as_json(outcome: Outcome) -> dict[str, Any]:
    """A finding as plain data: id, claim, target, measured, interval, n, passed, source, seconds."""
    fact, finding = outcome.fact, outcome.finding
    return {
        "id": fact.id,
        "claim": fact.claim,
        "target": fact.target,
        "measured": {name: _number(value.value) for name, value in finding.measured.items()},
        "interval": {name: [_number(value.low), _number(value.high)] for name, value in finding.measured.items()},
        "n": finding.n,
        "passed": bool(finding.passed),
        "source": fact.source,
        "remark": finding.remark,
        "cpu_seconds": round(outcome.seconds, 2),
    }


def _number(x: float) -> float | None:
    """A number that JSON can hold; None for what was not seen."""
    return round(float(x), 6) if np.isfinite(x) else None


__all__ = ["BENCHES", "MAIN", "SECOND", "Bench", "Outcome", "as_json", "jobs_of", "joined", "plan", "run", "sized"]
