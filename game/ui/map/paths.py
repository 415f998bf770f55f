"""Many lines and outlines of the map, scaled once and handed out by the box that they touch."""

from collections.abc import Iterator, Sequence

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.map.raster import OVER

__all__ = ["Paths", "dashes"]

Points = NDArray[np.float64]


_LONG = 24  # vertices from which thinning pays


class Paths:
    """Lines in map units; after `scale_to` their whole-pixel points at `OVER` times the map's scale.

    With `coarse` only one point is kept of those that follow each other in a cell of so many pixels.
    """

    def __init__(self, parts: Sequence[Points], coarse: int = 1) -> None:
        self._parts = tuple(parts)
        self._coarse = coarse
        self._scaled: list[NDArray[np.int64]] = []
        self._boxes = np.array([[*p.min(0), *p.max(0)] for p in parts]).reshape(-1, 4)
        self.scale = 0.0

    def scale_to(self, scale: float) -> None:
        """Round all points for a scale; cheap when it is the same."""
        if scale != self.scale:
            self.scale = scale
            whole = [np.rint(part * (scale * OVER)).astype(np.int64) for part in self._parts]
            self._scaled = whole if self._coarse == 1 else [_coarser(p, self._coarse) for p in whole]

    def touching(self, box: pygame.Rect, pad: float = 0.0) -> list[int]:
        """Return which parts come within `pad` pixels of a box."""
        b, s = self._boxes, self.scale
        x = (b[:, 0] * s <= box.right + pad) & (b[:, 2] * s >= box.left - pad)
        y = (b[:, 1] * s <= box.bottom + pad) & (b[:, 3] * s >= box.top - pad)
        found: list[int] = np.flatnonzero(x & y).tolist()
        return found

    def points(self, part: int, box: pygame.Rect) -> list[list[int]]:
        """Return a part's points on the supersampled picture of a box."""
        moved: list[list[int]] = (self._scaled[part] - (box.x * OVER, box.y * OVER)).tolist()
        return moved

    def polygon(self, part: int, box: pygame.Rect) -> list[list[int]]:
        """Return a closed part's points, thinned out beyond the box, where they fill the same pixels; or none.

        Filling costs rows times vertices, in view or not, so a long coast would be paid for in every box.
        The lowest points stay: pygame fills the last row of a polygon by another rule than the rest.
        """
        moved = self._scaled[part] - (box.x * OVER, box.y * OVER)
        if len(moved) > _LONG:
            lowest = moved[:, 1].max()
            for axis, size in ((0, box.width * OVER), (1, box.height * OVER)):
                for beyond in (-1, 1):
                    outside = beyond * moved[:, axis] > (size if beyond > 0 else 0) + 2
                    moved = _without_runs(moved, outside & (moved[:, 1] < lowest))
        thinned: list[list[int]] = moved.tolist()
        return thinned if len(thinned) > 2 else []

    def within(self, box: pygame.Rect, pad: float = 0.0) -> Iterator[tuple[int, list[list[int]]]]:
        """Yield (part, points) of all parts that touch a box."""
        for part in self.touching(box, pad):
            yield part, self.points(part, box)


def _coarser(points: NDArray[np.int64], cell: int) -> NDArray[np.int64]:
    moved = (np.diff(points // cell, axis=0) != 0).any(1)
    return points[np.concatenate([[True], moved])] if moved.any() else points[:2]


def _without_runs(points: NDArray[np.int64], beyond: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Keep of each run of points beyond an edge the first and the last, so that each row is crossed as evenly.

    Both ends of the list stay: pygame rounds crossings up or down by turns, counted from the first point.
    """
    if not beyond.any():
        return points
    inner = beyond.copy()
    inner[1:] &= beyond[:-1]
    inner[:-1] &= beyond[1:]
    inner[0] = inner[-1] = False
    return points[~inner]


def dashes(points: Points, dash: float, gap: float) -> Iterator[Points]:
    """Cut a line into dashes, the pattern fitted to its length so that both ends are drawn."""
    lengths = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    count = max(1, round((along[-1] + gap) / (dash + gap)))
    period = (along[-1] + gap) / count
    for k in range(count):
        start, stop = k * period, k * period + period * dash / (dash + gap)
        inner = along[(along > start) & (along < stop)]
        places = np.concatenate([[start], inner, [min(stop, along[-1])]])
        yield np.stack([np.interp(places, along, points[:, axis]) for axis in (0, 1)], axis=1)
