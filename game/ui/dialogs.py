"""Screens that lie over others: questions, drop-down menus, the overlay that explains keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.language import _
from game.ui import keys, palette
from game.ui.buttons import Act, Button, Control, later
from game.ui.canvas import Canvas
from game.ui.controls import Card
from game.ui.figures import Icon, KeyCap, Panel, Rule
from game.ui.labels import Label
from game.ui.layout import Column, Element, Hot, Layered, Row, Size, Space
from game.ui.screen import KeyLine, Screen
from game.ui.scroll import Scroll
from game.ui.theme import BODY, HEAD, ROW, SMALL, STRONG, Theme

__all__ = ["Choice", "Dialog", "KeysOverlay", "Menu", "Pinned", "centred"]


def centred(child: Element, size: Size, width: int) -> Element:
    """Put an element in the middle of the window, as tall as it wants to be but never taller than the window."""
    child.fixed = (min(width, size[0] - 48), None)
    child.least = 200
    middle = Row([Space(grow=1), child, Space(grow=1)], align="stretch")
    middle.least = 200
    return Column([Space(grow=1), middle, Space(grow=1)], pad=24)


class Dialog(Screen):
    """Ask one thing; Esc and a click outside answer with the last button's opposite: nothing happens."""

    opaque = False

    def __init__(
        self,
        title: str,
        text: str,
        buttons: Sequence[tuple[str, str, str, Act | None]],
        *,
        icon: str = "",
        width: int = 480,
    ) -> None:
        """Take buttons as (id, text, kind, action); each closes the dialog first, the first is for Enter."""
        super().__init__()
        self.title = title
        self.text = text
        self.buttons = buttons
        self.icon = icon
        self.width = width
        self.first = buttons[0][0] if buttons else ""

    def compose(self, size: Size) -> Element:
        """Return title, text and buttons on one panel."""
        row = [Button(id, text, self._closing(act), kind=kind) for id, text, kind, act in self.buttons]
        head = [Icon(self.icon, 24, palette.ACCENT)] if self.icon else []
        panel = Panel(
            [
                Row([*head, Label(self.title, HEAD, wrap=True, grow=1)], gap=12),
                Space(height=10),
                *([Label(self.text, BODY, palette.INK_SECOND, wrap=True)] if self.text else []),
                Space(height=20),
                Row([Space(grow=1), *reversed(row)], gap=12),
            ],
            pad=(24, 20),
            id="dialog",
        )
        return centred(panel, size, self.width)

    def _closing(self, act: Act | None) -> Act:
        def close() -> None:
            self.app.remove(self)
            if act is not None:
                act()

        return close


class Menu(Screen):
    """A list of options under the control that opened it."""

    opaque = False

    def __init__(
        self,
        anchor: pygame.Rect,
        options: Sequence[tuple[str, str, str]],
        chosen: str,
        choose: Callable[[str], None],
    ) -> None:
        """Take options as (key, text, note)."""
        super().__init__()
        self.anchor = anchor
        self.options = options
        self.chosen = chosen
        self.choose = choose

    def opened(self) -> None:
        """Begin at the chosen option."""
        self.hot = type(self.hot)(focus=f"option.{self.chosen}", shown=True)

    def compose(self, size: Size) -> Element:
        """Return the list, below the anchor or above it where there is more room."""
        rows = [self._row(key, text, note) for key, text, note in self.options]
        below, above = size[1] - self.anchor.bottom - 16, self.anchor.top - 16
        column = Column(rows, gap=2)
        wide = max(self.anchor.width, 320 if any(note for _key, _text, note in self.options) else 0)
        wanted = column.size(self.app.theme, wide - 24)[1] + 14
        room = below if below >= min(wanted, 240) or below >= above else above
        high = min(wanted, room)
        y = self.anchor.bottom + 6 if room == below else self.anchor.top - 6 - high
        x = max(8, min(self.anchor.x, size[0] - wide - 8))
        list_panel = Panel([Scroll(column, self.memory, id="options")], pad=6, fill=palette.RAISED)
        return Pinned(list_panel, pygame.Rect(x, y, wide, high), self._outside)

    def _row(self, key: str, text: str, note: str) -> Element:
        words: list[Element] = [Label(text, STRONG if key == self.chosen else BODY)]
        if note:
            words.append(Label(note, SMALL, palette.INK_SECOND, wrap=True))
        tick = Icon("check", 16, palette.ACCENT) if key == self.chosen else Space(16, 16)
        return Card(f"option.{key}", [tick, Column(words, grow=1)], later(self._pick, key), bare=True, pad=(10, 6))

    def _pick(self, key: str) -> None:
        self.app.remove(self)
        self.choose(key)

    def _outside(self) -> None:
        self.app.remove(self)


class Pinned(Control):
    """The whole window as a place to click away, with one child at a fixed place."""

    focusable = False

    def __init__(self, child: Element, at: pygame.Rect, away: Act) -> None:
        super().__init__([child], id="away", action=away)
        self._at = at

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Keep the child where it belongs."""
        self.rect = rect
        self.children[0].place(theme, self._at)


class Choice(Control):
    """A drop-down: shows what is chosen, opens a menu of the rest."""

    def __init__(
        self,
        id: str,
        options: Sequence[tuple[str, str, str]],
        chosen: str,
        choose: Callable[[str], None],
        *,
        why_not: str | None = None,
        tip: str = "",
        grow: float = 0,
        width: int | None = None,
    ) -> None:
        """Take options as (key, text, note)."""
        shown = next((text for key, text, _note in options if key == chosen), chosen)
        ink = palette.INK if why_not is None else palette.INK_THIRD
        row = Row([Label(shown, ROW, ink, grow=1), Icon("chevron-down", 16, palette.INK_SECOND)], gap=8)
        super().__init__([row], id=id, why_not=why_not, tip=tip, pad=(14, 10), grow=grow, width=width)
        self.options = options
        self.chosen = chosen
        self.choose = choose

    def activate(self, screen: Screen) -> None:
        """Open the menu."""
        if self.enabled:
            screen.app.push(Menu(self.rect, self.options, self.chosen, self.choose))

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the ground."""
        over = self.enabled and hot.hover == self.id
        canvas.rounded(self.rect, palette.HIGH if over else palette.RAISED, palette.LINE, radius=self.radius)


def _caps(key: str) -> Element:
    return Row([KeyCap(part) for part in keys.shown(key).split("+")], gap=4)


class KeysOverlay(Screen):
    """List the keys of the screen beneath, and show on its controls the key that presses them."""

    opaque = False

    def __init__(self, beneath: Screen) -> None:
        super().__init__()
        self.beneath = beneath

    def compose(self, size: Size) -> Element:
        """Return the list on a panel."""
        lines = [*self.beneath.keys(), *self._common()]
        rows = [
            Row([Layered([_caps(key)], width=150), Label(what, ROW, wrap=True, grow=1)], gap=12) for key, what in lines
        ]
        panel = Panel(
            [
                Label(_("Keys"), HEAD),
                Rule(8, 12),
                Scroll(Column(rows, gap=8), self.memory, id="keys.list"),
                Space(height=16),
                Row([Space(grow=1), Button("close", _("Close"), self.back, key="Esc")]),
            ],
            pad=(24, 18),
        )
        return centred(panel, size, 520)

    def key(self, event: pygame.event.Event) -> bool:
        """Close on the key that opened it."""
        if event.key == pygame.K_F1 or event.unicode == "?":
            self.back()
            return True
        return False

    def paint_over(self, canvas: Canvas) -> None:
        """Put a key cap on each control beneath that has a key."""
        panel = self.tree().children[1].children[1].rect
        for element in self.beneath.tree().walk():
            shortcut = keys.shown(getattr(element, "shortcut", ""))
            if shortcut and not element.rect.colliderect(panel):
                cap = KeyCap(shortcut, palette.ON_ACCENT, palette.ACCENT)
                wide, high = cap.size(canvas.theme, 200)
                cap.rect = pygame.Rect(element.rect.x + 2, element.rect.y - 4, wide, high)
                canvas.rounded(cap.rect, palette.ACCENT, radius=4)
                cap.draw(canvas, self.hot)

    def _common(self) -> list[KeyLine]:
        return [
            ("Tab", _("next control")),
            (_("Arrows"), _("control in that direction")),
            ("Enter", _("press it")),
            ("Esc", _("back")),
            ("F11", _("full screen or window")),
            ("?", _("these keys")),
        ]
