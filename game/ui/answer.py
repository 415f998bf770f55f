"""Answer the system's events: convert the pointer to logical pixels once, and pass them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui import interaction, keys
from game.ui.entry import TextField

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.screen import Screen

__all__ = ["answer"]

_POINTER = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
_REPEAT_AFTER, _REPEAT_EVERY = 400, 40  # milliseconds, while text is typed


def answer(app: App, event: pygame.event.Event) -> None:
    """Give one event to whom it concerns: the program, or the top screen."""
    if event.type == pygame.QUIT:
        app.ask_to_quit()
        return
    screen = app.top
    if screen is None:
        return
    if event.type in (pygame.KEYDOWN, pygame.KEYUP) and _field(screen) is None and not screen.raw_keys:
        meant = keys.translate(event)
        if meant is None:
            return
        event = meant
    if event.type in _POINTER:
        _pointer(app, screen, event)
    elif event.type == pygame.MOUSEWHEEL and event.y:
        interaction.turn_wheel(screen, app.pointer, event.y)
    elif event.type == pygame.KEYDOWN:
        app.hide_tip()
        if not interaction.press_key(screen, event):
            _common_key(app, screen, event)
    elif event.type == pygame.KEYUP:
        screen.key_up(event)
    elif event.type in (pygame.TEXTINPUT, pygame.TEXTEDITING):
        _typed(app, screen, event)
    elif event.type == pygame.WINDOWFOCUSLOST:
        screen.focus_lost()
    elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
        app.dirty = True
    _repeat_keys(app)


def _pointer(app: App, screen: Screen, event: pygame.event.Event) -> None:
    scale = app.theme.scale
    pos = app.pointer = int(event.pos[0] / scale), int(event.pos[1] / scale)
    if event.type == pygame.MOUSEMOTION:
        interaction.pointer_moved(screen, pos)
    elif event.button == 1 and event.type == pygame.MOUSEBUTTONDOWN:
        app.hide_tip()
        interaction.pointer_down(screen, pos)
    elif event.button == 3 and event.type == pygame.MOUSEBUTTONUP:
        screen.aside()
    elif event.button == 1:
        interaction.pointer_up(screen, pos)
    field = _field(screen)
    if field is not None and app.top is screen:
        field.feed(screen, event)


def _typed(app: App, screen: Screen, event: pygame.event.Event) -> None:
    field = _field(screen)
    if field is not None:
        field.feed(screen, event)
        app.dirty = True


def _common_key(app: App, screen: Screen, event: pygame.event.Event) -> None:
    if event.key == pygame.K_ESCAPE:
        screen.back()
    elif event.key == pygame.K_F11:
        app.toggle_full_screen()
    elif event.key == pygame.K_F1 or event.unicode == "?":
        app.show_keys()


def _field(screen: Screen) -> TextField | None:
    """Return the text field that has the focus."""
    found = interaction.control(screen, screen.hot.focus)
    return found if isinstance(found, TextField) and found.enabled else None


def _repeat_keys(app: App) -> None:
    """Let keys repeat while text is typed only: a held Enter must not end turn after turn."""
    typing = app.top is not None and _field(app.top) is not None
    if typing != app.typing:
        app.typing = typing
        if typing:
            pygame.key.set_repeat(_REPEAT_AFTER, _REPEAT_EVERY)
        else:
            pygame.key.set_repeat()
