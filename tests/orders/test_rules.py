"""Where orders are allowed: each rule in a situation drawn for it."""

import numpy as np
import pytest

from game.measures.ties import calls
from game.orders.joint import problems
from game.orders.kind import Order
from game.orders.options import axis, options, refusals
from game.world import World
from tests.stories.notation import order, play, put, region, seat
from tests.stories.test_verbs_matter import at_war, both, called, crowns, embargoed, tied


def codes(world: World, code: str, words: str) -> set[str]:
    """Why a state may not give an order."""
    return {refusal.code for refusal in refusals(world, seat(world, code), order(world, words))}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("ally AV", "other"),
        ("offer trade AV", "other"),
        ("guarantee AV", "other"),
        ("censure AV", "other"),
        ("attack AV", "other"),
        ("say warn AV", "other"),
        ("send arms AV", "other"),
        ("lift BR", "none"),
        ("peace as_held BR", "peace"),
        ("notice pact BR", "none"),
        ("break trade BR", "none"),
        ("yes pact BR", "offer"),
        ("yes peace BR", "offer"),
        ("yes demand BR", "demand"),
        ("yes call BR", "call"),
        ("join BR", "join"),
        ("demand end_sanctions BR", "sanctions"),
        ("demand farwick", "border"),
        ("demand hallowgate", "other"),
        ("sword", "same"),
    ],
)
def test_what_makes_no_sense_at_the_start_is_refused_with_its_reason(words: str, why: str) -> None:
    assert why in codes(crowns(), "AV", words)


@pytest.mark.parametrize("words", ["ally", "offer trade", "offer nonaggression", "guarantee", "send money", "attack"])
def test_enemies_make_no_friendly_offers_and_cannot_be_attacked_again(words: str) -> None:
    assert "war" in codes(at_war(), "AV", f"{words} BR")


@pytest.mark.parametrize("words", ["demand disarm DO", "censure DO", "embargo DO", "demand end_pacts DO"])
def test_nobody_presses_those_it_is_bound_to(words: str) -> None:
    assert "bound" in codes(tied("pact")(), "BR", words)


@pytest.mark.parametrize("verb", ["censure", "embargo", "demand disarm"])
def test_a_guarantee_keeps_its_giver_from_pressing_and_nobody_else(verb: str) -> None:
    """A promise given unasked makes nobody a partner: the guaranteed may press its guarantor."""
    world = put(crowns(), guarantee={"CO BR": True})
    assert codes(world, "CO", f"{verb} BR") == {"bound"}
    assert codes(world, "BR", f"{verb} CO") == set()


def test_the_guaranteed_may_demand_land_of_its_guarantor() -> None:
    world = put(crowns(), guarantee={"AV CO": True, "CO AV": False})
    assert codes(world, "CO", "demand tarrow") == set()
    assert codes(put(crowns(), guarantee={"CO AV": True}), "CO", "demand tarrow") == {"bound"}


def test_one_demand_a_target_for_land_or_for_something_else() -> None:
    world = crowns()
    co = seat(world, "CO")
    lands = [f"demand {n}" for n, o in zip(world.setting.region_ids, world.owner, strict=True) if o == co]
    asked = [words for words in (*lands, "demand disarm CO") if codes(world, "AV", words) == set()]
    assert len(asked) >= 3 and "demand disarm CO" in asked
    for first in asked:
        for second in asked:
            found = problems(world, seat(world, "AV"), [order(world, first)], order(world, second))
            assert [refusal.code for refusal in found] == ["matter"], (first, second)
    other = next(w for w in ("demand disarm ES", "demand disarm BR") if codes(world, "AV", w) == set())
    assert problems(world, seat(world, "AV"), [order(world, asked[0])], order(world, other)) == []


def test_only_the_sliders_of_the_budget_take_shares() -> None:
    world = crowns()
    shares = (0.5, 0.25, 0.25)
    for kind, choice, target in (("budget", "guns", None), ("posture", "shield", None), ("attack", "war", 2)):
        assert [r.code for r in problems(world, 0, [], Order(kind, choice, target, shares))] == ["shares"]
        assert problems(world, 0, [], Order(kind, choice, target)) == []
    assert problems(world, 0, [], Order("budget", "sliders", None, shares)) == []


def test_nobody_concedes_its_last_region_but_may_refuse() -> None:
    world = crowns()
    rest = {n: 0 for n, o in zip(world.setting.region_ids, world.owner, strict=True) if o == 2 and n != "sablecoast"}
    world = put(world, owner=rest, capital={"CO": region(world, "sablecoast")})
    asked = play(world, "AV: demand sablecoast").world
    assert codes(asked, "CO", "yes demand AV") == {"last"}
    assert codes(asked, "CO", "no demand AV") == set()


def test_an_attack_needs_contact_over_land_or_a_narrow_sea() -> None:
    assert "contact" in codes(crowns(), "BR", "attack ES")
    assert codes(crowns(), "BR", "attack DO") == set()
    assert codes(crowns(), "DO", "attack ES") == set()


def test_an_offer_cannot_be_made_twice_while_it_is_open_and_is_answered_by_the_other_alone() -> None:
    world = play(crowns(), "BR: ally CO").world
    assert codes(world, "BR", "ally CO") == {"offered"}
    assert codes(world, "CO", "yes pact BR") == codes(world, "CO", "no pact BR") == set()
    assert "offer" in codes(world, "BR", "yes pact CO")
    assert "offer" in codes(world, "DO", "yes pact BR")


def test_a_demand_is_answered_by_its_target_until_it_is_refused() -> None:
    world = play(crowns(), "AV: demand disarm CO").world
    assert codes(world, "CO", "yes demand AV") == set()
    assert "demand" in codes(world, "BR", "yes demand AV")
    refused = play(world, "CO: no demand AV").world
    assert "demand" in codes(refused, "CO", "yes demand AV")


def test_sanctions_can_be_sharpened_and_eased_but_not_repeated() -> None:
    assert codes(embargoed(), "CO", "embargo AV") == {"same"}
    assert codes(embargoed(), "CO", "censure AV") == set()
    assert codes(embargoed(), "CO", "lift AV") == set()
    assert codes(embargoed(), "AV", "demand end_sanctions CO") == set()


def test_notice_is_given_once_and_the_one_left_may_give_it_too() -> None:
    world = put(tied("pact")(), pact_notice={"BR DO": True})
    assert codes(world, "BR", "notice pact DO") == {"noticed"}
    assert codes(world, "DO", "notice pact BR") == set()
    assert codes(world, "BR", "break pact DO") == set()


def test_only_those_called_may_answer_a_call_and_others_may_join_unbidden() -> None:
    world = called()
    assert codes(world, "DO", "yes call AV") == codes(world, "DO", "no call AV") == set()
    assert "join" in codes(world, "DO", "join AV")
    assert codes(world, "CO", "join AV") == codes(world, "CO", "join BR") == set()
    assert "call" in codes(world, "CO", "yes call AV")


def test_who_helps_one_side_may_not_join_against_it() -> None:
    helping = play(at_war(), "CO: join AV").world
    assert "join" in codes(helping, "CO", "join BR")


def test_a_call_stays_open_for_a_turn() -> None:
    world = called()
    later = put(world, war_age=both("AV BR", 2))
    assert not calls(play(world, "").world).any()
    assert calls(world)[3, 0] and not calls(later)[3, 0]


def test_support_needs_reach() -> None:
    far = crowns()
    far = far.but(far=far.far * 0)
    assert "reach" in codes(far, "BR", "send arms ES")
    assert codes(far, "BR", "send arms CO") == set()


def test_only_the_other_postures_can_be_taken() -> None:
    world = crowns()
    lay = axis(world.setting)
    allowed = options(world)[:, [lay.where["posture", name].start for name in ("shield", "both", "sword")]]
    assert np.array_equal(allowed, np.arange(3) != world.posture[:, None])


def test_a_budget_can_always_be_ordered() -> None:
    world = at_war()
    for words in ("guns", "balanced", "butter"):
        assert all(codes(world, code, words) == set() for code in world.setting.codes)
    assert refusals(world, 0, Order("budget", "sliders")) == []


def test_an_order_that_is_about_oneself_names_no_target() -> None:
    world = crowns()
    assert refusals(world, 0, Order("budget", "guns")) == []
    assert [refusal.code for refusal in refusals(world, 0, Order("budget", "guns", 3))] == ["unknown"]
