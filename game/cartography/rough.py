"""Make straight lines look grown: midpoint displacement whose chance hangs on a line's own ends."""

import hashlib
from itertools import pairwise

import numpy as np

from game.cartography.topojson import Ring

__all__ = ["fraction", "rough_line"]

Point = tuple[float, float]
FURTHEST = 11.0
"""Map units; a midpoint never moves aside by more, however long the step."""


def fraction(*key: object) -> float:
    """Return a number in 0..1 that depends on the key alone."""
    digest = hashlib.blake2b(repr(key).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2.0**64


def rough_line(points: Ring, finest: float, swing: float, key: str = "") -> Ring:
    """Break every step of a line longer than `finest` at a midpoint moved aside by up to `swing` of its length.

    The same step gives the same bends in either direction, so neighbours that share it still share it.
    """
    line: list[Point] = [_key(points[0])]
    for start, end in pairwise(points):
        line += _bent(_key(start), _key(end), finest, swing, key)[1:]
    return np.array(line)


def _key(point: Ring) -> Point:
    return round(float(point[0]), 6), round(float(point[1]), 6)


def _bent(start: Point, end: Point, finest: float, swing: float, key: str) -> list[Point]:
    if start > end:
        return _bent(end, start, finest, swing, key)[::-1]
    dx, dy = end[0] - start[0], end[1] - start[1]
    if dx * dx + dy * dy <= finest * finest:
        return [start, end]
    aside = (2 * fraction(key, start, end) - 1) * min(swing, FURTHEST / (dx * dx + dy * dy) ** 0.5)
    along = 0.5 + 0.3 * (fraction(key, start, end, "along") - 0.5)
    middle = (
        round(start[0] + along * dx - aside * dy, 6),
        round(start[1] + along * dy + aside * dx, 6),
    )
    return [
        *_bent(start, middle, finest, swing, key),
        *_bent(middle, end, finest, swing, key)[1:],
    ]
