"""Laboratory scenarios: equal states on a lattice map, by parameter or by a name such as `lab:6x4:leader=.29`."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Sequence
from typing import Any

from game.language import _
from game.storage.documents import LONGEST_GAME, MOST_REGIONS, MOST_STATES, MapDocument, Scenario
from game.storage.files import FileError, did_you_mean, parse
from game.storage.lattice import lattice
from game.world.setting import LEVELS

__all__ = ["lab", "lab_from_name", "lattice_map", "leader_shares"]

SYNTAX = "lab:6x4, lab:6x4:leader=.29:seed=3:turns=60:doctrines=offensive_realist,balancer"
ARMS = 0.375
"""Arms over economy: what the balanced budget keeps up, .30 x .30 / (.08 x 3), rounded."""
LARGEST_SEED = 2**31 - 1
_EMBLEMS = (
    "imperial-crown",
    "eagle-emblem",
    "rooster",
    "anchor",
    "bear-head",
    "stag-head",
    "rose",
    "oak-leaf",
    "griffin-symbol",
)
_HATCHES = (45, 135, 0, 90)
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GOLDEN = 0.618034
_LATTICE = re.compile(r"lattice-(\d{1,3})-(\d{1,3})-(\d{1,10})")
_LAB = re.compile(r"lab:(\d{1,4})x(\d{1,4})((?::[^:]*)*)")


def lab(
    states: int,
    per_state: int = 4,
    *,
    shares: Sequence[float] | None = None,
    doctrines: Sequence[str] = ("balancer",),
    seed_map: int = 0,
    turns: int = 100,
    level: str = "standard",
    offence: float = 0.5,
    distinguish: float = 0.5,
    cohesion: float = 0.7,
    aggression: float = 0.0,
    sea_power: Sequence[float] = (0.0,),
    name: str | None = None,
) -> tuple[Scenario, MapDocument]:
    """Make a laboratory scenario and its map; total economy 100, arms .375 x economy.

    `shares` add up to 1 (equal without them). Of `doctrines` and `sea_power` the last one serves all states
    that remain. Raises FileError for what no scenario can be.
    """
    parts = _parts(states, per_state, shares)
    title = name or f"lab:{states}x{per_state}"
    cast = [(_last(doctrines, k), _last(sea_power, k)) for k in range(states)]
    document = {
        "format": "counterpoise-scenario",
        "version": 1,
        "name": title,
        "title": _("Laboratory: {n} states").format(n=states),
        "summary": "",
        "map": f"lattice-{states}-{per_state}-{seed_map}",
        "start": 1,
        "years": 1,
        "turns": turns,
        "level": level,
        "offence": offence,
        "distinguish": distinguish,
        "sources": {"lab": "Set by the laboratory."},
        "states": [_state(k, 100.0 * parts[k], *cast[k], cohesion, aggression) for k in range(states)],
        "regions": [_region(k, part, per_state) for k in range(states) for part in range(per_state)],
    }
    return parse(Scenario, document, title), lattice_map(states, per_state, seed_map)


def _parts(states: int, per_state: int, shares: Sequence[float] | None) -> list[float]:
    """The share of each state, after a look at what was asked for."""
    if not 2 <= states <= MOST_STATES or per_state < 1 or states * per_state > MOST_REGIONS:
        text = _("expected 2 to {states} states and at most {regions} regions in all, found {n} x {k}")
        raise FileError(text.format(states=MOST_STATES, regions=MOST_REGIONS, n=states, k=per_state))
    parts = [1.0 / states] * states if shares is None else list(shares)
    if len(parts) != states or any(part <= 0 for part in parts) or abs(sum(parts) - 1.0) > 1e-6:
        raise FileError(_("expected {n} shares above 0 that add up to 1").format(n=states))
    return parts


def _last(given: Sequence[Any], k: int) -> Any:
    return given[min(k, len(given) - 1)]


def _code(k: int) -> str:
    """S1, S2, ... SZ, T0, ...: unique for 288 states."""
    tens, ones = divmod(k + 1, 36)
    return chr(ord("S") + tens) + _ALPHABET[ones]


def _state(
    k: int, economy: float, doctrine: str, sea_power: float, cohesion: float, aggression: float
) -> dict[str, Any]:
    red, green, blue = colorsys.hls_to_rgb(k * _GOLDEN % 1.0, 0.45 + 0.2 * (k % 2), 0.45)
    name = _("State {number}").format(number=k + 1)
    return {
        "code": _code(k),
        "id": f"state-{k + 1}",
        "name": name,
        "adjective": name,
        "emblem": _EMBLEMS[k % len(_EMBLEMS)],
        "colour": f"#{round(red * 255):02X}{round(green * 255):02X}{round(blue * 255):02X}",
        "hatch": _HATCHES[k % len(_HATCHES)],
        "economy": economy,
        "arms": ARMS * economy,
        "quality": 1.0,
        "cohesion": cohesion,
        "reputation": 0.7,
        "aggression": aggression,
        "sea_power": sea_power,
        "posture": "both",
        "doctrine": doctrine,
    }


def _region(k: int, part: int, per_state: int) -> dict[str, Any]:
    return {
        "id": f"r{k}-{part}",
        "owner": _code(k),
        "core": _code(k),
        "share": 1.0 / per_state,
        "terrain": 1.0,
        "capital": part == 0,
        "source": "lab",
    }


def lattice_map(states: int, per_state: int, seed: int) -> MapDocument:
    """Grow the map of a laboratory scenario."""
    document = lattice(states, per_state, seed)
    return parse(MapDocument, document, str(document["name"]))


def lattice_from_name(name: str) -> MapDocument | None:
    """Grow the map that a name such as `lattice-6-4-0` stands for, None for another name."""
    found = _LATTICE.fullmatch(name)
    if found is None:
        return None
    states, per_state, seed = (int(number) for number in found.groups())
    if not 2 <= states <= MOST_STATES or not 1 <= states * per_state <= MOST_REGIONS or seed > LARGEST_SEED:
        text = _("“{name}”: expected 2 to {states} states and at most {regions} regions")
        raise FileError(text.format(name=name, states=MOST_STATES, regions=MOST_REGIONS))
    return lattice_map(states, per_state, seed)


def leader_shares(states: int, leader: float) -> list[float]:
    """Give the first state that share and the others equal parts of the rest."""
    return [leader, *[(1.0 - leader) / (states - 1)] * (states - 1)]


def _unit(text: str) -> float:
    number = float(text)
    if not 0.0 <= number <= 1.0:
        raise ValueError(text)
    return number


def _between(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return read


def _level(text: str) -> str:
    if text not in LEVELS:
        raise ValueError(text)
    return text


_OPTIONS: dict[str, tuple[str, Callable[[str], Any], str]] = {
    "leader": ("leader", _unit, "a share from 0 to 1"),
    "seed": ("seed_map", _between(0, LARGEST_SEED), "a whole number"),
    "turns": ("turns", _between(1, LONGEST_GAME), f"a whole number from 1 to {LONGEST_GAME}"),
    "level": ("level", _level, "foundations, standard or full"),
    "offence": ("offence", _unit, "a number from 0 to 1"),
    "distinguish": ("distinguish", _unit, "a number from 0 to 1"),
    "cohesion": ("cohesion", _unit, "a number from 0 to 1"),
    "doctrines": ("doctrines", lambda text: text.split(","), "names with commas between"),
}
"""Options of a name: word -> (parameter of `lab`, how to read it, what is expected)."""


def lab_from_name(name: str) -> tuple[Scenario, MapDocument]:
    """Make the scenario that a name such as `lab:6x4:leader=.29` stands for; raises FileError."""
    found = _LAB.fullmatch(name)
    if found is None:
        raise FileError(_("“{name}”: expected lab:STATESxREGIONS, such as {like}").format(name=name, like=SYNTAX))
    states, per_state = int(found[1]), int(found[2])
    chosen: dict[str, Any] = {}
    for word in found[3].split(":")[1:]:
        parameter, value = _option(name, word)
        chosen[parameter] = value
    leader = chosen.pop("leader", None)
    if leader is not None:
        chosen["shares"] = leader_shares(max(2, states), leader)
    try:
        return lab(states, per_state, name=name, **chosen)
    except FileError as error:
        raise FileError(f"“{name}”: {error}") from None


def _option(name: str, word: str) -> tuple[str, Any]:
    key, _equals, text = word.partition("=")
    if key not in _OPTIONS:
        message = _("“{name}”: there is no option “{key}”; there are: {known}").format(
            name=name, key=key, known=", ".join(_OPTIONS)
        )
        raise FileError(message + did_you_mean(key, _OPTIONS))
    parameter, read, expected = _OPTIONS[key]
    try:
        return parameter, read(text)
    except ValueError:
        message = _("“{name}”: {key} expects {expected}, found “{text}”")
        raise FileError(message.format(name=name, key=key, expected=_(expected), text=text)) from None
