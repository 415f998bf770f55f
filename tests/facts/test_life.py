"""A table with life in it: crises and wars in games of mixed company, at level standard."""

import numpy as np
import pytest

from game.match import play_out
from game.opponents.doctrines import DOCTRINES
from game.storage.founding import found_batch
from game.world import Floats
from tests.worlds import SHIPPED, ground

GAMES = 60
MINDED = [k for k, doctrine in enumerate(DOCTRINES) if doctrine.traits is not None]
DEMANDS = ("demanded_region", "demanded_end", "demanded_disarm", "demanded_leave")
WARS = ("attacked", "surprised", "piled_on")


def tallied(name: str) -> tuple[Floats, Floats, Floats]:
    """Crises, wars and turns with orders of each game, [B] each."""
    batch = found_batch(*ground(name), range(GAMES), level="standard")
    who = np.random.default_rng(1).choice(MINDED, (GAMES, batch.n))
    crises, wars, turns = np.zeros((3, GAMES))
    for after, _draft, steps in play_out(batch, who):
        live = after.turn > turns
        record = next(record for phase, _world, record in steps if phase.name == "crises")
        crises += live * sum(np.asarray(record[entry]).sum((-1, -2)) for entry in DEMANDS)
        wars += live * sum(np.asarray(record[entry]).sum((-1, -2)) for entry in WARS)
        turns = np.asarray(after.turn, float)
    return crises, wars, np.minimum(turns, batch.last_turn)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_median_game_has_a_crisis_every_other_turn_and_a_war_and_lasts(name: str) -> None:
    crises, wars, turns = tallied(name)
    assert np.median(crises / turns) >= 0.5
    assert np.median(wars) >= 1
    assert np.mean(turns < 10) < 0.5
