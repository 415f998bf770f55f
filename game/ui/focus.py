"""The focus ring: which control the keyboard is at, and where Tab and the arrows take it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

__all__ = ["Stop", "nearest", "step"]

_SIDEWAYS_WEIGHT = 3  # how much more a step aside counts than a step along the arrow


@dataclass(frozen=True, slots=True)
class Stop:
    """One place where the focus can rest."""

    id: str
    rect: pygame.Rect


def step(stops: Sequence[Stop], at: str, by: int) -> str:
    """Return the id `by` places on in reading order, round the ring; else the first or the last."""
    if not stops:
        return ""
    ids = [stop.id for stop in stops]
    if at not in ids:
        return ids[0] if by > 0 else ids[-1]
    return ids[(ids.index(at) + by) % len(ids)]


def nearest(stops: Sequence[Stop], at: str, across: int, down: int) -> str:
    """Return the nearest id in the direction (across, down), each -1, 0 or 1; else `at` itself."""
    here = next((stop for stop in stops if stop.id == at), None)
    if here is None:
        return step(stops, "", 1)
    ahead = [(_distance(here.rect, stop.rect, across, down), stop.id) for stop in stops if stop.id != at]
    reachable = [(far, id) for far, id in ahead if far is not None]
    return min(reachable)[1] if reachable else at


def _distance(here: pygame.Rect, there: pygame.Rect, across: int, down: int) -> float | None:
    """Measure the way along the arrow plus what lies aside; None when `there` is not ahead."""
    if across:
        along = (there.centerx - here.centerx) * across
        gap = max(0, there.left - here.right if across > 0 else here.left - there.right)
        aside = max(0, there.top - here.bottom, here.top - there.bottom)
        shift = abs(there.centery - here.centery)
        ahead = there.left >= here.right or there.right <= here.left
    else:
        along = (there.centery - here.centery) * down
        gap = max(0, there.top - here.bottom if down > 0 else here.top - there.bottom)
        aside = max(0, there.left - here.right, here.left - there.right)
        shift = abs(there.centerx - here.centerx)
        ahead = there.top >= here.bottom or there.bottom <= here.top
    if along <= 0 or not ahead:
        return None
    return gap + aside * _SIDEWAYS_WEIGHT + shift * 0.1
