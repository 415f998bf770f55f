"""Every fact is listed, says what it claims, and a tiny run of it ends in a finding."""

import importlib
import json
from dataclasses import replace

import numpy as np
import pytest

from game.lab.facts import FACTS
from game.lab.run import MAIN, SECOND, Bench, as_json, plan, run, sized
from tests.worlds import ROOT

TINY = Bench("tiny", (0,), 2, 1)
FILES = sorted(path.stem for path in (ROOT / "game/lab/facts").glob("f[0-9]*.py"))


def test_the_facts_are_one_to_twenty() -> None:
    assert [fact.id for fact in FACTS] == [f"F{k}" for k in range(1, 21)]


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_a_fact_is_listed(name: str) -> None:
    fact = importlib.import_module(f"game.lab.facts.{name}").FACT
    assert fact in FACTS
    assert fact.id == f"F{int(name[1:3])}"
    assert fact.claim and fact.target and fact.source


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_a_tiny_run_of_a_fact_gives_a_finding(fact) -> None:
    short = replace(
        fact,
        crowd=1,
        conditions=lambda shift: {k: replace(v, turns=min(v.turns, 12)) for k, v in fact.conditions(shift).items()},
    )
    (outcome,) = run([short], TINY)
    finding = outcome.finding
    assert finding.n == TINY.games * len(fact.conditions(0))
    assert isinstance(bool(finding.passed), bool)
    for name, value in finding.measured.items():
        assert name
        assert np.isnan(value.value) or value.n > 0
    assert finding.chart.series
    assert json.loads(json.dumps(as_json(outcome)))["id"] == fact.id


def test_two_processes_find_what_one_finds() -> None:
    few = [replace(f, conditions=lambda shift, f=f: _short(f, shift)) for f in FACTS if f.id in ("F1", "F4", "F15")]
    bench = Bench("few", (0, 1), 3, 5)
    alone, together = (run(few, bench, workers=workers) for workers in (1, 2))
    for one, two in zip(alone, together, strict=True):
        here, there = as_json(one), as_json(two)
        del here["cpu_seconds"], there["cpu_seconds"]
        assert here == there


def _short(fact, shift):
    return {name: replace(setup, turns=15) for name, setup in fact.conditions(shift).items()}


def test_a_condition_that_several_facts_use_is_played_once() -> None:
    planned = plan([f for f in FACTS if f.id in ("F1", "F2", "F3", "F4")], sized(MAIN, 100))
    setups = {job.setup for jobs in planned.values() for job in jobs}
    assert len(planned) == 9
    assert len(setups) == 6


def test_the_second_set_has_other_maps_seeds_and_numbers_of_states() -> None:
    one, two = (
        {(job.place, job.seeds[0], job.setup.states) for jobs in plan(FACTS[:1], bench).values() for job in jobs}
        for bench in (MAIN, SECOND)
    )
    assert not {place for place, _seed, _n in one} & {place for place, _seed, _n in two}
    assert not {seed for _place, seed, _n in one} & {seed for _place, seed, _n in two}
    assert {n for _place, _seed, n in one} == {6}
    assert {n for _place, _seed, n in two} == {4, 8}


def test_a_full_run_plays_five_hundred_games_a_fact_and_a_quick_one_a_hundred() -> None:
    for games, least in ((None, 500), (100, 100)):
        planned = plan(FACTS, sized(MAIN, games))
        for jobs in planned.values():
            assert sum(len(job.seeds) for job in jobs) >= least
