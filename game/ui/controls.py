"""Elements that hold a choice: cards, toggles, sliders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.language import _
from game.ui import palette
from game.ui.buttons import Act, Control
from game.ui.canvas import Canvas
from game.ui.labels import Label
from game.ui.layout import Column, Edges, Element, Hot, Row, Size, Space
from game.ui.theme import RADIUS, SMALL, STRONG, TINY, Theme

if TYPE_CHECKING:
    from game.ui.screen import Screen

__all__ = ["Card", "Slider", "Toggle"]


class Card(Control):
    """A pressable row or card with children of its own; the chosen one has the accent around it."""

    radius = RADIUS

    def __init__(
        self,
        id: str,
        children: Sequence[Element | None],
        action: Act | None = None,
        *,
        chosen: bool = False,
        bare: bool = False,
        why_not: str | None = None,
        tip: str = "",
        gap: int = 12,
        pad: int | tuple[int, int] | Edges = (14, 10),
        grow: float = 0,
        width: int | None = None,
        height: int | None = None,
    ) -> None:
        super().__init__(
            [Row(children, gap=gap)], id=id, action=action, why_not=why_not, tip=tip, pad=pad,
            grow=grow, width=width, height=height,
        )  # fmt: skip
        self.chosen = chosen
        self.bare = bare

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the ground by state."""
        over = self.enabled and hot.hover == self.id
        if self.bare and not over and not self.chosen:
            return
        fill = palette.HIGH if over else palette.RAISED
        border = palette.ACCENT if self.chosen else None if self.bare else palette.LINE
        canvas.rounded(self.rect, fill, border, RADIUS)


class Toggle(Control):
    """A switch with its text and a line of explanation; the whole row answers."""

    def __init__(
        self,
        id: str,
        text: str,
        on: bool,
        turn: Callable[[bool], None],
        *,
        note: str = "",
        why_not: str | None = None,
    ) -> None:
        words = Column(
            [Label(text, STRONG, palette.INK, wrap=True)]
            + ([Label(note, SMALL, palette.INK_SECOND, wrap=True)] if note else []),
            grow=1,
        )
        super().__init__(
            [Row([words, Space(56, 32)], gap=24)], id=id, action=lambda: turn(not on), why_not=why_not,
            tip=_("On: press to turn it off.") if on else _("Off: press to turn it on."), pad=(0, 6),
        )  # fmt: skip
        self.on = on

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the switch at the right: a knob to the right, on accent, when on."""
        x, y = self.rect.right - 52, self.rect.centery - 14
        over = hot.hover == self.id
        ground = palette.ACCENT if self.on else palette.HIGH if over else palette.RAISED
        canvas.rounded((x, y, 52, 28), ground, palette.ACCENT if self.on else palette.LINE_STRONG, radius=14)
        knob = palette.ON_ACCENT if self.on else palette.INK_SECOND
        canvas.disc((x + (38 if self.on else 14), y + 14), 18, knob)


class Slider(Control):
    """A value along a line: drag, click or arrow keys; `marks` writes a word under some values."""

    def __init__(
        self,
        id: str,
        values: Sequence[float],
        value: float,
        choose: Callable[[float], None],
        *,
        words: Callable[[float], str],
        most: float | None = None,
        tip: str = "",
        grow: float = 1,
    ) -> None:
        super().__init__(id=id, tip=tip, grow=grow, height=44)
        self.values = list(values)
        self.value = min(self.values, key=lambda each: abs(each - value))
        self.choose = choose
        self.words = words
        self.most = most  # values above it are drawn faint: they are allowed, but capped for now

    def press(self, screen: Screen, pos: tuple[int, int]) -> bool:
        """Go to the value under the pointer and follow it."""
        self.drag(screen, pos)
        return True

    def drag(self, screen: Screen, pos: tuple[int, int]) -> None:
        """Show the value under the pointer; it counts when the pointer lets go."""
        share = (pos[0] - self.rect.x - 10) / max(1, self.rect.width - 20)
        index = round(share * (len(self.values) - 1))
        self.value = self.values[max(0, min(len(self.values) - 1, index))]
        screen.app.dirty = True

    def release(self, screen: Screen, pos: tuple[int, int]) -> None:
        """Choose the value shown."""
        self.choose(self.value)

    def key(self, screen: Screen, event: pygame.event.Event) -> bool:
        """Move by one with left and right."""
        by = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key, 0)
        if not by:
            return False
        index = self.values.index(self.value) + by
        if 0 <= index < len(self.values):
            self.choose(self.values[index])
        return True

    def measure(self, theme: Theme, width: int) -> Size:
        """Ask for a hand's width."""
        return min(width, 240), 44

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the line, a tick for each value, the knob, and the words of the ends and the value."""
        x, width = self.rect.x + 10, self.rect.width - 20
        y = self.rect.y + 14
        last = max(1, len(self.values) - 1)
        at = x + width * self.values.index(self.value) / last
        canvas.rounded((x, y - 2, width, 4), palette.LINE, radius=2)
        canvas.rounded((x, y - 2, max(4, at - x), 4), palette.ACCENT, radius=2)
        for index, value in enumerate(self.values):
            capped = self.most is not None and value > self.most + 1e-9
            shade = palette.LINE_STRONG if capped else palette.INK_SECOND
            here = x + width * index / last
            canvas.fill((here, y + 8, 1, 5), shade)
            tint = palette.INK if value == self.value else palette.INK_THIRD if capped else palette.INK_SECOND
            canvas.text(self.words(value), TINY, tint, (here - 30, y + 14, 60, 16), "center")
        grip = palette.ACCENT_SOFT if hot.hover == self.id else palette.ACCENT
        canvas.disc((at, y), 20, grip, palette.CASING, 2)
