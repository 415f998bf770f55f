"""Rules files: a folder of one's own is read like the shipped one, and every fault ends in one sentence."""

import json
import shutil
from pathlib import Path

import pytest

from game.storage.files import FileError
from game.storage.paths import assets
from game.storage.rules import Coefficient, load_rules, read_section


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(assets() / "rules", tmp_path / "rules"))


def rewrite(own: Path, old: str, new: str) -> None:
    path = own / "peace.json"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_changed_coefficient_in_a_folder_of_one_s_own_counts(own: Path) -> None:
    document = json.loads((own / "peace.json").read_text(encoding="utf-8"))
    document["coefficients"]["exhausted"]["value"] = 0.125
    (own / "peace.json").write_text(json.dumps(document), encoding="utf-8")
    assert load_rules(own).peace.exhausted == 0.125
    assert load_rules().peace.exhausted != 0.125


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{", "", "expected JSON"),
        ("0.3", '"much"', "coefficients.exhausted.value"),
        ('"unit"', '"unt"', "coefficients.exhausted.unit"),
        ('"exhausted"', '"exhaustd"', "did you mean “exhausted”"),
        ('"peace"', '"peac"', "did you mean “peace”"),
        ('"unit"', '"scales": "rate",\n "unit"', "coefficients.exhausted.scales: expected none"),
        ('"unit"', '"scales": "rat",\n "unit"', "coefficients.exhausted.scales: input should be 'rate'"),
    ],
)
def test_a_broken_rules_file_is_refused_with_file_and_place(own: Path, old: str, new: str, says: str) -> None:
    rewrite(own, old, new)
    with pytest.raises(FileError) as refused:
        load_rules(own)
    assert "peace.json" in str(refused.value)
    assert says in str(refused.value)


def test_a_missing_rules_file_is_named(own: Path) -> None:
    (own / "peace.json").unlink()
    with pytest.raises(FileError, match="peace"):
        load_rules(own)


def test_a_folder_that_does_not_say_how_coefficients_scale_has_them_scale_as_shipped(own: Path) -> None:
    path = own / "economy.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    for each in document["coefficients"].values():
        each.pop("scales", None)
        each.pop("kept_by", None)
    path.write_text(json.dumps(document), encoding="utf-8")
    assert load_rules(own).in_turns(4).economy.growth == load_rules().economy.growth / 4


def coefficients() -> dict[str, Coefficient]:
    files = (read_section(path) for path in sorted((assets() / "rules").glob("*.json")))
    return {f"{s.section}.{name}": each for s in files for name, each in s.coefficients.items()}


def test_what_is_counted_by_the_year_follows_the_length_of_a_turn_and_what_by_turns_does_not() -> None:
    """But for the growth that scores reckon with: it is divided by the years that have gone by."""
    for name, each in coefficients().items():
        if "a year" in each.unit or each.unit == "years":
            assert (each.scales is None) == (name in ("scores.baseline", "scores.welfare_range")), name
        if "turn" in each.unit:
            assert each.scales is None, name


def test_noise_that_lasts_names_what_is_left_of_it_after_a_year() -> None:
    every = coefficients()
    lasting = {name: each for name, each in every.items() if each.kept_by}
    assert "economy.drift_noise" in lasting
    for name, each in lasting.items():
        assert each.scales == "noise"
        assert every[f"{name.split('.')[0]}.{each.kept_by}"].scales == "keep"
