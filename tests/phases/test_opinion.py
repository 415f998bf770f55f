"""Opinion and economy: what a year does to names, feelings, cohesion and land."""

import numpy as np

from tests.stories.notation import play, put, under
from tests.stories.test_verbs_matter import at_war, both, crowns, tied


def still(**columns: object):  # type: ignore[no-untyped-def]
    """Five crowns without luck: no drift, no noise of harvests."""
    return under(put(crowns(), **columns), economy__drift_noise=0.0, economy__region_noise=0.0)  # type: ignore[arg-type]


def test_a_good_name_returns_to_its_rest_from_above_and_below() -> None:
    tale = play(still(reputation={"AV": 1.0, "BR": 0.2}), "")
    rest = tale.world.setting.rules.opinion.reputation_rest
    assert rest < tale.get("reputation", "AV") < 1.0
    assert 0.2 < tale.get("reputation", "BR") < rest


def test_aggression_is_forgotten_slowly() -> None:
    tale = play(still(aggression={"AV": 0.5}), "", "")
    assert 0 < tale.get("aggression", "AV") < tale.get("aggression", "AV", turn=1) < 0.5


def test_friendship_grows_with_pacts_and_trade() -> None:
    plain, pact, trade = (play(world, "") for world in (crowns(), tied("pact", "CO ES")(), tied("trade", "CO ES")()))
    for warm in (pact, trade):
        assert warm.get("attitude", "CO", "ES") > plain.get("attitude", "CO", "ES")


def test_arming_beyond_the_trend_is_seen_by_all_as_ill_intent() -> None:
    idle = {"AV": 0.0}
    calm = play(still(budget_arms=idle), "")
    armed = play(still(budget_arms=idle, arms={"AV": 40.0}), "")
    assert not calm.record("opinion")["arming"][0] and armed.record("opinion")["arming"][0]
    assert (armed.world.intent[1:, 0] > calm.world.intent[1:, 0]).all()
    assert armed.get("intent", "AV", "BR") == calm.get("intent", "AV", "BR")


def test_where_arms_can_be_told_apart_only_the_sword_frightens() -> None:
    apart = still(arms={"AV": 40.0}, posture={"AV": 0}).but(distinguish=1.0)
    shield, sword = play(apart, ""), play(put(apart, posture={"AV": 2}), "")
    assert shield.get("intent", "BR", "AV") < sword.get("intent", "BR", "AV")


def test_whoever_takes_foreign_land_alarms_everybody() -> None:
    world = under(put(at_war(), arms={"AV": 500.0}), campaigns__cap=1e6)
    fought, calm = play(world, ""), play(put(world, war_age=both("AV BR", 0)), "")
    assert fought.record("campaigns")["taken"].any()
    assert (fought.world.intent[[2, 3, 4], 0] > calm.world.intent[[2, 3, 4], 0]).all()


def test_the_one_attacked_fears_most_and_the_near_more_than_the_far() -> None:
    tale, quiet = play(crowns(), "AV: attack CO"), play(crowns(), "")
    rise = tale.world.intent[:, 0] - quiet.world.intent[:, 0]
    assert rise[2] > rise[1] > 0
    assert tale.get("attitude", "CO", "AV") < quiet.get("attitude", "CO", "AV")


def test_spending_at_home_lifts_cohesion_and_war_wears_it_down() -> None:
    home, guns = play(still(), "AV: budget .1 .1 .8"), play(still(), "AV: budget .8 .1 .1")
    assert home.get("cohesion", "AV") > guns.get("cohesion", "AV")
    assert play(at_war(), "").get("cohesion", "AV") < play(still(), "").get("cohesion", "AV")


def test_investment_compounds() -> None:
    invest, idle = play(still(), "AV: budget .1 .8 .1", ""), play(still(), "AV: budget .1 .1 .8", "")
    own = invest.worlds[0].owner == 0
    assert (invest.world.wealth[own] > idle.world.wealth[own]).all()
    without_ties = np.isin(invest.worlds[0].owner, [2, 4])
    assert np.array_equal(invest.world.wealth[without_ties], idle.world.wealth[without_ties])


def test_conquered_land_is_integrated_year_by_year_and_core_land_is_whole_at_once() -> None:
    foreign = still(owner={"farwick": 0}, integration={"farwick": 0.3})
    tale = play(foreign, "", "")
    assert 0.3 < tale.get("integration", "farwick", turn=1) < tale.get("integration", "farwick") <= 1.0
    assert tale.get("integration", "hallowgate") == 1.0


def test_uneven_growth_persists() -> None:
    tale = play(still(drift={"AV": 0.02}), "", "")
    assert 0 < tale.get("drift", "AV") < tale.get("drift", "AV", turn=1) < 0.02
