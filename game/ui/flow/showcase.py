"""Bring a window to something worth a picture that takes several steps: so far, “What if?” with its answer."""

from __future__ import annotations

from game.ui.app import App
from game.ui.screens.timeline import TimelineScreen

__all__ = ["suppose"]


def suppose(app: App, turn: int) -> None:
    """Leave out the first order of a turn at the timeline on top, and play on to the answer."""
    screen = app.top
    assert isinstance(screen, TimelineScreen)
    assert screen.supposed is not None
    screen.go(turn)
    screen.ask()
    if screen.supposed.why_not is not None:
        screen.supposed.pick("given", "0")
    screen.supposed.start()
    while screen.supposed.work():
        pass
    screen.refresh()
