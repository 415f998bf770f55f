"""The screens that need no game: by mouse, by keyboard, and kept between starts."""

import pygame
import pytest

from game.ui.app import App
from game.ui.screens.curtain import HOLD, CurtainScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.setup import PERSON, Plan, SetupScreen

from . import examples
from .hands import click, down, key_down, key_up, move, tap, up, write


def test_the_menu_is_pressed_by_mouse(app: App) -> None:
    pressed: list[str] = []
    app.push(examples.title(pressed.append))
    click(app, "hotseat")
    assert pressed == ["hotseat"]


def test_the_menu_is_pressed_by_keyboard(app: App) -> None:
    pressed: list[str] = []
    app.push(examples.title(pressed.append))
    tap(app, pygame.K_TAB, pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    assert pressed == ["hotseat"]


def test_enter_alone_presses_the_first_entry(app: App) -> None:
    pressed: list[str] = []
    app.push(examples.title(pressed.append))
    tap(app, pygame.K_RETURN)
    assert pressed == ["play"]


def test_tab_goes_round_the_ring_and_back(app: App) -> None:
    app.push(examples.title())
    tap(app, *[pygame.K_TAB] * 10)
    assert app.top is not None
    assert app.top.hot.focus == "play"
    tap(app, pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert app.top.hot.focus == "quit"


def test_a_press_that_ends_elsewhere_presses_nothing(app: App) -> None:
    pressed: list[str] = []
    app.push(examples.title(pressed.append))
    app.step()
    down(app, "class")
    up(app, "quit")
    assert pressed == []


def test_a_disabled_entry_is_not_pressed_and_says_why(app: App) -> None:
    pressed: list[str] = []
    app.push(examples.title(pressed.append))
    click(app, "continue")
    assert pressed == []
    assert app.tip == "continue"
    before = app.frame()
    move(app, "quit")
    assert app.tip == ""
    assert pygame.image.tobytes(before, "RGB") != pygame.image.tobytes(app.frame(), "RGB")


def test_a_tooltip_comes_after_a_rest_and_goes_with_the_pointer(app: App) -> None:
    app.push(SettingsScreen())
    move(app, "scale.fit")
    app.step(0.1)
    assert app.tip == ""
    app.step(0.5)
    assert app.tip == "scale.fit"
    move(app, "back")
    app.step(0.1)
    assert app.tip == ""


def test_a_curtain_opens_only_after_the_whole_hold(app: App) -> None:
    opened: list[bool] = []
    app.push(CurtainScreen(examples.SEAT, lambda: opened.append(True)))
    key_down(app, pygame.K_SPACE)
    app.step(HOLD - 0.1)
    assert opened == []
    app.step(0.2)
    assert opened == [True]


def test_a_curtain_let_go_too_early_stays_shut(app: App) -> None:
    opened: list[bool] = []
    curtain = CurtainScreen(examples.SEAT, lambda: opened.append(True))
    app.push(curtain)
    key_down(app, pygame.K_SPACE)
    app.step(HOLD * 0.7)
    key_up(app, pygame.K_SPACE)
    app.step(HOLD)
    assert opened == []
    assert curtain.share == 0


def test_a_curtain_opens_by_holding_its_emblem(app: App) -> None:
    opened: list[bool] = []
    app.push(CurtainScreen(examples.SEAT, lambda: opened.append(True)))
    down(app, "emblem")
    app.step(HOLD + 0.01)
    up(app, "emblem")
    assert opened == [True]


def test_a_curtain_lets_go_when_the_window_loses_the_keyboard(app: App) -> None:
    opened: list[bool] = []
    app.push(CurtainScreen(examples.SEAT, lambda: opened.append(True)))
    key_down(app, pygame.K_SPACE)
    app.step(HOLD / 2)
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    app.step(HOLD)
    assert opened == []


def test_a_curtain_with_a_pin_opens_to_the_right_one_only(app: App) -> None:
    opened: list[bool] = []
    app.push(CurtainScreen(examples.SEAT, lambda: opened.append(True), right_pin="2718".__eq__))
    write(app, "2717")
    key_down(app, pygame.K_SPACE)
    app.step(HOLD + 0.01)
    key_up(app, pygame.K_SPACE)
    assert opened == []
    write(app, "2718")
    key_down(app, pygame.K_SPACE)
    app.step(HOLD + 0.01)
    assert opened == [True]


def test_escape_does_not_open_a_curtain(app: App) -> None:
    app.push(examples.title())
    app.push(CurtainScreen(examples.SEAT, examples.nothing))
    tap(app, pygame.K_ESCAPE)
    assert isinstance(app.top, CurtainScreen)


def test_a_saved_game_is_opened(app: App) -> None:
    loaded: list[str] = []
    app.push(SavesScreen(lambda: examples.SAVES, loaded.append, loaded.append))
    click(app, "save.second")
    click(app, "load")
    assert loaded == ["second"]


def test_a_damaged_game_cannot_be_opened_and_says_why(app: App) -> None:
    loaded: list[str] = []
    app.push(SavesScreen(lambda: examples.SAVES, loaded.append, loaded.append))
    click(app, "save.third")
    click(app, "load")
    assert loaded == []
    assert app.tip == "load"


def test_a_game_is_deleted_only_after_a_yes(app: App) -> None:
    rows, deleted = list(examples.SAVES), []

    def delete(name: str) -> None:
        deleted.append(name)
        rows[:] = [row for row in rows if row.name != name]

    app.push(SavesScreen(lambda: rows, deleted.append, delete))
    click(app, "delete")
    click(app, "keep")
    assert deleted == []
    tap(app, pygame.K_DELETE)
    click(app, "delete.yes")
    assert deleted == ["first"]
    assert app.top is not None
    assert app.top.find("save.first") is None


def test_a_plan_is_made_by_mouse_and_started_by_enter(app: App) -> None:
    plans: list[Plan] = []
    app.push(SetupScreen(examples.SCENARIOS, examples.OPPONENTS, examples.LEVELS, plans.append))
    click(app, "scenario.europe-1900")
    click(app, "turns.more")
    click(app, "level.full")
    click(app, "seat.france")
    click(app, "option.person")
    tap(app, pygame.K_RETURN)
    assert len(plans) == 1
    plan = plans[0]
    assert (plan.scenario, plan.turns, plan.level) == ("europe-1900", 14, "full")
    assert plan.seats["france"] == plan.seats["germany"] == PERSON
    assert plan.seats["italy"] == "jackal"


def test_a_seed_and_a_name_are_typed(app: App) -> None:
    screen = SetupScreen(examples.SCENARIOS, examples.OPPONENTS, examples.LEVELS, lambda plan: None, people=2)
    app.push(screen)
    app.step()
    click(app, "seed")
    tap(app, pygame.K_END)
    tap(app, *[pygame.K_BACKSPACE] * 10)
    write(app, "4x2")
    assert screen.plan.seed == 42
    click(app, "name.germany")
    write(app, "Ada?")
    assert screen.plan.names["germany"] == "Ada?"


def test_a_broken_scenario_cannot_be_chosen(app: App) -> None:
    screen = SetupScreen(examples.SCENARIOS, examples.OPPONENTS, examples.LEVELS, lambda plan: None)
    app.push(screen)
    click(app, "scenario.broken")
    assert screen.plan.scenario == "five-crowns"
    assert app.tip == "scenario.broken"


def test_a_menu_closes_by_a_click_beside_it(app: App) -> None:
    app.push(SetupScreen(examples.SCENARIOS, examples.OPPONENTS, examples.LEVELS, lambda plan: None))
    click(app, "seat.germany")
    assert len(app.stack) == 2
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=(5, 5), button=1))
    app.step()
    assert len(app.stack) == 1


@pytest.mark.parametrize("opener", [{"key": pygame.K_F1, "unicode": ""}, {"key": pygame.K_SLASH, "unicode": "?"}])
def test_the_keys_are_explained_and_go_by_escape(app: App, opener: dict[str, object]) -> None:
    app.push(examples.title())
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, mod=0, **opener))
    app.step()
    assert len(app.stack) == 2
    tap(app, pygame.K_ESCAPE)
    assert len(app.stack) == 1
