"""The timeline: every turn by mouse and by keys, the map as it was, the same after a load."""

import pygame
import pytest

from game.keeping import keep, resume
from game.storage.scenarios import read_with_map
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.openings import seated
from game.ui.flow.table import Table
from game.ui.flow.timing import course_of, moments_of
from game.ui.screens.report import ReportScreen
from game.ui.screens.timeline import TimelineScreen
from tests.ui.hands import click, key_down, tap


@pytest.fixture
def table(director: Director) -> Table:
    scenario, land = read_with_map("europe-1900")
    laid = Table.lay(scenario, land, seated(scenario, 2), seed=7, folder=director.lobby.folder)
    while not laid.over:
        laid.end_turn()
    director.table = laid
    return laid


@pytest.fixture
def screen(director: Director, app: GameWindow, table: Table) -> TimelineScreen:
    director.finish()
    app.step()
    click(app, "timeline")
    assert isinstance(app.top, TimelineScreen)
    return app.top


def test_arrows_home_and_end_go_through_the_turns(app: GameWindow, screen: TimelineScreen) -> None:
    last = screen.course.last
    assert screen.turn == last
    key_down(app, pygame.K_LEFT)
    assert screen.turn == last - 1
    key_down(app, pygame.K_HOME)
    assert screen.turn == 0
    key_down(app, pygame.K_LEFT)
    assert screen.turn == 0, "there is nothing before the start"
    key_down(app, pygame.K_RIGHT)
    assert screen.turn == 1
    key_down(app, pygame.K_END)
    assert screen.turn == last


def test_a_press_on_the_charts_goes_to_the_turn_under_it(app: GameWindow, screen: TimelineScreen) -> None:
    app.frame()
    lanes = screen.find("lanes")
    assert lanes is not None
    pos = (lanes.rect.x + 50, lanes.rect.centery)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1))
    app.step()
    assert screen.turn == 0


def test_turning_points_lead_to_their_turn(app: GameWindow, screen: TimelineScreen) -> None:
    assert 1 < len(screen.course.marks) <= 4
    app.frame()
    click(app, "mark.1")
    assert screen.turn == screen.course.marks[0].turn


def test_it_plays_by_itself_and_stops_at_the_last_turn(app: GameWindow, screen: TimelineScreen) -> None:
    key_down(app, pygame.K_SPACE, " ")
    assert screen.playing and screen.turn == 0
    for _tick in range(200):
        app.step(0.5)
    assert not screen.playing and screen.turn == screen.course.last


def test_the_map_redraws_with_the_owners_of_the_turn(app: GameWindow, screen: TimelineScreen, table: Table) -> None:
    owners = [tuple(turn.before.owner.tolist()) for turn in table.history] + [tuple(table.match.world.owner.tolist())]
    changed = next(k for k in range(1, len(owners)) if owners[k] != owners[k - 1])
    pictures = []
    for turn in (changed - 1, changed):
        screen.go(turn)
        surface = pygame.Surface((400, 300), 0, 32)
        from game.ui.canvas import Canvas

        screen.moment(turn).draw(Canvas(surface, app.theme), pygame.Rect(0, 0, 400, 300))
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert pictures[0] != pictures[1]


def test_the_course_of_a_game_is_the_same_after_a_load(table: Table) -> None:
    again = Table(resume(keep(table.match)), folder=table.folder)
    assert course_of(again, 2) == course_of(table, 2)
    told = [[moments_of(each, 2)(turn).lines for turn in range(table.turn + 1)] for each in (table, again)]
    assert told[0] == told[1]


def test_the_shares_of_a_turn_add_up_to_the_whole(table: Table) -> None:
    course = course_of(table, None)
    for turn in range(course.last + 1):
        assert sum(line.shares[turn] for line in course.lines) == pytest.approx(100)


def test_pacts_and_wars_lie_within_the_turns_played(table: Table) -> None:
    course = course_of(table, 2)
    assert course.pacts and course.wars
    for span in (*course.pacts, *course.wars):
        assert 0 <= span.start <= span.end <= course.last
    for pact, affair in zip(course.pacts, [a for a in table.match.names.affairs if a.kind == "pact"], strict=True):
        one, other = affair.states
        worlds = [*(turn.before for turn in table.history), table.match.world]
        standing = [turn for turn, world in enumerate(worlds) if world.pact[one, other]]
        assert pact.start in standing


def test_escape_leads_back_to_where_it_was_opened(app: GameWindow, screen: TimelineScreen) -> None:
    tap(app, pygame.K_ESCAPE)
    assert app.top is not screen


def test_a_game_opened_in_its_epilogue_first_says_that_no_more_orders_are_taken(director: Director) -> None:
    scenario, land = read_with_map("five-crowns")
    table = Table.lay(scenario, land, seated(scenario, 1), seed=7, folder=director.lobby.folder)
    while not table.epilogue:
        table.end_turn()
    path = table.save("late")
    director.open(Table.load(path, table.folder))
    assert isinstance(director.app.top, ReportScreen)
    assert director.app.top.notice.startswith("The last orders are given")
    assert director.game.turn == table.turn, "nothing has run on before it was said"
