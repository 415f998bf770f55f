"""What the futures suppose of others' feelings is what such feelings are, in games that nothing was fitted to."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pytest

from game.arena import calibration
from game.arena.calibration import FRESH
from game.cli.tools import _forecasts
from game.foresight import Futures
from game.foresight.doubts import FITTED
from game.match import play_out
from game.measures.ties import others
from game.opponents.choose import numbers
from game.storage.founding import found_batch
from game.storage.scenarios import read_with_map
from game.view import View, observe
from game.world import Bools, Floats, World

GAMES, TURN = 48, 6


@pytest.fixture(scope="module")
def supposed() -> list[tuple[World, View, Floats]]:
    """The true world, one state's view, and the mean of the attitudes in its futures, of fresh games of both maps."""
    return [each for name in ("europe-1900", "five-crowns") for each in _supposed(name)]


def _supposed(name: str) -> Iterator[tuple[World, View, Floats]]:
    scenario, chart = read_with_map(name)
    who = numbers([state.doctrine for state in scenario.states])
    batch = found_batch(scenario, chart, range(FRESH, FRESH + GAMES))
    after = next(islice(play_out(batch, who), TURN - 1, None))[0]
    for k in range(GAMES):
        world = after.game(k)
        me = int(np.flatnonzero(world.alive)[k % int(world.alive.sum())])
        view = observe(world, me)
        drawn = np.concatenate([lot.world.attitude for lot in Futures(view, me).lots])
        yield world, view, drawn.mean(0)


def _unseen(world: World, me: int, tie: Bools) -> Bools:
    return np.asarray(tie & others(world) & (np.arange(world.n) != me)[:, None])


@pytest.mark.parametrize("tie", ["pact", "guarantee", "trade", "war"])
def test_feelings_are_supposed_as_warm_as_public_ties_mean(
    supposed: list[tuple[World, View, Floats]], tie: str
) -> None:
    wrong = [(mean - world.attitude)[_unseen(world, view.viewer, getattr(world, tie))]
             for world, view, mean in supposed]  # fmt: skip
    found = np.concatenate(wrong)
    assert len(found) >= 30
    assert abs(found.mean()) < 0.1


def test_feelings_between_states_without_ties_are_supposed_without_bias(
    supposed: list[tuple[World, View, Floats]],
) -> None:
    wrong = []
    for world, view, mean in supposed:
        free = ~(world.pact | world.guarantee | world.guarantee.T | world.trade | world.war)
        wrong.append((mean - world.attitude)[_unseen(world, view.viewer, free)])
    assert abs(np.concatenate(wrong).mean()) < 0.05


def test_forecasts_are_measured_on_seeds_of_their_own_that_nothing_was_fitted_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    used: list[int] = []

    def noted(scenario: object, chart: object, seeds: range) -> World:
        used.extend(seeds)
        return found_batch(scenario, chart, seeds)  # type: ignore[arg-type]

    monkeypatch.setattr(calibration, "found_batch", noted)
    _forecasts(8)
    assert len(used) == len(set(used)) == 8
    assert not set(used) & set(FITTED)
