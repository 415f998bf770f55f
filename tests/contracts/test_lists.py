"""Contracts of the lists: what lies in a folder is listed, and what is listed lies in a folder."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from game.opponents.doctrines import BY_NAME, DOCTRINES
from game.opponents.traits import Doctrine
from game.orders.kind import Kind
from game.orders.kinds import KINDS
from game.phases import PHASES
from game.report.concepts import CONCEPTS, Concept
from game.storage.scenarios import read_with_map, scenario_names
from tests.worlds import ROOT, SHIPPED


def modules(package: str) -> dict[str, ModuleType]:
    folder = ROOT / Path(*package.split("."))
    names = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    return {name: importlib.import_module(f"{package}.{name}") for name in names}


def declared(module: ModuleType, kind: type) -> list[object]:
    """What a module itself declares of a type, and does not import."""
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    return [value for name, value in vars(module).items() if isinstance(value, kind) and f"\n{name} = " in source]


ORDERS = {name: module for name, module in modules("game.orders").items() if declared(module, Kind)}
RULES = {name: module for name, module in modules("game.phases").items() if hasattr(module, "resolve")}
MINDS = modules("game.opponents.doctrines")
IDEAS = {n: m for n, m in modules("game.report.concepts").items() if n not in ("concept", "turned")}


@pytest.mark.parametrize("name", ORDERS)
def test_every_file_of_an_order_declares_one_order_and_it_is_listed(name: str) -> None:
    kinds = declared(ORDERS[name], Kind)
    assert len(kinds) == 1
    assert kinds[0] in KINDS


def test_every_listed_order_has_a_file_named_for_it() -> None:
    assert sorted(kind.name for kind in KINDS) == sorted(ORDERS)


@pytest.mark.parametrize("name", RULES)
def test_every_file_of_a_phase_is_listed_under_its_name(name: str) -> None:
    assert callable(RULES[name].resolve)
    assert [phase.name for phase in PHASES if phase.module is RULES[name]] == [name]


def test_every_listed_phase_has_a_file_and_they_stand_in_the_order_of_the_rulebook() -> None:
    assert sorted(phase.name for phase in PHASES) == sorted(RULES)
    assert [phase.number for phase in PHASES] == sorted({phase.number for phase in PHASES})


def test_no_file_that_calls_itself_a_phase_or_tells_news_is_left_out() -> None:
    found = modules("game.phases")
    called = {name for name, module in found.items() if str(module.__doc__).startswith("Phase ")}
    telling = {name for name, module in found.items() if hasattr(module, "NEWS")}
    assert called == telling == set(RULES)


@pytest.mark.parametrize("name", MINDS)
def test_every_file_of_a_doctrine_declares_one_doctrine_and_it_is_listed(name: str) -> None:
    doctrines = declared(MINDS[name], Doctrine)
    assert doctrines == [BY_NAME[name]]


def test_every_listed_doctrine_has_a_file_named_for_it() -> None:
    assert sorted(doctrine.name for doctrine in DOCTRINES) == sorted(MINDS)


@pytest.mark.parametrize("name", IDEAS)
def test_every_file_of_a_concept_declares_one_concept_and_it_is_listed(name: str) -> None:
    concepts = declared(IDEAS[name], Concept)
    assert len(concepts) == 1
    assert concepts[0] in CONCEPTS


def test_every_listed_concept_has_a_file_named_for_it() -> None:
    assert sorted(concept.name for concept in CONCEPTS) == sorted(IDEAS)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_is_found_by_its_name_and_can_be_read(name: str) -> None:
    assert name in scenario_names()
    scenario, map_document = read_with_map(name)
    assert (scenario.name, scenario.map) == (name, map_document.name)


def test_every_doctrine_that_a_scenario_names_exists() -> None:
    named = {state.doctrine for name in SHIPPED for state in read_with_map(name)[0].states}
    assert named <= set(BY_NAME)
