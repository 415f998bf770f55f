"""The strokes of ties between states: double, dashed, dotted, barred, solid, tapering; with a dark casing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui import palette
from game.ui.map.paths import dashes
from game.ui.palette import Colour, Paint

__all__ = ["STROKES", "Shape", "Stroke", "paint_stroke", "shapes_of"]

Points = NDArray[np.float64]

CASING_WIDTH = 3.0  # pixels of casing, both sides together: 8 px under a pact
CASING: Paint = (*palette.CASING, 153)  # 60 %
ARROW_HEAD = 14.0
CHUNK = 16  # points of a long line that make one shape
FINE = 6  # and of one that fades
NEAR, FAR, FAINT = 90.0, 170.0, 0.34  # logical pixels from the nearer end: whole to here, faint from there
_CIRCLE = np.stack([np.cos(np.linspace(0, 2 * np.pi, 17)[:-1]), np.sin(np.linspace(0, 2 * np.pi, 17)[:-1])], axis=1)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour by its name in the palette and width, the dark core of a double one, dash and gap, an arrow."""

    ink: str
    width: float
    core: float = 0.0
    dash: tuple[float, float] | None = None
    arrow: bool = False

    @property
    def colour(self) -> Colour:
        """The colour in the palette in use."""
        shade: Colour = getattr(palette, self.ink)
        return shade


class Shape(NamedTuple):
    """A polygon to fill."""

    colour: Paint
    points: Points


STROKES: dict[str, Stroke] = {
    "double": Stroke("INK", 5.0, core=1.8),
    "double dashed": Stroke("ACCENT", 5.0, core=1.8, dash=(9.0, 6.0)),
    "planned dashes": Stroke("ACCENT", 3.0, dash=(9.0, 6.0)),
    "planned arrow": Stroke("ACCENT", 6.0, arrow=True),
    "dots": Stroke("GOOD", 3.6, dash=(0.0, 10.0)),
    "dashes": Stroke("BAD", 3.0, dash=(12.0, 7.0)),
    "bars": Stroke("BAD", 9.0, dash=(2.6, 6.4)),
    "solid": Stroke("BAD", 5.0),
    "single": Stroke("INK", 2.5),
    "thin dashes": Stroke("INK", 1.8, dash=(6.0, 4.0)),
    "arrow": Stroke("BAD", 7.0, arrow=True),
}


def shapes_of(
    points: Points, stroke: Stroke, pixel: float, casing: bool = True, fades: bool = False
) -> Iterator[Shape]:
    """Yield the polygons of a stroke in drawing order; `pixel` is the size of a logical pixel.

    One that fades is faint between its ends, so that it hides little of what it crosses.
    """
    half = stroke.width / 2 * pixel
    shares = _shares(points, points[[0, -1]], pixel) if fades else None
    if casing:
        yield from _ribbon(points, half + CASING_WIDTH / 2 * pixel, CASING, shares)
    if stroke.arrow:
        yield from _arrow(points, stroke, pixel)
    elif stroke.dash is None:
        for end in (points[0], points[-1]):
            yield Shape(stroke.colour, end + _CIRCLE * half)
        yield from _ribbon(points, half, stroke.colour, shares)
        if stroke.core:
            yield from _ribbon(points, stroke.core / 2 * pixel, palette.DEEP, shares)
    else:
        yield from _dashed(points, stroke, stroke.dash, pixel, fades)


def _shares(points: Points, ends: Points, pixel: float) -> Points:
    """Return how much of a fading line is left at points: all near its ends, little far from both."""
    gone = np.hypot(*(points[:, None] - ends).T).min(0) / pixel
    shares: Points = 1.0 - (1.0 - FAINT) * np.clip((gone - NEAR) / (FAR - NEAR), 0.0, 1.0)
    return shares


def _thinned(colour: Paint, share: float) -> Paint:
    red, green, blue, *rest = colour
    return (red, green, blue, round((rest[0] if rest else 255) * share))


def paint_stroke(target: pygame.Surface, points: Points, stroke: Stroke, pixel: float, casing: bool = False) -> None:
    """Draw a stroke along points of `target`, such as a sample in a legend."""
    for shape in shapes_of(points, stroke, pixel, casing):
        pygame.draw.polygon(target, shape.colour, np.rint(shape.points).tolist())


def _dashed(points: Points, stroke: Stroke, dash: tuple[float, float], pixel: float, fades: bool) -> Iterator[Shape]:
    half, ends = stroke.width / 2 * pixel, points[[0, -1]]
    for piece in dashes(points, dash[0] * pixel, dash[1] * pixel):
        shares = _shares(piece, ends, pixel) if fades else None
        if not dash[0]:
            colour = stroke.colour if shares is None else _thinned(stroke.colour, float(shares[0]))
            yield Shape(colour, piece[0] + _CIRCLE * half)
            continue
        yield from _ribbon(piece, half, stroke.colour, shares)
        if stroke.core:
            yield from _ribbon(piece, stroke.core / 2 * pixel, palette.DEEP, shares)


def _arrow(points: Points, stroke: Stroke, pixel: float) -> Iterator[Shape]:
    """Yield a line that narrows from its start, with a head at its end."""
    gone = np.hypot(*(points - points[-1]).T)
    shaft = points[gone > ARROW_HEAD * pixel]
    if len(shaft) > 1:
        half = np.linspace(stroke.width / 2, stroke.width / 5, len(shaft)) * pixel
        yield from _ribbon(shaft, half, stroke.colour)
    base = shaft[-1] if len(shaft) else points[0]
    along = points[-1] - base
    across = np.array([-along[1], along[0]]) * 0.45
    yield Shape(stroke.colour, np.array([points[-1], base + across, base - across]))


def _ribbon(points: Points, half: float | Points, colour: Paint, shares: Points | None = None) -> Iterator[Shape]:
    """Yield the outline of a line of half a width (or one for each point), in chunks that meet exactly."""
    along = np.empty_like(points)
    along[1:-1] = points[2:] - points[:-2]
    along[0], along[-1] = points[1] - points[0], points[-1] - points[-2]
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) * np.reshape(half, (-1, 1))
    left, right = points + across, points - across
    chunk = CHUNK if shares is None else FINE
    for start in range(0, len(points) - 1, chunk):
        stop = start + chunk + 1
        shade = colour if shares is None else _thinned(colour, float(shares[start]))
        yield Shape(shade, np.concatenate([left[start:stop], right[start:stop][::-1]]))
