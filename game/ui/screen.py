"""What every screen, dialog and menu is: a tree composed from state, keys, and a place on the app's stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.canvas import Canvas
from game.ui.layout import Element, Hot, Size
from game.ui.palette import DEEP

if TYPE_CHECKING:
    from game.ui.app import App

__all__ = ["KeyLine", "Screen"]

KeyLine = tuple[str, str]  # the key's name and what it does


class Screen:
    """One layer of the window; subclasses compose elements and answer keys.

    `refresh` after a change of state composes anew; `app.dirty = True` only draws anew.
    """

    opaque = True  # False: what lies beneath stays visible, dimmed
    typing = True  # False: there is no text field, so frames need not look for one
    raw_keys = False  # True: keys come as pressed, not as the ones they were chosen to stand for
    first = ""  # id of the control that Enter presses when nothing has the focus

    app: App

    def __init__(self) -> None:
        self.root: Element | None = None
        self.hot = Hot()
        self.grip: Element | None = None  # what the pointer drags
        self.memory: dict[str, int] = {}  # scroll offsets by id, kept from one composition to the next

    def compose(self, size: Size) -> Element:
        """Return the tree of elements for a window of so many logical pixels."""
        raise NotImplementedError(f"{type(self).__name__} does not compose anything")

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw what lies under the elements; a plain dark ground by default."""
        canvas.surface.fill(DEEP)

    def paint_over(self, canvas: Canvas) -> None:
        """Draw on top of the elements; nothing by default."""

    def key(self, event: pygame.event.Event) -> bool:
        """Answer a key of the screen's own; return whether it was one."""
        return False

    def key_up(self, event: pygame.event.Event) -> bool:
        """Answer the release of a key; return whether it mattered."""
        return False

    def back(self) -> None:
        """Answer Esc: leave the screen, unless it is the last one."""
        self.app.pop()

    def aside(self) -> None:
        """Answer the right button of the mouse; nothing by default."""

    def animate(self, seconds: float) -> bool:
        """Move on by so much time; return whether something moves, so that frames keep coming."""
        return False

    def opened(self) -> None:
        """Come onto the stack or back to its top."""

    def closed(self) -> None:
        """Leave the stack for good."""

    def focus_lost(self) -> None:
        """Answer that the window lost the keyboard."""

    def may_quit(self) -> bool:
        """Answer that the window is to be closed; False keeps it, for instance to ask first."""
        return True

    def tells_more(self) -> bool:
        """Say whether something on the screen explains what is rested on better than a tooltip."""
        return False

    def keys(self) -> list[KeyLine]:
        """Return the keys that the overlay on `?` explains."""
        return []

    def refresh(self) -> None:
        """Compose anew before the next frame."""
        self.root = None
        if hasattr(self, "app"):
            self.app.dirty = True

    def repainted(self) -> None:
        """Answer that the palette has changed: what was drawn or read with the old one is made anew."""
        self.refresh()

    def tree(self) -> Element:
        """Return the composed and placed tree, composing it when it is stale."""
        if self.root is None:
            size = self.app.logical_size
            self.root = self.compose(size)
            self.root.place(self.app.theme, pygame.Rect((0, 0), size))
        return self.root

    def find(self, id: str) -> Element | None:
        """Return the element with that id."""
        return next((element for element in self.tree().walk() if element.id == id), None)
