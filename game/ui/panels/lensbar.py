"""The bar of lenses over the map, its one-line legend, and the legend of the ties drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.language import _
from game.ui import palette
from game.ui.buttons import Control, later
from game.ui.canvas import Canvas
from game.ui.figures import Icon, Panel
from game.ui.labels import Label
from game.ui.layout import Column, Element, Hot, Row
from game.ui.map.lenses import Legend
from game.ui.map.relations import KINDS
from game.ui.play.lenses import LENSES, Lens
from game.ui.play.marks import StrokeSample, Swatches, plate
from game.ui.theme import RADIUS_CONTROL, ROW, SMALL, STRONG

__all__ = ["legend", "lens_bar", "ties_legend"]


class _LensButton(Control):
    """One lens: its key and icon, its name too while it is chosen."""

    def __init__(self, lens: Lens, chosen: bool, named: bool, choose: Callable[[str], None]) -> None:
        ink = palette.ON_ACCENT if chosen else palette.INK_SECOND
        parts: list[Element] = [Label(lens.key, SMALL, ink), Icon(lens.icon, 18, ink)]
        if chosen and named:
            parts.append(Label(_(lens.word), STRONG, ink))
        super().__init__(
            [Row(parts, gap=8)],
            id=f"lens.{lens.id}",
            action=later(choose, lens.id),
            tip=_(lens.word) + "\n" + _(lens.lines),
            shortcut=lens.key,
            pad=(9, 9),
        )
        self.chosen = chosen

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the accent under the chosen one."""
        if self.chosen:
            canvas.rounded(self.rect, palette.ACCENT, radius=RADIUS_CONTROL)
        elif hot.hover == self.id:
            canvas.rounded(self.rect, palette.HIGH, radius=RADIUS_CONTROL)


def lens_bar(chosen: Lens, named: bool, choose: Callable[[str], None]) -> Element:
    """Return the bar; `named` writes the chosen lens's name on it."""
    row = Row([_LensButton(lens, lens is chosen, named, choose) for lens in LENSES], gap=2)
    return Panel([row], pad=2)


def legend(says: Legend) -> Element:
    """Return a lens's legend, on one line where there is room."""
    parts: list[Element] = [Label(says.before, ROW, palette.INK_SECOND, wrap=True, grow=1)]
    if says.swatches:
        parts.append(Swatches(says.swatches, side=18))
    if says.after:
        parts.append(Label(says.after, ROW, palette.INK_SECOND, wrap=True, grow=1))
    return Panel([Row(parts, gap=12)], pad=(14, 10))


class _Plate(Row):
    """A row on a dark plate."""

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the plate."""
        plate(canvas, self.rect)


def ties_legend(shown: Sequence[str], rows: int = 1) -> Element | None:
    """Return what the lines on the map stand for, in so many rows; None without lines."""
    if not shown:
        return None
    words = {KINDS[kind].word: KINDS[kind].stroke for kind in reversed(KINDS) if kind in shown}
    entries = [Row([StrokeSample(words[word]), Label(_(word), SMALL, palette.INK_SECOND)], gap=8)
               for word in dict.fromkeys(kind.word for kind in KINDS.values()) if word in words]  # fmt: skip
    each = -(-len(entries) // rows)
    lines = [Row(entries[k : k + each], gap=16) for k in range(0, len(entries), each)]
    return _Plate([Column(lines, gap=4)], pad=(14, 4))
