"""A sample of the palette: states' colours with their stripes, good and bad news, the accent, the ramp of fear."""

from __future__ import annotations

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Element, Hot, Size
from game.ui.map.hatching import ANGLES
from game.ui.palette import Colour, state_colours
from game.ui.theme import Theme

__all__ = ["SAMPLE", "Swatches"]

SAMPLE = ("#D2595F", "#5283DD", "#A2AE51", "#E1C696", "#A578BD", "#D3DADE", "#83B09A", "#A8773F")
"""The states of the first scenarios, as they are in the standard palette."""
_HIGH, _GAP = 30, 4


class Swatches(Element):
    """One row of colours; `patterned` shows the stripes as plain as on the map."""

    def __init__(self, patterned: bool) -> None:
        super().__init__(height=_HIGH)
        self.patterned = patterned

    def measure(self, theme: Theme, width: int) -> Size:
        """Take the width there is."""
        return min(width, 400), _HIGH

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the squares, states first."""
        states = state_colours(SAMPLE)
        rest = (palette.GOOD, palette.BAD, palette.ACCENT, *palette.FEAR)
        count = len(states) + len(rest) + 1
        wide = (self.rect.width - _GAP * (count - 1)) / count
        for index, shade in enumerate((*states, None, *rest)):
            box = (self.rect.x + index * (wide + _GAP), self.rect.y, wide, _HIGH)
            if shade is not None:
                canvas.rounded(box, shade, radius=4)
            if shade is not None and index < len(states) and self.patterned:
                _stripes(canvas, box, shade, ANGLES[index % len(ANGLES)])


def _stripes(canvas: Canvas, box: tuple[float, float, float, float], shade: Colour, angle: int) -> None:
    x, y, wide, high = box
    light = palette.mix((255, 255, 255), shade, 0.4)
    for k in range(1, 4):
        if angle == 0:
            canvas.fill((x, y + high * k / 4, wide, 3), light)
        elif angle == 90:
            canvas.fill((x + wide * k / 4, y, 3, high), light)
        else:
            ends = [(x + wide * (k - 1) / 3, y + high), (x + wide * k / 3, y)]
            if angle == 135:
                ends = [(ends[0][0], y), (ends[1][0], y + high)]
            canvas.line(ends, light, 3)
