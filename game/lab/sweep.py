"""One's own experiment: vary one or two things of a condition, measure several, as a table and a chart."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import product
from pathlib import Path

import numpy as np

from game.lab.doctrines import CAST
from game.lab.fact import Chart, Series
from game.lab.measuring import MEASURES
from game.lab.play import Job
from game.lab.plots import save
from game.lab.run import MAIN, Bench, jobs_of, joined, play_all
from game.lab.setups import Setup
from game.lab.statistics import Estimate
from game.language import _
from game.storage.files import FileError, did_you_mean
from game.storage.rules import load_rules

FIELDS: dict[str, type] = {
    "leader_share": float,
    "states": int,
    "turns": int,
    "offence": float,
    "distinguish": float,
    "cohesion": float,
    "uneven": float,
}
"""What can be varied beside the coefficients of the rules."""
MOST_POINTS = 400


@dataclass(frozen=True)
class Axis:
    """One thing that varies: its name and its values."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Point:
    """One combination of values, and what was measured there."""

    place: tuple[float, ...]
    measured: Mapping[str, Estimate]


def read_axes(words: Sequence[str]) -> list[Axis]:
    """Read one or two things that vary; raises FileError in one sentence."""
    if not 1 <= len(words) <= 2:
        raise FileError(_("vary: expected one or two, found {n}").format(n=len(words)))
    return [read_axis(word) for word in words]


def read_axis(word: str) -> Axis:
    """Read name=from:to:steps or name=a,b,c; raises FileError in one sentence."""
    name, mark, text = word.partition("=")
    known = [*FIELDS, *_coefficients()]
    if name not in known:
        message = _("vary: expected {list} or a coefficient such as economy.absorb, found “{word}”")
        raise FileError(message.format(list=", ".join(FIELDS), word=name) + did_you_mean(name, known))
    try:
        values = _values(text) if mark else ()
    except ValueError:
        values = ()
    if not values or not all(np.isfinite(values)) or len(values) > MOST_POINTS:
        raise FileError(
            _("vary: expected {name}=FROM:TO:STEPS or {name}=A,B,C, found “{word}”").format(name=name, word=word)
        )
    return Axis(name, values)


def _values(text: str) -> tuple[float, ...]:
    if ":" not in text:
        return tuple(float(part) for part in text.split(","))
    low, high, steps = text.split(":")
    return tuple(float(x) for x in np.round(np.linspace(float(low), float(high), int(steps)), 6))


def _coefficients() -> list[str]:
    return [f"{section}.{name}" for section, names in load_rules().values().items() for name in names]


def check(setup: Setup, measures: Sequence[str]) -> None:
    """Raise FileError in one sentence for doctrines, overrides and measures that do not exist."""
    _known(_("doctrine"), [*setup.cast, *setup.pool], [doctrine.name for doctrine in CAST])
    _known(_("measure"), measures, list(MEASURES))
    _known(_("coefficient"), [path for path, _value in setup.rules], _coefficients())


def _known(what: str, words: Sequence[str], known: Sequence[str]) -> None:
    for word in words:
        if word not in known:
            text = _("there is no {what} “{word}”").format(what=what, word=word)
            raise FileError(text + did_you_mean(word, known))


def varied(setup: Setup, name: str, value: float) -> Setup:
    """The same condition with one thing at another value."""
    if name == "leader_share":
        return replace(setup, leader=value, shares=())
    if name == "cohesion":
        return replace(setup, cohesion=(setup.cohesion[0] if len(setup.cohesion) > 1 else value, value))
    if name in FIELDS:
        return replace(setup, **{name: FIELDS[name](value)})
    return replace(setup, rules=(*((p, v) for p, v in setup.rules if p != name), (name, value)))


def sweep(
    setup: Setup,
    axes: Sequence[Axis],
    measures: Sequence[str],
    *,
    bench: Bench = MAIN,
    workers: int = 1,
    progress: Callable[[int, int], None] = lambda done, all_: None,
) -> list[Point]:
    """Play every combination of values on the bench's maps and measure it; raises FileError for bad input."""
    check(setup, measures)
    counters = tuple(sorted({MEASURES[name].counter for name in measures}))
    places = list(product(*(axis.values for axis in axes)))
    jobs: list[Job] = []
    owner: list[int] = []
    for k, place in enumerate(places):
        here = setup
        for axis, value in zip(axes, place, strict=True):
            here = varied(here, axis.name, value)
        mine = jobs_of(here, bench, counters)
        jobs += mine
        owner += [k] * len(mine)
    played = play_all(jobs, workers=workers, progress=progress)
    found = []
    for k, place in enumerate(places):
        tally = joined([result.tally for result, whose in zip(played, owner, strict=True) if whose == k])
        found.append(Point(place, {name: MEASURES[name].take(tally) for name in measures}))
    return found


def as_csv(axes: Sequence[Axis], points: Sequence[Point]) -> str:
    """Give a row a point and measure: the values, measure, estimate, low, high, games."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([*(axis.name for axis in axes), "measure", "value", "low", "high", "games"])
    for point in points:
        for name, each in point.measured.items():
            rows.writerow([*point.place, name, f"{each.value:.6g}", f"{each.low:.6g}", f"{each.high:.6g}", each.n])
    return text.getvalue()


def save_chart(path: Path, axes: Sequence[Axis], points: Sequence[Point]) -> None:
    """Draw every measure into a file (svg, png, pdf); needs matplotlib."""
    save([chart(axes, points, name) for name in points[0].measured], path)


def chart(axes: Sequence[Axis], points: Sequence[Point], measure: str) -> Chart:
    """Draw one measure over the first axis, a line for each value of the second."""
    lines = []
    for rest in dict.fromkeys(point.place[1:] for point in points):
        here = [point for point in points if point.place[1:] == rest]
        name = ", ".join(f"{axis.name} {value:g}" for axis, value in zip(axes[1:], rest, strict=True))
        lines.append(Series(name, tuple(p.place[0] for p in here), tuple(p.measured[measure] for p in here)))
    return Chart(axes[0].name, _(MEASURES[measure].title), tuple(lines))
