"""Pictures of the map for other screens: the clipping beside a headline, the ground of the last screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.flow.charting import emblems, land, ties
from game.ui.flow.faces import Face
from game.ui.map.atlas import Atlas, around
from game.ui.map.labels import Labels
from game.ui.map.picture import render
from game.ui.map.relations import Relations
from game.ui.map.view import MapView
from game.ui.screens.report_news import Draw
from game.ui.theme import Theme
from game.view import View

__all__ = ["clipping", "last_ground"]

_SPARE = 0.07
_NEAR = (0.16, 0.22, 0.3, 0.4)  # shares of the map around the states of a headline, the closest view first
_PALE, _RISE, _VIVID = 0.6, 0.0028, 1.9  # lightness of black, of each step of grey; strength of the hues


def clipping(view: View, faces: Sequence[Face], atlas: Atlas) -> Draw:
    """Return what draws the part of the map where some states are, in the newspaper's ink."""
    kept: dict[tuple[tuple[int, ...], tuple[int, int], float], pygame.Surface] = {}

    def draw(canvas: Canvas, rect: pygame.Rect, actors: Sequence[int]) -> None:
        box = canvas.box(rect)
        key = tuple(actors), box.size, canvas.theme.scale
        if key not in kept:
            kept[key] = _printed(view, faces, atlas, actors, box.size, canvas.theme)
        canvas.surface.blit(kept[key], box)

    return draw


def _printed(
    view: View, faces: Sequence[Face], atlas: Atlas, actors: Sequence[int], size: tuple[int, int], theme: Theme
) -> pygame.Surface:
    places = emblems(view, faces, atlas)
    shown = [place if state in actors else None for state, place in enumerate(places)]
    near = [place.at for place in shown if place is not None] or [place.at for place in places if place]
    lines = [tie for tie in ties(view) if tie.one in actors and tie.other in actors]
    chart = MapView(atlas, pygame.Rect((0, 0), size), None, theme.scale)
    chart.show(land(view, faces))
    labels = Labels(theme)
    labels.show(shown)
    for share in _NEAR:  # as close as the emblems with their codes allow
        wide = float(max(atlas.size)) * share
        corners = [(x + dx, y + dy) for x, y in near for dx in (-wide, wide) for dy in (-wide, 1.3 * wide)]
        chart.aim(around(corners, _SPARE))
        if all(chart.camera.window.contains(rect) for rect in labels.rects(chart.camera)):
            break
    surface = pygame.Surface(size, 0, 32)
    chart.draw(surface)
    _print(surface)
    curves = Relations(theme, labels)
    curves.show(lines)
    for overlay in (curves, labels):
        overlay.draw(surface, chart.camera, False)
    return surface


def _print(surface: pygame.Surface) -> None:
    """Turn the colours of the screen into light inks on paper."""
    dark = pygame.surfarray.array3d(surface).astype(np.float32)
    grey = dark.mean(-1, keepdims=True)
    paper = np.array(palette.PAPER, np.float32)
    light = paper * (_PALE + _RISE * grey) + (dark - grey) * _VIVID
    pygame.surfarray.blit_array(surface, np.clip(light, 0, 255).astype(np.uint8))


def last_ground(view: View, faces: Sequence[Face], atlas: Atlas) -> Callable[[pygame.Surface, Theme], None]:
    """Return what paints the whole map behind the shared result."""

    def paint(surface: pygame.Surface, theme: Theme) -> None:
        wide, high = surface.get_size()
        clear = pygame.Rect(round(wide * 0.3), 0, wide - round(wide * 0.3), high)
        surface.blit(render(atlas, (wide, high), land(view, faces), theme, clear=clear, seas=False), (0, 0))

    return paint
