"""Feelings term by term: what a year adds, what outsiders assume, what a deed does."""

import numpy as np
import pytest

from game.match import Match
from game.measures.feelings import assumed, deeds, flow, outrage
from game.measures.ties import guessed_attitude
from game.orders.sheet import blank
from game.phases.opinion import resolve
from game.ui.play.feelings import feelings
from game.view import observe
from tests.worlds import GROUNDS, ground, reached


@pytest.mark.parametrize("name", GROUNDS)
def test_the_terms_of_a_year_are_what_the_year_does(name: str) -> None:
    for world in reached(name)[::5]:
        after, _record = resolve(world, blank(world))
        whole = world.attitude + sum(flow(world).values())
        inside = np.abs(whole) < 1
        assert np.abs((after.attitude - whole)[inside]).max() < 1e-6


@pytest.mark.parametrize("name", GROUNDS)
def test_what_outsiders_assume_is_the_sum_of_its_terms(name: str) -> None:
    for world in reached(name)[::5]:
        assert np.abs(sum(assumed(world).values()) - guessed_attitude(world)).max() < 1e-6


def test_deeds_and_years_together_make_an_attitude_what_it_is() -> None:
    """Over a whole game the attitudes move by what is remembered and by the flow, within the ends of the scale."""
    match = Match.start(*ground("europe-1900"), seed=7)
    checked = 0
    while not match.over:
        before = match.world
        turn = match.end_turn()
        done, seen = deeds(before), outrage(before)
        for actor, target in [(1, 3), (6, 3), (0, 2), (14, 12), (6, 12)]:
            if not match.world.alive[[actor, target]].all():
                continue
            moved = 0.0
            for event in turn.events:
                if event.actors[:2] == (target, actor):
                    moved += done.get(event.kind, 0.0)
                elif event.actors[0] == target and event.kind in ("attack", "surprise"):
                    moved += seen
            moved += sum(float(term[actor, target]) for term in flow(before).values())
            real = float(match.world.attitude[actor, target] - before.attitude[actor, target])
            if abs(match.world.attitude[actor, target]) < 1:
                assert real == pytest.approx(moved, abs=0.03), (turn.number, actor, target)
                checked += 1
    assert checked > 40


def test_what_is_remembered_fades_with_the_years() -> None:
    match = Match.start(*ground("europe-1900"), seed=7)
    for _turn in range(8):
        match.end_turn()
    events = [event for turn in match.history for event in turn.events]
    attack = next(event for event in events if event.kind in ("attack", "surprise"))
    doer, victim = attack.actors[:2]
    felt = feelings(observe(match.world, victim))
    now, later = (
        next(term.value for term in felt.remembered([attack], victim, doer, turn)) for turn in (attack.turn, 12)
    )
    assert now == deeds(match.world)[attack.kind]
    assert now < later < 0
