"""A shared table: PINs, clocks, caretakers, and the voice of a state that is no more."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.orders.kind import Order
from game.orders.options import axis
from game.phases.land import bury
from game.scripting.caretaker import CARETAKER
from game.ui.flow import openings
from game.ui.flow.chairs import ChairsScreen
from game.ui.flow.clock import TALK, Clock
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.pins import PinDialog
from game.ui.flow.recovering import KeyAsked
from game.ui.flow.seated import SeatedScreen
from game.ui.flow.table import Table
from game.ui.flow.talk import TalkScreen
from game.ui.flow.voice import VoiceScreen
from game.ui.labels import Label
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.report import ReportScreen
from tests.ui.hands import click, ids, key_down, tap, write
from tests.worlds import start

from .test_game import close_card, end_turn
from .test_hotseat import BOTH, hold

GUNS = Order("budget", "guns")


@pytest.fixture
def two(director: Director, app: GameWindow) -> Director:
    director.lobby.start(BOTH)
    app.step()
    return director


def timed(director: Director, app: GameWindow, clock: int, talk: int = 0) -> None:
    director.lobby.start(replace(BOTH, clock=clock, talk=talk))
    app.step()


def lock(app: GameWindow, pin: str = "2718") -> None:
    """Give the seat that sits a PIN, by the menu, and do without a recovery key."""
    close_card(app)
    click(app, "menu")
    click(app, "menu.pin")
    if "recovery.none" in ids(app):
        click(app, "recovery.none")
    write(app, pin)
    write(app, pin)


# --- PIN


def test_a_pin_is_asked_for_at_the_curtain(two: Director, app: GameWindow) -> None:
    hold(app)
    lock(app)
    two.cover()
    hold(app)
    assert isinstance(app.top, CurtainScreen), "without the PIN it stays shut"
    write(app, "2718")
    hold(app)
    assert isinstance(app.top, SeatedScreen)


def test_two_different_pins_are_not_taken(two: Director, app: GameWindow) -> None:
    hold(app)
    close_card(app)
    click(app, "menu")
    click(app, "menu.pin")
    click(app, "recovery.none")
    write(app, "2718")
    write(app, "2719")
    assert not two.game.locks.has(1)
    assert "pin.remove" in ids(app), "it asks again"


def test_a_pin_can_be_removed(two: Director, app: GameWindow) -> None:
    hold(app)
    lock(app)
    click(app, "menu")
    click(app, "menu.pin")
    click(app, "recovery.none")
    click(app, "pin.remove")
    assert not two.game.locks.has(1)


def test_planned_orders_of_a_seat_with_a_pin_are_not_in_the_clear(two: Director, app: GameWindow) -> None:
    hold(app)
    lock(app)
    click(app, "budget.guns")
    end_turn(app)
    hold(app)
    close_card(app)
    click(app, "budget.butter")
    path = two.game.save("locked")
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    assert "BR" not in data["plans"], "Brenmark's are sealed"
    assert data["plans"]["DO"][0]["choice"] == "butter", "without a PIN they are open to an editor"
    assert "guns" not in json.dumps(data["table"])
    assert "2718" not in path.read_text(encoding="utf-8")


def test_sealed_orders_come_back_with_the_pin_and_only_then(two: Director, app: GameWindow) -> None:
    hold(app)
    lock(app)
    click(app, "budget.guns")
    path = two.game.save("locked")
    two.lobby.load(path)
    app.step()
    assert two.game.match.plan(1) == []
    again = two.game.save("locked again")
    two.lobby.load(again)
    app.step()
    write(app, "1111")
    hold(app)
    assert two.game.match.plan(1) == []
    write(app, "2718")
    hold(app)
    assert isinstance(app.top, SeatedScreen)
    assert two.game.match.plan(1) == [GUNS]


def test_a_sealed_plan_that_was_altered_is_dropped(two: Director, app: GameWindow, folder: Path) -> None:
    hold(app)
    lock(app)
    click(app, "budget.guns")
    table = two.game
    record = table.locks.record(0, 0)
    text = record.sealed[1]
    record.sealed[1] = ("0" if text[0] != "0" else "1") + text[1:]
    opened = type(table.locks)(table.match, record)
    table.match.plans.clear()
    assert opened.opens(1, "2718")
    assert table.match.plan(1) == []


def test_a_forgotten_pin_goes_with_the_seat_that_is_handed_over(two: Director, app: GameWindow) -> None:
    hold(app)
    lock(app)
    two.cover()
    key_down(app, pygame.K_c, "c")
    click(app, "give.yes")
    two.game.take(1)
    assert not two.game.locks.has(1)


# --- the recovery key


def recovery_key(app: GameWindow) -> str:
    """Let the first seat take a PIN, and return the key that the teacher writes down before."""
    close_card(app)
    click(app, "menu")
    click(app, "menu.pin")
    click(app, "recovery.show")
    shown = app.top.find("recovery.key")
    assert isinstance(shown, Label)
    click(app, "recovery.done")
    write(app, "2718")
    write(app, "2718")
    return shown.text


def ask_for_key(app: GameWindow, written: str) -> None:
    """Type the recovery key at the curtain."""
    key_down(app, pygame.K_f, "f")
    write(app, written)
    tap(app, pygame.K_RETURN)


def test_the_recovery_key_opens_a_seat_with_its_plan_after_a_save(two: Director, app: GameWindow) -> None:
    hold(app)
    written = recovery_key(app)
    click(app, "budget.guns")
    path = two.game.save("locked")
    assert written not in path.read_text(encoding="utf-8")
    assert written.replace("-", "") not in path.read_text(encoding="utf-8")
    two.lobby.load(path)
    app.step()
    assert two.game.match.plan(1) == []
    ask_for_key(app, written.lower())
    assert isinstance(app.top, SeatedScreen)
    assert two.game.match.plan(1) == [GUNS]
    assert not two.game.locks.has(1), "its people see that it was opened"


def test_another_recovery_key_is_refused_and_nothing_is_lost(two: Director, app: GameWindow) -> None:
    hold(app)
    recovery_key(app)
    click(app, "budget.guns")
    two.cover()
    ask_for_key(app, "AAAABBBBCCCCDDDD")
    assert isinstance(app.top, KeyAsked)
    assert app.top.wrong
    tap(app, pygame.K_ESCAPE)
    assert isinstance(app.top, CurtainScreen)
    write(app, "2718")
    hold(app)
    assert two.game.match.plan(1) == [GUNS]


def test_one_recovery_key_opens_seats_that_take_a_pin_later_too(two: Director, app: GameWindow) -> None:
    hold(app)
    written = recovery_key(app)
    end_turn(app)
    path = two.game.save("one locked")
    two.lobby.load(path)
    two.call(3)
    hold(app)
    lock(app, "1414")
    click(app, "budget.guns")
    two.cover()
    ask_for_key(app, written)
    assert isinstance(app.top, SeatedScreen)
    assert two.game.match.plan(3) == [GUNS]


def test_the_recovery_key_is_shown_once_and_offered_until_there_is_one(two: Director, app: GameWindow) -> None:
    hold(app)
    lock(app)
    two.cover()
    assert "recover" not in ids(app), "there is none yet"
    write(app, "2718")
    hold(app)
    recovery_key(app)
    click(app, "menu")
    click(app, "menu.pin")
    assert isinstance(app.top, PinDialog), "no second key is made"


def test_a_seat_locked_before_there_was_a_key_opens_to_it_once_its_pin_was_typed(
    two: Director, app: GameWindow
) -> None:
    hold(app)
    lock(app)
    path = two.game.save("locked without a key")
    table = Table.load(path, path.parent)
    written, take = table.locks.make_recovery()
    take()
    assert not table.locks.can_recover(1)
    assert not table.locks.recover(1, written)
    assert table.locks.opens(1, "2718")
    assert table.locks.recover(1, written)


def test_a_key_that_the_curtain_fell_over_does_not_count(two: Director, app: GameWindow) -> None:
    hold(app)
    close_card(app)
    click(app, "menu")
    click(app, "menu.pin")
    click(app, "recovery.show")
    two.cover()
    assert isinstance(app.top, CurtainScreen)
    assert not two.game.locks.recoverable


def test_a_key_that_is_shown_stays_until_it_is_written_down(two: Director, app: GameWindow) -> None:
    hold(app)
    close_card(app)
    click(app, "menu")
    click(app, "menu.pin")
    click(app, "recovery.show")
    tap(app, pygame.K_ESCAPE)
    assert "recovery.key" in ids(app)


# --- caretaker


def test_an_absent_seat_is_kept_by_a_caretaker(two: Director, app: GameWindow) -> None:
    key_down(app, pygame.K_c, "c")
    click(app, "give.yes")
    assert two.game.seat(1).name == CARETAKER
    end_turn(app)
    assert two.game.turn == 1
    begun = [order for turn in two.game.history for order in turn.orders[1] if order.kind not in {"answer", "budget"}]
    assert begun == [], "it begins nothing"
    two.seats.show()
    click(app, "take.1")
    assert two.game.people == [1, 3]


def test_a_caretaker_survives_a_save(two: Director, app: GameWindow) -> None:
    two.game.hand_over(1, CARETAKER)
    path = two.game.save("kept")
    table = Table.load(path, path.parent)
    assert table.match.bots.keys() == {1}
    table.end_turn()
    assert not [order for order in table.history[0].orders[1] if order.kind not in {"answer", "budget"}]


def test_any_seat_is_handed_to_either_and_taken_back_at_any_time(two: Director, app: GameWindow) -> None:
    two.seats.show()
    click(app, "hand.1")
    assert two.game.seat(1).kind == "doctrine"
    click(app, "keep.1")
    assert two.game.seat(1).name == CARETAKER
    click(app, "hand.1")
    click(app, "take.1")
    assert two.game.people == [1, 3]


# --- clock


def test_orders_stand_as_given_when_time_is_up(director: Director, app: GameWindow) -> None:
    timed(director, app, 60)
    hold(app)
    close_card(app)
    assert "clock" in ids(app)
    click(app, "budget.guns")
    for _tenth in range(61):
        app.step(1.0)
        if not isinstance(app.top, SeatedScreen):
            break
    assert isinstance(app.top, CurtainScreen)
    assert director.game.done == {1}
    assert director.game.match.plan(1) == [GUNS]


def test_a_stopped_clock_takes_no_time(director: Director, app: GameWindow) -> None:
    timed(director, app, 60)
    hold(app)
    click(app, "clock")
    app.step(100.0)
    assert isinstance(app.top, SeatedScreen)
    key_down(app, pygame.K_p, "p")
    app.step(61.0)
    assert isinstance(app.top, CurtainScreen)


def test_the_clock_stands_behind_the_menu_and_the_curtain(director: Director, app: GameWindow) -> None:
    timed(director, app, 60)
    app.step(100.0)
    hold(app)
    close_card(app)
    click(app, "menu")
    app.step(100.0)
    tap(app, pygame.K_ESCAPE)
    assert director.game.clock.left(1) > 55
    app.step(1.0)
    assert isinstance(app.top, SeatedScreen)


def test_the_clock_runs_on_behind_a_question(director: Director, app: GameWindow) -> None:
    timed(director, app, 60)
    hold(app)
    app.show_keys()
    app.step(61.0)
    assert isinstance(app.top, CurtainScreen)


def test_every_seat_and_every_turn_begins_with_the_whole_time(director: Director, app: GameWindow) -> None:
    timed(director, app, 60)
    for _seat in range(2):
        hold(app)
        app.step(61.0)
    assert director.game.turn == 1
    tap(app, pygame.K_RETURN)
    hold(app)
    tap(app, pygame.K_RETURN)
    assert isinstance(app.top, SeatedScreen)
    assert director.game.clock.left(1) > 59


def test_time_to_talk_comes_before_the_orders_and_ends_by_itself(director: Director, app: GameWindow) -> None:
    timed(director, app, 0, talk=60)
    assert isinstance(app.top, TalkScreen)
    app.step(61.0)
    assert isinstance(app.top, CurtainScreen)


def test_time_to_talk_ends_when_all_are_ready(director: Director, app: GameWindow) -> None:
    timed(director, app, 0, talk=60)
    tap(app, pygame.K_RETURN)
    assert isinstance(app.top, CurtainScreen)


def test_clocks_are_chosen_when_a_game_is_set_up_and_kept_in_the_save(
    director: Director, app: GameWindow, folder: Path
) -> None:
    app.resize((1920, 1080))
    click(app, "hotseat")
    click(app, "clock")
    click(app, "option.120")
    click(app, "talk")
    click(app, "option.60")
    click(app, "start")
    path = director.game.save("timed")
    table = Table.load(path, folder)
    assert (table.clock.plan, table.clock.limit(TALK)) == (120, 60)


def test_a_person_alone_has_no_clock(director: Director, app: GameWindow) -> None:
    click(app, "play")
    director.game.clock = Clock(60)
    assert isinstance(app.top, SeatedScreen)
    app.top.refresh()
    app.step(100.0)
    assert isinstance(app.top, SeatedScreen)
    assert "clock" not in ids(app)


@pytest.mark.parametrize(("left", "shown"), [(60.0, "1:00"), (59.2, "1:00"), (9.1, "0:10"), (0.0, "0:00")])
def test_the_clock_shows_whole_seconds(left: float, shown: str) -> None:
    clock = Clock(60)
    clock.begin(0)
    clock.spend(1, 60 - left)
    assert clock.shown(1) == shown


# --- the dead


@pytest.fixture
def fallen(two: Director, app: GameWindow) -> Director:
    """Doria is no more; somebody still sits in its seat."""
    match = two.game.match
    match.world = bury(match.world, np.arange(match.world.n) == 3)
    return two


def test_the_dead_speak_and_all_read_it(fallen: Director, app: GameWindow) -> None:
    fallen.seats.show()
    assert isinstance(app.top, ChairsScreen)
    click(app, "speak.3")
    assert isinstance(app.top, VoiceScreen)
    first = next(id for id in ids(app) if id.startswith("say."))
    click(app, first)
    said = fallen.game.match.plan(3)
    assert [order.kind for order in said] == ["declare"]
    click(app, "done")
    fallen.game.end_turn()
    assert fallen.game.history[0].orders[3] == said
    assert any(event.theme == "word" and 3 in event.actors for event in fallen.game.history[0].events)


def test_the_dead_say_one_thing_a_turn_and_may_take_it_back(fallen: Director, app: GameWindow) -> None:
    fallen.seats.speak(3)
    app.step()
    one, other = [id for id in ids(app) if id.startswith("say.")][:2]
    click(app, one)
    click(app, other)
    assert len(fallen.game.match.plan(3)) == 1
    click(app, other)
    assert fallen.game.match.plan(3) == []


@pytest.fixture
def fallen_of_two_votes(two: Director) -> Director:
    """Doria is no more, at level full; the congress votes on Avar and on Corvane."""
    match = two.game.match
    world = start("five-crowns", seed=7, level="full")
    motion = np.zeros((world.n, world.n), int)
    motion[1, 0], motion[0, 2] = 1, 2
    gone = np.arange(world.n) == 3
    world = world.but(owner=np.where(world.owner == 3, 1, world.owner))
    match.world = bury(world, gone).but(motion=motion)
    return two


def test_the_dead_vote_on_every_resolution_beside_what_they_say(fallen_of_two_votes: Director, app: GameWindow) -> None:
    game = fallen_of_two_votes.game
    fallen_of_two_votes.seats.speak(3)
    app.step()
    lay = axis(game.match.world.setting)
    said = [id for id in ids(app) if id.startswith("say.")]
    assert [lay.order(int(id[4:])).kind for id in said[:4]] == ["answer"] * 4, "votes come first"
    words = next(id for id in said if lay.order(int(id[4:])).kind == "declare")
    for pressed in (*said[:4], words):
        click(app, pressed)
    planned = {(order.kind, order.choice, order.target) for order in game.match.plan(3)}
    votes = {(order.choice, order.target) for order in game.match.plan(3) if order.kind == "answer"}
    assert len(planned) == 3 and {target for _choice, target in votes} == {0, 2}
    game.end_turn()
    told = [event for event in game.history[0].events if event.kind == "vote" and event.actors[0] == 3]
    assert len(told) == 2
    assert not game.match.world.alive[3]


def test_the_dead_order_nothing_else(fallen: Director, app: GameWindow) -> None:
    fallen.game.match.plans[3] = [GUNS, Order("declare", "warn", 1)]
    fallen.game.end_turn()
    assert [order.kind for order in fallen.game.history[0].orders[3]] == ["declare"]


def test_the_screen_of_the_dead_is_the_same_whatever_is_hidden(fallen: Director, app: GameWindow) -> None:
    frames = []
    for plan in ([], [GUNS, Order("ally", "pact", 2)]):
        fallen.game.match.plans = {1: list(plan)}
        fallen.seats.speak(3)
        frames.append(pygame.image.tobytes(app.frame(), "RGB"))
    assert frames[0] == frames[1]


def test_the_game_ends_no_turn_waiting_for_the_dead(fallen: Director, app: GameWindow) -> None:
    fallen.next()
    app.step()
    end_turn(app)
    assert fallen.game.turn == 1
    assert isinstance(app.top, ReportScreen)


def test_a_level_is_offered_once_it_has_an_order_of_its_own() -> None:
    from game.orders.kinds import KINDS

    used = {kind.level for kind in KINDS}
    numbers = {"foundations": 1, "standard": 2, "full": 3}
    assert [key for key, _name in openings.levels()] == [key for key, number in numbers.items() if number in used]
