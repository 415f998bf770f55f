"""Colours and legends from plain numbers."""

import pytest

from game.ui.map import lenses
from game.ui.map.lenses import StateLook
from game.ui.palette import FEAR

LOOKS = [
    StateLook((210, 90, 95), 0),
    StateLook((80, 130, 220), 45),
    StateLook((130, 176, 154), 90),
    StateLook((225, 198, 150), 135),
]
HELD = [0, 0, 1, 2, 3]
CORE = [0, 1, 1, 2, 3]


def test_owned_land_has_its_owner_s_tint_and_hatch() -> None:
    wash = lenses.owner(LOOKS, HELD, CORE)
    assert wash.paint == tuple(lenses.land_tint(LOOKS[state].colour) for state in HELD)
    assert wash.hatch == (0, 0, 45, 90, 135)


def test_only_land_held_by_another_than_its_core_carries_stripes() -> None:
    stripes = lenses.owner(LOOKS, HELD, CORE).stripe
    assert [stripe is not None for stripe in stripes] == [False, True, False, False, False]


@pytest.mark.parametrize(
    ("threat", "place"), [(0.06, 0), (0.2, 1), (0.35, 1), (0.44, 2), (0.52, 2), (0.99, 3), (1.38, 4)]
)
def test_threat_rises_through_the_five_steps_of_fear(threat: float, place: int) -> None:
    wash = lenses.whom_i_fear(LOOKS, HELD, CORE, [threat] * 4, me=3)
    assert wash.paint[0] == FEAR[place]


def test_my_own_land_is_never_on_the_ramp() -> None:
    for lens in (lenses.whom_i_fear, lenses.fears_me):
        assert lens(LOOKS, HELD, CORE, [0.5] * 4, me=2).paint[3] not in FEAR
        assert lens(LOOKS, HELD, CORE, [0.5] * 4, me=None).paint[3] in FEAR


def test_more_power_is_brighter() -> None:
    wash = lenses.power(LOOKS, HELD, CORE, [0.3, 0.12, 0.04, 0.01])
    light = [sum(colour) for colour in wash.paint]
    assert light[0] == light[1] > light[2] > light[3] > light[4]
    assert len(wash.legend.swatches) == 5


def test_blocs_reach_through_partners_of_partners() -> None:
    pacts = [[False, True, False, False], [True, False, True, False], [False, True, False, False], [False] * 4]
    paint = lenses.alliances(LOOKS, HELD, CORE, pacts, [0.1, 0.2, 0.4, 0.3]).paint
    assert paint[0] == paint[2] == lenses.land_tint(LOOKS[2].colour)
    assert paint[3] == lenses.land_tint(LOOKS[2].colour, 0.62)
    assert paint[4] == lenses.TIES["none"]


def test_trade_sanctions_and_both_differ() -> None:
    paint = lenses.commerce(LOOKS, HELD, CORE, [True, False, True, False], [False, True, True, False], None).paint
    assert len({paint[0], paint[2], paint[3], paint[4]}) == 4


def test_gains_and_losses_lie_on_opposite_ends() -> None:
    paint = lenses.change(LOOKS, HELD, CORE, [-0.05, -0.005, 0.0, 0.05]).paint
    assert [lenses.CHANGE_RAMP.index(colour) for colour in paint] == [0, 0, 1, 2, 4]


def test_every_legend_says_something() -> None:
    for wash in (lenses.owner(LOOKS, HELD, CORE), lenses.change(LOOKS, HELD, CORE, [0.0] * 4)):
        assert wash.legend.before
