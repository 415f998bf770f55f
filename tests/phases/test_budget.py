"""The budget: plans carry over, money becomes arms, gifts are taken from the giver."""

import numpy as np
import pytest

from game.measures.power import economy
from tests.stories.notation import play, put, under
from tests.stories.test_verbs_matter import at_war, both, crowns


@pytest.mark.parametrize("word", ["guns", "balanced", "butter"])
def test_a_preset_sets_the_shares_of_the_rules(word: str) -> None:
    tale = play(crowns(), f"AV: {word}", "")
    rules = tale.world.setting.rules.budget
    assert tale.get("budget_arms", "AV") == pytest.approx(getattr(rules, f"{word}_arms"), abs=1e-6)
    assert tale.get("budget_growth", "AV") == pytest.approx(getattr(rules, f"{word}_growth"), abs=1e-6)


def test_own_shares_are_taken_as_given_and_carry_over() -> None:
    tale = play(crowns(), "AV: budget .5 .25 .25", "")
    assert (tale.get("budget_arms", "AV"), tale.get("budget_growth", "AV")) == (0.5, 0.25)


def test_arms_are_what_did_not_wear_out_and_what_was_bought() -> None:
    world = crowns()
    r = world.setting.rules.budget
    tale = play(world, "")
    expected = (1 - r.decay) * world.arms + world.budget_arms * r.rate * economy(world)
    assert np.allclose(tale.world.arms, expected, atol=1e-5)


def test_war_opens_the_purse_for_arms_only() -> None:
    peace, war = play(crowns(), ""), play(at_war(), "")
    spent = [tale.record("budget")["arms_spending"] for tale in (peace, war)]
    assert (spent[1] > spent[0])[[0, 1]].all()
    assert np.allclose(spent[1][2:], spent[0][2:], atol=1e-6)


@pytest.mark.parametrize(("gift", "column"), [("arms", "sent_arms"), ("money", "sent_money")])
def test_what_one_gives_the_other_gets(gift: str, column: str) -> None:
    world = put(crowns(), budget_arms=dict.fromkeys(("DO", "ES"), 1.0), budget_growth=dict.fromkeys(("DO", "ES"), 0.0))
    tale, quiet = play(world, f"DO: send {gift} ES"), play(world, "")
    assert tale.record("budget")[column][3, 4]
    stock = tale.record("budget")  # the record of the phase itself, before anything is fought
    assert stock is not None
    given = quiet.get("arms", "DO") - tale.get("arms", "DO")
    got = tale.get("arms", "ES") - quiet.get("arms", "ES")
    assert given == pytest.approx(got, abs=1e-5)
    assert given > 0


def test_nobody_is_supported_who_became_an_enemy_in_the_same_turn() -> None:
    tale = play(crowns(), "ES: send arms DO; DO: attack ES")
    assert not tale.record("budget")["sent_arms"].any()


@pytest.mark.parametrize("share", [0.6, 0.65, 0.7])
def test_guns_first_is_told_once_whatever_its_share_is(share: float) -> None:
    tale = play(under(crowns(), budget__guns_arms=share), "AV: guns", "AV: guns")
    told = [[event.kind for event in tale.events(turn) if event.actors == (0,)] for turn in (0, 1)]
    assert "arming" in told[0]
    assert "arming" not in told[1]


def test_arms_follow_their_trend_slowly() -> None:
    world = put(crowns(), arms={"AV": 20.0}, arms_trend={"AV": 10.0})
    tale = play(world, "")
    assert 10.0 < tale.get("arms_trend", "AV") < tale.get("arms", "AV")
    assert tale.record("opinion")["arming"][0]


def test_a_posture_takes_effect_at_the_end_of_the_turn() -> None:
    war = put(at_war(), war_age=both("AV BR", 1))
    sword, plain = play(war, "BR: sword"), play(war, "")
    assert sword.get("posture", "BR") == 2
    assert sword.told("posture", "BR")
    assert np.array_equal(sword.record("campaigns")["losses"] > 0, plain.record("campaigns")["losses"] > 0)
