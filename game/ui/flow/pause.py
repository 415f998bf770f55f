"""The game's menu: back to it, save, open another, settings, seats, title, quit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _
from game.ui.buttons import Act, Button
from game.ui.dialogs import centred
from game.ui.figures import Panel, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Size, Space
from game.ui.screen import Screen
from game.ui.scroll import Scroll
from game.ui.theme import HEAD

__all__ = ["Line", "PauseMenu"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the menu; `apart` draws a hairline above."""

    id: str
    text: str
    icon: str
    act: Act
    apart: bool = False


class PauseMenu(Screen):
    """Choose what to do with the game; Esc goes back to it."""

    opaque = False
    first = "menu.resume"

    def __init__(self, title: str, kicker: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self.title = title
        self.kicker = kicker
        self.lines = lines

    def compose(self, size: Size) -> Element:
        """Return the lines on a panel."""
        resume = Button("menu.resume", _("Back to the game"), self.back, icon="play", kind="primary", align="start",
                        key="Esc")  # fmt: skip
        rows: list[Element] = [resume]
        for line in self.lines:
            rows.append(Rule(8, 8) if line.apart else Space(height=6))
            act = self._closing(line.act)
            rows.append(Button(f"menu.{line.id}", line.text, act, icon=line.icon, kind="plain", align="start"))
        listing = Scroll(Column(rows), self.memory, id="menu")
        panel = Panel(
            [caption(self.kicker), Label(self.title, HEAD), Space(height=14), listing],
            pad=(24, 20),
            id="dialog",
        )
        return centred(panel, size, 380)

    def _closing(self, act: Act) -> Act:
        def close() -> None:
            self.app.remove(self)
            act()

        return close
