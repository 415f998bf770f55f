"""Sensitivity: every coefficient moves, the table can be gone on with, and verdicts that turn are shown."""

from pathlib import Path

import pytest

from game.lab.sensitivity import AS_IT_IS, HEADS, as_html, changes, fill, read, turned, within
from game.storage.files import FileError
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
    path.write_text(",".join(HEADS) + "\na.b,0.8,2,F1,x,1,1,1,1\na.b,1.2,2,F1,x", encoding="utf-8")
    assert len(read(path)) == 1


def row(name: str, factor: str, passed: str) -> dict[str, str]:
    values = (name, factor, "10", "F1", "x", "0.5", "0.4", "0.6", passed)
    return dict(zip(HEADS, values, strict=True))


def test_only_coefficients_that_turn_a_verdict_are_shown() -> None:
    rows = [row(AS_IT_IS, "1", "1"), row("a.b", "0.8", "1"), row("a.b", "1.2", "0"), row("c.d", "0.8", "1")]
    assert list(turned(rows)) == ["a.b"]
    shown = as_html(rows)
    assert "1 of 2 coefficients" in shown
    assert "a.b" in shown
    assert "c.d" not in shown
