"""Lessons: few words, one fact a step that no key can skip, and a player who does as told finishes each."""

from dataclasses import replace

import pygame
import pytest

from game.measures.blocs import AFRAID, AGAINST, sides
from game.orders.kind import Order
from game.ui import terms
from game.ui.flow import openings
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.lessons import ADVISER, LESSONS, MOST_WORDS, Until, hints, lesson
from game.ui.flow.seated import SeatedScreen
from game.ui.play.asking import AskingDialog
from game.ui.play.forecast import Forecast
from game.ui.screens.glossary import GlossaryScreen
from game.ui.screens.lessons import LessonsScreen
from game.view import View
from tests.ui.hands import click, ids, tap

from .test_game import close_card, end_turn

ALL = (*LESSONS, ADVISER)


def begin(director: Director, app: GameWindow, name: str) -> None:
    """Sit down at a lesson, or at the first game with its adviser."""
    if name == ADVISER:
        app.preferences = replace(app.preferences, adviser=True)
        director.lobby.play()
    else:
        director.school.teach(name)
    app.step()
    close_card(app)


def at(director: Director) -> int:
    assert director.school.coach is not None
    return director.school.coach.at


def next_turn(director: Director, app: GameWindow) -> None:
    """End the turn and come back to the plan, as a person does: by keys alone."""
    before = director.game.turn
    end_turn(app)
    for _press in range(6):
        if isinstance(app.top, SeatedScreen) and director.game.turn > before:
            break
        tap(app, pygame.K_RETURN)
    close_card(app)
    app.step()


def obey(director: Director, app: GameWindow, until: Until) -> None:
    """Do what a step asks for."""
    seat = director.sitting
    assert seat is not None
    match, codes = director.game.match, director.game.view(seat).setting.codes
    if until.read:
        click(app, "coach.read")
    elif until.planned is not None:
        wanted = until.planned
        target = codes.index(wanted.to) if wanted.to else None
        for order in match.plan(seat):
            if order.kind == wanted.kind:
                match.take_back(seat, order)
        assert match.give(seat, Order(wanted.kind, wanted.choice, target)) == []
        assert app.top is not None
        app.top.refresh()
        app.step()
    else:
        next_turn(director, app)


@pytest.mark.parametrize("name", ALL)
def test_a_player_who_does_as_told_finishes(director: Director, app: GameWindow, name: str) -> None:
    begin(director, app, name)
    assert director.school.coach is not None
    for _tries in range(20):
        step = director.school.coach.step
        if step is None:
            break
        obey(director, app, step.until)
    assert director.school.coach.step is None
    assert "coach.onward" in ids(app)
    assert (ADVISER if name == ADVISER else f"lesson.{name}") in app.preferences.seen


def odds_of_pacts(view: View, me: int) -> dict[int, float]:
    """What the meter says of a pact with each whom the leader frightens."""
    forecast = Forecast(view, me)
    wary = [k for k in range(view.n) if k != me and int(sides(view)[k]) in (AGAINST, AFRAID)]
    for state in wary:
        forecast.reply(Order("ally", "pact", state))
    forecast.finish()
    return {state: forecast.accepts(Order("ally", "pact", state)) or 0.0 for state in wary}


@pytest.mark.parametrize("seed", [7, 1, 42, 1914])
def test_the_adviser_proposes_the_likeliest_friend_and_the_meter_says_likely(
    director: Director, app: GameWindow, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(openings, "any_seed", lambda: seed)
    begin(director, app, ADVISER)
    assert director.school.coach is not None
    click(app, "coach.read")
    wanted = director.school.coach.step.until.planned
    assert wanted is not None
    me = director.sitting
    assert me is not None
    view = director.game.view(me)
    friend = view.setting.codes.index(str(wanted.to))
    odds = odds_of_pacts(view, me)
    assert odds[friend] == max(odds.values())
    click(app, f"other.{wanted.to}")
    click(app, "ask.need")
    for _frame in range(200):
        app.step(0.02)
    assert isinstance(app.top, AskingDialog)
    tap(app, pygame.K_RETURN)
    planned = next(order for order in director.game.match.plan(me) if order.kind == "ally")
    assert planned.target == friend
    forecast = director.screen(me).forecast
    forecast.reply(planned)
    forecast.finish()
    assert (forecast.accepts(planned) or 0.0) >= 0.6, "it says likely"
    app.step()
    assert at(director) >= 2, "the adviser goes on"


@pytest.mark.parametrize("name", LESSONS)
def test_no_key_but_the_deed_goes_on(director: Director, app: GameWindow, name: str) -> None:
    begin(director, app, name)
    assert "coach.read" not in ids(app), "there is no Next"
    for key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_RIGHT, pygame.K_n, pygame.K_PAGEDOWN):
        tap(app, key)
        assert at(director) == 0


@pytest.mark.parametrize("name", LESSONS)
def test_every_step_of_a_lesson_waits_for_a_fact(name: str) -> None:
    for step in lesson(name).steps:
        until = step.until
        assert not until.read
        assert until.planned or until.tied or until.moved or until.turn
        assert step.show, "it points at something"


@pytest.mark.parametrize("name", ALL)
def test_no_step_has_more_words_than_can_be_read_at_a_glance(name: str) -> None:
    plan = lesson(name)
    for text in (*(step.text for step in plan.steps), plan.end):
        assert len(text.split()) <= MOST_WORDS, text


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("name", ALL)
def test_every_step_points_at_what_is_on_the_screen(
    director: Director, app: GameWindow, name: str, size: tuple[int, int]
) -> None:
    app.resize(size)
    begin(director, app, name)
    coach = director.school.coach
    assert coach is not None
    while coach.step is not None:
        app.step()
        screen = app.top
        assert isinstance(screen, SeatedScreen)
        pointed = screen._pointed(screen.tree())
        said = screen.find("coach")
        assert pointed is not None, coach.step.show
        assert said is not None
        assert not said.rect.colliderect(pointed), "the words hide nothing that they speak of"
        assert pygame.Rect((0, 0), app.logical_size).contains(said.rect)
        obey(director, app, coach.step.until)


def test_a_lesson_is_done_by_mouse_on_the_real_controls(director: Director, app: GameWindow) -> None:
    app.resize((1600, 900))
    director.title()
    click(app, "lessons")
    assert isinstance(app.top, LessonsScreen)
    click(app, "lesson.alliance")
    close_card(app)
    click(app, "other.CO")
    click(app, "verb.ally")
    assert at(director) == 1
    next_turn(director, app)
    if at(director) == 1:  # the offer lies open, and is answered in the turn after
        next_turn(director, app)
    assert at(director) == 2
    click(app, "tab.state")  # where it points while the orders are shown
    click(app, "budget.guns")
    next_turn(director, app)
    click(app, "coach.learn")
    assert isinstance(app.top, GlossaryScreen)
    tap(app, pygame.K_ESCAPE)
    click(app, "coach.onward")
    assert isinstance(app.top, LessonsScreen)
    assert next(line for line in app.top.lines if line.id == "alliance").done


def test_a_lesson_is_not_kept_among_the_games(director: Director, app: GameWindow) -> None:
    begin(director, app, "alliance")
    next_turn(director, app)
    assert not director.game.unsaved
    folder = director.lobby.folder
    assert folder is not None
    assert not list(folder.glob("*.json")) if folder.exists() else True


def test_a_lesson_is_left_at_any_time(director: Director, app: GameWindow) -> None:
    begin(director, app, "sanctions")
    click(app, "coach.leave")
    assert isinstance(app.top, LessonsScreen)
    assert director.school.coach is None


def test_the_adviser_goes_for_good_when_not_wanted(director: Director, app: GameWindow) -> None:
    begin(director, app, ADVISER)
    click(app, "coach.leave")
    assert "coach" not in ids(app)
    director.title()
    director.lobby.play()
    close_card(app)
    assert "coach" not in ids(app)


def test_the_advisers_last_words_stay_for_one_turn(director: Director, app: GameWindow) -> None:
    begin(director, app, ADVISER)
    coach = director.school.coach
    assert coach is not None
    while coach.step is not None:
        obey(director, app, coach.step.until)
    assert "coach.onward" in ids(app)
    next_turn(director, app)
    assert isinstance(app.top, SeatedScreen)
    assert "coach" not in ids(app)


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1366, 768), (1920, 1080)])
def test_the_advisers_words_hide_no_verb_and_no_open_card(
    director: Director, app: GameWindow, size: tuple[int, int]
) -> None:
    app.resize(size)
    begin(director, app, ADVISER)
    click(app, "coach.read")
    screen = app.top
    assert isinstance(screen, SeatedScreen)
    for state in (0, 2, 3, 4):
        screen.select(state)
        app.step()
        said = screen.find("coach")
        assert said is not None
        verbs = [each for each in screen.tree().walk() if each.id.startswith(("verb.", "ask."))]
        assert len(verbs) > 4
        assert [each.id for each in verbs if each.rect.colliderect(said.rect)] == []
    screen.dealing.weigh(2)
    app.step()
    said, card = screen.find("coach"), screen.find("weighed")
    assert said is not None
    assert card is not None
    assert not said.rect.colliderect(card.rect)


def test_another_game_has_no_coach(director: Director, app: GameWindow) -> None:
    begin(director, app, "betrayal")
    director.lobby.play()
    app.step()
    assert director.school.coach is None


def test_every_concept_of_a_lesson_is_in_the_glossary() -> None:
    for name in ALL:
        assert terms.entry(lesson(name).concept) is not None, name


def test_every_term_has_a_short_definition_and_a_source() -> None:
    found = terms.entries()
    assert len({each.id for each in found}) == len(found) >= 20
    for each in found:
        assert 4 <= len(each.text.split()) <= MOST_WORDS
        assert each.source


def test_a_hint_comes_at_the_first_use_and_only_once(director: Director, app: GameWindow) -> None:
    app.preferences = replace(app.preferences, adviser=True, seen=(ADVISER, "hint.balance"))
    director.lobby.play()
    app.step()
    close_card(app)
    assert "hint" not in ids(app)
    assert isinstance(app.top, SeatedScreen)
    app.top.select(2)
    app.step()
    assert "hint" in ids(app)
    click(app, "hint.got")
    app.step()
    assert "hint" not in ids(app)
    assert "hint.ring" in app.preferences.seen


def test_no_hint_comes_where_none_is_wanted(director: Director, app: GameWindow) -> None:
    director.lobby.play()
    app.step()
    close_card(app)
    assert isinstance(app.top, SeatedScreen)
    app.top.select(2)
    app.step()
    assert "hint" not in ids(app)


def test_hints_are_short_and_each_its_own() -> None:
    assert len({hint.id for hint in hints()}) == len(hints())
    assert all(len(hint.text.split()) <= MOST_WORDS for hint in hints())
