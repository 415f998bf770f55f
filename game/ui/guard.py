"""The last line of defence: an error of the program shows a screen instead of ending it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.language import _
from game.ui.crash import report_of, say_last_words
from game.ui.window import WindowError

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.screen import Screen

__all__ = ["Guard"]


class Guard:
    """Stand between the program's errors and its end; `fallen` makes the screen that follows one.

    Without `fallen` an error goes on as it is.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self.fallen: Callable[[Exception], Screen] | None = None
        self._shown: Screen | None = None

    def safely(self, act: Callable[[], None]) -> None:
        """Do something that must not end the program.

        Raises WindowError when the screen that follows an error cannot be shown either.
        """
        try:
            act()
        except WindowError:
            raise
        except Exception as error:  # whatever it is, nobody loses a game to it
            if self.fallen is None:
                raise
            self._fall(error, self.fallen)

    def _fall(self, error: Exception, fallen: Callable[[Exception], Screen]) -> None:
        app = self.app
        if self._shown is not None and app.top is self._shown:
            say_last_words(report_of(error))
            raise WindowError(_("The window failed twice in a row; the report is above.")) from None
        self._shown = fallen(error)
        app.stack.clear()  # what lies there may be what failed: it is not asked for a last word
        app.toasts.clear()
        app.push(self._shown)
