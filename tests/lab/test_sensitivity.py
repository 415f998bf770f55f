"""Sensitivity: every coefficient moves, the table can be gone on with, and verdicts that turn are shown."""

from pathlib import Path

import pytest

from game.lab.facts import FACTS
from game.lab.run import Bench, run
from game.lab.sensitivity import AS_IT_IS, HEADS, SHIPPED, WATCHED, as_html, changes, fill, read, turned, within
from game.storage.files import FileError
from game.storage.paths import assets
from game.storage.rules import load_rules


def test_every_coefficient_that_is_not_nought_goes_down_and_up() -> None:
    found = changes(10)
    numbers = [x for each in load_rules().values().values() for x in each.values() if x]
    assert found[0].coefficient == AS_IT_IS
    assert len(found) == 1 + 2 * len(numbers)


def test_a_section_or_a_coefficient_can_be_picked() -> None:
    assert {c.coefficient for c in within(changes(10), ["economy.absorb"])} == {AS_IT_IS, "economy.absorb"}
    assert {c.coefficient.split(".")[0] for c in within(changes(10), ["threat"])} == {AS_IT_IS, "threat"}
    with pytest.raises(FileError, match=r"economy\.absorbs"):
        within(changes(10), ["economy.absorbs"])


def test_a_table_goes_on_where_it_stood(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    wanted = within(changes(2, ["F1"]), ["campaigns.cap"])
    first = fill(path, wanted, most=1)
    assert {row["coefficient"] for row in first} == {AS_IT_IS}
    seen = []
    whole = fill(path, wanted, progress=lambda done, all_: seen.append((done, all_)))
    assert seen == [(0, 2), (1, 2), (2, 2)]
    assert whole[: len(first)] == first
    assert read(path) == whole
    assert fill(path, wanted) == whole


def test_a_fact_that_is_asked_for_later_is_measured_then(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    fill(path, changes(2, ["F9"]), most=1)
    both = fill(path, changes(2, ["F9", "F12"]), most=1)
    assert [row["fact"] for row in both] == sorted((row["fact"] for row in both), reverse=True)
    assert {row["coefficient"] for row in both} == {AS_IT_IS}


def test_a_torn_last_line_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(",".join(HEADS) + "\na.b,0.8,1,2,F1,x,1,1,1,1\na.b,1.2,1,2,F1,x", encoding="utf-8")
    assert len(read(path)) == 1


def row(name: str, factor: str, passed: str) -> dict[str, str]:
    values = (name, factor, "", "10", "F1", "x", "0.5", "0.4", "0.6", passed)
    return dict(zip(HEADS, values, strict=True))


def test_only_coefficients_that_turn_a_verdict_are_shown() -> None:
    rows = [row(AS_IT_IS, "1", "1"), row("a.b", "0.8", "1"), row("a.b", "1.2", "0"), row("c.d", "0.8", "1")]
    assert list(turned(rows)) == ["a.b"]
    shown = as_html(rows)
    assert "1 of 2 coefficients" in shown
    assert "a.b" in shown
    assert "c.d" not in shown


def test_the_page_says_how_often_each_fact_keeps_its_verdict() -> None:
    rows = [row(AS_IT_IS, "1", "1"), row("a.b", "0.8", "1"), row("a.b", "1.2", "0"), row("c.d", "0.8", "1")]
    assert "F1 keeps its verdict in 2 of 3 changes (66.7%; 10 games a condition)." in as_html(rows)


def test_the_page_says_when_coefficients_are_no_longer_what_they_were() -> None:
    absorb = load_rules().economy.absorb
    now = row("economy.absorb", "1.2", "1") | {"number": f"{absorb * 1.2:.6g}"}
    assert "changed since" not in as_html([row(AS_IT_IS, "1", "1"), now])
    assert "1 coefficient has changed since." in as_html([row(AS_IT_IS, "1", "1"), now | {"number": "77"}])


def test_the_table_that_comes_with_the_game_holds_the_watched_facts_and_nine_verdicts_of_ten() -> None:
    rows = read(assets() / SHIPPED)
    for fact in WATCHED:
        mine = [row for row in rows if row["fact"] == fact]
        usual = next(row["passed"] for row in mine if row["coefficient"] == AS_IT_IS)
        moved = [row for row in mine if row["coefficient"] != AS_IT_IS]
        assert len(moved) >= 700
        assert sum(row["passed"] == usual for row in moved) >= 0.9 * len(moved)


def test_a_fact_played_for_its_verdict_alone_gives_the_same_verdict() -> None:
    fact = next(fact for fact in FACTS if fact.id == "F7")
    bench = Bench("tiny", (0,), 4, 1)
    whole, bare = (run([each], bench)[0].finding for each in (fact, fact.verdict_only()))
    assert bare.passed == whole.passed
    assert bare.n < whole.n
    assert bare.measured.items() <= whole.measured.items()
