"""What a person set for the window, kept as JSON in the user's configuration folder."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.ui import keys, palette

__all__ = ["PRESETS", "Preferences", "load", "place", "save", "with_preset"]

_LARGEST_FILE = 65536
_SCALES = (0.75, 2.5)
_TEXT = (1.0, 1.3)
_MOST_SEEN = 200


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings; `scale` None means: fit the window.

    `keys` are pairs of an action's id and the chord that does it instead of the usual one; `seen` are the hints
    that were shown once and need not come again.
    """

    scale: float | None = None
    larger: float = 1.0
    full_screen: bool = False
    reduce_motion: bool = False
    palette: str = "standard"
    patterns: bool = False
    sound: bool = True
    adviser: bool = True
    keys: tuple[tuple[str, str], ...] = ()
    seen: tuple[str, ...] = ()


PRESETS: dict[str, dict[str, Any]] = {
    "laptop": {"scale": None, "larger": 1.0, "palette": "standard", "patterns": False, "reduce_motion": False},
    "projector": {"scale": 1.5, "larger": 1.15, "palette": "contrast", "patterns": False, "reduce_motion": False},
    "low_vision": {"scale": 2.5, "larger": 1.3, "palette": "contrast", "patterns": True, "reduce_motion": True},
}
"""Settings that go together; a scale larger than the window takes is capped by it."""


def with_preset(preferences: Preferences, name: str) -> Preferences:
    """Return the settings with those of a preset; keys, sound and full screen stay as they are."""
    return replace(preferences, **PRESETS[name])


def place() -> Path:
    """Return where the settings are kept, by the system's own custom."""
    import platformdirs

    return Path(platformdirs.user_config_dir("counterpoise", appauthor=False)) / "preferences.json"


def load(path: Path) -> Preferences:
    """Read the settings; what is missing, broken or out of range falls back to the default, silently."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return Preferences()
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    return _sound(found) if isinstance(found, dict) else Preferences()


def _sound(found: dict[str, Any]) -> Preferences:
    kept: dict[str, Any] = {}
    for field in fields(Preferences):
        value = found.get(field.name)
        if field.name in found and _FITS[field.name](value):
            kept[field.name] = _frozen(value)
    return Preferences(**kept)


def _frozen(value: Any) -> Any:
    """Turn JSON's lists into tuples."""
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value


def _within(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high


def _switch(value: Any) -> bool:
    return isinstance(value, bool)


def _words(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= _MOST_SEEN and all(isinstance(each, str) for each in value)


def _bindings(value: Any) -> bool:
    """Say whether these are pairs of an action and a chord, each once."""
    if not isinstance(value, list) or not all(_words(pair) and len(pair) == 2 for pair in value):
        return False
    return keys.sound(dict(value)) and len({pair[0] for pair in value}) == len(value)


_FITS: dict[str, Callable[[Any], bool]] = {
    "scale": _within(*_SCALES),
    "larger": _within(*_TEXT),
    "full_screen": _switch,
    "reduce_motion": _switch,
    "palette": lambda value: isinstance(value, str) and value in palette.PALETTES,
    "patterns": _switch,
    "sound": _switch,
    "adviser": _switch,
    "keys": _bindings,
    "seen": _words,
}


def save(preferences: Preferences, path: Path) -> str | None:
    """Write the settings whole or not at all; return one sentence when that failed."""
    content = json.dumps({"format": "counterpoise-preferences", "version": 1, **asdict(preferences)}, indent=2)
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".preferences-", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        return f"The settings could not be saved: {error.strerror or error}."
    return None
