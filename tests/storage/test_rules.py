"""Rules files: a folder of one's own is read like the shipped one, and every fault ends in one sentence."""

import json
import shutil
from pathlib import Path

import pytest

from game.storage.files import FileError
from game.storage.paths import assets
from game.storage.rules import load_rules


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
