"""Estimates in the window: said to be such while a game runs, for the public as for a seat; the truth at the end."""

from dataclasses import replace

import numpy as np
import pytest

from game.match import PERSON, Seat
from game.measures.power import power
from game.storage.scenarios import read_with_map
from game.ui.flow.openings import seated
from game.ui.flow.table import Table
from game.ui.flow.telling import report_of
from game.ui.flow.timing import course_of
from game.ui.flow.weighing import public_balance
from game.ui.play.reading import Reading, read
from game.world import World


def laid(level: str, turns: int | None = 4) -> Table:
    """Five crowns after some turns, or to its end; Corvane is a person's."""
    scenario, land = read_with_map("five-crowns")
    scenario = scenario.model_copy(update={"level": level})
    table = Table.lay(scenario, land, seated(scenario, None), seed=3)
    table.match.seats[2] = Seat(PERSON)
    while not table.over and (turns is None or table.turn < turns):
        table.end_turn()
    return table


@pytest.fixture(scope="module")
def running() -> Table:
    return laid("full")


@pytest.fixture(scope="module")
def done() -> Table:
    return laid("full", None)


def armed_otherwise(world: World) -> World:
    """Everybody's arms are others than before, and all believe what they believed."""
    return world.but(arms=world.arms * np.linspace(0.2, 5.0, world.n), arms_trend=world.arms_trend + 3.0)


def told(table: Table, reader: int | None) -> tuple[object, ...]:
    report = report_of(table, len(table.history) - 1, reader)
    stories = [(replace(story, why=None), story.why.mind and story.why.mind()) for story in report.headlines]
    return course_of(table, reader), report.rates, report.before, report.after, stories


def test_the_public_sees_nothing_of_true_arms(running: Table) -> None:
    before = told(running, None)
    match = running.match
    kept = match.world, list(match.history)
    match.world = armed_otherwise(match.world)
    match.history = [replace(turn, before=armed_otherwise(turn.before)) for turn in match.history]
    after = told(running, None)
    scale = public_balance(match.world, running.faces), public_balance(kept[0], running.faces)
    match.world, match.history = kept
    assert before == after
    assert scale[0] == scale[1]


def test_the_course_says_that_it_is_estimated_and_after_the_end_shows_the_truth(running: Table, done: Table) -> None:
    assert course_of(running, 2).estimated and not course_of(done, 2).estimated
    worlds = [turn.before for turn in done.history] + [done.match.world]
    for reader in (2, None):
        for line in course_of(done, reader).lines:
            state = done.faces.index(line.face)
            assert line.arms == tuple(float(world.arms[state]) for world in worlds)
            assert line.shares == pytest.approx([100.0 * power(world)[state] for world in worlds])


def test_while_it_runs_the_course_shows_others_as_published_and_oneself_as_one_is(running: Table) -> None:
    worlds = [turn.before for turn in running.history] + [running.match.world]
    for line in course_of(running, 2).lines:
        state = running.faces.index(line.face)
        shown = [float((world.arms if state == 2 else world.published)[state]) for world in worlds]
        assert list(line.arms) == shown


def test_the_report_says_that_shares_are_estimated_until_the_game_is_over(running: Table, done: Table) -> None:
    assert "estimated" in report_of(running, 0, 2).rated
    assert "estimated" not in report_of(done, 0, 2).rated
    assert "estimated" not in report_of(laid("standard", 1), 0, 2).rated


def reading_of(table: Table) -> Reading:
    return read(table.desk(2, lambda: None, lambda: None, ()))


def test_a_dossier_knows_within_what_arms_and_power_of_others_lie_and_one_s_own_exactly(running: Table) -> None:
    reading, world = reading_of(running), running.match.world
    assert reading.estimated
    assert reading.mine.likely_arms is None and reading.mine.likely_power is None
    assert reading.mine.arms == world.arms[2] and reading.believed == world.published[2]
    for nation in reading.others:
        assert nation.likely_arms is not None and nation.likely_power is not None
        assert nation.arms == world.published[nation.index]
        assert nation.likely_arms[0] < nation.arms < nation.likely_arms[1]
        assert nation.likely_power[0] < nation.power < nation.likely_power[1]


def test_below_level_full_nothing_is_estimated() -> None:
    reading = reading_of(laid("standard", 1))
    assert not reading.estimated
    assert all(nation.likely_arms is None for nation in reading.nations)
    assert reading.believed == reading.mine.arms
