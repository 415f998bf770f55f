"""Arrows of armies over the map: from land to land that they took, growing as a war is told."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui import palette
from game.ui.map.camera import Camera
from game.ui.map.raster import OVER
from game.ui.map.strokes import Stroke, paint_stroke

__all__ = ["Advance", "March"]

March = tuple[tuple[float, float], tuple[float, float]]
"""From where to where, in map units."""

STROKE = Stroke("INK", 11.0, arrow=True)
BOW = 0.12  # of an arrow's length
STEPS = 40
SPARE = 18.0  # logical pixels around an arrow


class Advance:
    """An overlay of arrows; `share` says how far they have come, 0 to 1."""

    def __init__(self, pixel: float) -> None:
        self.pixel = pixel
        self.marches: Sequence[March] = ()
        self.share = 0.0

    def draw(self, target: pygame.Surface, camera: Camera, moving: bool) -> None:
        """Draw each arrow as far as it has come; nothing before it has a length."""
        for start, end in self.marches:
            points = _way(camera.to_window(*start), camera.to_window(*end))[: 1 + round(self.share * STEPS)]
            if len(points) > 2:
                self._draw(target, points)

    def _draw(self, target: pygame.Surface, points: NDArray[np.float64]) -> None:
        spare = SPARE * self.pixel
        corner = np.floor(points.min(0) - spare)
        wide, high = np.ceil(points.max(0) + spare - corner).astype(int).tolist()
        big = pygame.Surface((wide * OVER, high * OVER), pygame.SRCALPHA, 32)
        big.fill((*palette.CASING, 0))
        paint_stroke(big, (points - corner) * OVER, STROKE, self.pixel * OVER, casing=True)
        target.blit(pygame.transform.smoothscale(big, (wide, high)), corner.astype(int).tolist())


def _way(one: tuple[float, float], other: tuple[float, float]) -> NDArray[np.float64]:
    """Return points of a slightly bowed way."""
    a, b = np.array(one), np.array(other)
    over = (a + b) / 2 + np.array([(b - a)[1], (a - b)[0]]) * (2 * BOW)
    t = np.linspace(0.0, 1.0, STEPS + 1)[:, None]
    way: NDArray[np.float64] = (1 - t) ** 2 * a + 2 * t * (1 - t) * over + t**2 * b
    return way
