"""Names of saves: always a plain file in the folder, on every system, never two that look the same."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from game.language import _
from game.storage.save_errors import SaveError

__all__ = ["ENDINGS", "check_name", "existing", "slug", "stem"]

ENDINGS = (".json.gz", ".json")
MOST_BYTES = 160
_FORBIDDEN = '<>:"/\\|?*'
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}


def check_name(name: str) -> str:
    """Give the name in its one form; raises SaveError for a name that some system would not keep."""
    plain = unicodedata.normalize("NFC", name)
    why = _fault(plain)
    if why:
        shown = plain if len(plain) <= 60 and plain.isprintable() else repr(plain[:40])
        raise SaveError(f"“{shown}”", why, advice=_("Choose another name."))
    return plain


def _fault(name: str) -> str:
    if not name:
        return _("a save needs a name")
    if len(name.encode("utf-8", "replace")) > MOST_BYTES:
        return _("the name is too long")
    bad = next((c for c in name if c in _FORBIDDEN or unicodedata.category(c) in _UNSEEN), "")
    if bad:
        return _("a name cannot contain {letter}").format(letter=repr(bad))
    if name[0] in ". " or name[-1] in ". " or name != name.strip():
        return _("a name cannot begin or end with a dot or a blank")
    if name.split(".")[0].rstrip(" ").lower() in _DEVICES:
        return _("that name is reserved on some systems")
    if name.lower().endswith((".json", ".gz")):
        return _("write the name without its ending")
    return ""


def stem(file: str) -> str:
    """The name of a save without its ending."""
    return next((file[: -len(ending)] for ending in ENDINGS if file.endswith(ending)), file)


def existing(folder: Path, name: str) -> list[Path]:
    """The files in the folder that stand for this name, whatever their ending.

    Raises SaveError if a file's name differs only in letters' case or form: some systems hold them for one.
    """
    found = []
    for path in sorted(folder.iterdir()):
        if not path.name.endswith(ENDINGS) or path.name.startswith("."):
            continue
        other = unicodedata.normalize("NFC", stem(path.name))
        if other == name:
            found.append(path)
        elif _folded(other) == _folded(name):
            why = _("there is a save “{other}”, which some systems hold for the same name").format(other=other)
            raise SaveError(f"“{name}”", why, advice=_("Choose another name."))
    return found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def slug(text: str) -> str:
    """Turn any text into a short part of a name: letters, digits and single hyphens."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in text.lower())
    return "-".join(part for part in letters.split("-") if part)[:40]
