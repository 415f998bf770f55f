"""Elements that answer: what every control can do, buttons, segments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui import keys, palette
from game.ui.canvas import Canvas
from game.ui.figures import Icon, KeyCap
from game.ui.labels import Label
from game.ui.layout import Edges, Element, Hot, Layered, Row, Size
from game.ui.palette import Colour
from game.ui.theme import MAIN, RADIUS_CONTROL, ROW, STRONG, Style, Theme

if TYPE_CHECKING:
    from game.ui.screen import Screen

__all__ = ["Act", "Button", "Control", "Hint", "Segmented", "later", "outline"]

Act = Callable[[], object]


def outline(canvas: Canvas, rect: pygame.Rect, shade: Colour | None = None, radius: int = RADIUS_CONTROL) -> None:
    """Draw the mark of the keyboard's focus around a rectangle."""
    canvas.rounded(rect.inflate(6, 6), None, shade or palette.INK, radius + 3, width=2)


class Hint(Layered):
    """Children with a tooltip, which the pointer may ask for; the keyboard passes by."""

    def __init__(self, children: Sequence[Element], tip: str, *, id: str, grow: float = 0) -> None:
        super().__init__(children, id=id, grow=grow)
        self.tip = tip


class Control(Layered):
    """An element that can be pressed: by mouse, by Enter or Space, and by tests through its id.

    `why_not` is the one-sentence reason why it cannot be pressed now; None while it can.
    """

    radius = RADIUS_CONTROL
    focusable = True
    readable = False  # True: it is no button but a text to be read, whose terms are explained

    def __init__(
        self,
        children: Sequence[Element] = (),
        *,
        id: str,
        action: Act | None = None,
        why_not: str | None = None,
        tip: str = "",
        shortcut: str = "",
        pad: int | tuple[int, int] | Edges = 0,
        grow: float = 0,
        width: int | None = None,
        height: int | None = None,
    ) -> None:
        super().__init__(children, pad=pad, id=id, grow=grow, width=width, height=height)
        self.action = action
        self.why_not = why_not
        self.tip = tip
        self.shortcut = shortcut  # the key that does the same, shown by the overlay on `?`

    @property
    def enabled(self) -> bool:
        """Say whether it can be pressed."""
        return self.why_not is None

    def activate(self, screen: Screen) -> None:
        """Do what it is there for, when enabled."""
        if self.enabled and self.action:
            self.action()

    def press(self, screen: Screen, pos: tuple[int, int]) -> bool:
        """Answer the pointer going down; True keeps the drag and suppresses the click."""
        return False

    def drag(self, screen: Screen, pos: tuple[int, int]) -> None:
        """Answer the pointer moving while pressed."""

    def release(self, screen: Screen, pos: tuple[int, int]) -> None:
        """Answer the pointer going up after `press` kept it."""

    def wheel(self, screen: Screen, pos: tuple[int, int], notches: int) -> bool:
        """Answer the wheel over it, away from the hand when positive; return whether it was used."""
        return False

    def key(self, screen: Screen, event: pygame.event.Event) -> bool:
        """Answer a key while it has the focus; return whether it was used."""
        return False

    def draw(self, canvas: Canvas, hot: Hot) -> None:
        """Draw itself, its children, and the focus mark on top."""
        super().draw(canvas, hot)
        if hot.shown and hot.focus == self.id:
            outline(canvas, self.rect, palette.INK, self.radius)


class Button(Control):
    """A button with icon, text, key; primary (filled), secondary (raised), plain (bare), segment, danger."""

    def __init__(
        self,
        id: str,
        text: str = "",
        action: Act | None = None,
        *,
        icon: str = "",
        kind: str = "secondary",
        key: str = "",
        why_not: str | None = None,
        tip: str = "",
        shortcut: str = "",
        chosen: bool = False,
        big: bool = False,
        align: str = "center",
        grow: float = 0,
        width: int | None = None,
        height: int | None = None,
        tight: bool = False,
    ) -> None:
        key, shortcut = keys.shown(key), keys.shown(shortcut or key)
        self.kind = kind
        self.chosen = chosen
        self.high = height or (60 if big else 36 if kind == "segment" else 44)
        style = MAIN if big else STRONG if kind in {"primary", "secondary", "danger"} or chosen else ROW
        shade = self._ink(why_not is None)
        filled = kind == "primary" and why_not is None
        content = Row(_content(icon, text, key, style, shade, filled, big), gap=6 if tight else 10, justify=align)
        pad = 0 if icon and not text else (6 if tight else 14, 0)
        super().__init__(
            [content],
            id=id,
            action=action,
            why_not=why_not,
            tip=tip,
            shortcut=shortcut,
            pad=pad,
            grow=grow,
            width=width,
        )

    def measure(self, theme: Theme, width: int) -> Size:
        """Return the content's width and the kind's height, more when text is set larger."""
        wide, high = super().measure(theme, width)
        tall = max(self.high, high + 8)
        return max(wide, tall), tall

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the ground by kind and state."""
        over = self.enabled and hot.hover == self.id
        down = over and hot.pressed == self.id
        fill, border = self._ground(over, down)
        if fill is not None or border is not None:
            canvas.rounded(self.rect, fill, border, RADIUS_CONTROL)
        if self.kind == "segment" and self.chosen:
            x, y, width, height = self.rect
            canvas.rounded((x + 1, y + height - 3, width - 2, 3), palette.ACCENT, radius=1)

    def _ink(self, enabled: bool) -> Colour:
        if not enabled:
            return palette.INK_THIRD
        if self.kind == "primary":
            return palette.ON_ACCENT
        if self.kind == "danger":
            return palette.BAD
        return palette.INK if self.kind == "secondary" or self.chosen else palette.INK_SECOND

    def _ground(self, over: bool, down: bool) -> tuple[Colour | None, Colour | None]:
        if self.kind == "primary" and self.enabled:
            return (palette.ACCENT_DEEP if down else palette.ACCENT_SOFT if over else palette.ACCENT), None
        if self.kind in {"primary", "secondary"}:
            fill = palette.RAISED if self.enabled else palette.PANEL
            return (palette.CONTROL if down else palette.HIGH if over else fill), palette.LINE
        if self.kind == "danger":
            border = palette.BAD if self.enabled else palette.LINE
            return (palette.CONTROL if down else palette.HIGH if over else palette.PANEL), border
        if self.chosen:
            return palette.HIGH, None
        return (palette.CONTROL if down else palette.RAISED if over else None), None


def _content(
    icon: str, text: str, key: str, style: Style, shade: Colour, filled: bool, big: bool
) -> list[Element | None]:
    cap = palette.ON_ACCENT if filled else palette.INK_SECOND
    line = palette.ACCENT_DEEP if filled else palette.LINE_STRONG
    return [
        Icon(icon, 22 if big else 18, shade) if icon else None,
        Label(text, style, shade, least=24) if text else None,
        *(KeyCap(part, cap, line) for part in key.split("+") if part),
    ]


class Segmented(Row):
    """One of several, side by side; each segment's id is `<id>.<key>`."""

    def __init__(
        self,
        id: str,
        options: Sequence[tuple[str, str] | tuple[str, str, str]],
        chosen: str,
        choose: Callable[[str], None],
        *,
        why_not: dict[str, str] | None = None,
        tips: dict[str, str] | None = None,
        grow: float = 0,
        even: bool = False,
        tight: bool = False,
    ) -> None:
        reasons, hints = why_not or {}, tips or {}
        buttons = [
            Button(
                f"{id}.{option[0]}",
                option[1],
                later(choose, option[0]),
                icon=option[2] if len(option) > 2 else "",
                kind="segment",
                chosen=option[0] == chosen,
                why_not=reasons.get(option[0]),
                tip=hints.get(option[0], ""),
                grow=1 if even else 0,
                tight=tight,
            )
            for option in options
        ]
        super().__init__(buttons, gap=2, pad=3, align="stretch", grow=grow)

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the common ground."""
        canvas.rounded(self.rect, palette.CONTROL, palette.LINE, RADIUS_CONTROL + 2)


def later(act: Callable[[str], None], value: str) -> Act:
    """Return the act bound to a value, for rows made in a loop."""
    return lambda: act(value)
