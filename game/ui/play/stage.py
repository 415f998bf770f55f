"""Panels that float over a ground: each at a place of its own, the ground answers wherever none lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.figures import Panel
from game.ui.layout import Element, Hot, Size
from game.ui.scroll import Scroll
from game.ui.theme import Theme

__all__ = ["Drift", "Float", "Shield", "Stage"]


class Float(Element):
    """One child at a fixed rectangle."""

    def __init__(self, child: Element, at: pygame.Rect) -> None:
        super().__init__([child])
        self.where = at

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Take its own rectangle, whatever is given."""
        super().place(theme, self.where)

    def at(self, pos: tuple[int, int]) -> list[Element]:
        """Answer for the child alone."""
        chain = self.children[0].at(pos)
        return [self, *chain] if chain else []


class Drift(Float):
    """One child at the first of some places, or at a later one that covers less of what matters beneath.

    `busy` gives the rectangles that matter, once the ground has been placed.
    """

    def __init__(
        self, child: Element, places: Sequence[pygame.Rect], busy: Callable[[], Sequence[pygame.Rect]]
    ) -> None:
        super().__init__(child, places[0])
        self.places = places
        self.busy = busy

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Choose the place, then take it."""
        busy = self.busy()
        self.where = min(self.places, key=lambda place: len(place.collidelistall(busy)))  # the first of equals
        super().place(theme, rect)


class Stage(Element):
    """A ground and what floats over it; later ones lie on top."""

    def __init__(self, ground: Element, floats: Sequence[Element | None]) -> None:
        super().__init__([ground, *(each for each in floats if each is not None)])


class Shield(Control):
    """Ground of a panel: takes presses and the wheel, so that they do not reach what lies beneath.

    The panel is kept as a picture until pointer, focus or scrolling change something in it, so that a moving
    map costs one blit a panel; only its round corners are drawn anew over what lies beneath.
    """

    focusable = False
    readable = True
    radius = 0

    def __init__(self, child: Element, *, id: str) -> None:
        super().__init__([child], id=id)
        self._ids = {each.id for each in child.walk() if each.id}
        self._scrolls = [each for each in child.walk() if isinstance(each, Scroll)]
        self._kept: tuple[tuple[object, ...], pygame.Surface] | None = None

    def measure(self, theme: Theme, width: int) -> Size:
        """Be as large as the child."""
        return self.children[0].size(theme, width)

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Place the child; what was kept may be stale."""
        super().place(theme, rect)
        self._ids = {each.id for each in self.children[0].walk() if each.id}
        self._kept = None

    def wheel(self, screen: object, pos: tuple[int, int], notches: int) -> bool:
        """Swallow the wheel."""
        return True

    def draw(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the child, from its picture where that is fresh."""
        child, box, whole = self.children[0], canvas.box(self.rect), canvas.surface.get_rect()
        key = self._key(hot)
        if self._kept is not None and self._kept[0] == key:
            self._show(canvas, hot, self._kept[1], box)
            return
        child.draw(canvas, hot)
        fits = whole.contains(box) and canvas.surface.get_clip() == whole and box.width > 0 < box.height
        self._kept = (key, canvas.surface.subsurface(box).copy()) if fits else None

    def _show(self, canvas: Canvas, hot: Hot, picture: pygame.Surface, box: pygame.Rect) -> None:
        child, surface = self.children[0], canvas.surface
        rim = canvas.theme.px(child.radius) if isinstance(child, Panel) else 0
        edges = [(x, y) for x in (box.left, box.right - rim) for y in (box.top, box.bottom - rim)]
        corners = [pygame.Rect(x, y, rim, rim) for x, y in edges]
        beneath = [surface.subsurface(corner).copy() for corner in corners] if rim else []
        surface.blit(picture, box)
        for under, corner in zip(beneath, corners, strict=False):
            surface.blit(under, corner)
            surface.set_clip(corner)
            child.paint(canvas, hot)
            surface.set_clip(None)

    def _key(self, hot: Hot) -> tuple[object, ...]:
        """Return all that the picture depends on besides the tree itself."""
        inner = [each if each in self._ids else "" for each in (hot.hover, hot.pressed, hot.focus if hot.shown else "")]
        return (*inner, *(scroll.offset for scroll in self._scrolls))
