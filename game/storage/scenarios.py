"""Scenarios and maps by name: the shipped ones, a person's own, and laboratory ones such as `lab:6x4`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.language import _
from game.storage.documents import MapDocument, Scenario
from game.storage.files import FileError, did_you_mean, parse, read_json
from game.storage.founding import found, found_batch
from game.storage.laboratory import lab, lab_from_name, lattice_from_name
from game.storage.paths import assets, own_scenarios
from game.storage.scenario_checks import MOST_IN_A_FILE, doctrine_faults, map_faults, scenario_faults

__all__ = [
    "FileError",
    "MapDocument",
    "Scenario",
    "check",
    "found",
    "found_batch",
    "lab",
    "read_map",
    "read_scenario",
    "read_with_map",
    "scenario_names",
]

LARGEST_SCENARIO = 4 * 1024 * 1024
LARGEST_MAP = 32 * 1024 * 1024


def scenario_names() -> list[str]:
    """Give the names of all scenarios: shipped ones first, then a person's own."""
    names = [path.stem for folder in _scenario_folders() for path in sorted(folder.glob("*.json"))]
    return list(dict.fromkeys(names))


def read_scenario(name: str | Path) -> Scenario:
    """Read a scenario by its name or path, checked against its map; raises FileError in one sentence."""
    return read_with_map(name)[0]


def read_with_map(name: str | Path) -> tuple[Scenario, MapDocument]:
    """Read a scenario and the map that it is played on."""
    if isinstance(name, str) and name.startswith("lab:"):
        return _laboratory(name)
    path = _scenario_path(name)
    scenario = parse(Scenario, read_json(path, LARGEST_SCENARIO), path)
    if len(scenario.states) > MOST_IN_A_FILE:
        text = _("{file}: expected at most {most} states, found {count}")
        raise FileError(text.format(file=path.name, most=MOST_IN_A_FILE, count=len(scenario.states)))
    map_document = read_map(scenario.map)
    check(scenario, map_document, path.name)
    return scenario, map_document


def _laboratory(name: str) -> tuple[Scenario, MapDocument]:
    scenario, map_document = lab_from_name(name)
    check(scenario, map_document, name)
    return scenario, map_document


def check(scenario: Scenario, map_document: MapDocument, file: str) -> None:
    """Raise FileError with the first fault of a scenario on its map."""
    _refuse(scenario_faults(scenario, [region.id for region in map_document.regions]), file)
    _refuse(doctrine_faults(scenario), file)


def read_map(name: str) -> MapDocument:
    """Read a map by its name; raises FileError in one sentence."""
    grown = lattice_from_name(name)
    if grown is not None:
        return grown
    path = _find(name, list(_map_folders()), _("there is no map “{name}”"))
    document = parse(MapDocument, read_json(path, LARGEST_MAP), path)
    _refuse(map_faults(document), path.name)
    return document


def _refuse(faults: Iterator[str], file: str) -> None:
    fault = next(faults, None)
    if fault is not None:
        raise FileError(_("{file}: {fault}").format(file=file, fault=fault))


def _scenario_folders() -> Iterator[Path]:
    yield assets() / "scenarios"
    yield own_scenarios()


def _map_folders() -> Iterator[Path]:
    yield assets() / "maps"
    yield own_scenarios() / "maps"


def _scenario_path(name: str | Path) -> Path:
    path = Path(name)
    if isinstance(name, Path) or path.suffix == ".json" or len(path.parts) > 1:
        return path
    return _find(str(name), list(_scenario_folders()), _("there is no scenario “{name}”"))


def _find(name: str, folders: list[Path], missing: str) -> Path:
    known = {path.stem: path for folder in reversed(folders) for path in folder.glob("*.json")}
    if name in known:
        return known[name]
    known_names = _("there are: {names}").format(names=", ".join(sorted(known)))
    raise FileError(missing.format(name=name) + (did_you_mean(name, known) or "; " + known_names))
