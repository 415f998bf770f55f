"""The letters of the play screen: what they do, and how they are explained."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.language import _
from game.ui import keys
from game.ui.screen import KeyLine

if TYPE_CHECKING:
    from game.ui.screens.play import PlayScreen

__all__ = ["explained", "letters"]


def letters(screen: PlayScreen, back: bool) -> dict[int, Callable[[], None]]:
    """Return what the letters do; `back` (Shift) turns the order of states, and undo, round."""
    plans, dealing = screen.plans, screen.dealing
    found: dict[int, Callable[[], None]] = {
        pygame.K_z: plans.redo if back else plans.undo,
        pygame.K_y: plans.redo,
        pygame.K_s: partial(dealing.next, -1 if back else 1),
        pygame.K_a: dealing.open_ring,
        pygame.K_q: screen.open_card,
        pygame.K_w: dealing.who_would_come,
        pygame.K_n: dealing.what_would_you_need,
        pygame.K_F10: screen.desk.open_menu,
    }
    for tool in screen.desk.tools:
        if len(tool.key) == 1:
            found[pygame.key.key_code(tool.key.lower())] = tool.act
    return found


def explained() -> list[KeyLine]:
    """Return the keys with what they do."""
    return [
        ("1", _("to 7: the lenses of the map")),
        ("S", _("next state; with Shift the one before")),
        ("A", _("what can be done with it")),
        ("W", _("who would come if it came to war with it")),
        ("N", _("what it would need to accept an offer")),
        ("Q", _("answers that are due")),
        ("Z", _("undo the last change of the plan")),
        ("Y", _redo()),
        ("Home", _("the whole map; plus and minus zoom, arrows move it")),
        ("Ctrl+Enter", _("end the turn")),
        ("F10", _("menu")),
    ]


def _redo() -> str:
    """Say what redoes; Shift turns a single letter round, but no chord."""
    undo = keys.shown("Z")
    return _("redo it; Shift+{key} does the same").format(key=undo) if len(undo) == 1 else _("redo it")
