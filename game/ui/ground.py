"""Quiet grounds for screens without a map: a faint graticule on the deep."""

from functools import lru_cache

import pygame

from game.ui import palette
from game.ui.canvas import Canvas

__all__ = ["paint_graticule"]

_RINGS, _RAYS = 11, 24


def paint_graticule(canvas: Canvas) -> None:
    """Fill the window with the deep and a net of circles and rays around its middle."""
    canvas.surface.blit(_graticule(canvas.surface.get_size()), (0, 0))


@lru_cache(maxsize=2)
def _graticule(size: tuple[int, int]) -> pygame.Surface:
    over = 2
    wide, high = size[0] * over, size[1] * over
    big = pygame.Surface((wide, high))
    big.fill(palette.DEEP)
    shade = palette.mix(palette.GRATICULE, palette.DEEP, 0.55)
    middle = pygame.Vector2(wide / 2, high * 0.52)
    unit = high * 0.082
    for ring in range(1, _RINGS):
        pygame.draw.circle(big, shade, middle, unit * (ring + 1.4), over)
    for ray in range(_RAYS):
        way = pygame.Vector2(1, 0).rotate(360 / _RAYS * ray)
        pygame.draw.line(big, shade, middle + way * unit * 2.4, middle + way * (wide + high), over)
    return pygame.transform.smoothscale(big, size)
