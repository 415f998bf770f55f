"""Sweeps: what may vary, what is measured, and one sentence for what cannot be done."""

import csv
from io import StringIO

import pytest

from game.lab.run import Bench
from game.lab.setups import Setup
from game.lab.sweep import as_csv, chart, read_axes, read_axis, save_chart, sweep, varied
from game.storage.files import FileError

TINY = Bench("tiny", (0,), 3, 1)
SHORT = Setup(states=4, turns=6, leader=0.4, cast=("offensive_realist", "balancer"))


def test_a_range_and_a_list_are_read() -> None:
    assert read_axis("leader_share=.15:.7:12").values[0] == 0.15
    assert len(read_axis("leader_share=.15:.7:12").values) == 12
    assert read_axis("economy.absorb=0,.05,.1").values == (0.0, 0.05, 0.1)


@pytest.mark.parametrize(
    "word", ["leader_shar=0,1", "offence", "offence=", "offence=a,b", "offence=0:1", "turns=1:nan:3"]
)
def test_what_cannot_vary_is_refused_in_one_sentence(word: str) -> None:
    with pytest.raises(FileError, match="vary: expected"):
        read_axis(word)


def test_three_things_are_too_many() -> None:
    with pytest.raises(FileError, match="one or two, found 3"):
        read_axes(["offence=0,1"] * 3)


@pytest.mark.parametrize(
    ("setup", "measure", "says"),
    [
        (Setup(cast=("balancr",)), "wars", "did you mean “balancer”"),
        (Setup(), "war", "did you mean “wars”"),
        (Setup(rules=(("economy.absorbs", 1.0),)), "wars", "did you mean “economy.absorb”"),
    ],
)
def test_unknown_words_are_answered_with_the_nearest(setup: Setup, measure: str, says: str) -> None:
    with pytest.raises(FileError, match=says):
        sweep(setup, [read_axis("offence=0,1")], [measure], bench=TINY)


def test_each_thing_that_varies_changes_the_condition() -> None:
    base = Setup()
    for name in ("leader_share", "states", "turns", "offence", "distinguish", "cohesion", "uneven", "economy.absorb"):
        assert varied(base, name, 3.0 if name in ("states", "turns") else 0.35) != base
    assert varied(varied(base, "economy.absorb", 0.1), "economy.absorb", 0.2).rules == (("economy.absorb", 0.2),)


def test_every_combination_is_played_and_written() -> None:
    axes = read_axes(["offence=.2,.8", "leader_share=.3,.5,.7"])
    points = sweep(SHORT, axes, ["wars", "burden"], bench=TINY)
    rows = list(csv.DictReader(StringIO(as_csv(axes, points))))
    assert len(points) == 6
    assert len(rows) == 12
    assert {row["games"] for row in rows} == {"3"}
    assert [series.name for series in chart(axes, points, "wars").series] == [
        f"leader_share {x}" for x in (0.3, 0.5, 0.7)
    ]


def test_a_sweep_moves_what_it_says() -> None:
    points = sweep(SHORT, [read_axis("leader_share=.3,.7")], ["leader_power"], bench=TINY)
    low, high = (point.measured["leader_power"].value for point in points)
    assert low < 0.5 < high


def test_a_chart_is_drawn(tmp_path) -> None:
    pytest.importorskip("matplotlib")
    axes = [read_axis("offence=.2,.8")]
    save_chart(tmp_path / "a.svg", axes, sweep(SHORT, axes, ["wars", "burden"], bench=TINY))
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").count('<g id="axes_') == 2
