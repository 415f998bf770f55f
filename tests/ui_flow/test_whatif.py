"""What if, at the timeline: asked by mouse and keys, played on while the window lives, cancelled, and told."""

import pygame
import pytest

from game.foresight.whatif import happened
from game.match import PERSON, Match, Seat, Turn
from game.orders.kind import Order
from game.storage.scenarios import read_with_map
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.openings import seated
from game.ui.flow.supposing import Supposing
from game.ui.flow.table import Table
from game.ui.screens.timeline import TimelineScreen
from game.ui.screens.whatif import Verdict
from tests.ui.hands import click, ids, key_down, tap
from tests.ui_play.test_secrets import with_other_secrets

GAMES = 8


@pytest.fixture
def over(director: Director) -> Table:
    """A game of five crowns that a person has finished, playing the second, who armed."""
    scenario, land = read_with_map("five-crowns")
    table = Table.lay(scenario, land, seated(scenario, 1), seed=7, folder=director.lobby.folder)
    while not table.over:
        table.match.give(1, Order("budget", "guns"))
        table.end_turn()
    director.table = table
    return table


@pytest.fixture
def running(director: Director) -> Table:
    """A game of five crowns in its sixth turn, in which the person armed."""
    scenario, land = read_with_map("five-crowns")
    table = Table.lay(scenario, land, seated(scenario, 1), seed=7, folder=director.lobby.folder)
    for _turn in range(5):
        table.match.give(1, Order("budget", "guns"))
        table.end_turn()
    director.table = table
    return table


def opened(director: Director, app: GameWindow) -> tuple[TimelineScreen, Supposing]:
    director.finish() if director.game.over else director.sit(1)
    app.step()
    director.timeline()
    screen = app.top
    assert isinstance(screen, TimelineScreen)
    assert isinstance(screen.supposed, Supposing)
    screen.supposed.games = GAMES
    app.step()
    return screen, screen.supposed


def played(app: GameWindow, supposed: Supposing) -> Verdict:
    for _frame in range(2000):
        if supposed.progress is None:
            break
        app.step(0.03)
    assert supposed.verdict is not None
    return supposed.verdict


def choose(app: GameWindow, what: str, key: str) -> None:
    click(app, f"whatif.{what}")
    click(app, f"option.{key}")


def test_a_question_is_asked_answered_and_put_away_by_mouse(director: Director, app: GameWindow, over: Table) -> None:
    screen, supposed = opened(director, app)
    screen.go(3)
    click(app, "whatif")
    assert screen.asking and screen.turn == 3
    choose(app, "state", "0")
    order = next(str(k) for k, each in enumerate(over.history[3].orders[0]) if each.kind != "declare")
    choose(app, "given", order)
    choose(app, "verb", "budget butter")
    click(app, "whatif.start")
    assert supposed.progress is not None
    verdict = played(app, supposed)
    assert verdict.games == GAMES
    assert {fan.face.code for fan in verdict.fans} == {"AV"}
    assert "whatif.instead" in ids(app)
    click(app, "whatif.start")
    assert played(app, supposed).games == 2 * GAMES
    click(app, "whatif.instead")
    assert supposed.verdict is None and "whatif.verb" in ids(app)
    click(app, "whatif.close")
    assert not screen.asking and app.top is screen


def test_keys_open_it_and_escape_first_puts_it_away(director: Director, app: GameWindow, over: Table) -> None:
    screen, _supposed = opened(director, app)
    key_down(app, pygame.K_w, "w")
    assert screen.asking
    assert over.history[screen.turn].before.turn < over.match.world.last_turn, "no orders were given later"
    tap(app, pygame.K_ESCAPE)
    assert not screen.asking and app.top is screen
    tap(app, pygame.K_ESCAPE)
    assert app.top is not screen


def test_the_window_lives_while_games_are_played_and_cancel_leaves_them(
    director: Director, app: GameWindow, over: Table
) -> None:
    screen, supposed = opened(director, app)
    supposed.games = 400
    screen.go(1)
    click(app, "whatif")
    supposed.pick("given", "0")
    screen.refresh()
    click(app, "whatif.start")
    parts = []
    for _frame in range(4):
        app.step(0.03)
        assert supposed.progress is not None
        parts.append(supposed.progress)
    assert parts == sorted(parts) and parts[-1] > parts[0]
    click(app, "whatif.cancel")
    assert supposed.progress is None and supposed.verdict is None
    assert "whatif.start" in ids(app)


def test_on_a_narrow_window_a_chart_takes_the_place_of_the_question(
    director: Director, app: GameWindow, over: Table
) -> None:
    app.resize((1024, 600))
    screen, _supposed = opened(director, app)
    key_down(app, pygame.K_w, "w")
    assert "lanes" not in ids(app) and "whatif.verb" in ids(app)
    click(app, "lens.arms")
    assert "lanes" in ids(app) and not screen.asking


def test_another_turn_asks_another_question(director: Director, app: GameWindow, over: Table) -> None:
    screen, supposed = opened(director, app)
    screen.go(2)
    screen.ask()
    supposed.pick("given", "0")
    supposed.start()
    key_down(app, pygame.K_RIGHT)
    assert supposed.turn == screen.turn == 3
    assert supposed.progress is None


def test_it_cannot_be_played_on_before_something_is_changed(
    director: Director, app: GameWindow, running: Table
) -> None:
    screen, supposed = opened(director, app)
    screen.go(2)
    screen.ask()
    supposed.pick("given", "none")
    assert supposed.why_not
    screen.refresh()
    click(app, "whatif.start")
    assert supposed.progress is None
    supposed.pick("verb", "budget butter")
    assert supposed.why_not, "butter cannot stand beside guns"


def test_while_the_game_runs_only_ones_own_orders_are_offered(
    director: Director, app: GameWindow, running: Table
) -> None:
    screen, supposed = opened(director, app)
    screen.go(2)
    click(app, "whatif")
    assert "whatif.state" not in ids(app)
    assert supposed.face.code == running.faces[1].code
    assert supposed.picks["given"].options[0][1].startswith("Guns")


def test_in_a_shared_game_nobody_asks_from_outside(director: Director, app: GameWindow) -> None:
    scenario, land = read_with_map("five-crowns")
    table = Table.lay(scenario, land, seated(scenario, 2), seed=7, folder=director.lobby.folder)
    table.end_turn()
    assert Supposing(table, None).shut
    assert Supposing(table, table.people[0]).shut is None


def test_before_the_first_turn_there_is_nothing_to_ask_about(director: Director) -> None:
    scenario, land = read_with_map("five-crowns")
    table = Table.lay(scenario, land, seated(scenario, 1), seed=7, folder=director.lobby.folder)
    assert Supposing(table, 1).shut


def verdict(table: Table, turn: int) -> Verdict:
    supposed = Supposing(table, 1)
    supposed.games = GAMES
    supposed.at(turn)
    supposed.pick("given", "0")
    supposed.start()
    while supposed.work():
        pass
    assert supposed.verdict is not None
    return supposed.verdict


def test_nothing_hidden_changes_the_panel_while_the_game_runs(running: Table) -> None:
    before = verdict(running, 2)
    for turn in running.match.history:
        turn.before = with_other_secrets(turn.before, 1)
        turn.orders = [row if k == 1 else [] for k, row in enumerate(turn.orders)]
    running.match.world = with_other_secrets(running.match.world, 1)
    assert verdict(running, 2) == before


def test_the_same_question_is_answered_the_same_after_a_load(over: Table) -> None:
    over.save("asked")
    path = over.save("asked again")
    assert verdict(Table.load(path, over.folder), 4) == verdict(over, 4)


def test_the_column_of_this_game_tells_what_happened(over: Table) -> None:
    rows = {row.what: row for row in verdict(over, 4).outcomes}
    worlds = [turn.before for turn in over.history[4:]] + [over.match.world]
    run = happened(worlds)
    assert rows["States lost"].happened == str(int((~over.match.world.alive).sum()))
    assert rows["Wars begun"].happened == str(int(run.attacks[0]))
    score = over.match.scores()[over.faces[1].code]
    name = over.faces[1].called
    assert rows[f"{name}’s score"].happened == f"{score:.1f}"


def test_whom_a_person_played_is_led_by_its_doctrine_and_it_is_said(over: Table) -> None:
    supposed = Supposing(over, 1)
    supposed.at(2)
    assert over.faces[1].name in supposed.note
    assert over.match.seats[1].kind == PERSON


def test_seats_and_turns_of_the_record_stay_as_they_are(over: Table) -> None:
    match = over.match
    before: tuple[list[Seat], list[Turn], object] = (list(match.seats), list(match.history), match.world)
    verdict(over, 3)
    assert (match.seats, match.history, match.world) == before
    assert isinstance(match, Match)
