"""The golden list of who sees what: a column that changes hands must change it here, by hand."""

import numpy as np
import pytest

from game.measures import ties
from game.view import observe
from game.world import COLUMNS, Column, World
from game.world.columns import column
from game.world.setting import LEVELS
from tests.worlds import start

PUBLIC = """
turn year ending offence distinguish contender hegemony_count
alive arms arms_trend published quality cohesion cohesion_start reputation aggression posture drift sea_power capital
economy_start power_start secure_turns called kept broken omen war_turns regions_start
owner core prior wealth integration terrain
far pact pact_age pact_term pact_notice nonaggression nonaggression_term nonaggression_notice
trade trade_term trade_notice guarantee guarantee_notice guarantee_against sanction sanction_years
demand demand_region demand_age refused conceded_age war war_age began helps owed quiet
closed closed_age closed_notice motion backing backing_term
"""
OWNER = "aim seat_seed influence budget_arms budget_growth attitude intent"
PARTIES = (
    "offer_pact offer_nonaggression offer_trade offer_peace spurned offer_turns deal deal_give deal_ask deal_region "
    "offer_secret secret secret_term"
)
HIDDEN = "seed last_turn"

GOLDEN = {
    name: seen
    for seen, names in (("public", PUBLIC), ("owner", OWNER), ("parties", PARTIES), ("hidden", HIDDEN))
    for name in names.split()
}
"""Written by hand from the rulebook ("Who sees what"), not from the code."""

FULL = GOLDEN | dict.fromkeys(("arms", "arms_trend"), "owner")
"""At level full others see the published figure instead."""


def golden(world: World) -> dict[str, str]:
    """Who sees what in a world's game."""
    return FULL if world.setting.level == LEVELS["full"] else GOLDEN


def test_every_column_is_on_the_golden_list_and_no_other() -> None:
    assert sorted(COLUMNS) == sorted(GOLDEN)


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_a_column_is_seen_by_whom_the_golden_list_says(name: str) -> None:
    for level, number in LEVELS.items():
        assert COLUMNS[name].sight(number) == (FULL if level == "full" else GOLDEN)[name]


@pytest.mark.parametrize("column", COLUMNS.values(), ids=lambda column: column.name)
def test_what_not_everybody_sees_has_a_guess_that_is_a_number_or_a_public_measure(column: Column) -> None:
    assert (column.seen == "public") == (column.guess is None)
    assert not column.veil or FULL[column.veil] == "public"
    if isinstance(column.guess, str):
        measured = getattr(ties, column.guess)
        reads = measured.key.reads if hasattr(measured, "key") else set()
        assert all(GOLDEN[name] == "public" for name in reads)


@pytest.mark.parametrize("column", COLUMNS.values(), ids=lambda column: column.name)
def test_a_column_has_known_axes_kind_and_bounds(column: Column) -> None:
    assert column.axes in ("", "N", "NN", "R")
    assert column.kind in ("float", "bool", "int")
    assert column.low < column.high
    assert column.names in ("", "N", "R")
    assert not column.names or column.kind == "int"


def test_a_column_that_not_everyone_sees_cannot_be_declared_without_a_guess() -> None:
    with pytest.raises(TypeError, match="must declare a guess"):
        column("N", "float", seen="owner")


@pytest.mark.parametrize("level", ["foundations", "standard", "full"])
def test_a_view_says_what_it_knows(level: str) -> None:
    view = observe(start("five-crowns", level=level), 2)
    assert view.viewer == 2
    assert {name for name in COLUMNS if view.knows(name)} == {n for n, s in golden(view).items() if s == "public"}


def test_a_view_guesses_what_it_does_not_know_and_shows_each_party_its_own() -> None:
    """Offers are seen by the two whom they concern, feelings by those who have them, promises owed by all."""
    world = start("five-crowns")
    all_pairs = ~np.eye(world.n, dtype=bool)
    world = world.but(offer_pact=all_pairs, owed=all_pairs, attitude=all_pairs * 0.75, influence=np.full(5, 4.0))
    view = observe(world, 2)
    mine = np.zeros_like(all_pairs)
    mine[2, :] = mine[:, 2] = True
    assert np.array_equal(view.offer_pact, all_pairs & mine)
    assert np.array_equal(view.owed, all_pairs)
    assert np.array_equal(view.attitude == 0.75, all_pairs & (np.arange(world.n) == 2)[:, None])
    assert view.influence.tolist() == [3.0, 3.0, 4.0, 3.0, 3.0]
