"""The end: first what became of the system, shared by all; then each state's score with its parts."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.language import _
from game.ui import palette, shapes
from game.ui.buttons import Act, Button
from game.ui.canvas import Canvas
from game.ui.figures import Panel, Picture, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import KeyLine, Screen
from game.ui.screens.end_rows import PART_SHADES, Fact, Result, Swatch, fact_of, hairline, result_row
from game.ui.screens.page import margin
from game.ui.screens.title import Backdrop
from game.ui.scroll import Scroll
from game.ui.terms import explained
from game.ui.theme import (
    BODY,
    DATE,
    SMALL,
    SUBTITLE,
    TITLE,
    Style,
)

__all__ = ["EndScreen", "Ending"]

_VERDICT = Style("title", 52, 62)
_CHAPTER = Style("title", 18, 26)
_HEAD, _TALLEST = 60, 96
_WIDE = 1280  # logical pixels from which the annals stand beside the scores; below, one of the two
_DOWN = ((0.0, 120), (0.12, 150), (0.28, 255), (1.0, 255))
_ACROSS = ((0.0, 245), (0.3, 190), (0.6, 40), (1.0, 130))


@dataclass(frozen=True, slots=True)
class Ending:
    """How a game ended."""

    kicker: str
    verdict: str
    line: str
    facts: tuple[Fact, ...]
    parts: tuple[tuple[str, float], ...]  # name and most points
    results: tuple[Result, ...]
    annals: tuple[tuple[str, str], ...]  # when, what


class EndScreen(Screen):
    """Read how it ended; play again, look at the log, go to the title.

    Enter, which has led through every report, does nothing here: one too many starts no new game.
    """

    def __init__(
        self,
        ending: Ending,
        *,
        again: Act,
        title: Act,
        log: Act,
        save: Act,
        timeline: Act,
        backdrop: Backdrop | None = None,
    ) -> None:
        super().__init__()
        self.ending = ending
        self.again, self.title, self.log, self.save, self.timeline = again, title, log, save, timeline
        self.backdrop = backdrop
        self.reading = False  # on a narrow window: the annals in place of the scores
        self._ground: tuple[tuple[int, int], pygame.Surface] | None = None

    def compose(self, size: Size) -> Element:
        """Return the shared result above, scores and annals below, buttons last."""
        edge = min(40, margin(size))
        roomy = size[1] >= 900
        table = self._table(size)
        if size[0] >= _WIDE:
            annals = self._annals()
            annals.fixed = (480 if size[0] >= 1700 else 380, None)
            body: Element = Row([table, annals], gap=24, align="stretch", grow=1, least=160)
        else:
            shown = self._annals() if self.reading else table
            shown.grow, shown.least = 1, 160
            body = Row([shown], align="stretch", grow=1, least=160)
        whole = Column(
            [
                self._shared(size),
                Row([Space(edge), body, Space(edge)], align="stretch", grow=1, least=160),
                Space(height=12),
                Row([Space(edge), *self._buttons(size), Space(edge)], gap=12),
                Space(height=20 if roomy else 12),
            ]
        )
        return explained(whole, "end")

    def _shared(self, size: Size) -> Element:
        ending, roomy = self.ending, size[1] >= 900
        wide = size[0] >= 1180
        words = Column(
            [
                caption(ending.kicker, palette.INK_SECOND, wrap=True),
                Label(ending.verdict, _VERDICT if wide and roomy else DATE if wide else TITLE, wrap=True),
                Label(ending.line, SUBTITLE if roomy else BODY, palette.INK, wrap=True),
            ],
            gap=6 if roomy else 0,
            grow=1,
        )
        facts: list[Element] = []
        for fact in ending.facts:
            if facts:
                facts.append(Picture(hairline, width=1, height=92 if roomy else 70))
            facts.append(fact_of(fact, 150 if size[0] >= 1500 else 118 if wide else 100))
        gap = 24 if size[0] >= 1500 else 14
        edge = min(64, margin(size))
        return Row([words, Row(facts, gap=gap, align="start")], gap=32,
                   pad=(edge, 40 if roomy else 16, edge, 40 if roomy else 14), align="start")  # fmt: skip

    def _table(self, size: Size) -> Element:
        head = Row([Space(44), caption(_("State"), grow=1), self._legend(size)], gap=14, height=_HEAD, pad=(20, 0))
        rows: list[Element] = []
        room = (size[1] - (460 if size[1] >= 900 else 360)) // max(1, len(self.ending.results))
        for result in self.ending.results:
            row = result_row(result, self.ending.parts, size)
            row.fixed = (None, max(row.size(self.app.theme, size[0])[1], min(_TALLEST, room)))
            rows += [Picture(hairline, height=1), row]
        listing = Scroll(Column(rows), self.memory, id="scores")
        return Panel([head, listing], pad=(0, 0, 0, 8), grow=1, least=160)

    def _legend(self, size: Size) -> Element:
        marks: list[Element] = []
        for (name, most), shade in zip(self.ending.parts, PART_SHADES, strict=False):
            marks.append(Row([Swatch(shade), Label(f"{name} {most:.0f}", SMALL, palette.INK_SECOND)], gap=6))
        return Row(marks, gap=14)

    def _annals(self) -> Element:
        parts: list[Element] = [Label(_("The Annals"), Style("title", 24, 32), palette.PAPER_INK),
                                Rule(8, 10, palette.PAPER_INK)]  # fmt: skip
        for when, what in self.ending.annals:
            parts += [Label(when, _CHAPTER, palette.PAPER_INK), Label(what, BODY, palette.PAPER_SECOND, wrap=True)]
            parts.append(Space(height=14))
        if not self.ending.annals:
            parts.append(Label(_("Nothing happened that anybody wrote down."), BODY, palette.PAPER_SECOND, wrap=True))
        return Panel([Scroll(Column(parts), self.memory, id="annals")], fill=palette.PAPER, border=None, radius=6,
                     pad=(26, 20))  # fmt: skip

    def _buttons(self, size: Size) -> list[Element]:
        narrow = size[0] < _WIDE
        turn = Button("annals.turn", _("Scores") if self.reading else _("Annals"), self._turn_over, key="A",
                      tip=_("The scores, or the story in six paragraphs."))  # fmt: skip
        return [
            *([turn] if narrow else []),
            Button("log", _("Full log"), self.log, icon="" if narrow else "scroll-text", key="L"),
            Button("timeline", _("Timeline"), self.timeline, icon="" if narrow else "history", key="T"),
            Button("save", _("Save as…"), self.save, icon="" if narrow else "save", key="S"),
            Space(grow=1),
            Button("title", _("Title"), self.title),
            Button("again", _("Play again"), self.again, kind="primary", key="P", width=None if narrow else 240),
        ]

    def _turn_over(self) -> None:
        self.reading = not self.reading
        self.refresh()

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the map as it stands at the end, faint, under the shared result."""
        size = canvas.surface.get_size()
        if self._ground is None or self._ground[0] != size:
            self._ground = (size, self._painted(canvas))
        canvas.surface.blit(self._ground[1], (0, 0))

    def _painted(self, canvas: Canvas) -> pygame.Surface:
        size = canvas.surface.get_size()
        ground = pygame.Surface(size).convert()
        ground.fill(palette.DEEP)
        if self.backdrop is not None:
            self.backdrop(ground, canvas.theme)
        ground.blit(
            shapes.gradient(size, palette.DEEP, ((0.0, 150), (0.12, 175), (0.28, 255), (1.0, 255)), True), (0, 0)
        )
        ground.blit(shapes.gradient(size, palette.DEEP, ((0.0, 245), (0.3, 190), (0.6, 40), (1.0, 130))), (0, 0))
        return ground

    def key(self, event: pygame.event.Event) -> bool:
        """P play again, L the log, T the timeline, S save, A the annals on a narrow window."""
        acts = {"p": self.again, "l": self.log, "t": self.timeline, "s": self.save}
        acts |= {"a": self._turn_over} if self.app.logical_size[0] < _WIDE else {}
        act = acts.get(event.unicode.lower())
        if act is None:
            return False
        act()
        return True

    def back(self) -> None:
        """Stay: the ending is not left by accident."""

    def keys(self) -> list[KeyLine]:
        """Explain the keys."""
        return [("P", _("play again")), ("L", _("full log")), ("T", _("timeline")), ("S", _("save"))]
