"""Several people at one screen: the curtain between them, seats handed over and taken back, nothing shown to others."""

import numpy as np
import pygame
import pytest

from game.match import Turn
from game.orders.kind import Order
from game.phases.land import bury
from game.ui.flow.chairs import ChairsScreen
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import IDLE, GameWindow
from game.ui.flow.seated import SeatedScreen
from game.ui.screens.curtain import HOLD, CurtainScreen
from game.ui.screens.report import ReportScreen
from game.ui.screens.setup import PERSON, Plan
from tests.ui.hands import click, ids, key_down, key_up, tap

from .test_game import close_card, end_turn

BOTH = Plan("five-crowns", 12, "foundations", 7, {"brenmark": PERSON, "doria": PERSON}, {"brenmark": "Ada"})


def hold(app: GameWindow) -> None:
    """Open a curtain by holding Space."""
    assert isinstance(app.top, CurtainScreen)
    key_down(app, pygame.K_SPACE)
    app.step(HOLD + 0.1)
    key_up(app, pygame.K_SPACE)


@pytest.fixture
def two(director: Director, app: GameWindow) -> Director:
    """Ada plays Brenmark, somebody else Doria; the curtain is down before the first seat."""
    director.lobby.start(BOTH)
    app.step()
    return director


def test_hotseat_is_set_up_by_mouse(director: Director, app: GameWindow) -> None:
    click(app, "hotseat")
    click(app, "start")
    assert isinstance(app.top, CurtainScreen)
    assert len(director.game.people) == 2


def test_the_curtain_stands_between_any_two_seats(two: Director, app: GameWindow) -> None:
    assert isinstance(app.top, CurtainScreen)
    assert app.top.seat.state == "Brenmark"
    hold(app)
    assert isinstance(app.top, SeatedScreen)
    assert two.sitting == 1
    end_turn(app)
    assert isinstance(app.top, CurtainScreen)
    assert app.top.seat.state == "Doria"
    assert two.game.turn == 0
    hold(app)
    end_turn(app)
    assert two.game.turn == 1
    assert isinstance(app.top, ReportScreen)


def test_the_report_to_all_is_public_and_each_seat_gets_its_own(two: Director, app: GameWindow) -> None:
    for _seat in range(2):
        hold(app)
        end_turn(app)
    assert isinstance(app.top, ReportScreen)
    assert not any(line.secret for line in app.top.report.log)
    tap(app, pygame.K_RETURN)
    hold(app)
    assert isinstance(app.top, ReportScreen), "what the turn brought to this seat comes first"
    assert "Brenmark" in app.top.report.reader
    tap(app, pygame.K_RETURN)
    assert isinstance(app.top, SeatedScreen)


def test_seats_sit_down_in_any_order(two: Director, app: GameWindow) -> None:
    key_down(app, pygame.K_s, "s")
    assert isinstance(app.top, ChairsScreen)
    click(app, "sit.3")
    assert isinstance(app.top, CurtainScreen)
    assert app.top.seat.state == "Doria"
    hold(app)
    end_turn(app)
    assert isinstance(app.top, CurtainScreen)
    assert app.top.seat.state == "Brenmark"


def test_the_curtain_looks_the_same_whatever_was_planned(two: Director, app: GameWindow) -> None:
    frames = []
    for plan in ([], [Order("budget", "guns"), Order("ally", "pact", 3)]):
        two.game.match.plans = {1: list(plan)}
        two.curtain(3)
        frames.append(pygame.image.tobytes(app.frame(), "RGB"))
    assert frames[0] == frames[1]


def test_the_curtain_looks_the_same_whatever_the_world_is(director: Director, app: GameWindow) -> None:
    frames = []
    for seed in (7, 8):
        director.lobby.start(Plan("five-crowns", 12, "foundations", seed, BOTH.seats, BOTH.names))
        for _turn in range(seed - 7):
            director.game.end_turn()
        app.toasts.clear()
        director.curtain(3)
        frames.append(pygame.image.tobytes(app.frame(), "RGB"))
    assert frames[0] == frames[1]


def test_the_curtain_falls_when_the_window_loses_the_keyboard(two: Director, app: GameWindow) -> None:
    hold(app)
    close_card(app)
    click(app, "budget.guns")
    click(app, "menu")
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    app.step()
    assert isinstance(app.top, CurtainScreen)
    assert len(app.stack) == 1
    assert two.game.match.plan(1) == [Order("budget", "guns")]
    hold(app)
    assert isinstance(app.top, SeatedScreen)
    assert two.game.match.plan(1) == [Order("budget", "guns")]


def test_what_was_said_to_a_seat_does_not_stay_on_the_curtain(two: Director, app: GameWindow) -> None:
    two.curtain(1)
    bare = pygame.image.tobytes(app.frame(), "RGB")
    two.sit(1)
    app.toast("Only 3 initiatives a turn.", "bad")
    two.cover()
    assert pygame.image.tobytes(app.frame(), "RGB") == bare


def test_the_curtain_falls_when_nobody_touches_anything(two: Director, app: GameWindow) -> None:
    hold(app)
    for _tenth in range(11):
        app.step(IDLE / 10)
    assert isinstance(app.top, CurtainScreen)


def test_a_person_alone_is_never_behind_a_curtain(director: Director, app: GameWindow) -> None:
    click(app, "play")
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    app.step()
    assert isinstance(app.top, SeatedScreen)


def test_an_absent_seat_is_played_by_an_opponent_and_taken_back(two: Director, app: GameWindow) -> None:
    key_down(app, pygame.K_c, "c")
    assert len(two.game.people) == 2  # one key gives nothing away
    click(app, "give.opponent")
    assert isinstance(app.top, SeatedScreen), "the only person left needs no curtain"
    assert two.sitting == 3
    end_turn(app)
    assert two.game.turn == 1, "nobody waits for a seat that an opponent plays"
    assert two.game.history[0].orders[1], "the opponent gave it orders"
    two.seats.show()
    click(app, "take.1")
    assert two.game.people == [1, 3]
    assert two.game.seat(1).player == "Ada"
    click(app, "sit.1")
    hold(app)
    assert two.sitting == 1


def test_the_last_person_alive_plays_on_without_a_curtain(
    two: Director, app: GameWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(app)
    end_turn(app)
    hold(app)
    match, resolve = two.game.match, two.game.match.end_turn

    def fatal_turn() -> Turn:
        turn = resolve()
        match.world = bury(match.world, np.arange(match.world.n) == 3)
        return turn

    monkeypatch.setattr(match, "end_turn", fatal_turn)
    end_turn(app)
    assert two.game.people == [1]
    assert isinstance(app.top, ReportScreen)
    assert not any(line.secret for line in app.top.report.log), "the other still sits at the screen"
    tap(app, pygame.K_RETURN)
    assert isinstance(app.top, ReportScreen)
    assert "Brenmark" in app.top.report.reader
    tap(app, pygame.K_RETURN)
    assert isinstance(app.top, SeatedScreen)
    two.cover()
    assert isinstance(app.top, SeatedScreen)


def test_no_seat_sees_offers_between_others(two: Director, app: GameWindow) -> None:
    from game.ui.flow.telling import report_of

    while not two.game.over:
        two.game.end_turn()
    hidden = 0
    for index, turn in enumerate(two.game.history):
        for reader in (None, 1, 3):
            told = {line.sentence for line in report_of(two.game, index, reader).log if line.turn == index}
            secret = {e.sentence for e in turn.events if not e.known_to(reader)}
            known = {e.sentence for e in turn.events if e.known_to(reader)}
            assert told == known
            hidden += len(secret - known)
    assert hidden > 0, "the game had secrets to keep"


def test_esc_does_not_open_a_curtain(two: Director, app: GameWindow) -> None:
    tap(app, pygame.K_ESCAPE)
    assert isinstance(app.top, CurtainScreen)
    assert "emblem" in ids(app)
