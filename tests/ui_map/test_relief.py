"""Marks of rugged land: where the land is rugged and nowhere else, the same at every drawing, never in a crowd."""

import numpy as np
import pygame

from game.ui.map.atlas import Atlas
from game.ui.map.relief import APART, HILLS, Relief


def terrain_of(atlas: Atlas) -> list[float]:
    """Every other region is as rugged as can be, the rest is open."""
    return [1.35 if region % 2 else 1.0 for region in range(atlas.count)]


def drawn(relief: Relief, box: pygame.Rect, scale: float) -> np.ndarray:
    surface = pygame.Surface(box.size, 0, 32)
    surface.fill((120, 120, 120))
    relief.paint(surface, box, scale, 1.0)
    return pygame.surfarray.array3d(surface)


def test_marks_stand_on_rugged_land_only(atlas: Atlas) -> None:
    relief = Relief(atlas, terrain_of(atlas))
    assert len(relief._places) > 50
    some = relief._places[:: max(1, len(relief._places) // 300)].tolist()
    strays = [at for at in some if (atlas.region_at(*at) or 0) % 2 == 0]
    assert len(strays) <= 0.03 * len(some), "only at a coast finer than the lattice"


def test_open_land_has_none(atlas: Atlas) -> None:
    relief = Relief(atlas, [HILLS - 0.01] * atlas.count)
    assert (drawn(relief, pygame.Rect(0, 0, 800, 600), 0.5) == 120).all()


def test_a_box_drawn_alone_equals_the_same_box_of_the_whole(atlas: Atlas) -> None:
    relief = Relief(atlas, terrain_of(atlas))
    whole = drawn(relief, pygame.Rect(0, 0, 800, 600), 0.6)
    part = pygame.Rect(133, 77, 301, 222)
    assert (whole != 120).any()
    assert (drawn(relief, part, 0.6) == whole[133 : 133 + 301, 77 : 77 + 222]).all()


def test_fewer_are_drawn_from_afar_and_none_crowd(europe: Atlas) -> None:
    relief = Relief(europe, terrain_of(europe))
    shown = {scale: relief._places[relief._gaps * scale >= APART] * scale for scale in (0.4, 0.8, 1.6, 3.2)}
    counts = [len(places) for places in shown.values()]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] / 3
    for places in shown.values():
        some = places[:400]
        apart = np.hypot(*(some[:, None] - some[None]).transpose(2, 0, 1)) + 1e6 * np.eye(len(some))
        assert np.median(apart.min(0)) > 0.6 * APART
