"""A world is frozen, complete, and remembers only what is still true."""

import numpy as np
import pytest

from game.measures.power import economy, power
from game.world import COLUMNS, Floats, Rules, World, measure
from game.world.ruleset import UnknownNumber
from tests.worlds import differing, reached, stack, start


def test_a_world_cannot_be_written_to() -> None:
    world = start("five-crowns")
    with pytest.raises(AttributeError, match=r"world\.but"):
        world.arms = world.arms * 2
    for name in COLUMNS:
        with pytest.raises(ValueError, match="read-only"):
            world.values()[name][...] = 0


def test_a_changed_world_leaves_the_old_one_as_it_was() -> None:
    world = start("five-crowns")
    arms = world.arms.copy()
    other = world.but(arms=world.arms * 2)
    assert np.array_equal(world.arms, arms)
    assert differing(world, other) == ["arms"]


def test_numbers_are_put_on_the_grid() -> None:
    world = start("five-crowns").but(arms=np.full(5, 1 / 3))
    assert world.arms[0] != 1 / 3
    assert world.arms[0] * 2.0**24 == round(2.0**24 / 3)


def test_a_world_without_one_of_its_columns_is_refused() -> None:
    world = start("five-crowns")
    values = {name: value for name, value in world.values().items() if name != "arms"}
    with pytest.raises(ValueError, match="missing: arms"):
        World(world.setting, values)


def test_what_was_measured_is_forgotten_when_a_column_that_it_reads_changes() -> None:
    world = start("five-crowns")
    before = economy(world)
    assert economy(world) is before
    assert economy(world.but(arms=world.arms * 2)) is before
    doubled = world.but(wealth=world.wealth * 2)
    assert np.array_equal(economy(doubled), before * 2)
    assert power(world) is not power(world.but(arms=world.arms[::-1]))


def test_a_measure_that_is_declared_late_is_forgotten_as_any_other() -> None:
    world = start("five-crowns")
    world.but(arms=world.arms * 2)

    @measure("arms")
    def late(world: World) -> Floats:
        return world.arms + 1.0

    first = late(world)
    assert late(world.but(quality=world.quality * 0.9)) is first
    assert np.array_equal(late(world.but(arms=world.arms * 2)), world.arms * 2 + 1.0)


def test_a_game_taken_out_of_a_batch_is_that_game() -> None:
    met = reached("five-crowns")[:3]
    games = [World(met[0].setting, world.values()) for world in met]
    batch = stack(games)
    assert batch.batch == (3,)
    for k, world in enumerate(games):
        assert differing(batch.game(k), world) == []
        assert batch.game(k).batch == ()


def test_rules_are_read_only_and_an_unknown_coefficient_says_which_there_are() -> None:
    rules = start("five-crowns").setting.rules
    with pytest.raises(AttributeError, match="read-only"):
        rules.campaigns.loss = 1.0
    with pytest.raises(UnknownNumber, match=r"no coefficient campaigns\.los; there are: .*loss"):
        _ = rules.campaigns.los
    with pytest.raises(UnknownNumber, match="no section war"):
        _ = rules.war


def test_changed_rules_are_a_copy() -> None:
    rules = start("five-crowns").setting.rules
    loss = rules.campaigns.loss
    other = rules.but(campaigns__loss=loss + 1)
    assert (rules.campaigns.loss, other.campaigns.loss) == (loss, loss + 1)
    with pytest.raises(KeyError, match=r"campaigns\.los"):
        rules.but(campaigns__los=1)
    assert isinstance(other, Rules)
