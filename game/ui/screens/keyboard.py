"""Choose other keys: press an action, then the key that is to do it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pygame

from game.language import _
from game.ui import keys, palette
from game.ui.buttons import Act, Button, Control
from game.ui.canvas import Canvas
from game.ui.figures import KeyCap, Panel
from game.ui.keys import ACTIONS, Action
from game.ui.labels import Label
from game.ui.layout import Column, Element, Hot, Row, Size, Space
from game.ui.screen import Screen
from game.ui.screens.page import page
from game.ui.scroll import Scroll
from game.ui.theme import BODY, STRONG

__all__ = ["KeyboardScreen"]

_BARE = (
    pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LALT, pygame.K_RALT, pygame.K_LGUI,
    pygame.K_RGUI, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR, pygame.K_MODE,
)  # fmt: skip


class _Line(Control):
    """An action and the key that does it now; `waiting` while the next key pressed will be it."""

    def __init__(self, action: Action, waiting: bool, ask: Act) -> None:
        told: list[Element] = [Label(_("press a key…"), STRONG, palette.ACCENT)]
        if not waiting:
            told = [KeyCap(part) for part in keys.shown(action.usual).split("+")]
        row = Row([Label(_(action.title), BODY, grow=1), *told], gap=6, height=44, pad=(14, 0))
        super().__init__([row], id=f"key.{action.id}", action=ask, tip=_("Press it, then the key you want."))

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the ground under the pointer."""
        canvas.rounded(self.rect, palette.HIGH if hot.hover == self.id else palette.RAISED, palette.LINE, self.radius)


class KeyboardScreen(Screen):
    """All actions with their keys; Esc while a key is asked for leaves it as it was."""

    raw_keys = True
    typing = False

    def __init__(self) -> None:
        super().__init__()
        self.asking = ""

    def compose(self, size: Size) -> Element:
        """Return one line an action."""
        lines = [self._line(action) for action in ACTIONS]
        note = _("Esc, Tab, Enter, Space, arrows and digits stay as they are. A key that was in use is exchanged.")
        listing = Scroll(Column(lines, gap=6), self.memory, id="keys.list")
        words = Label(note, BODY, palette.INK_SECOND, wrap=True)
        panel = Panel([words, Space(height=12), listing], width=min(720, size[0] - 96))
        body = Row([Space(grow=1), panel, Space(grow=1)], align="stretch")
        usual = None if self.app.preferences.keys else _("The keys are the usual ones already.")
        tip = _("Undo all changes here.")
        reset = Button("keys.usual", _("The usual keys"), self._usual, icon="rotate-ccw", tip=tip, why_not=usual)
        return page(size, _("Settings"), _("Keys"), body, back=self.back, footer=[Space(grow=1), reset])

    def _line(self, action: Action) -> Element:
        return _Line(action, self.asking == action.id, partial(self._ask, action.id))

    def _ask(self, action: str) -> None:
        self.asking = action
        self.refresh()

    def key(self, event: pygame.event.Event) -> bool:
        """Take the key that was asked for."""
        if not self.asking:
            return False
        if event.key in _BARE:
            return True
        if event.key != pygame.K_ESCAPE:
            self._take(event)
        self.asking = ""
        self.refresh()
        return True

    def _take(self, event: pygame.event.Event) -> None:
        chord = keys.chord_of(event)
        if chord is None:
            self.app.toast(_("That key does something else everywhere: choose another."), "bad")
            return
        self._keep(keys.with_key(dict(self.app.preferences.keys), self.asking, chord))

    def _usual(self) -> None:
        self._keep({})

    def _keep(self, bindings: dict[str, str]) -> None:
        self.app.prefer(replace(self.app.preferences, keys=tuple(bindings.items())))
        self.refresh()
