"""What a new game shows of the map: every emblem whole, beside the panels and not under them."""

import pygame
import pytest

from game.ui.app import App
from tests.ui_play.conftest import match_of, seat_at


@pytest.mark.parametrize("scenario", ["five-crowns", "europe-1900"])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_a_game_opens_with_every_emblem_whole_in_the_clear_part(tmp_path, scenario: str, size: tuple[int, int]) -> None:  # type: ignore[no-untyped-def]
    app = App(size, headless=True, settings=tmp_path / "preferences.json")
    try:
        screen = seat_at(app, *match_of(scenario, "GB" if scenario == "europe-1900" else "CO"))
        app.step()
        camera = screen.chart.view.camera
        for state in range(len(screen.reading.nations)):
            x, y, reach = screen.chart.labels.spot(state, camera) or (0.0, 0.0, 0.0)
            disc = pygame.Rect(0, 0, 2 * reach, 2 * reach)
            disc.center = round(x) - camera.corner[0] + camera.view.x, round(y) - camera.corner[1] + camera.view.y
            assert camera.clear.contains(disc), (screen.reading.nations[state].name, disc, camera.clear)
    finally:
        app.close()
