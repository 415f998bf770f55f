"""Open the system's window: the right pygame, no sound, sharp pixels, or one clear sentence."""

import os
import sys

import pygame

from game.language import _

__all__ = ["WindowError", "check_pygame", "open_display", "set_mode"]

_SMALLEST = (640, 400)


class WindowError(RuntimeError):
    """Say in one sentence why there is no window, and what to do."""

    one_sentence = True


def check_pygame() -> None:
    """Raise WindowError unless the pygame installed is pygame-ce."""
    if not getattr(pygame, "IS_CE", False):
        raise WindowError(
            _("Counterpoise needs pygame-ce, but plain pygame is installed: uninstall both, install pygame-ce.")
        )


def open_display(headless: bool) -> None:
    """Start the display and fonts, nothing else; raise WindowError where there is no screen."""
    if headless:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    if sys.platform == "win32":
        _sharp_pixels()
    try:
        pygame.display.init()
    except pygame.error as error:
        raise WindowError(
            _("There is no screen to draw on ({reason}): without one, use `counterpoise simulate`.").format(
                reason=error
            )
        ) from error
    pygame.font.init()


def _sharp_pixels() -> None:
    """Tell Windows that the program scales itself, before the display starts."""
    import ctypes

    windows = getattr(ctypes, "windll", None)
    try:
        windows.shcore.SetProcessDpiAwareness(2)  # type: ignore[union-attr]
    except (AttributeError, OSError):
        return  # before Windows 8.1: the picture is scaled by the system


def set_mode(size: tuple[int, int], full_screen: bool) -> pygame.Surface:
    """Make the window that large at least 640 x 400, or cover the screen."""
    size = (max(size[0], _SMALLEST[0]), max(size[1], _SMALLEST[1]))
    try:
        if full_screen:
            surface = pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    except pygame.error as error:
        raise WindowError(_("The window could not be opened: {reason}.").format(reason=error)) from error
    pygame.display.set_caption("Counterpoise")
    return surface
