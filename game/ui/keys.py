"""Keys that a person may change: translated once, where events come in, and shown by their new names.

Screens ask for the usual key of what they do; `translate` gives it to them when the chosen one is pressed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pygame

from game.language import mark

__all__ = ["ACTIONS", "Action", "chord_of", "shown", "sound", "translate", "use", "with_key"]

_MODS = (("Ctrl", pygame.KMOD_CTRL), ("Alt", pygame.KMOD_ALT), ("Shift", pygame.KMOD_SHIFT))
_NAMED = {
    "Enter": pygame.K_RETURN, "Home": pygame.K_HOME, "End": pygame.K_END, "PgUp": pygame.K_PAGEUP,
    "PgDn": pygame.K_PAGEDOWN, "Ins": pygame.K_INSERT, "Del": pygame.K_DELETE,
    **{f"F{n}": getattr(pygame, f"K_F{n}") for n in range(1, 13)},
}  # fmt: skip
_CODES = {code: name for name, code in _NAMED.items()}
_FIXED = "clmnw"  # letters of single screens, and digits are the lenses
_FREE = {ord(letter) for letter in "abcdefghijklmnopqrstuvwxyz,.;'[]\\`" if letter not in _FIXED}
_ALONE = (pygame.K_RETURN, pygame.K_DELETE)  # mean something to every screen unless a modifier is held


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a key does: the usual chord and what it does, in words."""

    id: str
    usual: str
    title: str


ACTIONS = (
    Action("end_turn", "Ctrl+Enter", mark("End the turn")),
    Action("undo", "Z", mark("Take back the last order")),
    Action("next_state", "S", mark("Next state")),
    Action("verbs", "A", mark("What can be done with it")),
    Action("answers", "Q", mark("Answers that are due")),
    Action("report", "R", mark("The report of the last turn")),
    Action("menu", "F10", mark("Menu")),
    Action("clock", "P", mark("Stop or start the clock")),
    Action("whole_map", "Home", mark("The whole map")),
    Action("full_screen", "F11", mark("Full screen or window")),
    Action("keys", "F1", mark("The keys")),
)
_USUAL = {action.usual: action.id for action in ACTIONS}
_chosen: dict[str, str] = {}


def use(bindings: Mapping[str, str]) -> None:
    """Take other chords for some actions from now on; the rest keep their usual ones."""
    global _chosen
    _chosen = dict(bindings)


def sound(bindings: Mapping[str, str]) -> bool:
    """Say whether these are known actions with chords that can be used, and no chord does two things."""
    known = {action.id: action.usual for action in ACTIONS}
    if not all(action in known and _read(chord) is not None for action, chord in bindings.items()):
        return False
    chords = [bindings.get(action, usual) for action, usual in known.items()]
    return len(set(chords)) == len(chords)


def with_key(bindings: Mapping[str, str], action: str, chord: str) -> dict[str, str]:
    """Return the bindings with a chord for an action; the action that had it takes the old one in exchange."""
    known = {each.id: bindings.get(each.id, each.usual) for each in ACTIONS}
    for other, its in known.items():
        if its == chord and other != action:
            known[other] = known[action]
    known[action] = chord
    return {each.id: known[each.id] for each in ACTIONS if known[each.id] != each.usual}


def shown(usual: str) -> str:
    """Return the chord to show for a usual one: "Ctrl+Enter", "Z"; what cannot be changed stays as it is."""
    action = _USUAL.get(usual)
    return _chosen.get(action, usual) if action else usual


def chord_of(event: pygame.event.Event) -> str | None:
    """Return the name of the chord pressed, None for one that no action may have."""
    name = _CODES.get(event.key) or (chr(event.key).upper() if event.key in _FREE else None)
    held = [word for word, mod in _MODS if event.mod & mod]
    if name is None or (event.key in _ALONE and not held):
        return None
    return "+".join([*held, name])


def translate(event: pygame.event.Event) -> pygame.event.Event | None:
    """Turn the press of a chosen chord into the usual one's; None for a usual chord that was given up.

    Shift beside a single letter stays with the event: screens read it as "the other way round".
    """
    if not _chosen:
        return event
    chord = chord_of(event)
    bare = chord.removeprefix("Shift+") if chord else chord
    for tried in (chord, bare):
        action = next((id for id, its in _chosen.items() if its == tried), None)
        if action is not None:
            usual = next(each.usual for each in ACTIONS if each.id == action)
            return _pressed(usual, event, keep_shift=tried != chord)
    given_up = _USUAL.get(chord or "") or _USUAL.get(bare or "")
    return None if given_up in _chosen else event


def _pressed(usual: str, event: pygame.event.Event, keep_shift: bool) -> pygame.event.Event:
    found = _read(usual)
    assert found is not None, f"{usual} is no chord"
    key, mod = found
    letter = chr(key) if 32 <= key < 127 else ""
    mod |= event.mod & pygame.KMOD_SHIFT if keep_shift else 0
    return pygame.event.Event(event.type, key=key, mod=mod, unicode=letter, scancode=0)


def _read(chord: str) -> tuple[int, int] | None:
    """Read a chord as (key, modifiers); None if it is none that an action may have."""
    *held, name = chord.split("+")
    mods = dict(_MODS)
    if any(word not in mods for word in held) or len(set(held)) != len(held):
        return None
    code = _NAMED.get(name) or (ord(name.lower()) if len(name) == 1 and ord(name.lower()) in _FREE else None)
    if code is None or (code in _ALONE and not held) or (len(name) == 1 and name != name.upper()):
        return None
    mod = 0
    for word in held:
        mod |= mods[word]
    return code, mod
