"""Who sits where, from words such as FR=balancer or FRA=mybot.py."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.language import _
from game.match import BOT, DOCTRINE, Seat
from game.opponents.doctrines import BY_NAME
from game.storage.documents import Scenario
from game.storage.files import FileError, did_you_mean


def seating(scenario: Scenario, words: Sequence[str]) -> list[Seat]:
    """Seat the scenario's own doctrines, but for what `words` say: STATE=doctrine or STATE=script.py.

    A state is named by code, id, name, or the unambiguous beginning of one. Raises FileError in one sentence.
    """
    seats = [Seat(DOCTRINE, state.doctrine) for state in scenario.states]
    taken: set[int] = set()
    for word in words:
        state, mark, who = (part.strip() for part in word.partition("="))
        if not mark or not state or not who:
            raise FileError(_("seats: expected STATE=doctrine or STATE=script.py, found “{word}”").format(word=word))
        index = find_state(scenario, state)
        if index in taken:
            raise FileError(_("seats: {state} is seated twice").format(state=scenario.states[index].name))
        taken.add(index)
        seats[index] = _sitter(who)
    return seats


def find_state(scenario: Scenario, word: str) -> int:
    """Find a state by code, id or name, or by the beginning of one; raises FileError."""
    wanted = word.casefold()
    names = [(state.code.casefold(), state.id.casefold(), state.name.casefold()) for state in scenario.states]
    exact = [k for k, given in enumerate(names) if wanted in given]
    begins = [k for k, given in enumerate(names) if any(name.startswith(wanted) for name in given)]
    found = exact or begins
    if len(found) == 1:
        return found[0]
    known = [state.code for state in scenario.states]
    if found:
        text = _("seats: “{word}” could be {names}; use a code")
        raise FileError(text.format(word=word, names=", ".join(scenario.states[k].name for k in found)))
    text = _("seats: expected a state of {scenario} ({codes}), found “{word}”")
    hint = did_you_mean(word, [name for state in scenario.states for name in (state.code, state.id, state.name)])
    raise FileError(text.format(scenario=scenario.name, codes=", ".join(known), word=word) + hint)


def _sitter(who: str) -> Seat:
    if who in BY_NAME:
        return Seat(DOCTRINE, who)
    if who.endswith(".py") or Path(who).exists():
        return Seat(BOT, who)
    text = _("seats: expected a doctrine ({names}) or a script.py, found “{word}”")
    raise FileError(text.format(names=", ".join(BY_NAME), word=who) + did_you_mean(who, list(BY_NAME)))
