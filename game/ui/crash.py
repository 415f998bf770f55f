"""When the program itself fails: a report that holds nobody's secrets, and a screen that says what is safe."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pygame

from game import __version__
from game.language import _
from game.ui import palette
from game.ui.buttons import Act, Button
from game.ui.canvas import Canvas
from game.ui.figures import Icon, Panel
from game.ui.ground import paint_graticule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import KeyLine, Screen
from game.ui.scroll import Scroll
from game.ui.theme import BODY, SMALL, TITLE

__all__ = ["CrashScreen", "keep_report", "report_of", "say_last_words"]

_PACKAGE = Path(__file__).resolve().parents[1]
_KEPT = 5


def report_of(error: BaseException, screens: Sequence[str] = ()) -> str:
    """Return what a maintainer needs: versions, open screens, kinds of error, file and line of each call.

    It leaves out messages, values and paths outside the program: orders, hidden state or names could be in them.
    """
    system = f"{platform.system()} {platform.machine()}"
    lines = [
        f"Counterpoise {__version__}, Python {platform.python_version()}, "
        f"pygame-ce {pygame.version.ver}, numpy {np.__version__}, {system}",
        "screens: " + (", ".join(screens) or "none"),
    ]
    fault: BaseException | None = error
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        lines.append(type(fault).__name__)
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(fault.__traceback__)]
        fault = fault.__cause__ or fault.__context__
    return "\n".join(lines)


def _place(frame: traceback.FrameSummary) -> str:
    """Return where a call stands: the file below the package, or only the name of one outside it."""
    path = Path(frame.filename)
    name = path.relative_to(_PACKAGE.parent).as_posix() if path.is_relative_to(_PACKAGE) else path.name
    return f"{name}:{frame.lineno} in {frame.name}"


def keep_report(report: str, folder: Path) -> Path | None:
    """Write a report into a folder, of which the last five stay; None if that cannot be done."""
    path = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report + "\n", encoding="utf-8")
    except OSError:
        return None
    for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
        with suppress(OSError):
            old.unlink()
    return path


class CrashScreen(Screen):
    """Say that the program failed, what was kept, and where to go from here."""

    typing = False

    def __init__(self, kept: str, report: str, go_on: Act | None, title: Act) -> None:
        """Take what became of the game in one sentence, the report, and the ways on (None: no game to go on with)."""
        super().__init__()
        self.kept = kept
        self.report = report
        self.go_on = go_on
        self.title = title
        self.first = "go_on" if go_on else "title"

    def compose(self, size: Size) -> Element:
        """Return what happened, the report, and the ways on."""
        told = _("An error in the program stopped this screen. It is not your fault, and no order was changed by it.")
        private = _("The report names places in the program only: no orders, no states, no names, no folders of yours.")
        lines = [Label(line, SMALL, palette.INK_SECOND, wrap=True) for line in self.report.split("\n")]
        listing = Panel([Scroll(Column(lines), self.memory, id="report")], pad=(16, 12), fill=palette.CONTROL, grow=1)
        listing.least = 80
        panel = Panel(
            [
                Row([Icon("triangle-alert", 30, palette.BAD), Label(_("Something went wrong"), TITLE, grow=1)], gap=16),
                Space(height=12),
                Label(told, BODY, wrap=True),
                Label(self.kept, BODY, palette.INK, wrap=True),
                Space(height=16),
                caption(_("Report")),
                Label(private, SMALL, palette.INK_SECOND, wrap=True),
                Space(height=8),
                listing,
                Space(height=16),
                Row(self._buttons(), gap=12),
            ],
            pad=(28, 22),
            grow=1,
        )
        panel.fixed = (min(880, size[0] - 48), None)
        return Row([Space(grow=1), panel, Space(grow=1)], align="stretch", pad=(0, 24))

    def _buttons(self) -> list[Element]:
        copy = Button("copy", _("Copy the report"), self._copy, tip=_("For a message to whoever mends the program."))
        leave = Button("quit", _("Quit"), self.app.quit, tip=_("Close the window."))
        on = bool(self.go_on)
        home = Button("title", _("To the title"), self.title, kind="secondary" if on else "primary",
                      tip=_("Leave this game; it is kept."))  # fmt: skip
        found: list[Element] = [copy, Space(grow=1), leave, home]
        if self.go_on is not None:
            found.append(Button("go_on", _("Go on with the game"), self.go_on, kind="primary", key="Enter",
                                tip=_("Open the game as it was kept just now.")))  # fmt: skip
        return found

    def _copy(self) -> None:
        try:
            pygame.scrap.put_text(self.report)
        except (pygame.error, AttributeError):
            self.app.toast(_("The clipboard cannot be reached here."), "bad")
            return
        self.app.toast(_("The report is in the clipboard."), "good")

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the graticule: never a map."""
        paint_graticule(canvas)

    def back(self) -> None:
        """Stay: there is nothing sound behind it."""

    def keys(self) -> list[KeyLine]:
        """Explain Enter."""
        return [("Enter", _("go on with the game as it was kept") if self.go_on else _("to the title"))]


def say_last_words(report: str) -> None:
    """Write the report where a terminal shows it: the window cannot."""
    print(report, file=sys.stderr)
