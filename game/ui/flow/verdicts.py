"""What the games of a “What if?” came to, in words and figures: what changed most, fans, and rows to compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.foresight.whatif import Comparison, Difference, Runs
from game.language import _, mark
from game.ui.flow.faces import Face
from game.ui.screens.whatif import Outcome, Verdict
from game.ui.screens.whatif_fans import Bands, Fan
from game.ui.text import number, sentence, signed
from game.world import Floats, Setting

__all__ = ["Told", "verdict_of"]

_CHANCES = ("hegemony", "survival", "war")
_SHARES = ("share", "leader")
_WEIGHS = {"hegemony": 0.08, "survival": 0.08, "war": 0.12, "lost": 0.35, "attacks": 0.8, "share": 0.015,
           "leader": 0.015, "score": 4.0}  # fmt: skip
"""By how much each outcome must change to be as telling as the others."""
_LEAST = 0.4  # of that: a smaller change is hardly one
_GOOD = {"hegemony": -1, "lost": -1, "attacks": -1, "survival": 1, "war": -1, "share": 1, "leader": 0, "score": 1}
_NAMES = {
    "hegemony": mark("A hegemon by {date}"),
    "lost": mark("States lost"),
    "attacks": mark("Wars begun"),
    "survival": mark("{name} survives"),
    "war": mark("{name} at war"),
    "score": mark("{name}’s score"),
    "share": mark("{name}’s power, %"),
    "leader": mark("{first}’s power, %"),
}
_TELLS = {
    "hegemony": mark("A state rules all in **{changed} of 100** games, not {without}."),
    "lost": mark("**{changed}** states are lost in a game, not {without}."),
    "attacks": mark("**{changed}** wars begin in a game, not {without}."),
    "survival": mark("{name} survives in **{changed} of 100** games, not {without}."),
    "war": mark("{name} is at war in **{changed} of 100** games, not {without}."),
    "score": mark("{name} scores **{changed}** on average, not {without}."),
    "share": mark("{name} ends with **{changed} %** of all power, not {without}."),
    "leader": mark("{first} ends with **{changed} %** of all power, not {without}."),
}


@dataclass(frozen=True, eq=False)
class Told:
    """A comparison beside what happened (a run of one), with the dates of its turns; `truth`: all of it is known."""

    found: Comparison
    happened: Runs
    faces: Sequence[Face]
    dates: tuple[str, ...]
    truth: bool
    setting: Setting

    @property
    def rows(self) -> list[Difference]:
        """What is compared: the leader's share only where that is another state."""
        same = self.found.leader == self.found.change.state
        return [each for each in self.found.differences if not (same and each.name == "leader")]

    @property
    def names(self) -> dict[str, str]:
        """The words that sentences are filled with."""
        state, first = self.faces[self.found.change.state], self.faces[self.found.leader]
        return {"name": sentence(state.called), "first": sentence(first.called), "date": self.dates[-1]}


def verdict_of(told: Told) -> Verdict:
    """Sum up."""
    states = dict.fromkeys((told.found.leader, told.found.change.state))
    return Verdict(
        told.found.games,
        _words(told),
        tuple(_fan(told, state) for state in states),
        tuple(_outcomes(told)),
    )


def _words(told: Told) -> str:
    """Say what changed most, at most two things, and only what is more than luck."""
    weighed = [(abs(each.by) / _WEIGHS[each.name], each) for each in told.rows if each.sure]
    best = sorted((row for row in weighed if row[0] >= _LEAST), key=lambda row: -row[0])[:2]
    if not best:
        return _("**It would hardly have mattered**: nothing differs by more than luck explains.")
    return " ".join(
        _(_TELLS[each.name]).format(
            without=_figure(each.name, each.without), changed=_figure(each.name, each.changed), **told.names
        )
        for _weight, each in best
    )


def _outcomes(told: Told) -> Iterator[Outcome]:
    for each in told.rows:
        tone = "luck" if not each.sure else ("bad", "even", "good")[1 + int(np.sign(each.by)) * _GOOD[each.name]]
        yield Outcome(
            _(_NAMES[each.name]).format(**told.names),
            _cell(each.name, each.without),
            _cell(each.name, each.changed),
            _apart(each) if each.sure or not each.by else _("luck"),
            tone,
            _was(told, each.name),
        )


def _figure(name: str, value: float) -> str:
    if name in _CHANCES or name in _SHARES:
        return number(100 * value)
    return number(value, 0 if name == "score" else 1)


def _cell(name: str, value: float) -> str:
    if name in _CHANCES:
        return _("{n} %").format(n=number(100 * value))
    return number(100 * value, 1) if name in _SHARES else number(value, 1)


def _apart(each: Difference) -> str:
    if each.name in _CHANCES:
        return _("{n} points").format(n=signed(100 * each.by, 0))
    return signed(100 * each.by, 1) if each.name in _SHARES else signed(each.by, 1)


def _was(told: Told, name: str) -> str:
    """What happened in the game itself; of another's score nothing is told before the end."""
    run, me = told.happened, told.found.change.state
    yes: dict[str, Callable[[], bool]] = {
        "hegemony": lambda: bool(run.hegemon[0] >= 0),
        "survival": lambda: bool(run.alive[0, me]),
        "war": lambda: bool(run.fought[0, me]),
    }
    if name in yes:
        return _("yes") if yes[name]() else _("no")
    numbers: dict[str, Callable[[], float]] = {
        "lost": lambda: float((~run.alive[0]).sum()),
        "attacks": lambda: float(run.attacks[0]),
        "score": lambda: float(run.score[0, me]),
        "share": lambda: float(100 * run.power[0, -1, me]),
        "leader": lambda: float(100 * run.power[0, -1, told.found.leader]),
    }
    return number(numbers[name](), 0 if name in ("lost", "attacks") else 1)


def _fan(told: Told, state: int) -> Fan:
    found = told.found
    face = told.faces[state]
    one, two = found.without, found.changed
    return Fan(
        face=face,
        title=_("{name}’s share of power, per cent").format(name=face.name),
        ticks=told.dates,
        without=_bands(one.fan(state)),
        changed=_bands(two.fan(state)),
        ends=(_cents(one.power[:, -1, state]), _cents(two.power[:, -1, state])),
        happened=_cents(told.happened.power[0, :, state]),
        line=100.0 * told.setting.rules.hegemony.share,
    )


def _bands(fan: Floats) -> Bands:
    return tuple(_cents(row) for row in fan)


def _cents(shares: Floats) -> tuple[float, ...]:
    return tuple((100.0 * shares).tolist())
