"""The first facts that the rules must reproduce (F1, F3 of the rules): balancing works, and bandwagoning does not.

A few dozen games each, so the lines are wider than the facts' own; COUNTERPOISE_LONG=1 plays 500 and holds them.
"""

import os
from functools import cache

from game.match import play_out
from game.opponents.choose import numbers
from game.opponents.doctrines import DOCTRINES
from game.opponents.traits import Doctrine, Traits
from game.storage.founding import found_batch
from game.storage.laboratory import lab, leader_shares
from game.world import Ending

LONG = bool(os.environ.get("COUNTERPOISE_LONG"))
MAPS, GAMES = (5, 100) if LONG else (3, 16)
BANDWAGONER = Doctrine("bandwagoner", "", "", traits=Traits(vigilance=0.2, bandwagon=1.0, greed=0.3))
CAST = (*DOCTRINES, BANDWAGONER)


@cache
def hegemony(others: str) -> float:
    """Share of games that the leader (.29, offensive) wins as hegemon against five states of one doctrine."""
    won = 0
    for place in range(MAPS):
        scenario, chart = lab(6, 4, shares=leader_shares(6, 0.29), doctrines=["hold"], seed_map=place)
        world = found_batch(
            scenario,
            chart,
            [1000 * place + k for k in range(GAMES)],
            permute=True,
            wealth_noise=0.10,
            arms_noise=0.05,
            attitude_noise=0.15,
            turns=100,
        )
        who = numbers(["offensive_realist", *[others] * 5], CAST)
        for after, _draft, _steps in play_out(world, who, CAST):
            world = after
        won += int(((world.ending == Ending.HEGEMONY) & (world.contender == 0)).sum())
    return won / (MAPS * GAMES)


def test_balancers_hold_a_leader_whom_passive_states_let_win() -> None:
    assert hegemony("balancer") <= (0.10 if LONG else 0.17)
    assert hegemony("hold") >= (0.50 if LONG else 0.40)


def test_bandwagoners_bring_about_what_they_fear() -> None:
    assert hegemony("bandwagoner") >= 0.50
    assert hegemony("jackal") >= 0.50
    assert hegemony("bandwagoner") > hegemony("balancer") + 0.3


def test_passing_the_buck_costs() -> None:
    assert hegemony("buck_passer") >= hegemony("balancer")
