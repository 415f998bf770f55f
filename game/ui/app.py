"""The window: a stack of screens, one event loop, and frames only when something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pygame

from game.ui import keys, palette, preferences, text
from game.ui.answer import answer
from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.entry import Editors
from game.ui.frame import draw_frame
from game.ui.guard import Guard
from game.ui.layout import Size
from game.ui.overlays import Rest, Toast
from game.ui.preferences import Preferences
from game.ui.screen import Screen
from game.ui.sounds import Sounds
from game.ui.theme import Theme, best_scale, capped_scale
from game.ui.window import WindowError, check_pygame, open_display, set_mode

__all__ = ["App", "WindowError"]

_QUIET, _MOVING = 30, 60  # frames a second


class App:
    """The program's window; `run` it with a screen on the stack, or `step` it frame by frame.

    `run` shows an error of the program as `guard` says; a `step` raises it.
    """

    def __init__(
        self,
        size: Size = (1280, 720),
        scale: float | None = None,
        full_screen: bool = False,
        headless: bool = False,
        settings: Path | None = None,
    ) -> None:
        check_pygame()
        self.settings = settings
        self.preferences = preferences.load(settings) if settings else Preferences()
        if scale is not None:
            self.preferences = replace(self.preferences, scale=scale)
        self.windowed = size
        self.full_screen = False
        self.stack: list[Screen] = []
        self.toasts: list[Toast] = []
        self.dirty = True
        self.moving = False
        self.pointer = (-1, -1)
        self._finished = False
        self.typing = False
        self.beneath: pygame.Surface | None = None  # the dimmed picture under the top screen
        self._editors: Editors | None = None
        self.rest = Rest()
        self.guard = Guard(self)
        self.sounds = Sounds(self.preferences.sound)
        self._dress()
        open_display(headless)
        self._set_mode(size, full_screen or self.preferences.full_screen)

    # --- size and scale

    @property
    def surface(self) -> pygame.Surface:
        """Return the surface that is shown."""
        return self.canvas.surface

    @property
    def logical_size(self) -> Size:
        """Return the window's size in logical pixels."""
        wide, high = self.surface.get_size()
        return round(wide / self.theme.scale), round(high / self.theme.scale)

    @property
    def editors(self) -> Editors:
        """Return the text editors, made with the first text field."""
        if self._editors is None:
            self._editors = Editors(self.surface.get_size(), self.theme.scale * self.theme.larger)
        return self._editors

    def forget_field(self, id: str) -> None:
        """Let a text field take its text anew from the next composition."""
        if self._editors is not None:
            self._editors.drop(id)

    def resize(self, size: Size) -> None:
        """Give the window another size."""
        self.windowed = size
        self._set_mode(size, False)

    def toggle_full_screen(self) -> None:
        """Go to the whole screen or back to the window."""
        self.prefer(replace(self.preferences, full_screen=not self.full_screen))

    def prefer(self, wanted: Preferences) -> None:
        """Apply settings at once and keep them; say so in a toast when they cannot be saved."""
        before, self.preferences = self.preferences, wanted
        self._dress()
        if (before.palette, before.patterns) != (wanted.palette, wanted.patterns):
            for screen in self.stack:
                screen.repainted()
        if wanted.full_screen != self.full_screen:
            self._set_mode(self.windowed, wanted.full_screen)
        else:
            self._fit()
        problem = preferences.save(wanted, self.settings) if self.settings else None
        if problem:
            self.toast(problem, "bad")

    def _dress(self) -> None:
        """Let palette, keys and sound be those of the preferences."""
        palette.use(self.preferences.palette, self.preferences.patterns)
        keys.use(dict(self.preferences.keys))
        self.sounds.on = self.preferences.sound

    def _set_mode(self, size: Size, full_screen: bool) -> None:
        set_mode(size, full_screen)
        self.full_screen = full_screen
        self._fit()

    def _fit(self) -> None:
        """Make a theme for the window's real size and let every screen compose anew."""
        shown = pygame.display.get_surface()
        assert shown is not None, "the display was closed"
        size = self._seen = shown.get_size()
        wanted = self.preferences.scale
        scale = best_scale(size) if wanted is None else capped_scale(wanted, size)
        self.theme = Theme(scale, self.preferences.larger)
        self.canvas = Canvas(shown, self.theme)
        self._editors = None
        self.beneath = None
        for screen in self.stack:
            screen.refresh()
        self.dirty = True

    # --- the stack

    @property
    def top(self) -> Screen | None:
        """Return the screen that gets the events."""
        return self.stack[-1] if self.stack else None

    def push(self, screen: Screen) -> None:
        """Put a screen on top."""
        screen.app = self
        self.stack.append(screen)
        self._changed()

    def pop(self) -> None:
        """Take the top screen off; the last one stays."""
        if len(self.stack) > 1:
            self.stack.pop().closed()
            self._changed()

    def reset(self, *screens: Screen) -> None:
        """Empty the stack and put these on it."""
        while self.stack:
            self.stack.pop().closed()
        for screen in screens:
            self.push(screen)

    def remove(self, screen: Screen) -> None:
        """Take one screen off, wherever it lies."""
        if screen in self.stack:
            self.stack.remove(screen)
            screen.closed()
            self._changed()

    def quit(self) -> None:
        """End `run` after this frame."""
        self._finished = True

    def _changed(self) -> None:
        self.beneath = None
        self.rest = Rest()
        if self.top is not None:
            self.top.refresh()
            self.top.hot = replace(self.top.hot, hover="", pressed="")  # until the pointer moves on it
            self.top.opened()
        self.dirty = True

    # --- telling

    def toast(self, sentence: str, kind: str = "plain") -> None:
        """Show one sentence for a few seconds; kind good, bad or plain."""
        if kind == "bad":
            self.sounds.play("refuse")
        self.toasts = [toast for toast in self.toasts if toast.text != sentence][-2:]
        self.toasts.append(Toast(sentence, kind))
        self.dirty = True

    def explain(self, control: Control) -> None:
        """Show a control's tooltip at once, such as the reason why it cannot be pressed."""
        self.rest.show(control.id)
        self.dirty = True

    @property
    def tip(self) -> str:
        """Return the id of the control whose tooltip is shown, or nothing."""
        return self.rest.id if self.rest.shown else ""

    def hide_tip(self) -> None:
        """Take the tooltip away until pointer or focus is elsewhere."""
        self.dirty = self.dirty or self.rest.shown
        self.rest.hide()

    def show_keys(self) -> None:
        """Explain the keys of the top screen."""
        from game.ui.dialogs import KeysOverlay

        if self.top is not None and not isinstance(self.top, KeysOverlay):
            self.push(KeysOverlay(self.top))

    def ask_to_quit(self) -> None:
        """Answer that somebody wants to close the window: the top screen may have a word first."""
        if self.top is None or self.top.may_quit():
            self.quit()

    # --- the loop

    def run(self, until: Callable[[], bool] | None = None) -> None:
        """Show the window until it is closed, the stack is empty, or `until` says so."""
        clock = pygame.time.Clock()
        self._finished = False
        seconds = 0.0
        while self.stack and not self._finished and not (until is not None and until()):
            self.guard.safely(partial(self.step, seconds))
            seconds = clock.tick(_MOVING if self.moving else _QUIET) / 1000

    def step(self, seconds: float = 0.0) -> None:
        """Answer waiting events, let time pass, and draw if anything changed."""
        for event in pygame.event.get():
            answer(self, event)
        shown = pygame.display.get_surface()
        if shown is not None and (shown is not self.surface or shown.get_size() != self._seen):
            self._fit()
        self._pass_time(seconds)
        if self.dirty and self.stack:
            self._draw()
            pygame.display.flip()

    def _pass_time(self, seconds: float) -> None:
        top = self.top
        if top is None:
            return
        self.moving = top.animate(seconds)
        self.sounds.rest(seconds)
        self.dirty = self.dirty or self.moving
        for toast in self.toasts:
            toast.left -= seconds
        if any(toast.left <= 0 for toast in self.toasts):
            self.toasts = [toast for toast in self.toasts if toast.left > 0]
            self.dirty = True
        if self.typing and self._editors is not None and self._editors.blink(seconds):
            self.dirty = True
        at = top.hot.focus if top.hot.shown else top.hot.hover
        if self.rest.follow(at, seconds):
            self.dirty = True

    def _draw(self) -> None:
        draw_frame(self)
        self.dirty = False

    def frame(self) -> pygame.Surface:
        """Draw now and return a copy of the picture."""
        self._draw()
        return self.surface.copy()

    def close(self) -> None:
        """Close the window; fonts and surfaces are gone after it."""
        self.reset()
        self.sounds.close()
        text.forget_fonts()
        pygame.quit()
