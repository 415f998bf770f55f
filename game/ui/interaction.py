"""From events to presses: where pointer and focus are in one screen, and what they set off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.ui import focus
from game.ui.buttons import Control, Hint
from game.ui.layout import Element
from game.ui.scroll import STEP, Scroll

if TYPE_CHECKING:
    from game.ui.screen import Screen

__all__ = ["hover", "pointer_down", "pointer_moved", "pointer_up", "press_key", "stops", "turn_wheel"]

_ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
_PRESS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
_THUMB_REACH = 14
Pos = tuple[int, int]


def stops(screen: Screen) -> list[focus.Stop]:
    """Return the places where the focus can rest, in reading order."""
    controls = [each for each in screen.tree().walk() if isinstance(each, Control) and each.focusable]
    return [focus.Stop(each.id, each.rect) for each in controls]


def control(screen: Screen, id: str) -> Control | None:
    """Return the control with that id."""
    found = screen.find(id) if id else None
    return found if isinstance(found, Control) else None


def hover(screen: Screen, pos: Pos) -> str:
    """Return the id of the control or hint under a point."""
    for element in reversed(screen.tree().at(pos)):
        if isinstance(element, (Control, Hint)):
            return element.id
    return ""


def pointer_moved(screen: Screen, pos: Pos) -> None:
    """Follow the pointer: a drag goes on, or another control is under it."""
    grip = screen.grip
    if isinstance(grip, Scroll):
        _pull(screen, grip, pos)
        return
    if isinstance(grip, Control):
        held = control(screen, grip.id) or grip
        held.drag(screen, pos)
        return
    under = hover(screen, pos)
    if under != screen.hot.hover:
        screen.hot = replace(screen.hot, hover=under)
        screen.app.dirty = True


def pointer_down(screen: Screen, pos: Pos) -> bool:
    """Begin a press or a drag; return whether anything was there."""
    chain = screen.tree().at(pos)
    scroll = _thumb(chain, pos)
    if scroll is not None:
        screen.grip = scroll
        return True
    target = next((each for each in reversed(chain) if isinstance(each, Control)), None)
    screen.app.dirty = True
    if target is None:
        screen.hot = replace(screen.hot, pressed="", focus="", shown=False)
        return False
    at = target.id if target.focusable else screen.hot.focus
    screen.hot = replace(screen.hot, hover=target.id, pressed=target.id, focus=at, shown=False)
    if target.enabled and target.press(screen, pos):
        screen.grip = target
    return True


def pointer_up(screen: Screen, pos: Pos) -> None:
    """End a drag, or press the control if the pointer went down and up on it."""
    grip, screen.grip = screen.grip, None
    pressed = screen.hot.pressed
    screen.hot = replace(screen.hot, pressed="")
    screen.app.dirty = True
    if isinstance(grip, Control):
        held = control(screen, grip.id) or grip
        held.release(screen, pos)
    elif pressed and hover(screen, pos) == pressed:
        activate(screen, pressed)
        if screen.hot.shown:  # what the press opened wants the focus: that is for keys, not for the mouse
            screen.hot = replace(screen.hot, focus="", shown=False)


def activate(screen: Screen, id: str) -> None:
    """Press a control; one that cannot be pressed says why at once."""
    target = control(screen, id)
    if target is None:
        return
    if target.enabled:
        screen.app.sounds.play("press")
        target.activate(screen)
    else:
        screen.app.explain(target)


def turn_wheel(screen: Screen, pos: Pos, notches: int) -> bool:
    """Scroll what is under the pointer; return whether anything took it."""
    for element in reversed(screen.tree().at(pos)):
        if isinstance(element, Scroll) and element.scroll(-notches * STEP):
            screen.app.dirty = True
            return True
        if isinstance(element, Control) and element.wheel(screen, pos, notches):
            screen.app.dirty = True
            return True
    return False


def press_key(screen: Screen, event: pygame.event.Event) -> bool:
    """Give a key to the focused control, the screen, and the focus ring, in this order."""
    focused = control(screen, screen.hot.focus)
    if focused is not None and focused.enabled and focused.key(screen, event):
        screen.app.dirty = True
        return True
    if screen.key(event):
        return True
    if event.key == pygame.K_TAB:
        return _go(screen, focus.step(stops(screen), screen.hot.focus, -1 if event.mod & pygame.KMOD_SHIFT else 1))
    if event.key in _ARROWS and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return _go(screen, focus.nearest(stops(screen), screen.hot.focus, *_ARROWS[event.key]))
    if event.key in _PRESS and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return _press(screen, event.key)
    return _page(screen, event.key)


def _press(screen: Screen, key: int) -> bool:
    """Press the control with the keyboard's focus; a focus left by a click yields to the screen's first."""
    focused = screen.hot.focus if control(screen, screen.hot.focus) else ""
    first = screen.first if key != pygame.K_SPACE else ""
    id = focused if screen.hot.shown else first or focused
    if not id:
        return False
    activate(screen, id)
    return True


def _go(screen: Screen, id: str) -> bool:
    screen.hot = replace(screen.hot, focus=id, shown=True)
    screen.app.dirty = True
    target = control(screen, id)
    if target is not None:
        for element in screen.tree().walk():
            if isinstance(element, Scroll) and target in list(element.walk()):
                element.reveal(target.rect)
    return bool(id)


def _page(screen: Screen, key: int) -> bool:
    by = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}.get(key, 0)
    if not by:
        return False
    for element in screen.tree().walk():
        if isinstance(element, Scroll) and element.scroll(by * (element.rect.height - STEP)):
            screen.app.dirty = True
            return True
    return False


def _thumb(chain: list[Element], pos: Pos) -> Scroll | None:
    for element in chain:
        at_edge = pos[0] >= element.rect.right - _THUMB_REACH
        if at_edge and isinstance(element, Scroll) and element.length > element.rect.height:
            return element
    return None


def _pull(screen: Screen, scroll: Scroll, pos: Pos) -> None:
    """Put the thumb's middle under the pointer."""
    share = (pos[1] - scroll.rect.y) / max(1, scroll.rect.height)
    scroll.scroll(round(share * scroll.length - scroll.rect.height / 2) - scroll.offset)
    screen.app.dirty = True
