"""Contracts of measures: they read what they declare, so nothing stale can be remembered."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

import game.measures
import game.opponents
import game.orders
import game.phases
from game.world import COLUMNS, World
from game.world.columns import HIDDEN
from tests.worlds import GROUNDS, reached


def measures() -> dict[str, Any]:
    """All cached measures that the engine declares, by full name."""
    found: dict[str, Any] = {}
    for package in (game.measures, game.orders, game.phases, game.opponents):
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            module = importlib.import_module(info.name)
            found |= {value.key.name: value for value in vars(module).values() if hasattr(value, "key")}
    return found


MEASURES = measures()


class Spy(World):
    """A world that remembers which of its columns were read; shapes alone are no reading."""

    read: set[str]

    def __getattribute__(self, name: str) -> Any:
        if name in COLUMNS:
            object.__getattribute__(self, "__dict__")["read"].add(name)
        return object.__getattribute__(self, name)

    @property
    def batch(self) -> tuple[int, ...]:
        return tuple(object.__getattribute__(self, "__dict__")["alive"].shape[:-1])

    def values(self) -> dict[str, Any]:
        return _Watched(self)

    def but(self, **changes: Any) -> World:
        read = object.__getattribute__(self, "__dict__")["read"]
        plain = World(self.setting, World.values(self))
        other = _spy(plain.but(**changes))
        other.__dict__["read"] = _Except(read, set(changes))
        return other


class _Watched(dict[str, Any]):
    """All columns of a spy by name: looking one up is reading it."""

    def __init__(self, world: Spy) -> None:
        super().__init__()
        self.world = world

    def __getitem__(self, name: str) -> Any:
        return getattr(self.world, name)


class _Except(set[str]):
    """Passes on what is read, but for columns that were replaced."""

    def __init__(self, behind: set[str], replaced: set[str]) -> None:
        super().__init__()
        self.behind, self.replaced = behind, replaced

    def add(self, name: str) -> None:
        if name not in self.replaced:
            self.behind.add(name)


def _spy(world: World) -> Spy:
    spy = object.__new__(Spy)
    spy.__dict__.update(World.values(world), setting=world.setting, memo={}, read=set())
    return spy


def test_there_are_measures_of_every_kind() -> None:
    assert {"game.measures.power.power", "game.orders.options.options"} <= MEASURES.keys()
    assert len(MEASURES) > 30


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_a_measure_reads_only_columns_that_it_declares(name: str) -> None:
    function = MEASURES[name]
    for world in _worlds():
        spy = _spy(world)
        function(spy)
        assert spy.read <= function.key.reads


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_a_measure_declares_only_columns_that_exist_and_says_what_it_gives(name: str) -> None:
    assert MEASURES[name].key.reads <= COLUMNS.keys()
    assert MEASURES[name].__doc__


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_no_measure_reads_what_is_hidden_from_all(name: str) -> None:
    hidden = {column.name for column in COLUMNS.values() if column.seen == HIDDEN}
    assert not MEASURES[name].key.reads & hidden


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_what_is_remembered_after_a_column_changed_is_still_true(name: str) -> None:
    for seed, world in enumerate(_worlds()):
        warm = World(world.setting, world.values())
        for function in MEASURES.values():
            function(warm)
        changed = warm.but(**{name: _scrambled(world, name, seed)})
        fresh = World(changed.setting, changed.values())
        for function in MEASURES.values():
            assert np.array_equal(function(changed), function(fresh)), function.key.name


def _worlds() -> Iterator[World]:
    for name in GROUNDS[1:]:
        yield from reached(name)[3::9]


def _scrambled(world: World, name: str, seed: int) -> Any:
    """Another value of a column, within its bounds."""
    column = COLUMNS[name]
    value = world.values()[name]
    rng = np.random.default_rng(seed)
    if column.kind == "bool":
        return rng.random(value.shape) < 0.5
    if column.kind == "float":
        return rng.uniform(max(column.low, -2.0), min(column.high, 20.0), value.shape)
    top = {"N": world.n - 1, "R": world.setting.r - 1}.get(column.names, min(column.high, 5.0))
    return rng.integers(int(max(column.low, -1)), int(top) + 1, value.shape)
