"""The list of lessons: what each shows, and which are done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.language import _
from game.ui import palette
from game.ui.buttons import later
from game.ui.canvas import Canvas
from game.ui.controls import Card
from game.ui.figures import Icon
from game.ui.ground import paint_graticule
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.screens.page import page
from game.ui.scroll import Scroll
from game.ui.theme import BODY, HEAD, SMALL

__all__ = ["LessonLine", "LessonsScreen"]


@dataclass(frozen=True, slots=True)
class LessonLine:
    """One lesson as listed."""

    id: str
    title: str
    summary: str
    done: bool


class LessonsScreen(Screen):
    """Choose a lesson; Enter begins the first that is not done."""

    typing = False

    def __init__(self, lines: Sequence[LessonLine], teach: Callable[[str], None]) -> None:
        super().__init__()
        self.lines = lines
        self.teach = teach
        first = next((line for line in lines if not line.done), lines[0] if lines else None)
        self.first = f"lesson.{first.id}" if first is not None else ""

    def compose(self, size: Size) -> Element:
        """Return one card a lesson."""
        told = _("Each takes about three minutes at the real table, and ends when you have done it.")
        cards = [self._card(number, line) for number, line in enumerate(self.lines, 1)]
        column = Column([Label(told, BODY, palette.INK_SECOND, wrap=True), Space(height=12), Column(cards, gap=8)])
        column.fixed = (min(820, size[0] - 96), None)
        body = Scroll(Row([Space(grow=1), column, Space(grow=1)], align="start"), self.memory, id="lessons")
        return page(size, _("Counterpoise"), _("Lessons"), body, back=self.back)

    def _card(self, number: int, line: LessonLine) -> Element:
        words = Column(
            [Label(f"{number}  {line.title}", HEAD), Label(line.summary, SMALL, palette.INK_SECOND, wrap=True)]
        )
        words.grow = 1
        shade = palette.GOOD if line.done else palette.INK_THIRD
        mark = Icon("circle-check" if line.done else "graduation-cap", 24, shade)
        tip = _("Done once: play it again.") if line.done else _("Begin this lesson.")
        return Card(f"lesson.{line.id}", [mark, words], later(self.teach, line.id), tip=tip, gap=16, pad=(18, 10),
                    chosen=self.first == f"lesson.{line.id}")  # fmt: skip

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the graticule."""
        paint_graticule(canvas)
