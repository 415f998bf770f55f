"""One frame: the screens that can be seen, from the lowest, then tooltip and toasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui import overlays
from game.ui.buttons import Control, Hint
from game.ui.entry import TextField
from game.ui.labels import Label
from game.ui.layout import Element, Hot
from game.ui.tips import tip_for

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.screen import Screen

__all__ = ["draw_frame", "tip_of"]

_DIM = (5, 10, 15, 165)


def draw_frame(app: App) -> None:
    """Draw every visible screen; those under the top come from a picture kept until they change."""
    if not app.stack:
        return
    top = app.stack[-1]
    if not top.opaque and len(app.stack) > 1:
        app.surface.blit(_beneath(app), (0, 0))
    _draw_screen(app, top, top.hot)
    _draw_tip(app, top)
    if app.toasts:
        overlays.draw_toast(app.canvas, app.logical_size, app.toasts[-1])


def _beneath(app: App) -> pygame.Surface:
    """Return the dimmed picture of all screens under the top one."""
    under = app.stack[:-1]
    if app.beneath is None or any(screen.root is None for screen in under):
        lowest = max((index for index, screen in enumerate(under) if screen.opaque), default=0)
        for screen in under[lowest:]:
            _draw_screen(app, screen, Hot())
        shade = pygame.Surface(app.surface.get_size(), pygame.SRCALPHA)
        shade.fill(_DIM)
        app.surface.blit(shade, (0, 0))
        app.beneath = app.surface.copy()
    return app.beneath


def _draw_screen(app: App, screen: Screen, hot: Hot) -> None:
    tree = screen.tree()
    if screen.opaque:
        screen.paint_behind(app.canvas)
    fields = [each for each in tree.walk() if isinstance(each, TextField)] if screen.typing else []
    for field in fields:
        field.prepare(app.canvas, screen)
    if fields and screen is app.top:
        app.editors.keep({field.id for field in fields})
    tree.draw(app.canvas, hot)
    screen.paint_over(app.canvas)


def tip_of(element: Element | None) -> tuple[str, str | None]:
    """Return an element's tooltip and the reason why it cannot be pressed; a cut label tells its whole text.

    What has no tooltip of its own has one by its id.
    """
    if isinstance(element, Control):
        cut = [each.text for each in element.walk() if isinstance(each, Label) and each.shortened]
        told = element.tip or "\n".join(cut)
        return told or tip_for(element.id), element.why_not or None
    return (element.tip, None) if isinstance(element, Hint) else ("", None)


def _draw_tip(app: App, top: Screen) -> None:
    target = top.find(app.tip) if app.tip and not top.tells_more() else None
    tip, why_not = tip_of(target)
    if target is not None and (tip or why_not):
        at = getattr(target, "tip_at", None) or target.rect
        overlays.draw_tip(app.canvas, app.logical_size, at, tip, why_not)
