"""A script in a match: what is given, what is remembered, and what happens when it fails."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.orders.kind import Order
from game.scripting.caretaker import caretaker
from game.scripting.errors import EXCEPTION, ILLEGAL, REPLY, BotError
from game.view import observe

from .games import ask, begin, finish, see, written
from .test_offers import asked

ARM = Order("budget", "guns")


@pytest.mark.parametrize(
    "body",
    [
        "return me.arm()",
        "return [me.arm()]",
        "return (me.arm(), None)",
        "yield me.arm()",
        "yield [me.arm(), me.arm()]",
        "yield\n    return me.arm()",
        "return (each for each in [me.arm()])",
        "me.note('nothing')\n    return [[], [me.arm()]]",
    ],
)
def test_orders_may_be_returned_or_yielded_one_or_many(body: str, tmp_path: Path) -> None:
    assert ask(written(tmp_path, f"def play(me, world):\n    {body}\n")) == [ARM]


def test_what_was_yielded_counts_for_what_comes_after(tmp_path: Path) -> None:
    code = """
    def play(me, world):
        before = len(me.options())
        yield me.arm()
        assert not me.can(me.invest())
        assert me.can(me.invest()).code == "matter"
        assert len(me.options()) < before
    """
    assert ask(written(tmp_path, code)) == [ARM]


def test_memory_is_kept_between_turns_and_apart_for_each_state(tmp_path: Path) -> None:
    code = """
    def play(me, world):
        me.memory.setdefault("turns", []).append((world.turn, me.code))
        if world.turn % 2:
            yield me.arm()
    """
    script = written(tmp_path, code)
    match = begin(turns=5)
    match.bots[1] = script
    finish(match, script)
    assert script.memory(0)["turns"] == [[turn, "S1"] for turn in range(5)]
    assert script.memory(1)["turns"] == [[turn, "S2"] for turn in range(5)]


def test_a_turn_that_is_asked_for_again_starts_from_the_memory_of_then(tmp_path: Path) -> None:
    code = """
    def play(me, world):
        me.memory["n"] = me.memory.get("n", 0) + 1
        me.note(me.memory["n"])
        return me.arm() if me.random.random() < 0.5 else me.invest()
    """
    script = written(tmp_path, code)
    worlds = [begin().world.but(turn=turn) for turn in range(6)]
    first = [script(observe(world, 0), 0) for world in worlds]
    again = [script(observe(world, 0), 0) for world in worlds[2:]]
    assert again == first[2:]
    assert [each.text for each in script.log] == ["1", "2", "3", "4", "5", "6", "3", "4", "5", "6"]
    assert len({str(orders) for orders in first}) == 2, "chance differs from turn to turn"


def test_a_new_match_starts_without_memory(tmp_path: Path) -> None:
    script = written(tmp_path, "def play(me, world):\n    assert not me.memory\n    me.memory['old'] = 1\n")
    ask(script)
    ask(script)


@pytest.mark.parametrize("value", ["{1: 2}", "{1, 2}", "[me]", "float('inf')", "me.arm", "{'x': {'y': [world]}}"])
def test_what_memory_cannot_hold_is_named_with_its_place(value: str, tmp_path: Path) -> None:
    with pytest.raises(BotError, match=r"me\.memory\['it'\]"):
        ask(written(tmp_path, f"def play(me, world):\n    me.memory['it'] = {value}\n"))


def test_a_bad_order_is_dropped_counted_and_named_where_play_is_not_strict(tmp_path: Path) -> None:
    code = "def play(me, world):\n    yield me.attack(me)\n    yield me.arm()\n"
    script = written(tmp_path, code, strict=False)
    match = begin(turns=5)
    given = finish(match, script)
    assert given == [[ARM]] * 5
    assert script.counts == {ILLEGAL: 5}
    assert script.log[0].line == 2
    assert "it takes another living state" in script.log[0].text


def test_an_error_costs_the_turn_and_after_three_a_caretaker_plays_on(tmp_path: Path) -> None:
    code = """
    def play(me, world):
        yield me.arm()
        if world.turn in (1, 2):
            1 / 0
        if world.turn in (4, 5):
            yield "arm"
    """
    script = written(tmp_path, code, strict=False)
    match = begin("lab:5x3:turns=12:doctrines=hold")
    given = finish(match, script)
    assert given[:6] == [[ARM], [], [], [ARM], [], []]
    assert not any(given[6:])
    assert len(given) > 10
    assert script.counts == {EXCEPTION: 2, REPLY: 1}
    assert match.over


def test_a_failure_that_was_taken_back_is_forgiven(tmp_path: Path) -> None:
    code = "def play(me, world):\n    me.arm()\n    1 / (world.turn == 0)\n"
    script = written(tmp_path, code, strict=False)
    world = begin().world
    for turn in (1, 2, 3, 4):
        script(observe(world.but(turn=turn), 0), 0)
    assert script.counts[EXCEPTION] == 3, "the fourth is the caretaker's"
    script(observe(world, 0), 0)
    script(observe(world.but(turn=1), 0), 0)
    assert script.counts[EXCEPTION] == 4, "asked again after a new start"


def test_the_caretaker_honours_calls_refuses_demands_and_signs_nothing() -> None:
    orders = caretaker(observe(asked(), 0), 0)
    assert orders == [Order("answer", "call_yes", 2), Order("answer", "demand_no", 3)]


def test_the_caretaker_begins_nothing_in_any_game() -> None:
    match = begin("europe-1900", seed=2)
    match.bots[0] = caretaker
    while not match.over:
        turn = match.end_turn()
        assert not [each for each in turn.refused if each[0] == 0]
        assert {order.choice for order in turn.orders[0]} <= {"call_yes", "demand_no"}


def test_an_interrupt_is_not_swallowed(tmp_path: Path) -> None:
    script = written(tmp_path, "def play(me, world):\n    raise KeyboardInterrupt\n", strict=False)
    with pytest.raises(KeyboardInterrupt):
        ask(script)


def test_a_strict_failure_leaves_the_match_as_it_was(tmp_path: Path) -> None:
    match = begin()
    match.bots[0] = written(tmp_path, "def play(me, world):\n    return 1 / 0\n")
    before = match.world
    with pytest.raises(BotError, match=r"^mybot\.py, line 2: ZeroDivisionError"):
        match.end_turn()
    assert match.world is before
    assert not match.history


def test_notes_are_private_and_bounded(tmp_path: Path) -> None:
    script = written(tmp_path, "def play(me, world):\n    for k in range(9999):\n        me.note('x' * 9999)\n")
    ask(script)
    assert len(script.log) == 100
    assert {len(each.text) for each in script.log} == {500}
    assert script.log[0].line == 3


def test_a_bot_has_influence_and_shares_of_its_own_only() -> None:
    script_free = begin().world.but(influence=np.arange(5.0), budget_arms=[0.1] * 5, budget_growth=[0.2] * 5)
    me, world = see(script_free, 3)
    assert me.influence == 3.0
    assert me.shares == pytest.approx((0.1, 0.2, 0.7))
    assert not hasattr(world.states[1], "influence")
