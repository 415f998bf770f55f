"""The turn's report: a newspaper page, why an opponent did what it did, and the whole log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.language import _
from game.ui import palette
from game.ui.buttons import Act, Button, Segmented, later
from game.ui.canvas import Canvas
from game.ui.entry import TextField
from game.ui.figures import Icon, Panel, Picture
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Hot, Row, Size, Space
from game.ui.panels.balance import Balance
from game.ui.screen import KeyLine, Screen
from game.ui.screens.page import margin
from game.ui.screens.report_bars import two_bars
from game.ui.screens.report_changes import Section
from game.ui.screens.report_log import LogLine, log_rows, matching
from game.ui.screens.report_news import Draw, Headline, Rate, front_page
from game.ui.screens.report_why import explanation
from game.ui.scroll import Scroll
from game.ui.theme import BODY, GUTTER, STRONG, TITLE

__all__ = ["Headline", "LogLine", "Report", "ReportScreen"]

NARROW = 1180  # logical pixels below which page and explanation take turns


@dataclass(frozen=True, slots=True)
class Report:
    """A turn as one reader (or the public) may know it."""

    kicker: str
    title: str
    reader: str
    number: str
    headlines: tuple[Headline, ...]
    before: Balance
    after: Balance
    log: tuple[LogLine, ...]
    themes: tuple[tuple[str, str], ...]  # key, word
    rates: tuple[Rate, ...] = ()
    rated: str = ""  # what the rates are
    standing: tuple[Section, ...] = ()


class _Strip(Row):
    """The strip at the top, on panel ground with a hairline under it."""

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw ground and line."""
        canvas.fill(self.rect, palette.PANEL)
        x, y, width, height = self.rect
        canvas.fill((x, y + height - 1, width, 1), palette.LINE)


class ReportScreen(Screen):
    """Read the report; Enter goes on, M shows the chosen headline on the map."""

    first = "onward"

    def __init__(
        self,
        report: Report,
        onward: Act,
        words: str,
        *,
        show: Callable[[Sequence[int]], None] | None = None,
        picture: Draw | None = None,
        tools: Sequence[Element] = (),
        back: Act | None = None,
        notice: str = "",
        timeline: Act | None = None,
    ) -> None:
        """Take what is told, where Enter leads and in what words; what shows states on the map and draws them.

        A `notice` is one line about the game itself, above the page.
        """
        super().__init__()
        self.report = report
        self.onward = onward
        self.words = words
        self.show = show
        self.picture = picture
        self.tools = tools
        self.leave = back
        self.notice = notice
        self.timeline = timeline
        self.page = "news"
        self.chosen = 0
        self.opened_why = False
        self.wanted = ""
        self.theme = ""
        self.turn = 0
        self._weighed: set[int] = set()
        self._weighing = False

    def animate(self, seconds: float) -> bool:
        """Weigh what took too long to be on the page from the start."""
        mind = self.report.headlines[self.chosen].why.mind if self._weighing else None
        if mind is not None:
            mind()
            self._weighed.add(self.chosen)
            self._weighing = False
            self.refresh()
        return False

    # --- composing

    def compose(self, size: Size) -> Element:
        """Return the strip with the balance, the page chosen, and the buttons."""
        edge = margin(size)
        wide = size[0] >= NARROW
        body = self._log(size) if self.page == "log" else self._news(size, wide)
        body.grow, body.least = 1, 120
        inner = Row([Space(edge), body, Space(edge)], align="stretch", grow=1, least=120)
        gap = 28 if size[1] >= 800 else 14
        return Column([self._strip(size), *self._noticed(edge), Space(height=gap), inner, Space(height=gap)])

    def _noticed(self, edge: int) -> list[Element]:
        if not self.notice:
            return []
        words = Label(self.notice, STRONG, palette.ACCENT, wrap=True, grow=1)
        return [Row([Icon("clock", 20, palette.ACCENT), words], gap=10, pad=(edge, 14, edge, 0))]

    def _strip(self, size: Size) -> Element:
        roomy = size[1] >= 800
        heading = Column([caption(self.report.kicker), Label(self.report.title, TITLE)], justify="center")
        pages = [("news", _("Newspaper"), "newspaper"), ("log", _("Full log"), "scroll-text")]
        if self.timeline is not None:
            pages.append(("timeline", _("Timeline"), "history"))
        turn = Segmented("page", pages, self.page, self.turn_to)
        bars = Picture(two_bars(self.report.before, self.report.after), grow=1, height=76 if roomy else 66)
        gap = 40 if size[0] >= 1500 else 20
        return _Strip([heading, turn, bars, *self.tools], gap=gap, pad=(margin(size), 0), height=104 if roomy else 84)

    def _news(self, size: Size, wide: bool) -> Element:
        report, gap = self.report, 32 if size[0] >= 1500 else GUTTER
        if not report.headlines:
            return Column([self._quiet(), Space(height=GUTTER), self._buttons(size)], align="stretch")
        room = size[0] - 2 * margin(size)
        width = round((room - gap) * 0.515) if wide else room
        masthead = report.number, report.reader, _("The Continental Courier")
        paper = front_page(
            masthead, report.headlines, self.chosen, self._choose, self.picture, self.memory, self.app.theme, size,
            width, report.rates, report.rated,
        )  # fmt: skip
        deed = report.headlines[self.chosen].why
        self._weighing = deed.slow and deed.mind is not None and self.chosen not in self._weighed
        why = explanation(deed, self.memory, size[0] >= 1500, report.standing, self._weighing)
        if not wide:
            shown = why if self.opened_why else paper
            shown.grow, shown.least = 1, 120
            return Column([shown, Space(height=12), self._buttons(size)], align="stretch")
        paper.grow, why.grow, why.least = 1.0, 1, 120
        right = Column([why, Space(height=GUTTER), self._buttons(size)], grow=0.95)
        paper.fixed = (width, None)
        paper.grow = 0
        right.grow = 1
        return Row([paper, Space(gap), right], align="stretch")

    def _quiet(self) -> Element:
        text = Label(_("A quiet turn: nothing happened that you would have heard of."), BODY, palette.PAPER_SECOND)
        return Panel([Space(grow=1), Row([Space(grow=1), text, Space(grow=1)]), Space(grow=1)],
                     fill=palette.PAPER, border=None, grow=1, least=120)  # fmt: skip

    def _buttons(self, size: Size) -> Element:
        reason = None if self.report.headlines else _("There is no headline to show.")
        buttons: list[Element] = []
        if size[0] < NARROW and self.page == "news" and self.report.headlines:
            words = _("Newspaper") if self.opened_why else _("Why?")
            buttons.append(Button("why", words, self._turn_over, icon="circle-help", key="W", big=True))
        if self.show is not None and self.page == "news":
            words = _("Show on map") if size[0] >= 1500 else _("Map")
            buttons.append(Button("show", words, self._show, icon="map", key="M", big=True, why_not=reason))
        if self.page == "news" and size[0] >= 1280:
            words = _("Next headline") if size[0] >= 1500 else _("Next")
            buttons.append(Button("next", words, self._next, key="N", big=True, why_not=reason))
        onward = Button("onward", self.words, self.onward, kind="primary", big=True, key="Enter", grow=1)
        return Row([*buttons, onward], gap=GUTTER)

    def _log(self, size: Size) -> Element:
        report = self.report
        turns = sorted({line.turn for line in report.log})
        field_ = TextField("search", self.wanted, self._search, empty=_("Search the log"), most=40, width=260, grow=0)
        themes = [("", _("All")), *report.themes]
        filters = Segmented("theme", themes, self.theme, self._filter)
        which = [("0", _("All turns")), ("1", _("This turn"))]
        span = Segmented("span", which, str(self.turn), self._span)
        head = Row([field_, span], gap=GUTTER)
        head2 = Row([filters], gap=GUTTER)
        only = turns[-1] if self.turn and turns else None
        lines = matching(report.log, self.wanted, self.theme, only)
        rows = log_rows(lines, self.show, len(report.log))
        listing = Panel([Scroll(rows, self.memory, id="log")], grow=1, least=120, pad=(20, 12))
        onward = Button("onward", self.words, self.onward, kind="primary", big=True, key="Enter", width=320)
        if size[0] >= 1500:
            tops: list[Element] = [Row([field_, span, filters], gap=GUTTER)]
        else:
            tops = [head, Space(height=8), head2]
        return Column([*tops, Space(height=12), listing, Space(height=12), Row([Space(grow=1), onward])])

    # --- acting

    def turn_to(self, page: str) -> None:
        """Show the newspaper ("news"), the whole log ("log"), or go to the timeline ("timeline")."""
        if page == "timeline" and self.timeline is not None:
            self.timeline()
            return
        self.page = page
        self.refresh()

    def _choose(self, index: str) -> None:
        self.chosen = int(index)
        self.memory.pop("why", None)
        self.refresh()

    def _next(self) -> None:
        if self.report.headlines:
            self._choose(str((self.chosen + 1) % len(self.report.headlines)))

    def _turn_over(self) -> None:
        self.opened_why = not self.opened_why
        self.refresh()

    def _show(self) -> None:
        if self.show is not None and self.report.headlines:
            self.show(self.report.headlines[self.chosen].actors)

    def _search(self, text: str) -> None:
        self.wanted = text
        self.memory.pop("log", None)
        self.refresh()

    def _filter(self, theme: str) -> None:
        self.theme = theme
        self.memory.pop("log", None)
        self.refresh()

    def _span(self, key: str) -> None:
        self.turn = int(key)
        self.memory.pop("log", None)
        self.refresh()

    def key(self, event: pygame.event.Event) -> bool:
        """N next headline, M show it on the map, L the log, T the timeline, W why; not while a word is typed."""
        if self.hot.focus == "search":
            return False
        acts: dict[str, Act] = {"n": self._next, "m": self._show, "w": self._turn_over}
        acts |= {} if self.timeline is None else {"t": self.timeline}
        acts["l"] = later(self.turn_to, "news" if self.page == "log" else "log")
        act = acts.get(event.unicode.lower())
        if act is None:
            return False
        act()
        return True

    def back(self) -> None:
        """Go back where there is a way back; else Esc stays, and Enter goes on."""
        if self.leave is not None:
            self.leave()

    def keys(self) -> list[KeyLine]:
        """Explain the keys."""
        lines = [("N", _("next headline")), ("L", _("newspaper or full log"))]
        lines += [("T", _("timeline"))] if self.timeline is not None else []
        lines += [("M", _("show the headline on the map"))] if self.show is not None else []
        return [*lines, ("Enter", self.words)]
