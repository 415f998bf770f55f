"""Small games with a scripted seat."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

from game.match import BOT, DOCTRINE, Match, Seat
from game.orders.kind import Order
from game.scripting.load import load_bot
from game.scripting.scene import Desk, Scene
from game.scripting.script import Script
from game.scripting.seen import Seen
from game.storage.documents import MapDocument, Scenario
from game.storage.scenarios import read_with_map
from game.view import observe
from game.world import World, seat_seeds

STANDARD = "lab:5x3:turns=12"
TEN_LINES = """\
def play(me, world):
    rival = world.strongest(other_than=me)
    if me.can_be_beaten_by(rival):
        yield me.ally_with(rival.enemies.strongest)
        yield me.arm()
    else:
        yield me.trade_with(world.friendliest_to(me))
"""


@cache
def read(name: str) -> tuple[Scenario, MapDocument]:
    return read_with_map(name)


def begin(name: str = STANDARD, seed: int = 1, state: int = 0, turns: int | None = None) -> Match:
    """A match in which one seat waits for a bot."""
    scenario, map_document = read(name)
    seats = [Seat(DOCTRINE, each.doctrine) for each in scenario.states]
    seats[state] = Seat(BOT, "bot")
    return Match.start(scenario, map_document, seats, seed=seed, turns=turns)


def written(folder: Path, code: str, name: str = "mybot.py", *, strict: bool = True) -> Script:
    """A script with this code."""
    file = folder / name
    file.write_text(dedent(code), "utf-8")
    return load_bot(file, trust=True, strict=strict)


def ask(script: Script, state: int = 0, **changes: Any) -> list[Order]:
    """The orders of a script at the start of a game, in which some columns are changed."""
    return script(observe(begin().world.but(**changes), state), state)


def finish(match: Match, script: Script, state: int = 0) -> list[list[Order]]:
    """Play to the end; gives the state's orders turn by turn."""
    match.bots[state] = script
    given = []
    while not match.over:
        turn = match.end_turn()
        assert not [each for each in turn.refused if each[0] == state]
        given.append(turn.orders[state])
    return given


def see(world: World | None = None, state: int = 0) -> tuple[Any, Any]:
    """What play would be given: me and the world, at the start of a game unless another is named."""
    scene = Scene(observe(begin().world if world is None else world, state), state, Desk())
    return scene.me, Seen(scene)


def keyed(world: World, seed: int) -> World:
    """The same world for another game's chance."""
    return world.but(seed=seed, seat_seed=seat_seeds(seed, world.setting.ids))
