"""Silly mistakes end in one clear sentence with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scripting.errors import EXCEPTION, ILLEGAL, REPLY, BotError

from .games import ask, written

MISTAKES = {
    "a typo in an attribute": (
        "return me.arm() if me.amrs < 3 else None",
        EXCEPTION,
        "me has no “amrs”; did you mean “arms”?",
    ),
    "a typo in a name": ("rival = me\n    return rivla.arm()", EXCEPTION, "did you mean “rival”?"),
    "a typo in a verb": ("yield me.ally_wiht(world.strongest())", EXCEPTION, "did you mean “ally_with”?"),
    "a typo in a state": ("yield me.attack('Stat 2')", EXCEPTION, "there is no state “Stat 2”; did you mean “State"),
    "the number of a state": (
        "yield me.attack(3)",
        EXCEPTION,
        "found the number 3; states and regions have names, not numbers",
    ),
    "nothing at all": ("yield me.attack(None)", EXCEPTION, "expected a state, such as world[“S2”], found None"),
    "a group": ("yield me.attack(me.neighbours)", EXCEPTION, "take one of them, such as .strongest"),
    "a returned text": (
        "return 'arm'",
        REPLY,
        "expected orders such as me.arm(), or a list of them, found the text “arm”",
    ),
    "a yielded number": ("yield me.arm()\n    yield 7", REPLY, "found the number 7"),
    "a verb that is not called": ("yield me.arm", REPLY, "found the function arm (call it: arm(...))"),
    "a state for an order": ("return [me.arm(), world.strongest(other_than=me)]", REPLY, "expected orders such as"),
    "an infinite share": ("yield me.budget(float('inf'), 0.2)", ILLEGAL, "must be three shares that add up to 1"),
    "a share that is no number": ("yield me.budget(float('nan'), 0.2, 0.1)", ILLEGAL, "must be three shares"),
    "shares beyond one": ("yield me.budget(0.9, 0.9, 0.9)", ILLEGAL, "must be three shares that add up to 1"),
    "a share in words": (
        "yield me.budget('all', 0, 0)",
        EXCEPTION,
        "expected shares from 0 to 1, found the text “all”",
    ),
    "orders without end": ("while True:\n        yield me.arm()", REPLY, "at most 1000 orders a turn"),
    "an attack on oneself": ("yield me.attack(me)", ILLEGAL, "it takes another living state"),
    "a contradiction": ("yield me.arm()\n    yield me.invest()", ILLEGAL, "an order on that matter already"),
    "an attribute that is set": (
        "me.arms = float('inf')",
        EXCEPTION,
        "“arms” cannot be set: what play() is given is read-only",
    ),
    "a call of exit": ("exit()", EXCEPTION, "found a call of exit()"),
    "a division by nothing": ("return me.arm() if 1 / 0 else None", EXCEPTION, "ZeroDivisionError: division by zero"),
    "endless recursion": ("return play(me, world)", EXCEPTION, "RecursionError"),
    "a state in the memory": ("me.memory['foe'] = me", EXCEPTION, "of a state keep its code"),
    "a doctrine that does not exist": ("world.after(others='balance')", EXCEPTION, "did you mean “balancer”?"),
    "no number of turns": ("world.play_out(0)", EXCEPTION, "from 1 to 200, found the number 0"),
    "an illegal plan tried out": ("world.after(me.attack(me))", EXCEPTION, "ask me.can(order) first"),
    "luck as a fraction": ("world.after(luck=.5)", EXCEPTION, "expected luck to be a whole number"),
    "an answer to nothing": ("yield me.answer(world.states[1])", EXCEPTION, "asks nothing of you; say which topic"),
    "a comparison with a code": (
        "if world.strongest() == 'S1': yield me.arm()",
        EXCEPTION,
        "compare a state",
    ),
}

WITHOUT_A_LINE = ("a returned text", "a state for an order", "orders without end", "a state in the memory")
"""What is found out only when play() is over or has been stopped."""


@pytest.mark.parametrize("what", MISTAKES)
def test_a_silly_mistake_ends_in_one_sentence_with_file_and_line(what: str, tmp_path: Path) -> None:
    body, kind, sentence = MISTAKES[what]
    with pytest.raises(BotError) as found:
        ask(written(tmp_path, f"def play(me, world):\n    {body}\n"))
    text = str(found.value)
    assert sentence in text
    assert found.value.kind == kind
    assert "\n" not in text
    assert str(tmp_path) not in text, "the folder is nobody's business"
    last = 3 if "\n" in body else 2
    place = "mybot.py: " if what in WITHOUT_A_LINE else f"mybot.py, line {last}: "
    assert text.startswith(place), text


def test_the_line_is_that_of_the_order_even_if_it_is_given_elsewhere(tmp_path: Path) -> None:
    code = """
    def idea(me):
        return me.attack(me)

    def play(me, world):
        plan = [me.arm()]
        plan.append(idea(me))
        return plan
    """
    with pytest.raises(BotError) as found:
        ask(written(tmp_path, code))
    assert found.value.line == 3


def test_an_order_that_costs_too_much_says_what_is_left(tmp_path: Path) -> None:
    code = "def play(me, world):\n    for s in me.neighbours:\n        yield me.sanction(s)\n"
    with pytest.raises(BotError, match=r"it costs \d+(\.\d)? influence and you have"):
        ask(written(tmp_path, code), influence=[0.1] * 5)


def test_orders_that_are_made_and_not_given_are_hinted_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = written(tmp_path, "def play(me, world):\n    me.arm()\n")
    assert ask(script) == ask(script) == []
    said = capsys.readouterr()
    assert said.err.count("orders were made and none was given") == 1
    assert said.out == ""


def test_what_a_bot_prints_stays_out_of_our_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = "print('loaded')\ndef play(me, world):\n    print('thinking')\n    yield me.arm()\n    print('done')\n"
    ask(written(tmp_path, code))
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "loaded\nthinking\ndone\n"
