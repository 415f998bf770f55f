"""The frame of a full screen: a strip with title and way back, the body, and a row of buttons."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _
from game.ui import palette
from game.ui.buttons import Act, Button
from game.ui.canvas import Canvas
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Hot, Row, Size, Space
from game.ui.theme import MARGIN, TITLE

__all__ = ["margin", "page"]


def margin(size: Size) -> int:
    """Return the outer margin: 48 where there is room."""
    return MARGIN if size[0] >= 1280 else 24


class _Strip(Row):
    """The strip at the top, on panel ground with a hairline under it."""

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw ground and line."""
        canvas.fill(self.rect, palette.PANEL)
        x, y, width, height = self.rect
        canvas.fill((x, y + height - 1, width, 1), palette.LINE)


def page(
    size: Size,
    kicker: str,
    title: str,
    body: Element,
    *,
    back: Act,
    tools: Sequence[Element] = (),
    footer: Sequence[Element] = (),
) -> Element:
    """Return a whole screen; `footer` lies at the right end of the last row, after what grows in it."""
    edge = margin(size)
    roomy = size[1] >= 800
    heading = Column([caption(kicker), Label(title, TITLE)], grow=1, justify="center")
    close = Button("back", "", back, icon="x", tip=_("Back (Esc)"), shortcut="Esc")
    strip = _Strip([heading, *tools, close], gap=12, pad=(edge, 0), height=104 if roomy else 84)
    low = Row(footer, gap=12, pad=(edge, 0, edge, 0)) if footer else Space()
    body.grow = 1
    if body.least is None:
        body.least = 120
    gap = 28 if roomy else 16
    inner = Row([Space(edge), body, Space(edge)], align="stretch", grow=1, least=120)
    return Column([strip, Space(height=gap), inner, Space(height=gap), low, Space(height=gap if footer else 0)])
