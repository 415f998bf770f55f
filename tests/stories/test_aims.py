"""Stories of the aims: dealt, kept, hidden, weighed by opponents, and a quarter of the points."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from game.measures.aims import DEALT, card_ranks, first_card, reached
from game.measures.scores import parts, scores
from game.orders.aim import AIMS
from game.storage.aims import read_aims
from game.view import observe
from game.world import World
from tests.stories.notation import order, play, put, wishes
from tests.stories.test_verbs_matter import both, crowns, full
from tests.worlds import start

NAMES = list(AIMS)


def keeping(name: str, **entries: Mapping[str, Any]) -> World:
    """Avar keeps a card; what else is put on the table."""
    return put(full(), aim={"AV": NAMES.index(name) + 1}, **entries)


def hand(world: World, seat: int) -> list[str]:
    return [name for name, rank in zip(NAMES, card_ranks(world)[seat], strict=True) if rank < DEALT]


def test_every_seat_is_dealt_three_cards_and_keeps_the_first_unless_it_chooses() -> None:
    world = start("five-crowns", level="full")
    assert all(len(hand(world, seat)) == DEALT for seat in range(world.n))
    assert np.array_equal(world.aim, first_card(world))
    assert all(NAMES[number - 1] in hand(world, seat) for seat, number in enumerate(world.aim.tolist()))
    other = next(name for name in hand(world, 0) if NAMES.index(name) + 1 != world.aim[0])
    assert play(world, f"AV: keep {other}").get("aim", "AV") == NAMES.index(other) + 1


def test_only_a_dealt_card_can_be_kept_and_only_on_the_first_turn() -> None:
    world = start("five-crowns", level="full")
    odd = next(name for name in NAMES if name not in hand(world, 0))
    play(world, f"AV: keep {odd} (refused: dealt)")
    play(world, "", f"AV: keep {hand(world, 0)[0]} (refused: late)")


def test_seeds_deal_other_hands_and_no_card_is_never_dealt() -> None:
    hands = [hand(start("five-crowns", seed, "full"), seat) for seed in range(12) for seat in range(5)]
    assert len({tuple(each) for each in hands}) > 20
    assert {name for each in hands for name in each} == set(NAMES)


def test_nobody_sees_the_aim_or_the_cards_of_another() -> None:
    world = start("five-crowns", level="full")
    view = observe(world, 1)
    assert view.aim[1] == world.aim[1]
    assert not view.aim[[0, 2, 3, 4]].any()
    assert np.array_equal(card_ranks(view)[1], card_ranks(world)[1])
    assert not np.array_equal(card_ranks(view), card_ranks(world))


def test_below_level_full_there_are_no_aims_and_four_parts_make_a_hundred() -> None:
    world = start("five-crowns", level="standard")
    assert not world.aim.any()
    assert list(parts(world)) == ["security", "autonomy", "welfare", "honour"]
    assert list(parts(full())) == ["security", "autonomy", "welfare", "honour", "aims"]


def test_an_aim_reached_is_worth_a_quarter_of_all_points() -> None:
    with_it, without = keeping("lion"), keeping("wolf", wealth={"tarrow": 0.1})
    poor = put(without, wealth=dict.fromkeys(land_of(without, 0), 0.1))
    assert reached(with_it)[0] == 1.0 and reached(poor)[0] == 0.0
    assert parts(with_it)["aims"][0] == pytest.approx(25.0, abs=1e-4)
    assert scores(with_it)[0] > scores(put(poor, wealth={}))[0]


def land_of(world: World, seat: int) -> list[str]:
    return [name for name, owner in zip(world.setting.region_ids, world.owner, strict=True) if owner == seat]


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("lion", {}, {"alive": {"CO": False}}),
        ("lamb", {}, {"war_turns": {"AV": 1}}),
        ("wolf", {}, {"wealth": {"farwick": 500.0}}),
        ("jackal", {"regions_start": {"AV": 1}, "pact": both("AV BR", True), "arms": {"BR": 90.0}}, {}),
        ("bear", {"regions_start": {"AV": 1}}, {"regions_start": {"AV": 4}}),
        ("owl", {}, {"arms": {"AV": 900.0}}),
        ("hound", {"kept": {"AV": 1}}, {"kept": {"AV": 1}, "broken": {"AV": 1}}),
        ("bee", {"trade": both("AV BR", True) | both("AV CO", True) | both("AV DO", True)}, {"war_turns": {"AV": 3}}),
        ("tortoise", {"pact": both("AV ES", False)}, {"pact": both("AV ES", True)}),
        ("stag", {"pact": both("AV ES", True) | both("AV BR", True), "reputation": {"AV": 0.8}}, {}),
    ],
)
def test_a_card_is_reached_where_its_words_hold_and_not_elsewhere(
    name: str, yes: dict[str, Any], no: dict[str, Any]
) -> None:
    assert reached(keeping(name, **yes))[0] == 1.0
    assert reached(keeping(name, **no))[0] == 0.0


def test_the_dead_reach_nothing() -> None:
    assert reached(keeping("lamb", alive={"AV": False}))[0] == 0.0


def test_turns_at_war_are_counted_and_land_of_the_start_remembered() -> None:
    tale = play(crowns(), "AV: attack CO", "")
    assert (tale.get("war_turns", "AV"), tale.get("war_turns", "CO"), tale.get("war_turns", "BR")) == (2, 2, 0)
    world = start("five-crowns")
    assert world.regions_start.tolist() == [len(land_of(world, seat)) for seat in range(5)]


def test_opponents_keep_the_card_that_fits_them() -> None:
    kept: dict[str, list[str]] = {"offensive_realist": [], "soft_balancer": []}
    for seed in range(30):
        world = start("five-crowns", seed, "full")
        for doctrine, found in kept.items():
            found += [o.choice for o in wishes(world, doctrine, "BR") if o.kind == "aim"]
    greedy, gentle = (kept[name] for name in kept)
    hungry = {"wolf", "bear", "jackal"}
    assert len(greedy) == len(gentle) == 30
    assert sum(name in hungry for name in greedy) > 2 * sum(name in hungry for name in gentle)


def test_the_kept_aim_moves_the_worth_of_a_war() -> None:
    stage = put(full(), arms={"AV": 30.0, "CO": 2.0}, refused={"AV CO": True}, demand={"AV CO": 3})
    stage = stage.but(turn=np.int64(1))
    attack = order(stage, "attack CO")
    wolf, lamb = (
        sum(attack in wishes(reseeded(put(stage, aim={"AV": NAMES.index(name) + 1}), seed), "balancer", "AV")
            for seed in range(12))
        for name in ("wolf", "lamb")
    )  # fmt: skip
    assert wolf > lamb


def reseeded(world: World, seed: int) -> World:
    return world.but(seat_seed=start("five-crowns", seed).seat_seed)


def test_the_cards_in_the_file_are_those_of_the_order() -> None:
    assert [aim.id for aim in read_aims()] == NAMES
