"""What lies over the map of a turn: closures, legends off the fronts, stripes that are named, my own land in view."""

import numpy as np
import pygame
import pytest

from game.orders.kind import Order
from game.ui.app import App
from game.ui.labels import Label
from game.ui.map.relations import KINDS, Relation
from game.ui.map.relief import HILLS
from game.ui.screens.play import PlayScreen
from tests.ui.hands import ids

from .conftest import Sit, match_of, seat_at


def legend_words(screen: PlayScreen) -> list[str]:
    return [each.text for each in screen.tree().walk() if isinstance(each, Label)]


def test_a_closure_has_a_line_and_a_stroke_of_its_own_and_stands_in_the_legend(app: App) -> None:
    match, me = match_of("five-crowns", "CO", level="full")
    avar = match.world.setting.codes.index("AV")
    closed = np.zeros((match.world.n, match.world.n), bool)
    closed[me, avar] = True
    match.world = match.world.but(closed=closed)
    screen = seat_at(app, match, me)
    assert Relation("closed", me, avar) in screen.chart.ties.shown
    assert "closure" in legend_words(screen)
    strokes = [kind.stroke for name, kind in KINDS.items() if not name.startswith("planned")]
    assert strokes.count(KINDS["closed"].stroke) == 1


def test_a_closure_that_is_planned_is_drawn_as_planned(app: App) -> None:
    match, me = match_of("five-crowns", "CO", level="full")
    match.world = match.world.but(influence=np.full(match.world.n, 6.0))
    screen = seat_at(app, match, me)
    avar = match.world.setting.codes.index("AV")
    assert screen.plans.give(Order("access", "close", avar)) == []
    screen.tree()
    assert Relation("planned closed", me, avar) in screen.chart.ties.shown


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("person", ["BR", "CO", "DO"])
def test_my_whole_land_lies_clear_of_the_panels_on_the_first_turn(
    app: App, sit: Sit, person: str, size: tuple[int, int]
) -> None:
    app.resize(size)
    screen = sit("five-crowns", person)
    app.frame()
    chart, scale, clear = screen.chart, app.theme.scale, screen.frame.clear
    for region in screen.reading.regions_of(screen.reading.me):
        left, top, right, bottom = chart.atlas.bounds[region].tolist()
        for corner in ((left, top), (right, bottom)):
            x, y = chart.view.camera.to_window(*corner)
            assert clear.inflate(4, 4).collidepoint(x / scale, y / scale)


def test_the_legend_of_lines_moves_off_a_war(app: App) -> None:
    match, me = match_of("europe-1900", "GB", turns=0)
    codes = match.world.setting.codes
    spain, portugal = codes.index("ES"), codes.index("PT")
    war = np.zeros((match.world.n, match.world.n), bool)
    war[spain, portugal] = war[portugal, spain] = True
    screen = seat_at(app, match, me)
    before = _plate(screen)
    screen.chart.view.camera.pan(0, before.bottom - _spot(screen, portugal)[1] - 10)  # the war under the legend
    match.world = match.world.but(war=war, pact=match.world.pact & ~war)
    screen.turned()
    screen.opened_card = False
    app.frame()
    busy = screen.chart.crowded(screen.reading, app.theme.scale)
    fought = [box for box in busy if box.size == (40, 40)]
    after = _plate(screen)
    assert fought, "the fronts are known"
    assert after.collidelist(busy) < 0
    assert before.collidelist(busy) >= 0
    assert after.topleft != before.topleft


def _plate(screen: PlayScreen) -> pygame.Rect:
    """Where the legend of lines lies: the dark plate around its words."""
    from game.ui.panels.lensbar import _Plate

    return next(each.rect for each in screen.tree().walk() if isinstance(each, _Plate))


def _spot(screen: PlayScreen, state: int) -> tuple[float, float]:
    at = screen.chart.middle_of(state)
    assert at is not None
    return at


def test_the_words_at_a_striped_region_say_whose_core_it_is(app: App, sit: Sit) -> None:
    screen = sit("five-crowns", "BR")
    app.frame()
    reading = screen.reading
    striped = [k for k in range(len(reading.regions)) if reading.owner[k] != reading.core[k]]
    plain = next(k for k in range(len(reading.regions)) if reading.owner[k] == reading.core[k])
    assert striped
    for region in striped:
        x, y = screen.chart.region_spot(region)
        told = screen.chart.tip_at(reading, (round(x), round(y)))
        assert reading.nations[reading.core[region]].spoken in told
        assert "stripes" in told
    x, y = screen.chart.region_spot(plain)
    assert "stripes" not in screen.chart.tip_at(reading, (round(x), round(y)))
    assert "map" in ids(app)


def test_the_words_at_a_rugged_region_say_how_well_it_defends_itself(app: App, sit: Sit) -> None:
    screen = sit("five-crowns", "BR")
    app.frame()
    reading = screen.reading
    assert screen.chart.view.scene.relief == reading.terrain
    for region, factor in enumerate(reading.terrain):
        told = screen.chart.tip_at(reading, tuple(round(each) for each in screen.chart.region_spot(region)))  # type: ignore[arg-type]
        if told.startswith(reading.regions[region]):
            assert (f"{factor:.2f} times" in told) == (factor >= HILLS)
    assert min(reading.terrain) < HILLS <= max(reading.terrain)
