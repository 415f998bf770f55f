"""What the forecasts call probable happens about as often as they say, and they beat the base rate."""

import pytest

from game.arena.calibration import Record, calibrate
from game.storage.scenarios import read_with_map


def test_a_record_scores_its_forecasts() -> None:
    record = Record()
    for odds, came in ((0.9, True), (0.7, True), (0.7, False), (0.1, False)):
        record.add(odds, came)
    report = record.report()
    assert report["brier"] == pytest.approx((0.01 + 0.09 + 0.49 + 0.01) / 4)
    assert report["brier_of_base_rate"] == 0.25
    assert [(each["from"], each["count"], each["came"]) for each in report["bins"]] == [
        (0.0, 1, 0.0), (0.6, 2, 0.5), (0.8, 1, 1.0),
    ]  # fmt: skip


def test_forecasts_beat_the_base_rate_and_mean_what_they_say() -> None:
    report = calibrate(*read_with_map("europe-1900"), games=16)
    for kind in ("acceptance", "joining"):
        found = report[kind]
        assert found["count"] > 300
        assert found["brier"] < found["brier_of_base_rate"], kind
    likely = next(each for each in report["acceptance"]["bins"] if each["from"] == 0.6)
    assert likely["count"] >= 20
    assert 0.5 <= likely["came"] <= 0.85
    for each in report["acceptance"]["bins"]:
        assert abs(each["said"] - each["came"]) < 0.1 + each["count"] ** -0.5, "more than luck explains"


def test_the_same_games_give_the_same_report() -> None:
    where = read_with_map("five-crowns")
    assert calibrate(*where, games=6) == calibrate(*where, games=6)
