"""The one door for English text that people read: translations hang here."""

import gettext
from functools import cache
from pathlib import Path

__all__ = ["_", "mark", "plural", "speak"]

_locale_folder: Path | None = None
_language = "en"


def speak(language: str, folder: Path) -> None:
    """Use the catalogue `folder/<language>/LC_MESSAGES/counterpoise.mo` from now on; English without one."""
    global _locale_folder, _language
    _locale_folder, _language = folder, language
    _catalogue.cache_clear()


@cache
def _catalogue() -> gettext.NullTranslations:
    folder = None if _locale_folder is None else str(_locale_folder)
    return gettext.translation("counterpoise", folder, [_language], fallback=True)


def _(text: str) -> str:
    """Translate a sentence at the moment it is shown."""
    return _catalogue().gettext(text)


def mark(text: str) -> str:
    """Mark a sentence for translation where it is declared; show it with `_` later."""
    return text


def plural(one: str, many: str, count: int) -> str:
    """Translate a sentence whose form depends on a count; `{n}` in it is the count."""
    return _catalogue().ngettext(one, many, count).format(n=count)
