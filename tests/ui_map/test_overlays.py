"""Emblems, names and ties over the land."""

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pygame
import pytest

from game.ui import palette
from game.ui.map.atlas import Atlas
from game.ui.map.camera import Camera
from game.ui.map.labels import Label, Labels
from game.ui.map.names import PlaceNames
from game.ui.map.relations import BOW, KINDS, Relation, Relations
from game.ui.map.strokes import STROKES, paint_stroke
from game.ui.map.view import MapView
from game.ui.theme import Theme
from tests.ui_map.conftest import Clock

ZOOMS = (1.0, 1.7, 4.0)


def labels_of(atlas: Atlas, theme: Theme, bars: int | None = 3) -> Labels:
    labels = Labels(theme)
    labels.show(
        [
            Label(f"S{k % 100}", "", (90, 140, 200), tuple(at), float(radius), "0.52", bars, first=float(k))
            for k, (at, radius) in enumerate(zip(atlas.labels.tolist(), atlas.radii, strict=True))
        ]
    )
    return labels


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_labels_never_overlap(atlas: Atlas, zoom: float, scale: float) -> None:
    view = MapView(atlas, pygame.Rect(0, 0, 900, 600))
    view.camera.zoom(zoom, (450, 300))
    labels = labels_of(atlas, Theme(scale))
    boxes = labels.rects(view.camera)
    assert len(boxes) > 8
    for one, other in combinations(boxes, 2):
        assert not one.colliderect(other)


def test_the_label_that_matters_most_gets_its_own_place(atlas: Atlas) -> None:
    view = MapView(atlas, pygame.Rect(0, 0, 900, 600))
    placed = labels_of(atlas, Theme()).placed(view.camera)[atlas.count - 1]
    assert placed.disc.center == placed.anchor and placed.pill is not None


def test_a_click_on_emblem_or_pill_finds_its_state(cells: Atlas) -> None:
    view = MapView(cells, pygame.Rect(50, 40, 900, 600))
    labels = labels_of(cells, Theme())
    for state, placed in labels.placed(view.camera).items():
        for box in (placed.disc, placed.pill):
            if box:
                x, y = box.centerx - view.camera.corner[0] + 50, box.centery - view.camera.corner[1] + 40
                if view.camera.view.collidepoint(x, y):
                    assert labels.state_at((x, y), view.camera) == state
    assert labels.state_at((10, 10), view.camera) is None


def test_a_state_that_is_no_more_has_no_label(cells: Atlas) -> None:
    view = MapView(cells, pygame.Rect(0, 0, 900, 600))
    labels = Labels(Theme())
    labels.show([None, Label("AB", "", (9, 9, 9), (100.0, 100.0))])
    assert list(labels.placed(view.camera)) == [1]
    assert labels.spot(0, view.camera) is None


def test_no_name_covers_a_label_or_another_name(europe: Atlas) -> None:
    view = MapView(europe, pygame.Rect(0, 0, 900, 600))
    view.camera.zoom(3.0, (450, 300))
    labels = labels_of(europe, Theme())
    names = PlaceNames(europe, Theme(), labels.rects)
    found = names.boxes(view.camera)
    assert len(found) > 8
    for box in found:
        assert box.collidelist(labels.rects(view.camera)) < 0
    for one, other in combinations(found, 2):
        assert not one.colliderect(other)


def test_the_names_of_seas_lie_on_water(europe: Atlas) -> None:
    view = MapView(europe, pygame.Rect(0, 0, 1920, 1080))
    names = PlaceNames(europe, Theme(), lambda camera: [])
    found = names.boxes(view.camera)
    assert found
    for box in found:
        for x in np.linspace(box.left, box.right, 7):
            assert not europe.is_land(x / view.camera.scale, box.centery / view.camera.scale)


def test_regions_are_named_only_from_near(europe: Atlas) -> None:
    view = MapView(europe, pygame.Rect(0, 0, 1280, 720))
    names = PlaceNames(europe, Theme(), lambda camera: [])
    far = len(names.boxes(view.camera))
    view.camera.zoom(4.0, (640, 360))
    assert len(names.boxes(view.camera)) > far + 10


def test_every_kind_of_tie_is_told_apart_without_colour() -> None:
    line = np.stack([np.linspace(20, 380, 90), np.full(90, 20.0)], axis=1)
    grey: dict[str, np.ndarray] = {}
    for kind, look in KINDS.items():
        surface = pygame.Surface((400, 40))
        plain = replace(STROKES[look.stroke], ink="INK")
        paint_stroke(surface, line, plain, 1.0)
        grey[kind] = pygame.surfarray.array3d(surface)[..., 0].astype(float)
    words = {kind: look.word for kind, look in KINDS.items()}  # what is only planned is told apart by its icon
    for one, other in (pair for pair in combinations(KINDS, 2) if words[pair[0]] != words[pair[1]]):
        assert np.abs(grey[one] - grey[other]).sum() / 255 > 200, f"{one} looks like {other}"


def test_every_kind_has_a_word_and_a_drawing() -> None:
    for kind, look in KINDS.items():
        assert look.word
        assert Theme().icon(look.icon, 14, palette.INK).get_width() == 14, kind


def test_an_unknown_kind_of_tie_is_refused(cells: Atlas) -> None:
    with pytest.raises(KeyError, match="love"):
        Relations(Theme(), Labels(Theme())).show([Relation("love", 0, 1)])


@pytest.fixture
def tied(cells: Atlas, clock: Clock) -> tuple[MapView, Relations]:
    view = MapView(cells, pygame.Rect(0, 0, 640, 400), clock=clock)
    view.camera.zoom(1.8, (320, 200))
    labels = labels_of(cells, Theme())
    ties = Relations(Theme(), labels)
    ties.show([Relation(kind, 3 + k, 30 - k) for k, kind in enumerate(KINDS)] + [Relation("trade", 3, 30)])
    view.overlays = [ties, labels]
    return view, ties


def pixels(view: MapView) -> bytes:
    surface = pygame.Surface((640, 400), 0, 32)
    view.draw(surface)
    return pygame.image.tobytes(surface, "RGB")


def test_panned_ties_equal_ties_drawn_anew(tied: tuple[MapView, Relations], cells: Atlas) -> None:
    view, ties = tied
    pixels(view)
    for step in range(30):
        view.camera.pan(-17 if step < 20 else 40, 9 - step)
        shown = pixels(view)
    other = Relations(Theme(), ties.labels)
    other.show(ties.shown)
    view.overlays[0] = other
    assert pixels(view) == shown


def test_two_ties_of_one_pair_run_apart(tied: tuple[MapView, Relations]) -> None:
    view, ties = tied
    discs = ties.discs(view.camera)
    assert np.hypot(*(np.subtract(discs[0].center, discs[-1].center))) > 26


def test_a_click_on_the_icon_finds_its_tie(tied: tuple[MapView, Relations]) -> None:
    view, ties = tied
    seen = 0
    for relation, disc in zip(ties.shown, ties.discs(view.camera), strict=True):
        at = disc.centerx - view.camera.corner[0], disc.centery - view.camera.corner[1]
        if view.camera.view.collidepoint(at):
            assert ties.relation_at(at, view.camera) is not None
            seen += ties.relation_at(at, view.camera) == relation
    assert seen > 3


def test_a_tie_to_a_state_that_is_no_more_is_left_out(cells: Atlas) -> None:
    view = MapView(cells, pygame.Rect(0, 0, 640, 400))
    labels = Labels(Theme())
    labels.show([Label("AA", "", (9, 9, 9), (100.0, 100.0)), None])
    ties = Relations(Theme(), labels)
    ties.show([Relation("pact", 0, 1)])
    assert ties.discs(view.camera) == []


def test_ties_move_with_the_map_while_it_is_zoomed(tied: tuple[MapView, Relations], clock: Clock) -> None:
    view, _ties = tied
    frames = [pixels(view)]
    for _ in range(3):
        view.zoom_at(1, (320, 200))
        frames.append(pixels(view))
    assert all(one != other for one, other in pairwise(frames))


def far_apart(kind: str, across: float) -> tuple[pygame.Surface, Relations, Camera]:
    """One tie between two emblems so many pixels apart, drawn on black."""
    theme = Theme()
    labels = Labels(theme)
    labels.show([Label("AA", "", (9, 9, 9), (60.0, 200.0)), Label("BB", "", (9, 9, 9), (60.0 + across, 200.0))])
    ties = Relations(theme, labels)
    ties.show([Relation(kind, 0, 1)])
    camera = Camera((0, 0, 1000, 400), pygame.Rect(0, 0, 1000, 400))
    surface = pygame.Surface((1000, 400), 0, 32)
    ties.draw(surface, camera, False)
    return surface, ties, camera


def brightest(surface: pygame.Surface, x: int) -> int:
    """The lightest pixel of a column."""
    return int(pygame.surfarray.array3d(surface)[x].max())


def test_a_long_tie_fades_between_its_ends_and_a_war_does_not() -> None:
    faint, vivid, short = (far_apart(*each)[0] for each in (("guarantee", 800.0), ("war", 800.0), ("guarantee", 240.0)))
    assert brightest(faint, 120) > 230, "near its end it is whole"
    assert brightest(faint, 360) < 120
    assert brightest(vivid, 360) > 220
    assert brightest(short, 180) > 230


@pytest.mark.parametrize("across", [200.0, 400.0, 800.0])
def test_the_first_curve_of_a_pair_bows_no_more_than_a_little(across: float) -> None:
    _surface, ties, camera = far_apart("pact", across)
    bow = max(abs(float(y) - 200.0) for y in ties._layout(camera)[0].points[:, 1])
    assert 0.1 * across * min(1.0, BOW / (0.12 * across)) < bow <= BOW
