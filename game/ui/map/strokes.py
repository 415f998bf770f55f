"""The strokes of ties between states: double, dashed, dotted, solid, tapering; with a dark casing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui import palette
from game.ui.map.paths import dashes
from game.ui.palette import Colour

__all__ = ["STROKES", "Stroke", "paint_stroke"]

Points = NDArray[np.float64]

CASING_WIDTH = 3.0  # pixels of casing, both sides together: 8 px under a pact
CASING_ALPHA = 153  # 60 %
ARROW_HEAD = 14.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour and width, the dark core of a double one, dash and gap, or a tapering arrow."""

    colour: Colour
    width: float
    core: float = 0.0
    dash: tuple[float, float] | None = None
    arrow: bool = False


STROKES: dict[str, Stroke] = {
    "double": Stroke(palette.INK, 5.0, core=1.8),
    "double dashed": Stroke(palette.ACCENT, 5.0, core=1.8, dash=(9.0, 6.0)),
    "dots": Stroke(palette.GOOD, 3.6, dash=(0.0, 10.0)),
    "dashes": Stroke(palette.BAD, 3.0, dash=(12.0, 7.0)),
    "solid": Stroke(palette.BAD, 5.0),
    "single": Stroke(palette.INK, 2.5),
    "thin dashes": Stroke(palette.INK, 1.8, dash=(6.0, 4.0)),
    "arrow": Stroke(palette.BAD, 7.0, arrow=True),
}


def paint_stroke(target: pygame.Surface, points: Points, stroke: Stroke, pixel: float, casing: bool = False) -> None:
    """Draw a stroke along points of `target`; `pixel` is the size of a logical pixel there."""
    if casing:
        wide = max(1, round((stroke.width + CASING_WIDTH) * pixel))
        _line(target, (*palette.CASING, CASING_ALPHA), points, wide, round_ends=False)
    if stroke.arrow:
        _arrow(target, stroke, points, pixel)
        return
    whole = stroke.dash is None
    pieces = [points] if stroke.dash is None else list(dashes(points, *(part * pixel for part in stroke.dash)))
    dots = stroke.dash is not None and not stroke.dash[0]
    for piece in pieces:
        _line(target, stroke.colour, piece, max(1, round(stroke.width * pixel)), round_ends=whole or dots)
    if stroke.core:
        for piece in pieces:
            _line(target, palette.DEEP, piece, max(1, round(stroke.core * pixel)), round_ends=False)


def _line(target: pygame.Surface, colour: Sequence[int], points: Points, width: int, round_ends: bool) -> None:
    if round_ends:
        for x, y in (points[0], points[-1]):
            pygame.draw.circle(target, colour, (x, y), width / 2)
    if len(points) > 1:
        pygame.draw.polygon(target, colour, _ribbon(points, np.full(len(points), width / 2)))


def _arrow(target: pygame.Surface, stroke: Stroke, points: Points, pixel: float) -> None:
    """Draw a line that narrows from its start, with a head at its end."""
    gone = np.hypot(*(points - points[-1]).T)
    head = ARROW_HEAD * pixel
    shaft = points[gone > head]
    if len(shaft) > 1:
        half = np.linspace(stroke.width / 2, stroke.width / 5, len(shaft)) * pixel
        pygame.draw.polygon(target, stroke.colour, _ribbon(shaft, half))
    base = shaft[-1] if len(shaft) else points[0]
    along = points[-1] - base
    across = np.array([-along[1], along[0]]) * 0.45
    pygame.draw.polygon(
        target, stroke.colour, [points[-1].tolist(), (base + across).tolist(), (base - across).tolist()]
    )


def _ribbon(points: Points, half: NDArray[np.float64]) -> list[list[float]]:
    """Return the outline of a line of changing half width."""
    along = np.gradient(points, axis=0)
    along /= np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) * half[:, None]
    outline: list[list[float]] = np.rint(np.concatenate([points + across, (points - across)[::-1]])).tolist()
    return outline
