"""Numbers on a grid: sums that are exact in any order, on any machine.

A float64 has 53 bits. Numbers rounded to multiples of 2**-24 and smaller than 2**28 add without any
rounding, so the order of a sum, the BLAS kernel and the batch do not matter.
"""

from functools import cache, lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Scalar = TypeVar("Scalar", bound=np.generic)

STEP = 2.0**-24


def _number(value: float) -> Floats:
    """A number as an array, read-only: numpy takes it up in half the time that a Python number takes."""
    number = np.array(value)
    number.setflags(write=False)
    return number


_FINE = _number(1.5 * 2.0**28)  # at this size neighbouring floats are 2**-24 apart
_COARSE = _number(1.5 * 2.0**40)  # and here 2**-12
ZERO, ONE = _number(0.0), _number(1.0)


def snap(x: Floats) -> Floats:
    """Round to the grid of step 2**-24; |x| < 2**27."""
    moved: Floats = x + _FINE
    moved -= _FINE
    return moved


def snap_in_place(x: Floats) -> Floats:
    """Round to the grid as `snap` does, but in place; returns itself."""
    x += _FINE
    x -= _FINE
    return x


def coarse(x: Floats) -> Floats:
    """Round to the grid of step 2**-12, so that products of two such numbers are on the fine grid."""
    moved: Floats = x + _COARSE
    moved -= _COARSE
    return moved


def any_of(x: Bools) -> Bools:
    """Say whether any entry of the last axis is true: [..., n] -> [...]."""
    if x.ndim == 2:
        return np.asarray(np.logical_or.reduce(x, 1))
    return np.asarray(np.logical_or.reduce(_columns(x), 0)).reshape(x.shape[:-1])


def any_first(x: Bools) -> Bools:
    """Say whether any entry of the last axis but one is true: [..., n, m] -> [..., m]."""
    if x.ndim == 2:
        return np.asarray(np.logical_or.reduce(x, 0))
    first = x.reshape(-1, *x.shape[-2:]).swapaxes(0, 1).copy()
    return np.asarray(np.logical_or.reduce(first, 0)).reshape(*x.shape[:-2], x.shape[-1])


def largest(x: Floats) -> Floats:
    """The largest entry of the last axis: [..., n] -> [...]."""
    if x.ndim == 2:
        return np.asarray(np.maximum.reduce(x, 1))
    return np.asarray(np.maximum.reduce(_columns(x), 0)).reshape(x.shape[:-1])


def _columns(x: NDArray[Scalar]) -> NDArray[Scalar]:
    """The last axis first, close together: numpy reduces long rows ten times as fast as many short ones."""
    return x.reshape(-1, x.shape[-1]).T.copy()


def heads(x: Ints) -> Bools:
    """Mark the first of each run of equal neighbours, [K]."""
    first = np.ones(x.size, bool)
    np.not_equal(x[1:], x[:-1], out=first[1:])
    return first


def through(first: Bools, then: Bools) -> Bools:
    """Say where a way leads over some third: any k with first[i, k] and then[k, j], both [..., n, n].

    In a batch it costs what is true in `first`: let that be the one with few.
    """
    if first.ndim == 2:
        return np.asarray((first.astype(np.float64) @ then.astype(np.float64)) > 0)
    n = first.shape[-1]
    met = np.zeros((first.size // n, n), bool)
    cells = places(first)
    if cells.size:
        row, third = np.divmod(cells, n)
        start = heads(row).nonzero()[0]
        met[row[start]] = np.logical_or.reduceat(then.reshape(-1, n).take(row - row % n + third, 0), start, 0)
    return met.reshape(first.shape)


def some(x: Bools | Ints) -> bool:
    """Say whether any entry at all is true or not 0; several times as fast as the array's own `any`."""
    return bool(np.count_nonzero(x))


def places(x: NDArray[Scalar]) -> Ints:
    """The flat places [K] of what is true or not 0."""
    return x.ravel().nonzero()[0]


def stretch(x: NDArray[Scalar], shape: tuple[int, ...]) -> NDArray[Scalar]:
    """Broadcast to a shape; what has it already is given back as it is, at no cost."""
    return x if x.shape == shape else np.broadcast_to(x, shape)


def pair(first: NDArray[Scalar], second: NDArray[Scalar]) -> NDArray[Scalar]:
    """Two arrays side by side on a new last axis: [...] and [...] give [..., 2]."""
    both = np.empty((*first.shape, 2), first.dtype)
    both[..., 0], both[..., 1] = first, second
    return both


@lru_cache(maxsize=256)
def _starts(rows: int, width: int) -> Ints:
    return (np.arange(rows) * width)[:, None]


def take(x: NDArray[Scalar], index: Ints) -> NDArray[Scalar]:
    """Read the last axis at some places: [..., k] at [..., m] gives [..., m]."""
    rows = index.reshape(-1, index.shape[-1])
    return x.reshape(-1).take(rows + _starts(len(rows), x.shape[-1])).reshape(index.shape)


def put(x: NDArray[Scalar], cells: Ints, value: Any) -> NDArray[Scalar]:
    """The same array but for some cells [K], flat, with a value of each or one of all; itself if nothing is new."""
    if not cells.size or not some(x.reshape(-1)[cells] != value):
        return x
    new = x.copy()
    new.reshape(-1)[cells] = value
    return new


@cache
def itself(n: int) -> Bools:
    """Pairs of a state with itself, [N, N]."""
    same = np.eye(n, dtype=bool)
    same.setflags(write=False)
    return same


@cache
def _ones(n: int) -> Floats:
    return np.ones(n)


def total(x: Floats) -> Floats:
    """Add over the last axis, exactly: [..., n] -> [...]."""
    if x.ndim < 3:
        return snap(x) @ _ones(x.shape[-1])
    sums: Floats = snap(x).reshape(-1, x.shape[-1]) @ _ones(x.shape[-1])
    return sums.reshape(x.shape[:-1])


def how_many(x: Bools) -> Floats:
    """How many entries of the last axis are true: [..., n] -> [...]."""
    found: Floats = x.reshape(-1, x.shape[-1]).astype(np.float64) @ _ones(x.shape[-1])
    return found.reshape(x.shape[:-1])


def combine(x: Floats, y: Floats) -> Floats:
    """Multiply matrices exactly: [..., n, k] with [..., k, m] -> [..., n, m].

    Both sides are rounded to 2**-12 first; every product is then on the fine grid and every sum exact.
    """
    return coarse(x) @ coarse(y)
