"""The title: a menu on the sea side of a map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import pygame

from game import __version__
from game.language import _, mark
from game.ui import keys, palette, shapes
from game.ui.buttons import Act, Control
from game.ui.canvas import Canvas
from game.ui.figures import Icon, KeyCap, Picture, Rule
from game.ui.ground import paint_graticule
from game.ui.labels import Label
from game.ui.layout import Column, Element, Hot, Row, Size, Space
from game.ui.screen import KeyLine, Screen
from game.ui.scroll import Scroll
from game.ui.theme import DATE, LOGO, RADIUS_CONTROL, ROW, SUBTITLE, Style, Theme

__all__ = ["Backdrop", "Entry", "Living", "TitleScreen"]

Backdrop = Callable[[pygame.Surface, Theme], None]
_WAKE = 1.0  # seconds after the first look when what plays the map's game is loaded
_REST, _FADE, _STEPS = 30.0, 0.9, 6  # seconds from turn to turn, and that a turn takes to come, in steps
_WIDE, _FOOT = 432, 64
_ENTRY = Style("bold", 19, 25)


class Living(Protocol):
    """A map on which something happens now and then."""

    @property
    def place(self) -> str:
        """What is shown now, in words."""
        ...

    def paint(self, surface: pygame.Surface, theme: Theme, clear: pygame.Rect) -> None:
        """Draw it at a theme's scale; `clear` is the part of the surface that no menu veils."""

    def turn(self) -> bool:
        """Let something happen; return whether anything else is to be seen."""
        ...

    def wake(self) -> object:
        """Make ready for turns, if that is not done yet."""
        ...

    def let_go(self) -> None:
        """Keep no picture: the next one is drawn anew, in the colours of then."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu; `group` starts a new block after a hairline."""

    id: str
    text: str
    icon: str
    action: Act
    note: str = ""
    why_not: str | None = None
    group: bool = False
    shortcut: str = ""


class _MenuLine(Control):
    """An entry: icon, name, one line of explanation; the first one is filled."""

    def __init__(self, entry: Entry, first: bool, high: int, notes: bool) -> None:
        self.first = first
        self.high = high
        ink, second = self._inks(entry.why_not is None)
        words: list[Element] = [Label(entry.text, _ENTRY, ink)]
        if entry.note and notes:
            words.append(Label(entry.note, ROW, second))
        row = Row(
            [Icon(entry.icon, 22, ink if first else second), Column(words, grow=1)]
            + ([Icon("chevron-right", 22, ink)] if first else []),
            gap=20,
        )
        super().__init__(
            [row], id=entry.id, action=entry.action, why_not=entry.why_not, shortcut=entry.shortcut,
            pad=(16, 0)
        )  # fmt: skip

    def measure(self, theme: Theme, width: int) -> Size:
        """Return the line's height, more when the letters are larger."""
        wide, high = super().measure(theme, width)
        return wide, max(self.high, high + 2)

    def _inks(self, enabled: bool) -> tuple[palette.Colour, palette.Colour]:
        if not enabled:
            return palette.INK_THIRD, palette.INK_THIRD
        if self.first:
            return palette.ON_ACCENT, palette.mix(palette.ON_ACCENT, palette.ACCENT, 0.82)
        return palette.INK, palette.INK_SECOND

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the accent for the first, a veil under the pointer for the others."""
        over = self.enabled and hot.hover == self.id
        if self.first and self.enabled:
            canvas.rounded(self.rect, palette.ACCENT_SOFT if over else palette.ACCENT, radius=RADIUS_CONTROL)
        elif over:
            canvas.rounded(self.rect, (*palette.HIGH, 190), radius=RADIUS_CONTROL)


class TitleScreen(Screen):
    """The first thing that is seen; Enter presses the first entry."""

    def __init__(
        self,
        entries: Sequence[Entry],
        backdrop: Living | None = None,
        letters: dict[str, str] | None = None,
    ) -> None:
        """Take the entries and the map behind them."""
        super().__init__()
        self.entries = entries
        self.backdrop = backdrop
        self.letters = letters or {}
        self.first = entries[0].id if entries else ""
        self._now: pygame.Surface | None = None
        self._past: pygame.Surface | None = None  # kept until the last turn has come
        self._passed, self._shade = 0.0, 0

    def compose(self, size: Size) -> Element:
        """Return the menu at the left and the small print at the bottom."""
        roomy = size[1] >= 900
        compact = size[1] < 700
        left = _left(size)
        menu = Column(self._lines(size), gap=4 if size[1] >= 900 else 1, width=_WIDE if size[0] >= 1280 else 380)
        head = self._head(roomy, compact)
        body = Column([*head, Scroll(menu, self.memory, id="menu", grow=0)], align="start")
        above = size[1] // 9 if roomy else 24 if compact else 40
        return Column(
            [
                Space(height=above),
                Row([Space(left), body], align="start", grow=1, least=100),
                self._foot(left + 8),
                Space(height=20),
            ]
        )

    def _head(self, roomy: bool, compact: bool) -> list[Element]:
        logo = Picture(_logo, width=108, height=60)
        name = Label(_("Counterpoise"), LOGO if not compact else DATE)
        under = Label(_("Who will balance whom?"), SUBTITLE, palette.INK_SECOND)
        indent = 16
        lines: list[Element] = [] if compact else [Row([Space(indent), logo]), Space(height=24 if roomy else 8)]
        lines += [Row([Space(indent), name]), Row([Space(indent), under])]
        return [*lines, Space(height=48 if roomy else 18 if not compact else 12)]

    def _lines(self, size: Size) -> list[Element]:
        tall, low = (64, 48) if size[1] >= 900 else (50, 38) if size[1] >= 700 else (46, 36)
        lines: list[Element] = []
        for index, entry in enumerate(self.entries):
            if entry.group:
                lines.append(Row([Space(16), Rule(7, 7), Space(16)], align="stretch"))
                lines[-1].children[1].grow = 1
            lines.append(_MenuLine(entry, index == 0, tall if entry.note else low, True))
        return lines

    def _foot(self, left: int) -> Element:
        place = self.backdrop.place if self.backdrop is not None else ""
        parts = [_("Version {number}").format(number=__version__), place, _("Works offline")]
        small = "  ·  ".join(part for part in parts if part)
        told = [KeyCap("?"), Label(_("keys"), ROW, palette.INK_SECOND), Space(8), KeyCap(keys.shown("F11"))]
        told.append(Label(_("full screen"), ROW, palette.INK_SECOND))
        return Row([Space(left), *told, Space(grow=1), Label(small, ROW, palette.INK_SECOND), Space(40)], gap=8)

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the map under a dark gradient, from cached pictures: as it is, or on the way from the turn before."""
        if self._now is None or self._now.get_size() != canvas.surface.get_size():
            self._now = self._painted(canvas)
        canvas.surface.blit(self._now, (0, 0))
        if self._past is not None and self._past.get_size() == self._now.get_size():
            self._past.set_alpha(round(255 * (1 - self._shade / _STEPS)))
            canvas.surface.blit(self._past, (0, 0))

    def animate(self, seconds: float) -> bool:
        """Let a turn come in a few frames, then rest; nothing moves where that is not wanted or not seen."""
        if self.backdrop is None or self._now is None or not self._watched:
            return False
        self._passed += seconds
        if self._past is not None:
            self._come()
        elif self._passed >= _REST:
            self._passed = 0.0
            if self.backdrop.turn():
                self._past, self._now, self._shade = self._now, None, 0
                self.refresh()
        elif self._passed >= _WAKE:
            self.backdrop.wake()
        return False

    @property
    def _watched(self) -> bool:
        return not self.app.preferences.reduce_motion and pygame.display.get_active()

    def _come(self) -> None:
        """Show more of the present turn, in few steps: each costs a frame."""
        shade = min(_STEPS, int(_STEPS * self._passed / _FADE))
        if shade != self._shade:
            self._shade = shade
            self.app.dirty = True
        if shade == _STEPS:
            self._past, self._passed = None, 0.0

    def _painted(self, canvas: Canvas) -> pygame.Surface:
        ground = pygame.Surface(canvas.surface.get_size()).convert()
        size = self.app.logical_size
        edge = min(0.6, (_left(size) + _WIDE) / size[0])
        veiled = min(1.0, edge * 1.4)
        if self.backdrop is None:
            paint_graticule(Canvas(ground, canvas.theme))
        else:
            ground.fill(palette.SEA)
            left = round(veiled * ground.get_width())
            low = canvas.theme.px(_FOOT)
            clear = pygame.Rect(left, 0, ground.get_width() - left, ground.get_height() - low)
            self.backdrop.paint(ground, canvas.theme, clear)
        stops = ((0.0, 250), (edge * 0.62, 243), (edge, 175), (veiled, 0), (1.0, 0))
        strip = shapes.gradient((ground.get_width(), 1), palette.DEEP, stops)
        veil = strip.subsurface((0, 0, max(1, round(veiled * ground.get_width())), 1))
        ground.blit(pygame.transform.scale(veil, (veil.get_width(), ground.get_height())), (0, 0))
        return ground

    def repainted(self) -> None:
        """Draw the ground anew."""
        self.closed()
        self.refresh()

    def closed(self) -> None:
        """Keep no picture of the map: a game needs the room for its own."""
        self._past = self._now = None
        if self.backdrop is not None:
            self.backdrop.let_go()

    def back(self) -> None:
        """Stay: there is nothing behind the title."""

    def keys(self) -> list[KeyLine]:
        """Explain Enter."""
        return [("Enter", _(_PLAY))]


def _left(size: Size) -> int:
    return 104 if size[0] >= 1600 else 56


_PLAY = mark("play at once")


def _logo(canvas: Canvas, rect: pygame.Rect) -> None:
    canvas.icon("balance", 92, palette.ACCENT, (rect.x + 46, rect.centery))
