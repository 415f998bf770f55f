"""One game or ten thousand: the concepts of game k of a batch are those of the same game alone."""

import numpy as np
import pytest

from game.match import Match, play_out
from game.opponents.choose import choose
from game.orders.sheet import write
from game.phases import Step, resolve
from game.report.concepts import tags
from game.storage.founding import found_batch
from game.view import outlook
from game.world import World
from tests.worlds import GROUNDS, ground, mixed, same


def _turn(world: World, who: np.ndarray) -> tuple[World, list[Step]]:  # type: ignore[type-arg]
    return resolve(world, write(world, choose(outlook(world), who).draft))


@pytest.mark.parametrize("name", GROUNDS)
def test_concepts_of_a_batch_are_those_of_its_games_alone(name: str) -> None:
    seeds = [3, 5, 8]
    batch = found_batch(*ground(name), seeds, permute=True, wealth_noise=0.1, attitude_noise=0.2, level="standard")
    alone = [batch.game(k) for k in range(len(seeds))]
    who = np.stack([mixed(world, k) for k, world in enumerate(alone)])
    met = 0
    for _turn_number in range(8):
        after, steps = _turn(batch, who)
        found = {public: tags(batch, after, steps, public=public) for public in (True, False)}
        for k, world in enumerate(alone):
            alone[k], own = _turn(world, who[k])
            for public, masks in found.items():
                single = tags(world, alone[k], own, public=public)
                assert all(same(masks[concept][k], single[concept]) for concept in masks)
                met += sum(int(mask.sum()) for mask in single.values())
        batch = after
    assert met > 0


def test_play_out_gives_all_that_concepts_are_told_from() -> None:
    world = found_batch(*ground("five-crowns"), [1, 2], level="standard", turns=4)
    before, count = world, 0
    for after, _draft, steps in play_out(world, np.stack([mixed(world)] * 2)):
        masks = tags(before, after, steps)
        assert all(mask.shape == (2, world.n, world.n) for mask in masks.values())
        count += sum(int(mask.sum()) for mask in masks.values())
        before = after
    assert count > 0


def test_a_match_keeps_the_concepts_of_each_turn_and_puts_them_on_its_events() -> None:
    match = Match.start(*ground("five-crowns"), seed=3)
    while not match.over:
        match.end_turn()
    assert any(turn.concepts for turn in match.history)
    assert {event.concept for turn in match.history for event in turn.events} > {None}
