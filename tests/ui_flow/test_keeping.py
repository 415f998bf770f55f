"""Saves through the window: nothing is lost when one fails, and a damaged one is refused in one sentence."""

from pathlib import Path

import pygame
import pytest

from game.keeping import keep, resume, verify
from game.match import Seat
from game.orders.kind import Order
from game.storage import saves
from game.storage.codec import digest
from game.storage.files import FileError
from game.storage.scenarios import read_with_map
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.seated import SeatedScreen
from game.ui.flow.table import Table
from game.ui.screens.saves import SavesScreen
from tests.ui.hands import click, ids, tap, write

from .test_game import close_card, end_turn


def block(folder: Path) -> None:
    """Make every write in the folder fail for real: its lock is a folder, which no program can open to write."""
    lock = folder / ".counterpoise.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()


def test_a_failed_save_leaves_game_and_file_as_they_were(director: Director, app: GameWindow, folder: Path) -> None:
    click(app, "play")
    close_card(app)
    click(app, "budget.guns")
    before = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    assert before
    block(folder)
    click(app, "menu")
    click(app, "menu.save")
    click(app, "save")
    assert "name" in ids(app), "the dialog stays and says why"
    assert "lost" in app.top.wrong  # type: ignore[union-attr]
    click(app, "cancel")
    assert isinstance(app.top, SeatedScreen)
    assert director.game.match.plan(1) == [Order("budget", "guns")]
    assert {path.name: path.read_bytes() for path in folder.glob("*.json")} == before


def test_a_failed_autosave_is_told_and_the_game_goes_on(director: Director, app: GameWindow, folder: Path) -> None:
    click(app, "play")
    block(folder)
    end_turn(app)
    assert director.game.turn == 1
    assert any(toast.kind == "bad" for toast in app.toasts)
    assert director.game.unsaved
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.step()
    assert "leave.yes" in ids(app), "the window asks before the turn is lost"


def test_a_damaged_save_is_listed_and_refused(director: Director, app: GameWindow, folder: Path) -> None:
    click(app, "play")
    path = director.game.save("my game")
    path.write_bytes(path.read_bytes().replace(b'"seed"', b'"sead"', 1))
    damaged = path.read_bytes()
    director.title()
    app.step()
    click(app, "load")
    assert isinstance(app.top, SavesScreen)
    row = next(row for row in app.top.rows if row.damaged)
    click(app, f"save.{row.name}")
    click(app, "load")
    assert isinstance(app.top, SavesScreen), "a damaged game does not open"
    director.lobby.load(path)
    sentence = app.toasts[-1].text
    assert "damaged" in sentence and "\n" not in sentence
    assert path.read_bytes() == damaged


def test_a_deleted_save_is_gone(director: Director, app: GameWindow, folder: Path) -> None:
    click(app, "play")
    path = director.game.save("my game")
    director.title()
    app.step()
    click(app, "load")
    click(app, f"save.{path.name}")
    tap(app, pygame.K_DELETE)
    click(app, "delete.yes")
    assert not path.exists()


def test_saving_over_another_game_is_said_first(director: Director, app: GameWindow) -> None:
    click(app, "play")
    director.game.save("taken")
    director.title()
    app.step()
    saves._seen.clear()  # another run of the program wrote it
    click(app, "play")
    close_card(app)
    click(app, "menu")
    click(app, "menu.save")
    tap(app, *[pygame.K_BACKSPACE] * 40)
    write(app, "taken")
    assert app.top.replaces  # type: ignore[union-attr]
    click(app, "save")
    assert isinstance(app.top, SeatedScreen)


def test_a_game_is_kept_at_its_very_start(director: Director, app: GameWindow) -> None:
    click(app, "play")
    match = director.game.match
    saved = keep(match)
    assert saved.past == []
    assert digest(resume(saved).world) == digest(match.world)
    assert verify(saved) == []


def test_a_turn_that_comes_out_otherwise_is_found(director: Director, app: GameWindow) -> None:
    click(app, "play")
    for _turn in range(4):
        director.game.end_turn()
    saved = keep(director.game.match)
    assert verify(saved) == []
    guns = Order("budget", "guns")
    state, orders = next((k, row) for k, row in enumerate(saved.past[2].orders) if guns not in row)
    orders[:] = [order for order in orders if order.kind != "budget"] + [guns]
    assert saved.past[2].orders[state] is orders
    assert verify(saved)[0] == 3


def test_a_game_with_a_script_that_nobody_trusts_is_refused_in_one_sentence(tmp_path: Path) -> None:
    script = tmp_path / "mybot.py"
    script.write_text("def play(me, world):\n    return me.arm()\n", encoding="utf-8")
    scenario, chart = read_with_map("five-crowns")
    seats = [Seat("bot", str(script)), Seat("person"), *[Seat("doctrine", "hold")] * 3]
    table = Table.lay(scenario, chart, seats, seed=7, folder=tmp_path, trust=True)
    path = table.save("with a bot")
    with pytest.raises(FileError, match="--trust"):
        Table.load(path, tmp_path)
    assert Table.load(path, tmp_path, trust=True).match.bots.keys() == {0}


def test_a_script_s_mistake_at_the_table_costs_nobody_else_the_game(tmp_path: Path) -> None:
    script = tmp_path / "mybot.py"
    script.write_text("def play(me, world):\n    return 1 / 0\n", encoding="utf-8")
    scenario, chart = read_with_map("five-crowns")
    seats = [Seat("bot", str(script)), Seat("person"), *[Seat("doctrine", "hold")] * 3]
    table = Table.lay(scenario, chart, seats, seed=7, folder=tmp_path, trust=True)
    for turn in range(1, 5):
        table.match.end_turn()
        assert int(table.match.world.turn) == turn
