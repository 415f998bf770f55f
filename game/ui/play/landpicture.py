"""Where a region lies: a small map around it, as the play screen colours it, with the region outlined."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.figures import Picture
from game.ui.map.atlas import around
from game.ui.map.picture import render
from game.ui.map.terrain import Outline
from game.ui.play.chart import Chart

__all__ = ["LandPictures"]

_HIGH, _SPARE, _LINE = 132, 0.4, 3.0


class LandPictures:
    """Pictures of regions by a chart, each drawn once for a size."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self._kept: dict[tuple[int, tuple[int, int]], pygame.Surface] = {}

    def __call__(self, region: int) -> Picture:
        """Return the picture of a region."""
        return Picture(partial(self._draw, region), grow=1, height=_HIGH)

    def _draw(self, region: int, canvas: Canvas, rect: pygame.Rect) -> None:
        size = canvas.box(rect).size
        if (region, size) not in self._kept:
            self._kept[region, size] = _drawn(self.chart, region, size, canvas)
        canvas.blit(self._kept[region, size], rect.center)
        canvas.rounded(rect, None, palette.LINE_STRONG, radius=4)


def _drawn(chart: Chart, region: int, size: tuple[int, int], canvas: Canvas) -> pygame.Surface:
    scene, edge = chart.view.scene, Outline(frozenset({region}), palette.ACCENT, _LINE)
    shown = replace(scene, outlines=(*scene.outlines, edge))
    left, top, right, bottom = chart.atlas.bounds[region].tolist()
    aim = around([(left, top), (right, bottom)], _SPARE)
    return render(chart.atlas, size, shown, canvas.theme, aim=aim, seas=False)
