"""The seven lenses of the map on a reading: colours, the value beside each emblem, the legend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.language import mark
from game.ui.map import lenses
from game.ui.map.lenses import StateLook, Wash
from game.ui.play.reading import Reading
from game.ui.play.words import percent
from game.ui.theme import number, signed

__all__ = ["LENSES", "Lens", "Mark"]

_SEEN = 0.005  # a fear below this shows no bar


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands beside a state's code: a value, a meter of five bars."""

    value: str = ""
    bars: int | None = None


@dataclass(frozen=True, slots=True)
class Lens:
    """One way to look at the map."""

    id: str
    key: str
    word: str
    icon: str
    wash: Callable[[Reading], Wash]
    marks: Callable[[Reading], Sequence[Mark]]
    ties: tuple[str, ...] = ("war", "demand", "pact")  # kinds drawn of all states
    near: bool = True  # whether all ties of one's own and of the chosen state are drawn too
    lines: str = mark("Lines: all wars, demands and pacts, and every tie of ours and of the state selected")


def _looks(reading: Reading) -> list[StateLook]:
    return [StateLook(nation.colour, nation.hatch) for nation in reading.nations]


def _owner(reading: Reading) -> Wash:
    return lenses.owner(_looks(reading), reading.owner, reading.core)


def _power(reading: Reading) -> Wash:
    share = [nation.power for nation in reading.nations]
    return lenses.power(_looks(reading), reading.owner, reading.core, share, estimated=reading.estimated)


def _fear(reading: Reading) -> Wash:
    return lenses.whom_i_fear(_looks(reading), reading.owner, reading.core, reading.threat[reading.me], reading.me)


def _feared(reading: Reading) -> Wash:
    return lenses.fears_me(_looks(reading), reading.owner, reading.core, _fears_of_me(reading), reading.me)


def _alliances(reading: Reading) -> Wash:
    share = [nation.power for nation in reading.nations]
    return lenses.alliances(_looks(reading), reading.owner, reading.core, _matrix(reading, "pact"), share)


def _commerce(reading: Reading) -> Wash:
    trade, sanction = _matrix(reading, "trade"), _matrix(reading, "sanction")
    row = reading.me
    return lenses.commerce(_looks(reading), reading.owner, reading.core, trade[row], sanction[row], row)


def _change(reading: Reading) -> Wash:
    return lenses.change(_looks(reading), reading.owner, reading.core, _gains(reading))


def _matrix(reading: Reading, kind: str) -> list[list[bool]]:
    count = len(reading.nations)
    table = [[False] * count for _each in range(count)]
    for tie in reading.ties:
        if tie.kind == kind:
            table[tie.one][tie.other] = table[tie.other][tie.one] = True
    return table


def _fears_of_me(reading: Reading) -> list[float]:
    return [row[reading.me] for row in reading.threat]


def _gains(reading: Reading) -> list[float]:
    return [nation.power - nation.power_now_and_then[-2:][0] for nation in reading.nations]


def _bare(reading: Reading) -> list[Mark]:
    return [Mark() for _nation in reading.nations]


def _shares(reading: Reading) -> list[Mark]:
    return [Mark(percent(nation.power)) for nation in reading.nations]


def _meters(values: Sequence[float]) -> list[Mark]:
    return [
        Mark(number(value, 2), lenses.step(value, lenses.FEAR_BREAKS) + 1 if value >= _SEEN else 0) for value in values
    ]


def _changes(reading: Reading) -> list[Mark]:
    return [Mark(signed(100 * gain, 1)) for gain in _gains(reading)]


LENSES = (
    Lens("owner", "1", mark("Owner"), "crown", _owner, _bare),
    Lens("power", "2", mark("Power"), "zap", _power, _shares),
    Lens("fear", "3", mark("Whom I fear"), "eye", _fear, lambda reading: _meters(reading.threat[reading.me])),
    Lens("feared", "4", mark("Who fears me"), "users", _feared, lambda reading: _meters(_fears_of_me(reading))),
    Lens("alliances", "5", mark("Alliances"), "link-2", _alliances, _shares,
         ("war", "pact", "guarantee", "nonaggression"), False,
         mark("Lines: all wars, pacts, guarantees and non-aggression treaties")),
    Lens("commerce", "6", mark("Trade, sanctions"), "coins", _commerce, _bare,
         ("trade", "sanction", "closed"), False, mark("Lines: all trade treaties, sanctions and closures")),
    Lens("change", "7", mark("Since last turn"), "history", _change, _changes),
)  # fmt: skip
