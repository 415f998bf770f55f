"""Keyed chance: every draw is a hash of (game seed, turn, purpose, stable ids of the subjects).

Counter-based (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"), with the finaliser of
splitmix64 (Steele, Lea & Flood 2014): nothing is stored, and a new draw never shifts another.
"""

from __future__ import annotations

import hashlib
from functools import cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.world.grid import Floats, Ints, snap

if TYPE_CHECKING:
    from game.world.world import World

Keys = NDArray[np.uint64]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX2 = np.uint64(0x94D049BB133111EB)
_30, _27, _31, _40 = (np.uint64(n) for n in (30, 27, 31, 40))
_QUANTILES = 4096


def stable_key(name: str) -> int:
    """Hash a stable id, the same in every process and on every machine: 64 bits."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "little")


@cache
def _purpose(name: str) -> np.uint64:
    return np.uint64(stable_key(name))


@cache
def _purposes(names: tuple[str, ...]) -> Keys:
    return np.array([_purpose(name) for name in names], np.uint64)


def _mix(z: Keys) -> Keys:
    mixed = np.right_shift(z, _30)
    mixed ^= z
    mixed *= _MIX1
    part = mixed >> _27
    mixed ^= part
    mixed *= _MIX2
    np.right_shift(mixed, _31, out=part)
    mixed ^= part
    return mixed


def _drawn(keys: Keys) -> Floats:
    """Numbers in [0, 1) of keys that are not mixed yet."""
    bits = _mix(keys)
    bits >>= _40
    drawn = bits.astype(np.float64)
    drawn *= 2.0**-24
    return drawn


def _game_key(world: World, purpose: str, turn: Ints | None = None) -> Keys:
    """One key a game: [..., 1]."""
    return _mix(_moment(world, turn) ^ _purpose(purpose))


def _moment(world: World, turn: Ints | None = None) -> Keys:
    """A game and a moment of it: [..., 1]."""
    clock = world.turn if turn is None else turn
    years = world.year if turn is None else 0
    moment = np.asarray(clock * 64 + years)[..., None].astype(np.uint64) * _GOLDEN
    return np.asarray(world.seed)[..., None].view(np.uint64) + moment


def uniform(world: World, purpose: str, on: str, turn: Ints | None = None) -> Floats:
    """Draw in [0, 1), one number for each subject of the axes `on`: "" -> [...], "N", "NN" or "R".

    `turn` replaces the world's turn as part of the key, for draws that last several turns.
    """
    key = _game_key(world, purpose, turn)
    subjects = world.setting.keys[on]
    drawn = _drawn(key.reshape((*key.shape[:-1], *(1,) * subjects.ndim)) ^ subjects)
    return drawn if on else drawn[..., 0]


def uniform_each(world: World, purposes: tuple[str, ...]) -> Floats:
    """Draw as `uniform` on "N" does, for several purposes at once: [..., P, N]."""
    key = _mix(_moment(world) ^ _purposes(purposes))
    return _drawn(key[..., None] ^ world.setting.keys["N"])


def seat_seeds(seed: int, ids: tuple[str, ...]) -> Ints:
    """Keys for what each seat leaves to chance of its own: [N], from the game's seed by a one-way hash."""
    keys = [stable_key(f"{seed} seat {name}") for name in ids]
    return np.array(keys, np.uint64).view(np.int64)


def private(world: World, purpose: str, on: str, *, at_start: bool = False) -> Floats:
    """Draw in [0, 1) for each seat from its own key: "N" -> [..., N], "NN" or "R" -> [..., N, N or R].

    A seat knows its own row on its View; the game's seed stays hidden from it. What was drawn `at_start` stays
    the same all game.
    """
    return private_each(world, (purpose,), on, at_start=at_start)[0]


def private_each(world: World, purposes: tuple[str, ...], on: str, *, at_start: bool = False) -> list[Floats]:
    """Draw as `private` does, for several purposes: one array each."""
    key = _seat_key(world, _purposes(purposes).reshape(-1, *(1,) * world.seat_seed.ndim), at_start=at_start)
    if on == "N":
        return list(_drawn(key))
    subjects = world.setting.keys["N" if on == "NN" else on]
    if world.batch:  # what one purpose needs stays in the processor's cache
        return [_drawn(each[..., None] ^ subjects) for each in key]
    return list(_drawn(key[..., None] ^ subjects))


def private_at(world: World, purpose: str, seat: Ints, subjects: Keys) -> Floats:
    """Draw as `private` does for a list of subjects [K], each for the seat with flat index `seat` [K] in [..., N]."""
    key = _seat_key(world, _purpose(purpose)).reshape(-1)
    return _drawn(key[seat] ^ subjects)


def _seat_key(world: World, purposes: Keys | np.uint64, *, at_start: bool = False) -> Keys:
    """One key a seat: [..., N], for several purposes [P, 1, 1...] at once [P, ..., N]."""
    clock = np.zeros((), np.int64) if at_start else world.turn
    moment = world.seat_seed.view(np.uint64) + np.asarray(clock)[..., None].astype(np.uint64) * _GOLDEN
    return _mix(moment ^ purposes)


def uniform_at(world: World, purpose: str, game: Ints, subjects: Keys) -> Floats:
    """Draw for a list of subjects [K], each of the game with flat index `game` [K]."""
    key = _game_key(world, purpose).reshape(-1)
    return _drawn(key[game] ^ subjects)


@cache
def _normal_table() -> Floats:
    middle = NormalDist()
    return snap(np.array([middle.inv_cdf((k + 0.5) / _QUANTILES) for k in range(_QUANTILES)]))


@cache
def lognormal_table(sd: float) -> Floats:
    """Quantiles of exp(N(0, sd)), on the grid: [4096]."""
    from math import exp

    return snap(np.array([exp(sd * q) for q in _normal_table()]))


def quantile(table: Floats, u: Floats) -> Floats:
    """Look up uniform draws in a table of quantiles."""
    return table[(u * _QUANTILES).astype(np.int64)]


def normal(world: World, purpose: str, on: str) -> Floats:
    """Draw from the standard normal by a table of 4096 quantiles; shapes as in `uniform`."""
    return quantile(_normal_table(), uniform(world, purpose, on))
