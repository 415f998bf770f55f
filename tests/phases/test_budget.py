"""The budget: plans carry over, money becomes arms, gifts are taken from the giver."""

import numpy as np
import pytest

from game.measures.power import economy
from game.measures.reach import engaged
from game.world import COLUMNS, World
from tests.stories.notation import play, put, under
from tests.stories.test_verbs_matter import at_war, both, crowns
from tests.worlds import differing


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


def bloodless(world: World) -> World:
    """The same war without losses: what mobilisation alone does."""
    return under(world, campaigns__loss=0.0)


def test_a_war_far_away_opens_no_purse_and_costs_neither_growth_nor_cohesion() -> None:
    """Brenmark and Estmere do not touch: nobody is mobilised until they do."""
    far = put(crowns(), war=both("BR ES", True), war_age=both("BR ES", 1), began={"BR ES": True})
    assert engaged(at_war()).tolist() == [True, True, False, False, False]
    assert not engaged(far).any()
    war, peace = play(bloodless(far), ""), play(crowns(), "")
    assert np.array_equal(war.record("budget")["arms_spending"], peace.record("budget")["arms_spending"])
    assert np.array_equal(war.record("economy")["growth"], peace.record("economy")["growth"])
    assert np.array_equal(war.world.cohesion, peace.world.cohesion)
    near = play(bloodless(at_war()), "")
    assert (near.world.cohesion < peace.world.cohesion).tolist() == [True, True, False, False, False]


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


def test_money_sent_is_a_part_of_what_the_sender_spends_on_arms_and_is_handed_over_as_arms() -> None:
    world = crowns()
    tale, quiet = play(world, "DO: send money ES"), play(world, "")
    spending = quiet.record("budget")["arms_spending"][3]
    got = tale.get("arms", "ES") - quiet.get("arms", "ES")
    assert got == pytest.approx(world.setting.rules.support.money * spending, abs=1e-5)
    thrifty = play(put(world, budget_arms={"DO": 0.0}), "DO: send money ES")
    assert thrifty.get("arms", "ES") == quiet.get("arms", "ES")


@pytest.mark.parametrize("gift", ["arms", "money"])
def test_many_gifts_together_cost_the_sender_no_more_than_the_most_the_rules_allow(gift: str) -> None:
    """Three gifts: each smaller, all of them taken from the sender, nothing made of nothing."""
    world = crowns()
    world = world.but(far=np.where(np.eye(world.n, dtype=bool), world.far, 1.0))
    to = ("AV", "CO", "ES")
    tale, quiet = play(world, "DO: " + ", ".join(f"send {gift} {code}" for code in to)), play(world, "")
    r = world.setting.rules
    own = quiet.record("budget")["arms_spending"][3]
    stock = own if gift == "money" else (1 - r.budget.decay) * world.arms[3]
    given = quiet.get("arms", "DO") - tale.get("arms", "DO")
    got = [tale.get("arms", code) - quiet.get("arms", code) for code in to]
    assert given == pytest.approx(r.support.most * stock, abs=1e-5)
    assert got == pytest.approx([given / 3] * 3, abs=1e-5)


def test_gifts_back_and_forth_gain_nobody_anything() -> None:
    """Two who send each other money have together what they had without."""
    tale, quiet = play(crowns(), "DO: send money ES; ES: send money DO"), play(crowns(), "")
    assert tale.world.arms.sum() == pytest.approx(quiet.world.arms.sum(), abs=1e-5)


def test_nobody_is_supported_who_became_an_enemy_in_the_same_turn() -> None:
    tale = play(crowns(), "ES: send arms DO; DO: attack ES")
    assert not tale.record("budget")["sent_arms"].any()


@pytest.mark.parametrize("word", ["guns", "butter", "budget .9 .05 .05"])
def test_no_news_tells_a_private_budget(word: str) -> None:
    """Guns are seen when they are there: what is told and public of the turn of the order differs in arms only."""
    tale, quiet = play(crowns(), f"AV: {word}"), play(crowns(), "")
    assert [(e.kind, e.actors) for e in tale.events()] == [(e.kind, e.actors) for e in quiet.events()]
    public = [name for name in differing(tale.world, quiet.world) if COLUMNS[name].seen == "public"]
    assert set(public) <= {"arms", "wealth", "cohesion"}


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
    assert np.array_equal(sword.record("campaigns")["losses"], plain.record("campaigns")["losses"])
    later = [play(tale.world, "").record("campaigns")["losses"] for tale in (sword, plain)]
    assert not np.array_equal(later[0], later[1])
