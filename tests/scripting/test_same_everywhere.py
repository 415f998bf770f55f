"""The same seed gives the same orders: twice, in another process, under another hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.scripting.load import shipped_bots

from .games import begin, finish, keyed, see, written

RESTLESS = """
def play(me, world):
    picks = {me.random.choice(me.options()) for _ in range(6)}          # sets of orders, states and
    friends = {s for s in world.states} & set(me.neighbours)              # regions, in whatever order
    me.memory["seen"] = [s.code for s in friends] + [r.id for r in set(world.regions)][:3]
    plan = [order for order in picks if order.kind != "attack"]
    me.random.shuffle(plan)
    for order in plan:
        if me.can(order):
            yield order
"""
PROGRAM = """
import sys
from pathlib import Path
from tests.scripting.games import begin, finish, written
for code in map(Path, sys.argv[2:]):
    script = written(Path(sys.argv[1]), code.read_text("utf-8"), code.name)
    for orders in finish(begin("lab:4x3:turns=5", seed=9), script):
        print([(o.kind, o.choice, o.target, o.shares) for o in orders])
    print(script.memory(0))
"""


def run(folder: Path, files: list[Path], hash_seed: str) -> str:
    """Play each file in a process of its own; gives all that was ordered and remembered."""
    root = Path(__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), *map(str, files)],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout


def test_orders_are_the_same_in_other_processes_and_under_other_hash_seeds(tmp_path: Path) -> None:
    restless = tmp_path / "restless.py"
    restless.write_text(RESTLESS)
    played = tmp_path / "played"
    played.mkdir()
    files = [restless, *shipped_bots().values()]
    one, two = run(played, files, "1"), run(played, files, "4242")
    assert one == two
    assert len(one.splitlines()) > 20


@pytest.mark.parametrize("name", shipped_bots())
def test_the_same_game_twice_gives_the_same_orders(name: str, tmp_path: Path) -> None:
    code = shipped_bots()[name].read_text("utf-8")
    games = [finish(begin("lab:4x3:turns=6", seed=2), written(tmp_path, code)) for _ in range(2)]
    assert games[0] == games[1]


def test_chance_differs_between_games_seats_and_turns_and_in_nothing_else() -> None:
    world = begin().world
    draws = {
        "as it is": see(world)[0].random.random(),
        "another seat": see(world, 1)[0].random.random(),
        "another turn": see(world.but(turn=1))[0].random.random(),
        "another game": see(keyed(world, 99))[0].random.random(),
    }
    assert len(set(draws.values())) == 4
    assert see(world.but(seed=99))[0].random.random() == draws["as it is"], "the game's own seed is not used"


def test_chance_is_the_same_on_every_machine() -> None:
    world = keyed(begin().world, 12345)
    assert [see(world)[0].random.randrange(1000) for _ in range(2)] == [FIRST_DRAW] * 2


FIRST_DRAW = 858
"""What `randrange(1000)` gives first for seed 12345, turn 0, the first state of a laboratory scenario."""
