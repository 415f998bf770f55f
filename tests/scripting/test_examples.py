"""The bots that come with the game, and the ten lines of the README."""

import ast
from pathlib import Path

import numpy as np
import pytest

from game.scripting.load import load_bot, shipped_bots
from game.scripting.script import ILLEGAL

from .games import TEN_LINES, begin, finish, written

SHORT = {"europe-1900": 6, "five-crowns": 10, "lab:4x3:turns=10": 10, "lab:4x3:turns=12:level=full": 12}


@pytest.mark.parametrize("seed", range(20))
def test_the_ten_lines_of_the_readme_play_to_the_end_while_every_fault_stops_them(seed: int, tmp_path: Path) -> None:
    for name in ("europe-1900", "five-crowns", "lab:5x3:turns=20"):
        script = written(tmp_path, TEN_LINES, f"ten{seed}.py")
        given = finish(begin(name, seed, state=seed % 4), script, seed % 4)
        assert any(given) or name == "five-crowns", "foundations knows no trade"
        assert set(script.counts) <= {"nothing to do"}


def test_the_example_is_the_ten_lines_with_comments() -> None:
    tree = ast.parse(shipped_bots()["example"].read_text("utf-8"))
    assert ast.dump(ast.Module(tree.body[1:], [])) == ast.dump(ast.parse(TEN_LINES))


@pytest.mark.parametrize("name", shipped_bots())
def test_a_shipped_bot_plays_twenty_games_without_a_refused_order(name: str) -> None:
    for seed in range(20):
        scenario = list(SHORT)[seed % 4] if seed < 4 or name != "schemer" else "lab:3x2:turns=5"
        turns = None if scenario.startswith("lab:") else SHORT[scenario]
        match = begin(scenario, seed, state=seed % 3, turns=turns)
        script = load_bot(name, trust=False)
        finish(match, script, seed % 3)
        assert script.counts[ILLEGAL] == 0


def test_the_diplomat_uses_what_level_full_has() -> None:
    """Over some games it keeps an aim, reforms, closes access, moves and votes in the congress, signs in secret."""
    given = set()
    for seed in range(12, 24):
        match = begin("lab:5x3:turns=20:level=full", seed)
        match.world = match.world.but(influence=np.full(5, 6.0))
        orders = finish(match, load_bot("diplomat", trust=False))
        given |= {(order.kind, order.choice) for turn in orders for order in turn}
    kinds = {kind for kind, _choice in given}
    assert {"aim", "reform", "access", "congress"} <= kinds
    assert {("ally", "secret"), ("answer", "vote_yes")} <= given


def test_shipped_bots_act_in_different_ways() -> None:
    games = {name: finish(begin(seed=4), load_bot(name, trust=False)) for name in shipped_bots()}
    assert games["example"] != games["cautious"] != games["schemer"]


def test_shipped_bots_open_with_what_they_are() -> None:
    for path in shipped_bots().values():
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path.name
