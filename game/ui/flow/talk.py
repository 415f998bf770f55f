"""Time to talk before the orders of a turn: a public screen with a clock, and nothing of the game on it."""

from __future__ import annotations

import pygame

from game.language import _
from game.ui import palette
from game.ui.buttons import Act, Button
from game.ui.canvas import Canvas
from game.ui.flow.clock import TALK, WARNING, Clock
from game.ui.ground import paint_graticule
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import KeyLine, Screen
from game.ui.theme import CAPTION_WIDE, LOGO, SUBTITLE

__all__ = ["TalkScreen", "clock_button"]


def clock_button(clock: Clock, whose: int, toggle: Act) -> Button:
    """Return the clock as a button that stops it and starts it again."""
    tip = _("The clock stands: press to go on.") if clock.paused else _("Time left for your orders: press to stop it.")
    late = clock.left(whose) <= WARNING
    icon = "play" if clock.paused else "pause"
    return Button("clock", clock.shown(whose), toggle, icon=icon, kind="danger" if late else "secondary", tip=tip,
                  shortcut="P")  # fmt: skip


class TalkScreen(Screen):
    """Wait while people talk; `onward` when time is up or everybody is ready."""

    first = "ready"
    typing = False

    def __init__(self, title: str, clock: Clock, toggle: Act, onward: Act, leave: Act) -> None:
        super().__init__()
        self.title = title
        self.clock = clock
        self.toggle = toggle
        self.onward = onward
        self.leave = leave

    def compose(self, size: Size) -> Element:
        """Return the time in the middle and the two buttons below."""
        late = self.clock.left(TALK) <= WARNING
        told = _("Ask, promise, threaten. Nothing said here binds anybody.")
        buttons = [
            Space(grow=1),
            Button("menu", _("Menu"), self.leave, icon="menu", shortcut="Esc", tip=_("Menu: save, settings, leave")),
            Button("clock", _("Go on") if self.clock.paused else _("Stop the clock"), self.toggle, key="P",
                   icon="play" if self.clock.paused else "pause", tip=_("The clock waits until it is started again.")),
            Button("ready", _("All are ready"), self.onward, kind="primary", key="Enter",
                   tip=_("The first seat gives its orders.")),
            Space(grow=1),
        ]  # fmt: skip
        middle = [
            Label(self.title, CAPTION_WIDE, palette.INK_THIRD, align="center"),
            Label(_("Time to talk"), SUBTITLE, align="center"),
            Space(height=20),
            Label(self.clock.shown(TALK), LOGO, palette.BAD if late else palette.INK, align="center"),
            Space(height=20),
            Label(told, SUBTITLE, palette.INK_SECOND, align="center", wrap=True),
            Space(height=36),
            Row(buttons, gap=12),
        ]
        return Column([Space(grow=1), *middle, Space(grow=1)], pad=(24, 24))

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the graticule: never a map."""
        paint_graticule(canvas)

    def key(self, event: pygame.event.Event) -> bool:
        """Stop or start the clock with P."""
        if event.unicode in {"p", "P"}:
            self.toggle()
            return True
        return False

    def back(self) -> None:
        """Answer Esc: the menu."""
        self.leave()

    def keys(self) -> list[KeyLine]:
        """Explain the keys."""
        return [("P", _("stop or start the clock")), ("Enter", _("begin with the orders"))]
