"""Marks of rugged land: hills and mountains where a defender stands firmer, scattered by place and never by chance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui import palette
from game.ui.map.atlas import Atlas

__all__ = ["HILLS", "Relief"]

HILLS, MOUNTAINS = 1.1, 1.2  # factors of defence from which land is drawn as rugged
PITCH, INNER = 8, 2  # map units of a cell of the lattice; cells between a mark and the region's edge, and of its steps
LEVELS = 6  # how often the lattice is thinned to half before the map is as far off as may be
APART = 20.0  # logical pixels between two marks at the least, whatever the scale
JITTER = 1.1  # shares of a step by which a mark is moved off its lattice
DENSITY = 4.0  # of the places of land, by how far its factor is above 1, those that get a mark
RANGE, GATHERED, LONELY = 14, 1.6, 0.3  # cells across a range, and how much denser marks stand in one and beside
SIZE = (13, 8)  # logical pixels
_OVER = 4

Points = NDArray[np.float64]


class Relief:
    """The marks of a map: fewer the farther it is off, always the same ones at a scale."""

    def __init__(self, atlas: Atlas, terrain: Sequence[float]) -> None:
        """Take the factor of defence of each region."""
        low, ids = _grid(atlas)
        across, down = (np.arange(INNER, length - INNER, INNER) for length in ids.shape)
        x, y = (part.ravel() for part in np.meshgrid(across, down, indexing="ij"))
        here = ids[x, y]
        steps = ((INNER, 0), (-INNER, 0), (0, INNER), (0, -INNER))
        inner = (here >= 0) & np.logical_and.reduce([ids[x + dx, y + dy] == here for dx, dy in steps])
        rugged = np.append(np.asarray(terrain, float), 0.0)[here]
        chosen = inner & (rugged >= HILLS) & (_noise(x, y, 1) < DENSITY * (rugged - 1.0) * _ranges(x, y))
        x, y, here = x[chosen], y[chosen], here[chosen]
        moved = np.stack([_noise(x, y, 2), _noise(x, y, 3)], axis=1) - 0.5
        cells = np.stack([x, y], axis=1) + moved * JITTER * INNER
        stays = ids[tuple(np.rint(cells).astype(int).T)] == here
        self._places: Points = (cells * PITCH + low)[stays]
        self._gaps = (PITCH * INNER * 2.0 ** _level(x // INNER, y // INNER))[stays]
        self._high = np.asarray(terrain, float)[here[stays]] >= MOUNTAINS
        self._shown: tuple[float, float] | None = None  # scale and pixel of what follows
        self._corners: NDArray[np.int64] = np.zeros((0, 2), np.int64)
        self._kinds: NDArray[np.bool_] = np.zeros(0, bool)

    def paint(self, picture: pygame.Surface, box: pygame.Rect, scale: float, pixel: float) -> None:
        """Draw the marks of a box of the scaled map on its picture; `pixel` is the size of a logical pixel."""
        marks = [_mark(high, pixel, palette.CASING, palette.INK) for high in (False, True)]
        wide, high = marks[0].get_size()
        if self._shown != (scale, pixel):
            self._scale_to(scale, pixel, (wide // 2, high // 2))
        at = self._corners - box.topleft
        near = ((at > (-wide, -high)) & (at < box.size)).all(1)
        for place, kind in zip(at[near].tolist(), self._kinds[near].tolist(), strict=True):
            picture.blit(marks[kind], place)

    def _scale_to(self, scale: float, pixel: float, middle: tuple[int, int]) -> None:
        """Keep the upper left corners of the marks that a scale has room for."""
        room = self._gaps * scale >= APART * pixel
        self._corners = np.rint(self._places[room] * scale).astype(np.int64) - middle
        self._kinds = self._high[room]
        self._shown = scale, pixel


def _grid(atlas: Atlas) -> tuple[Points, NDArray[np.int64]]:
    """Return the least point of all land in play, and which region each cell from there on is part of; -1 for none."""
    low = atlas.bounds[:, :2].min(0)
    wide, high = (np.ceil((atlas.bounds[:, 2:].max(0) - low) / PITCH).astype(int) + 1).tolist()
    sheet = pygame.Surface((wide, high), 0, 32)
    for region in sorted(range(atlas.count), key=lambda each: -float(atlas.areas[each])):  # enclaves last
        for path in atlas.fills[region]:
            pygame.draw.polygon(sheet, (0, (region + 1) >> 8, (region + 1) & 255), ((path - low) / PITCH).tolist())
    return low, (pygame.surfarray.array2d(sheet) & 0xFFFF).astype(np.int64) - 1


def _noise(x: NDArray[np.int64], y: NDArray[np.int64], salt: int) -> Points:
    """Return numbers from 0 to 1 that only the places decide."""
    mixed = (x * 73856093) ^ (y * 19349663) ^ (salt * 83492791)
    mixed = (mixed ^ (mixed >> 13)) * 1274126177 & 0x7FFFFFFF
    found: Points = ((mixed ^ (mixed >> 16)) & 0xFFFF) / 65536.0
    return found


def _ranges(x: NDArray[np.int64], y: NDArray[np.int64]) -> Points:
    """Return how dense marks stand at places: in ranges of several cells rather than evenly."""
    half = RANGE // 2
    high = _noise(x // RANGE, y // RANGE, 4) + _noise((x + half) // RANGE, (y + half) // RANGE, 5) > 1.0
    return np.where(high, GATHERED, LONELY)


def _level(x: NDArray[np.int64], y: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how often a place of the lattice stays when that is thinned to every second row and column."""
    level = np.zeros(len(x), np.int64)
    for step in range(1, LEVELS):
        level += (x % 2**step == 0) & (y % 2**step == 0)
    return level


@lru_cache(maxsize=16)
def _mark(mountain: bool, pixel: float, dark: palette.Colour, light: palette.Colour) -> pygame.Surface:
    """Draw a mark: a lit flank, a shaded one, and the line of the crest; a hill has a round back."""
    wide, high = (max(4, round(length * pixel)) for length in SIZE)
    big = pygame.Surface((wide * _OVER, high * _OVER), pygame.SRCALPHA, 32)
    big.fill((*dark, 0))
    crest, shaded = _peaks(*big.get_size()) if mountain else _back(*big.get_size())
    pygame.draw.polygon(big, (*light, 22), crest)
    pygame.draw.polygon(big, (*dark, 95), shaded)
    pygame.draw.lines(big, (*dark, 175), False, crest, max(1, round(1.2 * pixel * _OVER)))
    return pygame.transform.smoothscale(big, (wide, high))


_Line = list[tuple[float, float]]


def _peaks(wide: int, high: int) -> tuple[_Line, _Line]:
    top, foot = 0.08 * high, 0.95 * high
    crest = [(0.04 * wide, foot), (0.4 * wide, top), (0.6 * wide, 0.58 * high), (0.72 * wide, 0.36 * high),
             (0.96 * wide, foot)]  # fmt: skip
    return crest, [(0.4 * wide, top), (0.6 * wide, 0.58 * high), (0.62 * wide, foot), (0.44 * wide, foot)]


def _back(wide: int, high: int) -> tuple[_Line, _Line]:
    turns = np.linspace(np.pi, 0.0, 15)
    crest = [((0.5 + 0.36 * np.cos(a)) * wide, (0.95 - 0.5 * np.sin(a)) * high) for a in turns]
    return crest, [*crest[8:], (0.66 * wide, 0.95 * high)]
