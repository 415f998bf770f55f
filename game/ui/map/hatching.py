"""Stripes inside polygons: the faint hatch of a state, the strong one of land held by another."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame

from game.ui.palette import Colour

__all__ = ["ANGLES", "striped"]

ANGLES = (0, 45, 90, 135)


@lru_cache(maxsize=32)
def _tile(angle: int, period: int, width: int, alpha: int) -> pygame.Surface:
    """Return a seamless square of white stripes with soft edges; `period` is across the stripes."""
    slanted = angle % 90 != 0
    step = round(period * 2**0.5) if slanted else period
    side = step * -(-256 // step)
    x, y = np.meshgrid(np.arange(side), np.arange(side), indexing="ij")
    across = {0: y, 45: x + y, 90: x, 135: x - y}[angle] % step
    distance = np.abs(across - step / 2) * (period / step)
    cover = np.clip(width / 2 - distance + 0.5, 0.0, 1.0)
    tile = pygame.Surface((side, side), pygame.SRCALPHA, 32)
    tile.fill((255, 255, 255, 0))
    pixels = pygame.surfarray.pixels_alpha(tile)
    pixels[:] = np.rint(cover * alpha).astype(np.uint8)
    del pixels
    return tile


def striped(
    target: pygame.Surface,
    polygons: Sequence[Sequence[Sequence[int]]],
    origin: tuple[int, int],
    colour: Colour,
    angle: int,
    size: tuple[int, int, int],
) -> None:
    """Lay stripes over polygons given in pixels of `target`.

    `origin` is the place on the whole map of the target's corner: stripes are anchored there, so neighbours
    drawn apart still meet. `size` is (period, width, alpha 0..255); angles as in `ANGLES`, 45 rising.
    """
    box = _bounds(polygons).clip(target.get_rect())
    if box.width <= 0 or box.height <= 0:
        return
    sheet = pygame.Surface(box.size, pygame.SRCALPHA, 32)
    sheet.fill((*colour, 0))
    for polygon in polygons:
        pygame.draw.polygon(sheet, (*colour, 255), [(x - box.x, y - box.y) for x, y in polygon])
    tile = _tile(angle, *size)
    side = tile.get_width()
    left, top = -((origin[0] + box.x) % side), -((origin[1] + box.y) % side)
    places = [(x, y) for x in range(left, box.width, side) for y in range(top, box.height, side)]
    sheet.fblits([(tile, place) for place in places], pygame.BLEND_RGBA_MULT)
    target.blit(sheet, box)


def _bounds(polygons: Sequence[Sequence[Sequence[int]]]) -> pygame.Rect:
    xs = [point[0] for polygon in polygons for point in polygon]
    ys = [point[1] for polygon in polygons for point in polygon]
    return pygame.Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
