"""Saves of every version of the format, kept for ever: they load, go on, and are written as of today."""

from pathlib import Path

import pytest

from game.orders.sheet import blank
from game.phases import resolve
from game.storage.codec import digest
from game.storage.saves import load, save
from game.world.checks import broken

from .golden import FOLDER


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json*")), ids=lambda path: path.name)
def test_a_golden_save_loads_goes_on_and_is_written_as_of_today(path: Path, tmp_path: Path) -> None:
    game = load(path)
    again = load(save(game, "again", tmp_path))
    assert digest(again.world) == digest(game.world)
    world = game.world
    for _ in range(20):
        world = resolve(world, blank(world))[0]
        assert not [each.code for each in broken(world) if each.grave]


@pytest.mark.parametrize("version", [1, 2])
def test_a_save_from_before_estimates_takes_what_all_saw_for_what_is_published(version: int) -> None:
    full, plain = (load(FOLDER / f"v{version}-{name}.json").world for name in ("laboratory", "five-crowns"))
    assert (full.published == full.arms).all() and full.arms.any()
    assert not plain.published.any()
