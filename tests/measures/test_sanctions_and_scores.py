"""Trade, sanctions and scores against cases worked by hand."""

import numpy as np
import pytest
from pytest import approx

from game.measures.power import economy_share
from game.measures.scores import autonomy, honour, parts, scores, security, welfare, winners
from game.measures.trade import bite, sanction_cost, squeeze, trade_gain
from game.world import Ending
from tests.measures.sketch import mutual, one_way, sketch

CLOSE = 1e-5

# sanctions


def test_sanctions_wear_off_by_the_years_they_stood_whatever_their_level() -> None:
    sanction = np.array([[0, 2, 1], [0, 0, 0], [0, 0, 0]])
    years = np.array([[0, 3, 1], [0, 0, 0], [0, 0, 0]])
    world = sketch([50, 30, 20], [1] * 3, sanction=sanction, sanction_years=years)
    r = world.setting.rules.soft
    assert bite(world)[0] == approx([0, r.economic * r.wear**3, r.diplomatic * r.wear], abs=CLOSE)


def test_two_senders_together_take_what_each_takes_and_each_bears_its_own_part() -> None:
    world = sketch([50, 30, 20], [1] * 3, sanction=(one_way(3, (1, 0), (2, 0)) * 2).astype(int))
    r = world.setting.rules.soft
    lost = [r.target * r.economic * share for share in (0.3, 0.2)]
    assert squeeze(world)[1:, 0] == approx(lost, rel=1e-3)
    assert sanction_cost(world)[0] == approx(sum(lost), rel=1e-3)
    assert sanction_cost(world)[1:] == approx(
        [r.sender * lost[0] * 0.5 / 0.3, r.sender * lost[1] * 0.5 / 0.2], rel=1e-3
    )


def test_an_embargo_by_a_giant_costs_the_small_more_than_the_giant() -> None:
    """What power the weak have over the strong by embargo is little: .5 of all economy against .05."""
    world = sketch([50, 45, 5], [1] * 3, sanction=(one_way(3, (0, 2), (2, 0)) * 2).astype(int))
    assert squeeze(world)[0, 2] == approx(10 * squeeze(world)[2, 0], rel=1e-3)
    assert sanction_cost(world)[2] > sanction_cost(world)[0]


def test_without_trade_nothing_is_gained_and_a_large_partner_is_worth_more() -> None:
    world = sketch([50, 30, 20], [1] * 3, trade=mutual(3, (0, 1)))
    r = world.setting.rules.economy
    assert trade_gain(world) == approx([r.trade * 0.3**0.5, r.trade * 0.5**0.5, 0.0], rel=1e-3)
    assert economy_share(world) == approx([0.5, 0.3, 0.2], abs=CLOSE)


# scores


def test_security_is_the_part_of_turns_that_were_safe() -> None:
    world = sketch([1] * 3, [1] * 3, turn=np.array(8), secure_turns=np.array([8, 2, 0]))
    assert security(world) == approx([1.0, 0.25, 0.0], abs=CLOSE)


def test_autonomy_is_the_core_land_by_wealth_that_one_holds_oneself() -> None:
    world = sketch([30, 10, 20], [1] * 3, core=np.array([0, 0, 2]), owner=np.array([0, 1, 2]))
    assert autonomy(world) == approx([30 / 40, 0.0, 1.0], abs=CLOSE)


@pytest.mark.parametrize(("growth", "expected"), [(0.02, 0.5), (0.04, 1.0), (0.0, 0.0), (0.03, 0.75), (-0.05, 0.0)])
def test_welfare_is_growth_against_the_baseline_half_at_the_baseline(growth: float, expected: float) -> None:
    world = sketch([100.0 * (1 + 5 * growth)], [1], turn=np.array(5), economy_start=np.array([100.0]))
    r = world.setting.rules.scores
    assert (r.baseline, r.welfare_range) == (0.02, 0.02)
    assert float(welfare(world)[0]) == approx(expected, abs=1e-4)


def test_honour_is_the_part_of_promises_kept_and_half_for_who_was_never_tried() -> None:
    world = sketch([1] * 3, [1] * 3, kept=np.array([3, 0, 0]), broken=np.array([1, 2, 0]))
    r = world.setting.rules.scores
    assert honour(world) == approx([0.75, 0.0, r.honour_never / r.honour], abs=CLOSE)


def test_a_hegemon_has_all_its_partners_of_long_standing_half_of_theirs_and_others_a_quarter() -> None:
    world = sketch(
        [50, 20, 20, 10],
        [1] * 4,
        turn=np.array(10),
        secure_turns=np.array([10, 10, 10, 10]),
        economy_start=np.array([50.0, 20.0, 20.0, 10.0]),
        pact=mutual(4, (0, 1), (0, 3)),
        pact_age=(mutual(4, (0, 1)) * 3 + mutual(4, (0, 3)) * 2).astype(int),
        ending=np.array(Ending.HEGEMONY),
        contender=np.array(0),
    )
    own = sum(parts(world).values())
    assert scores(world) == approx([100.0, 0.5 * own[1], 0.25 * own[2], 0.25 * own[3]], abs=1e-3)
    assert winners(world).tolist() == [True, False, False, False]


def test_ties_share_a_win() -> None:
    world = sketch(
        [10, 10], [1, 1], turn=np.array(4), secure_turns=np.array([4, 4]), economy_start=np.array([10.0, 10])
    )
    assert winners(world).tolist() == [True, True]
