"""A game of quarters in the window's words: seasons in the report, the course, the annals and the end."""

import re

import pytest

from game.storage.files import parse
from game.storage.scenarios import Scenario, read_with_map
from game.ui.flow.annals import annals_of
from game.ui.flow.openings import seated
from game.ui.flow.summing import ending_of
from game.ui.flow.table import Table
from game.ui.flow.telling import log_of, notice_of, report_of
from game.ui.flow.timing import course_of, moments_of


@pytest.fixture(scope="module")
def table() -> Table:
    """Europe in quarters from 1900 on, played to the end without people."""
    scenario, land = read_with_map("europe-1900")
    document = scenario.model_dump(mode="json", by_alias=True)
    quarters = parse(Scenario, {**document, "years": 0.25}, "quarters.json")
    laid = Table.lay(quarters, land, seated(quarters, None), seed=7)
    notices = []
    while not laid.over:
        laid.end_turn()
        notices.append(notice_of(laid))
    assert any("all runs on by itself for 6 months" in notice for notice in notices)
    return laid


def test_the_report_and_the_log_are_dated_by_seasons(table: Table) -> None:
    assert [report_of(table, turn, None).title for turn in (0, 1, 4)] == ["Winter 1900", "Spring 1900", "Winter 1901"]
    assert report_of(table, 4, None).number == "No. 5"
    assert {line.date for line in log_of(table, 3, None)} <= {
        f"{s} 1900" for s in ("winter", "spring", "summer", "autumn")
    }


def test_the_course_names_years_where_they_begin(table: Table) -> None:
    assert course_of(table, None).ticks[:6] == ("1900", "spring", "summer", "autumn", "1901", "spring")
    assert moments_of(table, None)(6).date == "summer 1901"


def test_the_annals_and_the_end_are_dated_by_seasons(table: Table) -> None:
    dated = re.compile(r"(winter|spring|summer|autumn) 190\d", re.IGNORECASE)
    told = list(annals_of(table))
    assert all(dated.match(when) for when, _text in told)
    assert told[0][0].startswith("Winter 1900")
    ending = ending_of(table, [])
    assert len(dated.findall(ending.kicker)) == 2
    assert dated.search(ending.line)


def test_a_war_is_measured_in_months(table: Table) -> None:
    words = " ".join(text for _when, text in annals_of(table))
    spans = re.findall(r"was over after (\d+) (months|years|year)", words)
    assert spans
    assert any(unit == "months" and int(n) % 3 == 0 for n, unit in spans)


def test_a_game_is_saved_under_a_name_with_its_season(table: Table) -> None:
    assert re.fullmatch(r".*, (winter|spring|summer|autumn) 190\d", table.proposal())
