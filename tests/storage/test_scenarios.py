"""Reading scenarios and maps: by name, own ones, and one clear sentence for every fault."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.storage import scenarios
from game.storage.files import FileError, decode
from game.storage.paths import assets
from game.storage.scenario_checks import DOCTRINES
from game.storage.scenarios import read_map, read_scenario, read_with_map, scenario_names

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(scenarios, "own_scenarios", lambda: tmp_path)
    return tmp_path


def shipped(name: str = "five-crowns") -> dict[str, Any]:
    return json.loads((assets() / "scenarios" / f"{name}.json").read_text("utf-8"))


def fault(folder: Path, change: Change) -> str:
    document = shipped()
    change(document)
    path = folder / "changed.json"
    path.write_text(json.dumps(document), "utf-8")
    with pytest.raises(FileError) as caught:
        read_scenario(path)
    text = str(caught.value)
    assert text.startswith("changed.json: ") and "\n" not in text
    return text


def set_at(*path: str | int, to: Any) -> Change:
    def change(document: dict[str, Any]) -> None:
        place: Any = document
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = to

    return change


def add(name: str, *entries: dict[str, Any]) -> Change:
    return lambda document: document[name].extend(entries)


def both(one: Change, other: Change) -> Change:
    def change(document: dict[str, Any]) -> None:
        one(document)
        other(document)

    return change


PACT = {"between": ["CO", "DO"], "since": 1400, "term": 5, "source": "game"}
ONE_WAY = {"from": "CO", "to": "DO", "since": 1400, "source": "game"}


@pytest.mark.parametrize("name", scenario_names())
def test_every_shipped_scenario_is_read_and_passes_its_checks(name: str) -> None:
    scenario, map_document = read_with_map(name)
    assert scenario.name == name
    assert {region.id for region in scenario.regions} == {region.id for region in map_document.regions}


@pytest.mark.parametrize("name", scenario_names())
def test_every_number_of_a_shipped_scenario_has_its_source(name: str) -> None:
    numbers = {"economy", "arms", "quality", "cohesion", "reputation", "aggression", "sea_power"}
    assert all(state.sources.keys() >= numbers for state in read_scenario(name).states)


def test_the_doctrines_of_scenarios_are_those_of_the_opponents() -> None:
    folder = Path(__file__).parents[2] / "game" / "opponents" / "doctrines"
    assert sorted(DOCTRINES) == sorted(path.stem for path in folder.glob("*.py") if path.stem[0] != "_")


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(FileError, match=r"there is no scenario “europ-1900”; did you mean “europe-1900”\?"):
        read_scenario("europ-1900")
    with pytest.raises(FileError, match=r"there is no map “five-crown”; did you mean “five-crowns”\?"):
        read_map("five-crown")


def test_a_name_like_no_other_is_answered_with_all_there_are() -> None:
    with pytest.raises(FileError, match=r"there are: .*europe-1900.*five-crowns"):
        read_scenario("zzz")


def test_an_own_scenario_stands_beside_the_shipped_ones(own: Path) -> None:
    document = shipped() | {"name": "my-crowns", "title": "Mine"}
    (own / "my-crowns.json").write_text(json.dumps(document), "utf-8")
    assert scenario_names()[-1] == "my-crowns"
    assert read_scenario("my-crowns").title == "Mine"
    assert read_scenario(own / "my-crowns.json") == read_scenario(str(own / "my-crowns.json"))


def test_a_name_never_reaches_outside_its_folder() -> None:
    with pytest.raises(FileError):
        read_map("../scenarios/five-crowns")


FAULTS: list[tuple[Change, str]] = [
    (set_at("states", 1, "code", to="AV"), "the state code AV stands twice"),
    (set_at("states", 1, "id", to="avar"), "the state id “avar” stands twice"),
    (set_at("states", 1, "name", to="Avar"), "the state name “Avar” stands twice"),
    (set_at("states", 1, "doctrine", to="balancr"), "there is no doctrine “balancr”; did you mean “balancer”?"),
    (set_at("regions", 0, "owner", to="ZZ"), "owner ZZ is no state"),
    (set_at("regions", 0, "core", to="ZZ"), "core ZZ is no state"),
    (lambda d: d["regions"][0].update(id=d["regions"][0]["id"] + "x"), "did you mean"),
    (lambda d: d["regions"].append(dict(d["regions"][0])), "stands twice; every region has one owner"),
    (lambda d: d["regions"].pop(), "has no owner"),
    (lambda d: d["regions"][0].update(share=0.9), "must add up to 1, they add up to"),
    (lambda d: [r.update(capital=False) for r in d["regions"]], "must be the capital, 0 are"),
    (lambda d: [r.update(capital=True) for r in d["regions"]], "must be the capital, "),
    (lambda d: [r.update(owner="BR") for r in d["regions"] if r["owner"] == "AV"], "AV owns no region"),
    (add("pacts", PACT | {"between": ["CO", "ZZ"]}), "pacts: ZZ is no state"),
    (add("pacts", PACT | {"between": ["CO", "CO"]}), "pacts: CO cannot be party to itself"),
    (add("pacts", PACT, PACT | {"between": ["DO", "CO"]}), "pacts: DO and CO stand twice"),
    (add("pacts", PACT | {"since": 1421}), "pacts: since 1421 is after the start in 1420"),
    (add("pacts", PACT | {"source": "gam"}), "pacts: there is no source “gam”; did you mean “game”?"),
    (add("pacts", PACT | {"term": 0}), "at pacts.1.term: input should be greater than or equal to 1"),
    (add("guarantees", ONE_WAY, ONE_WAY), "guarantees: CO and DO stand twice"),
    (add("guarantees", ONE_WAY | {"to": "CO"}), "guarantees: CO cannot be party to itself"),
    (add("sanctions", ONE_WAY | {"kind": "economical"}), "at sanctions.0.kind: input should be 'diplomatic'"),
    (add("relations", {"of": "CO", "to": "ZZ", "attitude": 0.1, "source": "game"}), "relations: ZZ is no state"),
    (
        both(add("wars", ONE_WAY), add("pacts", PACT)),
        "CO and DO stand both in wars and in pacts",
    ),
    (
        both(add("sanctions", ONE_WAY | {"kind": "economic"}), add("pacts", PACT)),
        "CO and DO stand both in sanctions and in pacts",
    ),
    (set_at("states", 0, "sources", to={"arm": "game"}), "“arm” is no number of a state; did you mean “arms”?"),
    (set_at("states", 0, "sources", to={"arms": "gam"}), "AV: there is no source “gam”; did you mean “game”?"),
    (set_at("regions", 0, "source", to="gam"), "there is no source “gam”; did you mean “game”?"),
    (set_at("map", to="five-crown"), "there is no map"),
    (set_at("turns", to=0), "at turns: input should be greater than or equal to 1; found 0"),
    (set_at("turns", to=2001), "at turns: input should be less than or equal to 2000"),
    (set_at("years", to=0), "at years"),
    (set_at("level", to="hard"), "at level: input should be 'foundations', 'standard' or 'full'; found 'hard'"),
    (set_at("offence", to=1.1), "at offence"),
    (set_at("offence", to="half"), "at offence: input should be a valid number; found 'half'"),
    (set_at("states", 0, "quality", to=2.0), "at states.0.quality"),
    (set_at("states", 0, "arms", to=-1), "at states.0.arms"),
    (set_at("states", 0, "hatch", to=30), "at states.0.hatch"),
    (set_at("states", 0, "colour", to="red"), "at states.0.colour"),
    (set_at("states", 0, "code", to="av"), "at states.0.code"),
    (set_at("states", 0, "name", to="x" * 81), "at states.0.name"),
    (set_at("states", 0, "posture", to="spear"), "at states.0.posture"),
    (set_at("states", to=[]), "at states"),
    (set_at("relations", 0, "attitude", to=-2.0), "at relations.0.attitude"),
    (set_at("regions", 0, "terrain", to=9), "at regions.0.terrain"),
    (set_at("regions", 0, "capital", to=1), "at regions.0.capital: input should be a valid boolean"),
    (set_at("money", to=1), "at money: extra inputs are not permitted"),
    (set_at("version", to=2), "at version: input should be 1; found 2"),
    (set_at("format", to="other"), "at format"),
]


@pytest.mark.parametrize(("change", "sentence"), FAULTS)
def test_a_fault_of_a_scenario_is_told_in_one_sentence(change: Change, sentence: str, tmp_path: Path) -> None:
    if sentence == "there is no map":
        document = shipped()
        change(document)
        (tmp_path / "changed.json").write_text(json.dumps(document), "utf-8")
        with pytest.raises(FileError, match=sentence):
            read_scenario(tmp_path / "changed.json")
    else:
        assert sentence in fault(tmp_path, change)


def test_a_scenario_of_more_than_sixty_states_is_refused(tmp_path: Path) -> None:
    def crowd(document: dict[str, Any]) -> None:
        first = document["states"][0]
        document["states"] = [
            first | {"code": f"A{chr(65 + k % 26)}", "id": f"s{k}", "name": f"S{k}"} for k in range(61)
        ]

    assert "expected at most 60 states, found 61" in fault(tmp_path, crowd)


MAP_FAULTS: list[tuple[Change, str]] = [
    (lambda d: d["regions"].append(dict(d["regions"][0])), "stands twice"),
    (lambda d: d["land"].append(["nowhere", d["regions"][0]["id"]]), "land: there is no region “nowhere”"),
    (lambda d: d["sea"].append([d["regions"][0]["id"]] * 2), "cannot be its own neighbour"),
    (lambda d: d["land"].append(d["land"][0][::-1]), "stands twice"),
    (lambda d: d["coast"].append("nowhere"), "coast: there is no region “nowhere”"),
    (lambda d: d["regions"][0].update(rings=[]), "at regions.0.rings"),
    (lambda d: d["regions"][0]["rings"][0][0].append(1.0), "at regions.0.rings.0.0"),
    (lambda d: d["regions"][0].update(label=[1e9, 0]), "at regions.0.label.0"),
    (lambda d: d.update(width=0), "at width"),
]


@pytest.mark.parametrize(("change", "sentence"), MAP_FAULTS)
def test_a_fault_of_a_map_is_told_in_one_sentence(change: Change, sentence: str, own: Path) -> None:
    document = json.loads((assets() / "maps" / "five-crowns.json").read_text("utf-8"))
    change(document)
    (own / "maps").mkdir()
    (own / "maps" / "changed.json").write_text(json.dumps(document), "utf-8")
    with pytest.raises(FileError) as caught:
        read_map("changed")
    assert str(caught.value).startswith("changed.json: ") and sentence in str(caught.value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "line 1, column 1: expected JSON"),
        ('{\n  "a": 1,\n}', "expected JSON"),  # the place of the fault differs between versions of Python
        ('{"a":1,"a":2}', "the key “a” stands twice"),
        ("[Infinity]", "expected a finite number, found Infinity"),
        ("[1e400]", "expected a finite number"),
        ("[" * 10**6, "at most 40 levels of brackets"),
        ('{"a":' * 10**5, "at most 40 levels of brackets"),
        ("[1" + "0" * 10**6 + "]", "at most 32 digits"),
    ],
)
def test_hostile_json_is_refused_with_its_place(text: str, why: str) -> None:
    with pytest.raises(FileError, match=r"it\.json: ") as caught:
        decode(text, "it.json")
    assert why in str(caught.value)


@pytest.mark.parametrize("text", ['{"a": "[[[[' + "[" * 100 + '"}', '["' + '\\"[' * 100 + '"]', "[" * 40 + "]" * 40])
def test_brackets_in_strings_do_not_count_as_depth(text: str) -> None:
    decode(text, "it.json")
