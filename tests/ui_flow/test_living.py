"""The map behind the title: a game that goes on by itself, quietly, and rests where motion is not wanted."""

import pygame
import pytest

from game.storage.scenarios import read_with_map
from game.ui.flow import living
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.living import LivingMap
from game.ui.preferences import Preferences
from game.ui.screens.title import Entry, TitleScreen
from game.ui.theme import Theme

CLEAR = pygame.Rect(500, 0, 780, 720)


@pytest.fixture(autouse=True)
def same_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(living, "any_seed", lambda: 7)


def title(app: GameWindow, motion: bool = True, scenario: str = "five-crowns") -> TitleScreen:
    """The title over a living map, its first frame drawn."""
    app.prefer(Preferences(reduce_motion=not motion))
    screen = TitleScreen([Entry("play", "Play", "play", lambda: None)], LivingMap(*read_with_map(scenario)))
    app.reset(screen)
    app.step()
    return screen


def frames(app: GameWindow, seconds: float, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the window is drawn in so many seconds at 30 frames a second."""
    drawn: list[int] = []
    monkeypatch.setattr(pygame.display, "flip", lambda: drawn.append(1))
    for _tick in range(round(seconds * 30)):
        app.step(1 / 30)
    return len(drawn)


def shot(app: GameWindow) -> bytes:
    return pygame.image.tobytes(app.frame(), "RGB")


def test_the_title_shows_the_scenarios_land_at_its_right(app: GameWindow) -> None:
    app.reset(TitleScreen([Entry("play", "Play", "play", lambda: None)]))
    plain = app.frame()
    title(app)
    tints = [len({tuple(picture.get_at((x, y))) for x in range(640, 1240, 8) for y in range(60, 620, 8)})
             for picture in (plain, app.frame())]  # fmt: skip
    assert tints[1] > 4 * tints[0]


def test_a_turn_comes_now_and_then_in_a_few_frames(app: GameWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = title(app)
    first, said = shot(app), screen.backdrop.place
    assert frames(app, 29, monkeypatch) == 0, "it rests first"
    assert 3 <= frames(app, 4, monkeypatch) <= 10
    assert shot(app) != first
    assert screen.backdrop.place != said
    assert any(screen.backdrop.place in getattr(each, "text", "") for each in screen.tree().walk())


def test_owners_and_wars_change_until_another_game_begins(app: GameWindow) -> None:
    world = LivingMap(*read_with_map("europe-1900"))
    owners, wars, years = set(), 0, [world.place]
    for _turn in range(24):
        world.turn()
        now = world._match.world
        owners.add(now.owner.tobytes())
        wars += int(now.war.any())
        years.append(world.place)
    assert len(owners) > 1
    assert wars > 2
    assert years.count(years[0]) >= 2, "the first year came again"


def test_what_is_drawn_after_turns_equals_what_is_drawn_anew(app: GameWindow) -> None:
    world, theme = LivingMap(*read_with_map("europe-1900")), Theme()
    kept, fresh = (pygame.Surface((1280, 720), 0, 32) for _which in range(2))
    for _turn in range(9):
        world.turn()
        world.paint(kept, theme, CLEAR)
    world.let_go()
    world.paint(fresh, theme, CLEAR)
    assert pygame.image.tobytes(kept, "RGB") == pygame.image.tobytes(fresh, "RGB")


def test_no_picture_is_kept_once_a_game_has_begun(app: GameWindow) -> None:
    screen = title(app)
    assert isinstance(screen.backdrop, LivingMap)
    assert screen.backdrop._kept is not None
    app.reset(TitleScreen([Entry("play", "Play", "play", lambda: None)]))
    assert screen.backdrop._kept is None
    assert screen._now is None


def test_nothing_moves_where_motion_is_reduced(app: GameWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    title(app, motion=False)
    assert frames(app, 65, monkeypatch) == 0


def test_another_size_shows_the_same_turn(app: GameWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    title(app)
    frames(app, 33, monkeypatch)
    before = shot(app)
    app.resize((1024, 600))
    app.step()
    app.resize((1280, 720))
    assert shot(app) == before


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
def test_the_veil_of_the_menu_cuts_no_name_of_a_sea(
    app: GameWindow, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    app.resize(size)
    asked: list[pygame.Rect] = []
    paint = LivingMap.paint

    def watched(self: LivingMap, surface: pygame.Surface, theme: Theme, clear: pygame.Rect) -> None:
        asked.append(clear)
        paint(self, surface, theme, clear)

    monkeypatch.setattr(LivingMap, "paint", watched)
    screen = title(app, scenario="europe-1900")
    assert isinstance(screen.backdrop, LivingMap)
    assert screen.backdrop._kept is not None
    camera, names = screen.backdrop._kept.view.camera, screen.backdrop._kept.view.overlays[0]
    left, top = camera.corner
    shown = [box.move(-left, -top) for box in names.boxes(camera)]  # type: ignore[attr-defined]
    ground = screen._painted(app.canvas)
    bare = pygame.Surface(size).convert()
    paint(screen.backdrop, bare, app.theme, asked[0])
    for box in shown:
        if asked[0].contains(box):
            assert ground.subsurface(box).copy().get_buffer().raw == bare.subsurface(box).copy().get_buffer().raw
        elif box.colliderect(bare.get_rect()):
            lit = pygame.transform.average_color(bare, box.clip(bare.get_rect()))[:3]
            assert max(lit) < 140, "no letters are written there"
    assert size[0] < 1280 or any(asked[0].contains(box) for box in shown), "some are shown in a roomy window"


@pytest.mark.parametrize("motion", [True, False])
def test_what_plays_the_map_is_made_ready_while_it_is_looked_at_and_only_where_it_will_move(
    app: GameWindow, monkeypatch: pytest.MonkeyPatch, motion: bool
) -> None:
    screen = title(app, motion)
    assert screen.backdrop._match is None
    frames(app, 2, monkeypatch)
    assert (screen.backdrop._match is not None) == motion
