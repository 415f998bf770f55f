"""A game for one person through the window: from the title to the end, by mouse and keyboard alone."""

from pathlib import Path

import pygame
import pytest

from game.orders.kind import Order
from game.storage.codec import digest
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.seated import SeatedScreen
from game.ui.screens.end import EndScreen
from game.ui.screens.report import ReportScreen
from game.ui.screens.reveal import LONGEST, RevealScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.title import TitleScreen
from tests.ui.hands import click, ids, key_down, tap, write


def end_turn(app: GameWindow) -> None:
    """End the turn by key, answering the one question there may be."""
    key_down(app, pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    if "dialog" in ids(app):
        tap(app, pygame.K_RETURN)


def close_card(app: GameWindow) -> None:
    if "opening.close" in ids(app):
        click(app, "opening.close")


def test_from_the_title_to_a_report_a_save_and_back(director: Director, app: GameWindow) -> None:
    click(app, "play")
    assert isinstance(app.top, SeatedScreen)
    close_card(app)
    click(app, "budget.guns")
    assert director.game.match.plan(1) == [Order("budget", "guns")]
    end_turn(app)
    assert isinstance(app.top, ReportScreen)
    assert director.game.turn == 1
    assert Order("budget", "guns") in director.game.history[0].orders[1]
    tap(app, pygame.K_RETURN)
    assert isinstance(app.top, SeatedScreen)
    close_card(app)
    click(app, "menu")
    click(app, "menu.save")
    tap(app, pygame.K_RETURN)
    saved = digest(director.game.match.world)
    end_turn(app)
    assert director.game.turn == 2
    app.toasts.clear()
    tap(app, pygame.K_ESCAPE)
    click(app, "menu.load")
    assert isinstance(app.top, SavesScreen)
    click(app, next(id for id in ids(app) if id.startswith("save.The Five Crowns")))
    click(app, "load")
    assert isinstance(app.top, SeatedScreen)
    assert digest(director.game.match.world) == saved
    end_turn(app)
    assert director.game.turn == 2


def test_continue_goes_on_where_the_last_game_stopped(director: Director, app: GameWindow) -> None:
    click(app, "play")
    end_turn(app)
    before = digest(director.game.match.world)
    director.title()
    app.step()
    click(app, "continue")
    assert isinstance(app.top, SeatedScreen)
    assert digest(director.game.match.world) == before


def test_a_saved_game_goes_on_as_if_it_had_never_been_left(director: Director, app: GameWindow, folder: Path) -> None:
    click(app, "play")
    for _turn in range(3):
        end_turn(app)
        tap(app, pygame.K_RETURN)
    first = director.game
    director.title()
    click(app, "continue")
    assert [turn.orders for turn in director.game.history] == [turn.orders for turn in first.history]
    told = [[event.sentence for event in turn.events] for turn in director.game.history]
    assert told == [[event.sentence for event in turn.events] for turn in first.history]
    for table in (first, director.game):
        table.end_turn()
    assert digest(first.match.world) == digest(director.game.match.world)


def test_a_whole_game_is_played_to_its_end_by_keyboard(director: Director, app: GameWindow) -> None:
    tap(app, pygame.K_RETURN)
    for _press in range(60):
        if isinstance(app.top, EndScreen):
            break
        if isinstance(app.top, SeatedScreen):
            end_turn(app)
        else:
            tap(app, pygame.K_RETURN)
    assert isinstance(app.top, EndScreen)
    assert director.game.over
    ending = app.top.ending
    assert len(ending.results) == 5
    assert all(sum(result.parts) == pytest.approx(result.score) for result in ending.results)
    scores = [result.score for result in ending.results]
    assert scores == sorted(scores, reverse=True)
    assert [result.mine for result in ending.results].count(True) == 1
    key_down(app, pygame.K_l, "l")
    assert isinstance(app.top, ReportScreen)
    assert app.top.page == "log"
    tap(app, pygame.K_RETURN)
    tap(app, pygame.K_RETURN)
    assert isinstance(app.top, EndScreen), "one Enter too many starts no new game"
    key_down(app, pygame.K_p, "p")
    assert isinstance(app.top, SeatedScreen)
    assert director.game.turn == 0


def test_where_the_epilogue_begins_one_line_says_that_no_more_orders_are_taken(
    director: Director, app: GameWindow
) -> None:
    click(app, "play")
    notices = []
    while not isinstance(app.top, EndScreen):
        if isinstance(app.top, SeatedScreen):
            end_turn(app)
        else:
            assert isinstance(app.top, ReportScreen)
            notices.append(app.top.notice)
            tap(app, pygame.K_RETURN)
    said = [notice for notice in notices if notice]
    years = director.game.match.world.setting.epilogue
    assert said == [f"The last orders are given: all runs on by itself for {years} years, then the game is scored."]


def test_the_last_report_is_at_hand_while_planning(director: Director, app: GameWindow) -> None:
    click(app, "play")
    close_card(app)
    click(app, "tool.report")
    assert isinstance(app.top, SeatedScreen), "nothing has happened yet"
    end_turn(app)
    tap(app, pygame.K_RETURN)
    close_card(app)
    click(app, "tool.report")
    assert isinstance(app.top, ReportScreen)
    tap(app, pygame.K_ESCAPE)
    assert isinstance(app.top, SeatedScreen)


def test_a_headline_is_shown_on_the_map(director: Director, app: GameWindow) -> None:
    click(app, "play")
    end_turn(app)
    report = app.top
    assert isinstance(report, ReportScreen)
    key_down(app, pygame.K_m, "m")
    assert isinstance(app.top, SeatedScreen)
    shown = app.top.dealing.state
    actors = report.report.headlines[0].actors
    assert shown in actors or set(actors) == {1}


def test_the_reveal_takes_at_most_six_seconds_and_any_key_ends_it(director: Director, app: GameWindow) -> None:
    app.preferences = type(app.preferences)(reduce_motion=False)
    click(app, "play")
    end_turn(app)
    assert isinstance(app.top, RevealScreen)
    assert app.top.length <= LONGEST
    waited = 0.0
    while isinstance(app.top, RevealScreen):
        app.step(0.1)
        waited += 0.1
        assert waited <= LONGEST + 0.2
    tap(app, pygame.K_RETURN)
    end_turn(app)
    assert isinstance(app.top, RevealScreen)
    key_down(app, pygame.K_x, "x")
    assert isinstance(app.top, ReportScreen)


def test_leaving_keeps_the_orders_planned_and_they_are_there_tomorrow(director: Director, app: GameWindow) -> None:
    click(app, "play")
    close_card(app)
    click(app, "budget.guns")
    assert director.game.unsaved
    click(app, "menu")
    click(app, "menu.title")
    assert isinstance(app.top, TitleScreen)
    click(app, "continue")
    assert isinstance(app.top, SeatedScreen)
    assert director.game.match.plan(1) == [Order("budget", "guns")]
    assert not director.game.unsaved


def test_a_set_up_game_has_the_seats_that_were_chosen(director: Director, app: GameWindow) -> None:
    click(app, "new")
    click(app, "seat.avar")
    click(app, "option.jackal")
    click(app, "seat.doria")
    click(app, "option.person")
    click(app, "turns.more")
    click(app, "start")
    seats = [(seat.kind, seat.name) for seat in director.game.match.seats]
    assert seats[0] == ("doctrine", "jackal")
    assert [kind for kind, _name in seats].index("person") == 3
    assert director.game.match.turns == 13


def test_the_usual_length_keeps_its_open_end(director: Director, app: GameWindow) -> None:
    click(app, "new")
    click(app, "start")
    assert director.game.match.turns is None


def test_opponents_alone_are_watched_to_the_end(director: Director, app: GameWindow) -> None:
    click(app, "new")
    click(app, "seat.avar")
    click(app, "option.balancer")
    click(app, "start")
    for _press in range(40):
        if isinstance(app.top, EndScreen):
            break
        assert isinstance(app.top, ReportScreen)
        tap(app, pygame.K_RETURN)
    assert isinstance(app.top, EndScreen)


def test_a_narrow_window_shows_the_annals_in_place_of_the_scores(director: Director, app: GameWindow) -> None:
    click(app, "play")
    while not director.game.over:
        director.game.end_turn()
    director.next()
    app.resize((1024, 600))
    app.step()
    assert isinstance(app.top, EndScreen)
    first = app.top.ending.annals[0][1]
    shown = lambda: [getattr(each, "text", "") for each in app.top.tree().walk()] if app.top else []  # noqa: E731
    assert first not in shown()
    key_down(app, pygame.K_a, "a")
    assert first in shown()
    click(app, "annals.turn")
    assert first not in shown()
    app.resize((1366, 768))
    app.step()
    assert first in shown()
    assert "annals.turn" not in ids(app)


def test_playing_again_lays_the_same_table_anew(director: Director, app: GameWindow) -> None:
    click(app, "play")
    seats = list(director.game.match.seats)
    while not director.game.over:
        director.game.end_turn()
    director.next()
    app.step()
    click(app, "again")
    assert director.game.turn == 0
    assert director.game.match.seats == seats


def test_the_log_is_searched_and_filtered(director: Director, app: GameWindow) -> None:
    click(app, "play")
    for turn in range(8):
        end_turn(app)
        if turn < 7:
            tap(app, pygame.K_RETURN)
    assert isinstance(app.top, ReportScreen)
    whole = len(app.top.report.log)
    assert whole > 8
    click(app, "page.log")
    word = app.top.report.log[0].faces[0].name.lower()
    click(app, "search")
    write(app, word)
    rows = [id for id in ids(app) if id.startswith("log.")]
    holding = [line for line in app.top.report.log if word in line.sentence.lower()]
    assert len(rows) == len(holding) <= whole
    click(app, "theme.word")
    rows = [id for id in ids(app) if id.startswith("log.")]
    assert len(rows) == sum(line.theme == "word" for line in holding)
