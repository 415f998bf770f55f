"""What a person set for the window, kept as JSON in the user's configuration folder."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

__all__ = ["Preferences", "load", "place", "save"]

_LARGEST_FILE = 65536
_SCALES = (0.75, 2.5)
_TEXT = (1.0, 1.3)


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings; `scale` None means: fit the window."""

    scale: float | None = None
    larger: float = 1.0
    full_screen: bool = False
    reduce_motion: bool = False


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
    default = Preferences()
    kept: dict[str, Any] = {}
    for field in fields(Preferences):
        value = found.get(field.name)
        kept[field.name] = value if _fits(field.name, value) else getattr(default, field.name)
    return Preferences(**kept)


def _fits(name: str, value: object) -> bool:
    if name in {"full_screen", "reduce_motion"}:
        return isinstance(value, bool)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    low, high = _SCALES if name == "scale" else _TEXT
    return low <= value <= high


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
