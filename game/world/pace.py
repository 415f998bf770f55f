"""How coefficients of a year become those of a turn that is a part of a year."""

from collections.abc import Mapping
from math import sqrt
from typing import Literal, NamedTuple

import numpy as np

from game.world.grid import snap

How = Literal["rate", "keep", "noise", "span"]
Numbers = Mapping[str, float]


class Scale(NamedTuple):
    """How a coefficient follows the length of a turn.

    `rate` adds up over the year: a part of a year takes its part of it, so that what rates balance rests where it
    does in yearly turns. `keep` is left of something after a year: a part takes the root. `noise` is a standard
    deviation, whose square adds up; of noise that `kept_by` makes last, so that its spread in the long run stays.
    `span` counts years, hence turns.
    """

    how: How
    kept_by: str = ""


def paced(values: Numbers, scales: Mapping[str, Scale], parts: int) -> dict[str, float]:
    """Give the coefficients of a section for turns of which a year has so many; the same numbers for 1."""
    if parts == 1:
        return dict(values)
    return {name: _paced(value, values, scales.get(name), parts) for name, value in values.items()}


def _paced(value: float, values: Numbers, scale: Scale | None, parts: int) -> float:
    if scale is None:
        return value
    match scale.how:
        case "rate":
            return value / parts
        case "keep":
            return _root(value, parts)
        case "span":
            return value * parts
        case "noise":
            return value * sqrt(_variance(values.get(scale.kept_by, 1.0), parts))


def _variance(keep: float, parts: int) -> float:
    """Variance of the noise of a part of a year, of that of a year: what is kept of it adds up to the same."""
    left = _root(keep, parts)
    return (1.0 - left * left) / (1.0 - keep * keep) if keep != 1.0 else 1.0 / parts


def _root(value: float, parts: int) -> float:
    """The number that multiplied so often with itself gives the value: on the grid, as libraries differ in it."""
    return float(snap(np.asarray(max(0.0, value) ** (1.0 / parts))))
