"""Text entry: pygame_gui's line editor (caret, selection, clipboard, input methods) inside our layout."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pygame

from game.ui import palette
from game.ui.assets import asset
from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.layout import Hot, Size
from game.ui.theme import BODY, RADIUS_CONTROL, Theme

if TYPE_CHECKING:
    from game.ui.screen import Screen

__all__ = ["Editors", "TextField"]

_OURS = (pygame.K_TAB, pygame.K_ESCAPE, pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_UP, pygame.K_DOWN)


class Editors:
    """Keep one pygame_gui editor for each text field by id; pygame_gui is imported with the first field."""

    def __init__(self, size: tuple[int, int], scale: float) -> None:
        import pygame_gui

        self.manager = pygame_gui.UIManager(size, enable_live_theme_updates=False)
        self.scale = scale
        self._lines: dict[str, Any] = {}
        font = {"name": "counterpoise", "size": str(round(BODY.size * scale)), "regular_path": self._font()}
        self.manager.get_theme().load_theme({"text_entry_line": _look() | {"font": font, "misc": _shape(scale)}})

    @staticmethod
    def _font() -> str:
        return str(asset("fonts", "NotoSans-Regular.ttf"))

    def line(self, id: str, box: pygame.Rect, text: str, allowed: str, most: int) -> Any:
        """Return the editor of a field, made or moved to a physical rectangle."""
        import pygame_gui

        line = self._lines.get(id)
        if line is None:
            line = pygame_gui.elements.UITextEntryLine(box, self.manager)
            line.set_text_length_limit(most)
            if allowed:
                line.set_allowed_characters(list(allowed))
            line.set_text(text)
            self._lines[id] = line
        elif line.rect != box:
            line.set_relative_position(box.topleft)
            line.set_dimensions(box.size)
        return line

    def keep(self, ids: set[str]) -> None:
        """Drop the editors of fields that are gone."""
        for id in [id for id in self._lines if id not in ids]:
            self._lines.pop(id).kill()

    def drop(self, id: str) -> None:
        """Drop one editor; the next composition makes it anew."""
        line = self._lines.pop(id, None)
        if line is not None:
            line.kill()

    def blink(self, seconds: float) -> bool:
        """Let the caret blink; return whether it changed."""
        before = [line.cursor_on for line in self._lines.values()]
        self.manager.update(seconds)
        return before != [line.cursor_on for line in self._lines.values()]

    def focus(self, id: str) -> None:
        """Give the caret to one field, or to none."""
        line = self._lines.get(id)
        self.manager.set_focus_set(line)


def _look() -> dict[str, Any]:
    colours = {
        "dark_bg": palette.CONTROL,
        "normal_border": palette.LINE_STRONG,
        "selected_border": palette.ACCENT,
        "selected_bg": palette.HIGH,
        "normal_text": palette.INK,
        "selected_text": palette.INK,
        "text_cursor": palette.ACCENT,
    }
    return {"colours": {name: "#{:02X}{:02X}{:02X}".format(*shade) for name, shade in colours.items()}}


def _shape(scale: float) -> dict[str, str]:
    return {"shape": "rectangle", "border_width": "0", "shadow_width": "0", "padding": f"{round(4 * scale)},0"}


class TextField(Control):
    """One line of text to type into; `changed` gets the text after each change."""

    def __init__(
        self,
        id: str,
        text: str,
        changed: Callable[[str], None],
        *,
        allowed: str = "",
        most: int = 60,
        empty: str = "",
        why_not: str | None = None,
        tip: str = "",
        grow: float = 1,
        width: int | None = None,
    ) -> None:
        super().__init__(id=id, why_not=why_not, tip=tip, grow=grow, width=width)
        self.text = text
        self.changed = changed
        self.allowed = allowed
        self.most = most
        self.empty = empty  # faint words while there is no text
        self._line: Any = None

    def measure(self, theme: Theme, width: int) -> Size:
        """Ask for a name's width and a control's height."""
        return min(width, 220), max(44, theme.line_height(BODY) + 16)

    def press(self, screen: Screen, pos: tuple[int, int]) -> bool:
        """Take the caret."""
        screen.app.editors.focus(self.id)
        return False

    def feed(self, screen: Screen, event: pygame.event.Event) -> bool:
        """Give the editor an event; tell about a change of text."""
        if event.type == pygame.TEXTINPUT and not event.text.isprintable():
            return True  # a letter without a width cannot be drawn
        line = self._editor(screen.app.canvas, screen)
        if event.type in (pygame.KEYDOWN, pygame.TEXTINPUT) and not line.is_focused:
            screen.app.editors.focus(self.id)
        try:
            used = bool(line.process_event(event))
        except pygame.error:  # pasted letters that cannot be drawn: keep the text as it was
            screen.app.forget_field(self.id)
            return True
        if line.get_text() != self.text:
            self.text = line.get_text()
            self.changed(self.text)
        return used

    def key(self, screen: Screen, event: pygame.event.Event) -> bool:
        """Edit; Tab, Esc, Enter and the vertical arrows stay with the screen."""
        if event.key in _OURS:
            return False
        self.feed(screen, event)
        return (not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT) and event.key < pygame.K_F1) or bool(
            event.key in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_HOME, pygame.K_END)
        )

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the frame; the editor draws the text."""
        at = hot.focus == self.id
        canvas.rounded(self.rect, palette.CONTROL, palette.ACCENT if at else palette.LINE_STRONG, RADIUS_CONTROL)
        if self._line is not None:
            canvas.surface.blit(self._line.image, self._line.rect)
        if self.empty and not self.text and not at:
            canvas.text(self.empty, BODY, palette.INK_THIRD, self.rect.inflate(-24, 0))

    def _editor(self, canvas: Canvas, screen: Screen) -> Any:
        box = canvas.box(self.rect.inflate(-8, -8))
        self._line = screen.app.editors.line(self.id, box, self.text, self.allowed, self.most)
        return self._line

    def prepare(self, canvas: Canvas, screen: Screen) -> None:
        """Have the editor at hand, with its picture up to date, before the field is drawn."""
        line = self._editor(canvas, screen)
        if screen.hot.focus != self.id and line.is_focused:
            screen.app.editors.focus("")
        line.update(0.0)
