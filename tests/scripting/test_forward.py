"""The forward model: built from what is seen, on equal luck, and on what the rules really do."""

from __future__ import annotations

import numpy as np
import pytest

from game.orders.kind import Order
from game.scripting.errors import Mistake
from game.scripting.scene import Desk, Scene
from game.scripting.seen import Seen
from game.view import observe

from .games import begin, see
from .readings import readings


def test_a_world_imagined_is_a_turn_older_and_the_real_one_is_not() -> None:
    match = begin()
    me, world = see(match.world)
    later = world.after(me.arm())
    assert (world.turn, later.turn) == (0, 1)
    assert later.me == me
    assert later.me.arms > world.after(me.disarm()).me.arms
    assert me.arms == see(match.world)[0].arms


def test_the_same_luck_gives_the_same_world_and_another_another() -> None:
    me, world = see()
    assert world.after(me.arm()).me.economy == world.after(me.arm()).me.economy
    others = {round(world.after(me.arm(), luck=k).me.economy, 6) for k in range(8)}
    assert len(others) > 1


def test_what_is_ordered_does_not_shift_the_luck_of_others() -> None:
    me, world = see()
    one, two = world.after(me.arm()), world.after(me.invest())
    assert [s.economy for s in one.states.without(me)] == [s.economy for s in two.states.without(me)]


def test_others_act_by_the_doctrine_that_is_named() -> None:
    _me, world = see()
    idle, busy = world.play_out(4, others="hold"), world.play_out(4, others="offensive_realist")
    assert [s.arms for s in idle.states] != [s.arms for s in busy.states]


def test_peaceful_forecasts_come_true_but_for_chance() -> None:
    match = begin("lab:4x3:turns=20:doctrines=hold", seed=5)
    match.bots[0] = lambda view, state: []
    _me, world = see(match.world)
    foretold = np.mean([[s.arms for s in world.after(luck=k).states] for k in range(8)], 0)
    match.end_turn()
    real = [s.arms for s in see(match.world)[1].states]
    assert np.allclose(foretold, real, rtol=0.05)


def test_what_was_yielded_is_part_of_what_is_imagined() -> None:
    desk = Desk(draft=[Order("budget", "guns")])
    world = Seen(Scene(observe(begin().world, 0), 0, desk))
    me, bare = see()
    assert world.after().me.arms == bare.after(me.arm()).me.arms > bare.after().me.arms


def test_an_imagined_world_can_be_imagined_on() -> None:
    me, world = see(begin().world.but(influence=[6.0] * 5))
    war = world.after(me.attack(me.neighbours.weakest))
    assert war.me.at_war
    assert war.after(war.me.arm()).turn == 2
    assert not world.me.at_war


def test_futures_are_what_playing_out_gives_one_by_one() -> None:
    me, world = see(begin("lab:5x3:turns=12:doctrines=random", seed=8).world.but(influence=[6.0] * 5))
    plans = [[], me.arm(), [me.invest(), me.attack(me.neighbours.weakest)]]
    for others, then in (("random", "hold"), ("offensive_realist", "balancer")):
        rows = world.futures(plans, 4, others=others, then=then, draws=3)
        for plan, row in zip(plans, rows, strict=True):
            for luck, future in enumerate(row):
                alone = world.play_out(4, plan, others=others, then=then, luck=luck)
                assert readings(future.me, future) == readings(alone.me, alone)


def test_futures_that_end_early_stay_as_they_ended() -> None:
    me, world = see(begin("lab:4x3:turns=3").world)
    assert {future.over for row in world.futures([[], me.arm()], 30, draws=2) for future in row} == {True}
    assert world.futures([]) == []


def test_too_many_futures_are_refused() -> None:
    _me, world = see()
    with pytest.raises(Mistake, match=r"at most 1024 games, found 2 plans x the number 600"):
        world.futures([[], []], draws=600)


def test_playing_out_stops_where_the_game_ends() -> None:
    me, world = see(begin("lab:4x3:turns=6").world)
    end = world.play_out(50, me.arm())
    assert end.over
    assert end.turns_left == 0
    assert end.turn <= 6 + 3
    assert end.after().turn == end.turn, "nothing comes after the end"
    assert 0 <= end.me.score <= 100


def test_the_announced_turns_are_counted_down() -> None:
    match = begin("lab:4x3:turns=6")
    left = []
    match.bots[0] = lambda view, state: []
    while not match.over:
        left.append(see(match.world)[1].turns_left)
        match.end_turn()
    assert left[:6] == [6, 5, 4, 3, 2, 1]
    assert min(left) >= 0


def test_a_doctrine_may_play_on_for_oneself() -> None:
    _me, world = see()
    idle = world.play_out(5, others="hold", then="hold")
    armed = world.play_out(5, others="hold", then="offensive_realist")
    assert armed.me.arms > idle.me.arms


def test_only_orders_that_the_rules_take_can_be_tried_out() -> None:
    me, world = see()
    with pytest.raises(Mistake, match="cannot be tried out: it takes another living state; ask"):
        world.after(me.attack(me))
    assert world.after(me.ally_with(me.enemies.strongest)).turn == 1, "to nobody: skipped"
