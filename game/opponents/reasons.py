"""Named terms: what decides is what explains."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.world import ONE, ZERO, Bools, Floats, Ints, snap_in_place, stretch

Value = NDArray[Any] | float
Term = tuple[str, Value]
"""One named part of a score: what it says, and its value, broadcastable to [..., N, T]."""
_SHUT = -1000.0


@dataclass(eq=False)
class Scored:
    """The score of one choice for every actor and target: the sum of its terms; every gate must be open.

    A gate is *chance minus a keyed draw* or a plain condition; it is open above 0. `names` are the terms that
    go with the order where it is chosen: numbers by field of `game.orders.terms`, [..., N, T].
    """

    shape: tuple[int, ...]
    terms: list[Term] = field(default_factory=list)
    gates: list[Term] = field(default_factory=list)
    names: dict[str, Ints] = field(default_factory=dict)
    _added: Floats | None = None
    _base: Floats | None = None
    _counted: int = 0

    def again(self) -> Scored:
        """The same terms and gates once more, to add others to; what they come to is not added up twice."""
        return Scored(self.shape, [*self.terms], [*self.gates], _base=self.worth(), _counted=len(self.terms))

    def add(self, says: str, value: Value) -> Scored:
        """Add a term; returns itself."""
        self.terms.append((says, value))
        self._added = None
        return self

    def gate(self, says: str, value: Value) -> Scored:
        """Add a gate; returns itself."""
        self.gates.append((says, value))
        self._added = None
        return self

    def naming(self, **terms: Ints) -> Scored:
        """Name terms that go with the order, as numbers of `game.orders.terms.FIELDS`; returns itself."""
        self.names |= terms
        return self

    def sum(self) -> Floats:
        """The sum of the terms on the grid, [..., N, T]; -1000 where a gate is shut."""
        if self._added is None:
            score = self.worth()
            for _says, value in self.gates:
                score = np.where(np.greater(value, ZERO), score, _SHUT)
            self._added = score
        return self._added

    def open(self, where: Bools) -> Bools:
        """Keep of some places [..., N, T] those where every gate is open."""
        for _says, value in self.gates:
            where = where & np.greater(value, ZERO)
        return where

    def wanted(self, shape: tuple[int, ...], cells: Ints) -> Bools:
        """Where of some cells [K] of a shape [..., N, T] the sum is above 0 and every gate open."""
        yes = at(self.worth(), shape, cells) > 0.0
        for _says, value in self.gates:
            yes &= at(value, shape, cells) > 0.0
        return yes

    def worth(self) -> Floats:
        """The sum of the terms on the grid whatever the gates say, [..., N, T]."""
        if self._base is None or self._counted < len(self.terms):
            self._base, self._counted = self._added_up(self.terms[self._counted :]), len(self.terms)
        return self._base

    def _added_up(self, terms: list[Term]) -> Floats:
        """Add terms to what is known: narrow ones among themselves first, then into the wide ones all at once.

        Wide are those with the score's own last two axes, alone and in a batch: both add up in the same order.
        """
        wide: list[Value] = [] if self._base is None else [self._base]
        narrow: Value = 0.0
        ends = self.shape[-2:]
        for _says, value in terms:
            if getattr(value, "shape", ())[-2:] == ends:
                wide.append(value)
            else:
                narrow = narrow + value
        first = stretch(np.asarray(wide[0]), self.shape) if wide else np.zeros(self.shape)
        score: Floats = first + narrow
        if score.shape != self.shape:
            raise ValueError(f"a term of shape {score.shape} does not fit a score of shape {self.shape}")
        for value in wide[1:]:
            score += value
        return snap_in_place(score)


def at(value: Value, shape: tuple[int, ...], cells: Ints) -> NDArray[Any]:
    """Read what can be broadcast to a shape at some of its cells [K]."""
    array = np.asarray(value)
    if array.shape == shape:
        return array.reshape(-1)[cells]
    if array.shape == (*shape[:-1], 1):
        return array.reshape(-1)[cells // shape[-1]]
    return np.asarray(np.broadcast_to(array, shape)[np.unravel_index(cells, shape)])


def ramp(x: Floats) -> Floats:
    """Clip to 0..1."""
    return np.asarray(x.clip(ZERO, ONE))


def above(x: Floats) -> Floats:
    """The positive part."""
    return np.maximum(x, ZERO)


def logistic(x: Floats) -> Floats:
    """A rational stand-in for the logistic curve: .5 + .5 x / (1 + |x|), the same on every machine."""
    return 0.5 + 0.5 * x / (1.0 + np.abs(x))


def mood(u: Floats) -> Floats:
    """The draw that turns `logistic(x) > u` into the sum `x + mood(u) > 0`."""
    y = 2.0 * u - 1.0
    return -y / np.maximum(1.0 - np.abs(y), 2.0**-20)
