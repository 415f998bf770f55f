"""Shapes over the whole map, drawn only in the squares that they touch, each square once."""

from collections.abc import Sequence

import numpy as np
import pygame

from game.ui import palette
from game.ui.map.raster import OVER
from game.ui.map.strokes import Shape

__all__ = ["Sheet"]

CELL = 128  # pixels
KEPT = 400  # squares: 25 MB

_Square = tuple[int, int]


class Sheet:
    """Keep supersampled pictures of the squares where shapes are; a blit each is all that a frame costs."""

    def __init__(self, shapes: Sequence[Shape] = ()) -> None:
        self._shapes = tuple(shapes)
        self._inside: dict[_Square, list[int]] = {}
        self._pictures: dict[_Square, pygame.Surface] = {}
        for index, shape in enumerate(self._shapes):
            low, high = np.floor((shape.points.min(0) - 1) / CELL), np.floor((shape.points.max(0) + 1) / CELL)
            for x in range(int(low[0]), int(high[0]) + 1):
                for y in range(int(low[1]), int(high[1]) + 1):
                    self._inside.setdefault((x, y), []).append(index)

    def show(self, target: pygame.Surface, window: pygame.Rect, at: tuple[int, int]) -> None:
        """Blit the squares in a view, drawing those that it has not seen yet."""
        if len(self._pictures) > KEPT:
            self._pictures.clear()
        for x in range(window.left // CELL, window.right // CELL + 1):
            for y in range(window.top // CELL, window.bottom // CELL + 1):
                if (x, y) in self._inside:
                    place = x * CELL - window.x + at[0], y * CELL - window.y + at[1]
                    target.blit(self._picture((x, y)), place)

    def _picture(self, square: _Square) -> pygame.Surface:
        if square not in self._pictures:
            big = pygame.Surface((CELL * OVER, CELL * OVER), pygame.SRCALPHA, 32)
            big.fill((*palette.CASING, 0))
            corner = np.array(square) * CELL
            for index in self._inside[square]:
                shape = self._shapes[index]
                pygame.draw.polygon(big, shape.colour, np.rint((shape.points - corner) * OVER).tolist())
            self._pictures[square] = pygame.transform.smoothscale(big, (CELL, CELL))
        return self._pictures[square]
