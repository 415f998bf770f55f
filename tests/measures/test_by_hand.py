"""Measures against cases worked by hand; formulas of the rulebook, section 1, with their sources."""

from math import sqrt

import numpy as np
import pytest
from pytest import approx

from game.measures.blocs import AFRAID, AGAINST, NEITHER, WITH, checked, sides, weights
from game.measures.concentration import con, concentration, effective_number, polarity, poles
from game.measures.power import economy, foreign, ground, leader, power, share, usable
from game.measures.reach import aid, borders, contact, crossings, defence, edge, engaged, pressed_by, reach, strike
from game.measures.threat import beatable, guessed_threat, offensive, pressure, threat, vulnerable
from game.measures.ties import bound, calls, guessed_attitude, guessed_intent, obliged
from game.measures.trade import sanction_cost, squeeze, trade_gain
from game.world import World
from tests.measures.sketch import mutual, one_way, sketch

CLOSE = 1e-5
LINE = [(0, 1), (1, 2)]

# concentration (Ray & Singer 1973; Laakso & Taagepera 1979)


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([0.25] * 4, 0.0),  # all alike
        ([1.0, 0.0, 0.0, 0.0], 1.0),  # one has all
        ([0.5, 0.5, 0.0, 0.0], sqrt((0.5 - 0.25) / 0.75)),
        ([0.6, 0.2, 0.2], sqrt((0.44 - 1 / 3) / (2 / 3))),
    ],
)
def test_con_of_ray_and_singer(shares: list[float], expected: float) -> None:
    assert float(concentration(np.array(shares), np.array(float(len(shares))))) == approx(expected, abs=CLOSE)


@pytest.mark.parametrize(("shares", "expected"), [([0.25] * 4, 4.0), ([1.0, 0.0], 1.0), ([0.5, 0.25, 0.25], 1 / 0.375)])
def test_the_effective_number_of_laakso_and_taagepera(shares: list[float], expected: float) -> None:
    assert float(effective_number(np.array(shares))) == approx(expected, rel=1e-4)


def test_con_counts_the_living_only() -> None:
    world = sketch([50, 50, 0], [10, 10, 0], alive=np.array([True, True, False]))
    assert float(con(world)) == approx(0.0, abs=1e-3)


def test_poles_have_half_of_the_largest_share_and_a_twentieth_of_all() -> None:
    world = sketch([40, 21, 19, 20], [40, 21, 19, 20])
    assert poles(world).tolist() == [True, True, False, True]
    assert int(polarity(world)) == 3


# power


def test_power_is_the_mean_of_the_shares_in_economy_and_usable_arms() -> None:
    world = sketch([60, 40], [10, 30])
    assert power(world) == approx([0.5 * 0.6 + 0.5 * 0.25, 0.5 * 0.4 + 0.5 * 0.75], abs=CLOSE)
    assert int(leader(world)) == 1


def test_usable_arms_need_quality_and_will() -> None:
    world = sketch([10, 10], [10, 10], quality=np.array([1.2, 1.0]), cohesion=np.array([0.5, 0.0]))
    assert usable(world) == approx([10 * 1.2 * (0.6 + 0.4 * 0.5), 10 * 0.6], abs=CLOSE)


def test_garrisons_bind_arms_by_unintegrated_wealth_over_own_economy_down_to_a_floor() -> None:
    world = sketch([10, 10, 6], [10, 10, 10], owner=np.array([0, 1, 0]), integration=np.array([1, 1, 0.5]))
    assert economy(world) == approx([13, 10, 0], abs=CLOSE)
    assert foreign(world) == approx([3, 0, 0], abs=CLOSE)
    assert usable(world)[0] == approx(10 * (1 - 3 / 13), abs=CLOSE)
    crowded = world.but(wealth=np.array([1.0, 10.0, 60.0]), integration=np.array([1.0, 1.0, 0.01]))
    assert usable(crowded)[0] == approx(10 * 0.2, abs=CLOSE)


def test_ground_is_the_mean_terrain_by_wealth() -> None:
    world = sketch([30, 5, 10], [1, 1, 1], owner=np.array([0, 1, 0]), terrain=np.array([1.0, 1.0, 1.4]))
    assert ground(world)[:2] == approx([(30 * 1.0 + 10 * 1.4) / 40, 1.0], abs=CLOSE)


def test_shares_of_nothing_are_nothing() -> None:
    assert share(np.zeros(3)).tolist() == [0, 0, 0]
    assert share(np.array([1.0, 3.0])).tolist() == [0.25, 0.75]


# reach


def test_all_of_a_force_crosses_a_land_border_and_by_sea_as_much_as_sea_power_carries() -> None:
    far = np.where(np.eye(3, dtype=bool), 0.0, 0.2)
    world = sketch([1, 1, 1], [1, 1, 1], land=[(0, 1)], sea=[(1, 2)], far=far, sea_power=np.array([0, 0.4, 1.0]))
    assert borders(world).tolist() == mutual(3, (0, 1)).tolist()
    assert crossings(world).tolist() == mutual(3, (1, 2)).tolist()
    assert reach(world)[0, 1] == reach(world)[1, 0] == 1.0
    assert reach(world)[1, 2] == approx(0.5 + 0.5 * 0.4, abs=CLOSE)
    assert reach(world)[2, 1] == approx(1.0, abs=CLOSE)
    assert reach(world)[0, 2] == approx(0.2, abs=CLOSE)


def test_land_that_changes_hands_brings_its_borders_along() -> None:
    world = sketch([1, 1, 1], [1, 1, 1], land=LINE)
    assert not borders(world)[0, 2]
    taken = world.but(owner=np.array([0, 0, 2]))
    assert borders(taken)[0, 2] and not borders(taken)[0, 1]


def test_a_sea_power_takes_less_land_and_helps_a_little_less() -> None:
    world = sketch([1, 1], [10, 10], land=[(0, 1)], sea_power=np.array([0.0, 1.0]))
    assert strike(world)[0, 1] == approx(10, abs=CLOSE)
    assert strike(world)[1, 0] == approx(10 * (1 - 0.6), abs=CLOSE)
    assert aid(world)[1, 0] == approx(10 * (1 - 0.3), abs=CLOSE)


@pytest.mark.parametrize(("offence", "advantage"), [(0.0, 2.5), (0.5, 1.25), (1.0, 0.625)])
def test_the_advantage_of_the_defender(offence: float, advantage: float) -> None:
    world = sketch([1, 1], [10, 10], offence=np.array(offence), terrain=np.array([1.2, 1.0]))
    assert float(edge(world)) == approx(advantage, abs=CLOSE)
    assert defence(world) == approx([10 * 1.2 * advantage, 10 * advantage], abs=1e-4)


def test_posture_shifts_force_between_strike_and_guard() -> None:
    world = sketch([1] * 3, [10] * 3, land=[(0, 1), (1, 2), (0, 2)], posture=np.array([0, 1, 2]))
    assert strike(world)[[0, 1, 2], [1, 2, 0]] == approx([7.5, 10, 11.5], abs=1e-4)
    assert defence(world) == approx([10 * 1.15 * 1.25, 10 * 1.25, 10 * 0.9 * 1.25], abs=1e-4)


def test_strike_is_usable_arms_times_reach_times_posture_times_what_a_sea_power_can_land() -> None:
    world = sketch(
        [10, 10],
        [20, 10],
        sea=[(0, 1)],
        sea_power=np.array([0.5, 0.0]),
        posture=np.array([2, 1]),
        quality=np.array([1.1, 1.0]),
    )
    usable, reach, posture, landing = 20 * 1.1, 0.5 + 0.5 * 0.5, 1.15, 1 - 0.6 * 0.5
    assert strike(world)[0, 1] == approx(usable * reach * posture * landing, rel=1e-4)
    assert pressed_by(world)[1, 0] == strike(world)[0, 1]
    assert strike(world)[1, 0] == approx(10 * 0.5, rel=1e-4)


def test_only_a_war_with_a_state_that_one_faces_mobilises() -> None:
    world = sketch([1] * 3, [1] * 3, land=[(0, 1)], war=mutual(3, (0, 1), (0, 2)))
    assert contact(world).tolist() == mutual(3, (0, 1)).tolist()
    assert engaged(world).tolist() == [True, True, False]


def test_pressure_is_the_root_of_strike_over_defence_and_threat_is_nought_for_the_dead() -> None:
    world = sketch([10, 10], [10, 40], land=[(0, 1)])
    assert pressure(world)[0, 1] == approx((40 / (10 * 1.25)) ** 0.5, rel=1e-4)
    assert pressure(world)[1, 0] == approx((10 / (40 * 1.25)) ** 0.5, rel=1e-4)
    assert not threat(world.but(alive=np.array([True, False]))).any()


# threat (Walt 1987, pp. 21-26)


def test_threat_is_the_product_of_its_four_factors() -> None:
    world = sketch(
        [10, 10],
        [10, 40],
        land=[(0, 1)],
        distinguish=np.array(0.5),
        posture=np.array([1, 2]),
        intent=one_way(2, (0, 1), value=0.6),
    )
    aggregate = sqrt(40 * 1.15 / (10 * 1.25))
    offence_seen = 0.5 + (0.5 * 0.5 + 0.5 * 0.8)
    intention = 0.25 + 1.5 * 0.6
    assert offensive(world)[1] == approx(0.65, abs=CLOSE)
    assert threat(world)[0, 1] == approx(aggregate * offence_seen * intention, rel=1e-4)
    assert threat(world)[0, 0] == 0


def test_each_factor_of_a_threat_makes_it_larger() -> None:
    plain = sketch([10, 10], [10, 10], land=[(0, 1)], distinguish=np.array(1.0), intent=one_way(2, (0, 1), value=0.3))
    changes = {
        "power": {"arms": np.array([10.0, 20.0])},
        "offence": {"posture": np.array([1, 2])},
        "intent": {"intent": one_way(2, (0, 1), value=0.5)},
    }
    base = threat(plain)[0, 1]
    for name, change in changes.items():
        assert threat(plain.but(**change))[0, 1] > base, name
    distant = sketch([10, 10], [10, 10], far=one_way(2, (0, 1), (1, 0), value=0.3), intent=plain.intent)
    assert threat(distant)[0, 1] < threat(plain.but(distinguish=0.0))[0, 1]


def test_where_arms_cannot_be_told_apart_posture_does_not_show() -> None:
    world = sketch([1] * 3, [1] * 3, posture=np.array([0, 1, 2]))
    assert offensive(world).tolist() == [0.5, 0.5, 0.5]
    assert offensive(world.but(distinguish=1.0)) == approx([0.2, 0.5, 0.8], abs=CLOSE)


# vulnerability (Jackson & Nei 2015), a chain of three: 0 - 1 - 2


def chain(**columns: object) -> World:
    return sketch([10, 10, 10], [16, 10, 10], land=LINE).but(**columns)


def test_a_state_is_vulnerable_to_who_outweighs_it_by_more_than_the_defender_s_advantage() -> None:
    assert beatable(chain())[1, 0] == approx(16 / (1.2 * 1.25 * 10), rel=1e-3)
    assert vulnerable(chain()).tolist() == [False, True, False]
    assert vulnerable(chain(arms=np.array([14.0, 10.0, 10.0]))).tolist() == [False, False, False]


def test_a_partner_s_help_makes_safe_and_the_rival_s_partner_makes_vulnerable() -> None:
    helped = chain(pact=mutual(3, (1, 2)))
    assert beatable(helped)[1, 0] == approx(16 / (1.2 * 1.25 * 20), rel=1e-3)
    assert not vulnerable(helped)[1]
    ganged = chain(arms=np.array([9.0, 10.0, 9.0]))
    assert not vulnerable(ganged)[1]
    ganged = ganged.but(pact=mutual(3, (0, 2)))
    assert beatable(ganged)[1, 0] == approx(18 / (1.2 * 1.25 * 10), rel=1e-3)
    assert vulnerable(ganged)[1]


def test_a_partner_is_no_rival_and_one_bound_to_both_sides_counts_for_neither() -> None:
    friends = chain(pact=mutual(3, (0, 1)))
    assert beatable(friends)[1, 0] == beatable(friends)[0, 1] == 0
    torn = chain(arms=np.array([9.0, 10.0, 9.0]), pact=mutual(3, (0, 2), (1, 2)))
    assert beatable(torn)[1, 0] == approx(9 / (1.2 * 1.25 * 10), rel=1e-3)


def test_a_guarantee_obliges_its_giver_and_binds_nobody_else() -> None:
    world = chain(guarantee=one_way(3, (2, 1)) > 0)
    assert obliged(world)[2, 1] and not obliged(world)[1, 2]
    assert not bound(world).any()
    assert np.array_equal(bound(world.but(pact=mutual(3, (0, 1)))), mutual(3, (0, 1)))


def test_a_guarantee_makes_the_guaranteed_safer_and_its_giver_no_safer() -> None:
    world = chain(arms=np.array([16.0, 10.0, 10.0]), guarantee=one_way(3, (2, 1)) > 0)
    assert beatable(world)[1, 0] == approx(16 / (1.2 * 1.25 * 20), rel=1e-3)
    assert not vulnerable(world)[1]
    alone, giving = chain(), chain(guarantee=one_way(3, (1, 0), (1, 2)) > 0)
    assert np.array_equal(beatable(alone)[1], beatable(giving)[1])
    assert vulnerable(giving)[1]


def test_a_guarantor_stays_a_rival_of_the_one_it_guarantees() -> None:
    """Who promises help unasked is feared as before: 0 outweighs 1 whatever it has promised it."""
    world = chain(guarantee=one_way(3, (0, 1)) > 0)
    assert beatable(world)[1, 0] > 0
    assert beatable(chain(pact=mutual(3, (0, 1))))[1, 0] == 0


# ties


def test_who_owes_help_to_the_one_attacked_last_turn_is_called_and_nobody_else() -> None:
    """What was owed at the attack counts, not the promises of today."""
    war, began, owed = mutual(4, (0, 1)), one_way(4, (0, 1)) > 0, one_way(4, (2, 1)) > 0
    world = sketch([1] * 4, [1] * 4, owed=owed, war=war, began=began, war_age=war.astype(int))
    assert np.argwhere(calls(world)).tolist() == [[2, 0]]
    assert np.array_equal(calls(world.but(pact=mutual(4, (1, 3)))), calls(world))
    assert not calls(world.but(owed=owed & False, pact=mutual(4, (1, 2)))).any()
    assert not calls(world.but(war_age=2 * war.astype(int))).any()
    assert not calls(world.but(war=war | mutual(4, (0, 2)))).any()


def test_what_outsiders_guess_of_feelings_follows_from_ties_and_the_record_of_aggression() -> None:
    world = sketch([1] * 3, [1] * 3, pact=mutual(3, (0, 1)), war=mutual(3, (0, 2)), aggression=np.array([0, 0.5, 0]))
    g, o = world.setting.rules.guesses, world.setting.rules.opinion
    assert guessed_attitude(world)[0, 1] == approx(g.attitude_pact - g.attitude_aggression * 0.5, abs=CLOSE)
    assert guessed_attitude(world)[0, 2] == approx(-g.attitude_war, abs=CLOSE)
    expected = o.intent_base - o.intent_attitude * guessed_attitude(world)[2, 1]
    expected += (o.intent_aggression + g.intent_aggression) * 0.5
    assert guessed_intent(world)[2, 1] == approx(expected, abs=CLOSE)
    near = sketch([1] * 3, [1] * 3, land=[(0, 2), (1, 2)], aggression=world.aggression)
    assert guessed_threat(near)[2, 1] > guessed_threat(near)[2, 0] > 0


# blocs


def square() -> World:
    """A leader, 0, and three neighbours that all touch each other; all fear the leader."""
    links = [(0, 1), (0, 2), (0, 3), (1, 2), (2, 3), (1, 3)]
    return sketch([40, 20, 20, 20], [60, 10, 10, 10], land=links, intent=one_way(4, (1, 0), (2, 0), (3, 0), value=0.6))


def test_those_who_fear_the_leader_balance_when_they_are_bound_to_each_other() -> None:
    assert sides(square()).tolist() == [WITH, AFRAID, AFRAID, AFRAID]
    allied = square().but(pact=mutual(4, (1, 2)))
    assert sides(allied).tolist() == [WITH, AGAINST, AGAINST, AFRAID]
    assert weights(allied) == approx([power(allied)[0], *(2 * power(allied)[1], power(allied)[3], 0.0)], abs=1e-3)


def test_a_partner_of_the_leader_is_with_it_and_who_does_not_fear_it_is_neither() -> None:
    world = square().but(pact=mutual(4, (0, 1)), intent=one_way(4, (2, 0), value=0.6))
    assert sides(world).tolist() == [WITH, WITH, AFRAID, NEITHER]


def test_who_fights_the_leader_is_against_it_alone_too() -> None:
    assert sides(square().but(war=mutual(4, (0, 1)))).tolist() == [WITH, AGAINST, AFRAID, AFRAID]


def test_a_leader_is_in_check_when_the_free_states_could_deliver_enough_at_it() -> None:
    world = sketch([40, 20, 20], [20, 9, 9], land=[(0, 1), (0, 2)])
    assert checked(world)[0]  # 18 >= .8 x 20
    assert not checked(world.but(arms=np.array([20.0, 9.0, 6.0])))[0]  # 15 < 16
    assert not checked(world.but(pact=mutual(3, (0, 1))))[0]  # 9 < 16
    assert checked(world.but(guarantee=one_way(3, (0, 1)) > 0))[0]  # a promise unasked takes nobody out


def test_every_state_is_in_check_or_not_by_itself() -> None:
    world = sketch([40, 20, 20], [20, 9, 4], land=[(0, 1), (0, 2)], far=np.zeros((3, 3)))
    assert checked(world).tolist() == [False, True, True]  # 13 < 16; 20 >= 7.2; 20 >= 3.2


# trade and sanctions


def test_what_sanctions_take_and_what_they_cost() -> None:
    world = sketch([50, 30, 20], [1, 1, 1], sanction=(one_way(3, (1, 0)) * 2).astype(int))
    r = world.setting.rules.soft
    assert squeeze(world)[1, 0] == approx(r.target * r.economic * 0.3, rel=1e-3)
    cost = sanction_cost(world)
    assert cost[0] == approx(r.target * r.economic * 0.3, rel=1e-3)
    assert cost[1] == approx(r.sender * cost[0] * 0.5 / 0.3, rel=1e-3)
    assert cost[2] == 0


def test_trade_with_two_earns_the_root_of_both_together() -> None:
    world = sketch([50, 30, 20], [1, 1, 1], trade=mutual(3, (0, 1), (0, 2)))
    r = world.setting.rules.economy
    assert trade_gain(world) == approx(r.trade * np.sqrt([0.5, 0.5, 0.5]), rel=1e-3)
