"""What a script can get wrong: one sentence each, with the file and the line where it can be known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from game.language import _

ILLEGAL, EXCEPTION, REPLY, LOADING = "illegal order", "exception", "bad reply", "not loaded"
"""The names of failures: an order that the rules refuse, an error in the script, an answer that is no order."""


class Mistake(Exception):
    """A wrong use of what `play` is given: expected, found, what to do. `line` is known for bad replies."""

    line: int | None = None


class NoSuchName(AttributeError, Mistake):
    """An attribute that does not exist; an AttributeError too, so that `hasattr` works."""


class BotError(Exception):
    """A script that cannot go on; its text is one sentence with file, line, expected, found, what to do."""

    one_sentence = True

    def __init__(self, file: str, sentence: str, line: int | None = None, kind: str = LOADING) -> None:
        place = file if line is None else _("{file}, line {line}").format(file=file, line=line)
        super().__init__(f"{place}: {sentence}")
        self.file, self.line, self.sentence, self.kind = file, line, sentence, kind


@dataclass(frozen=True)
class Remark:
    """One line of a script's log: a note of its author's, a failure, or an order that would change nothing."""

    turn: int
    state: int
    kind: str
    text: str
    line: int | None = None


def near(word: str, known: Iterable[str]) -> str:
    """Complete a sentence about an unknown word: nothing, or “; did you mean “…”?”, whatever the case."""
    names = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), list(names), 1, 0.6)
    return _("; did you mean “{near}”?").format(near=names[found[0]]) if found else ""


def wrong_word(word: object, known: Iterable[str], what: str) -> Mistake:
    """Make the mistake of a word that is not among those known: `what` says what was expected."""
    words = list(known)
    listed = ", ".join(f"“{each}”" for each in words)
    text = _("expected {what} ({known}), found {found}").format(what=what, known=listed, found=shown(word))
    return Mistake(text + (near(word, words) if isinstance(word, str) else ""))


def shown(value: object) -> str:
    """Describe a value that was not expected, shortly."""
    if isinstance(value, str):
        return _("the text “{text}”").format(text=_short(value))
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, int | float):
        return _("the number {number}").format(number=_short(repr(value)))
    if callable(value):
        name = getattr(value, "__name__", "?")
        return _("the function {name} (call it: {name}(...))").format(name=name)
    return _short(repr(value))


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 3] + "..."
