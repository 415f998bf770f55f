"""Where everything on the balance scale lies: one scale of pixels a point for all weights."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import pygame

from game.ui.palette import Colour

__all__ = ["AFRAID", "AGAINST", "NEITHER", "OTHERS", "WITH", "Balance", "Layout", "Spot", "Weight", "lay_out"]

WITH, AGAINST, AFRAID, NEITHER = "with", "against", "afraid", "neither"
OTHERS = ""  # the code of a block that stands for several states too small to draw

FULL_HEIGHT = 160  # of the drawing in the mockups, which all heights below refer to
POINT = 5.2  # pixels a point of share at most
LEAST = 7.0  # pixels below which weights of one kind share a block
FULCRUM, ROPE, BLOCK, FOOT = 64, 50, 36, 92
GAP, SPARE = 16, 8  # between the parts; boards beyond their weights
EMPTY = 48  # width of a pan without weights
TABLE = 44  # least width of the table
TILT, MOST_TILT = 1.0, 16.0  # pixels a point at the beam's ends
ARM = 125
NEUTRAL: Colour = (124, 140, 152)


@dataclass(frozen=True, slots=True)
class Weight:
    """One state on the scale: its share of power in per cent and where it stands."""

    code: str
    colour: Colour
    share: float
    side: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Balance:
    """Who weighs what: the leader's code and name, all weights, the share that makes a hegemon."""

    leader: str
    name: str
    weights: tuple[Weight, ...]
    hegemony: float = 50.0
    count: str = ""  # such as "1 of 2": how long the line has been crossed

    def total(self, *sides: str) -> float:
        """Return the shares on these sides together."""
        return sum(weight.share for weight in self.weights if weight.side in sides)

    @property
    def lean(self) -> float:
        """Points by which the leader's side outweighs those bound against it."""
        return self.total(WITH) - self.total(AGAINST)

    @property
    def lean_if_bound(self) -> float:
        """The same if all who are only afraid were bound."""
        return self.lean - self.total(AFRAID)


@dataclass(frozen=True, slots=True)
class Spot:
    """A weight and the rectangle of its block."""

    weight: Weight
    rect: pygame.Rect


@dataclass(frozen=True, slots=True)
class Layout:
    """All places in logical pixels; boards are (left, right, y), the table's is None when it is empty."""

    fulcrum: tuple[int, int]
    size: float  # heights as a share of the full drawing's
    ends: tuple[tuple[int, int], tuple[int, int]]
    left: tuple[int, int, int]
    right: tuple[int, int, int]
    table: tuple[int, int, int] | None
    hegemony: int
    gap: int
    spots: tuple[Spot, ...]


def lay_out(balance: Balance, rect: pygame.Rect, words: int, middle: int) -> Layout:
    """Fit the scale into a rectangle; `words`, `middle`: widths of the texts left of the line and in the middle."""
    gap = middle // 2 + GAP
    point = _point(balance, rect.width, words, gap)
    size = min(1.0, rect.height / FULL_HEIGHT)
    left_need = words + GAP + SPARE + max(balance.hegemony, balance.total(WITH)) * point + gap
    right_need = gap + max(EMPTY, balance.total(AGAINST, AFRAID) * point) + SPARE + _table_width(balance, point)
    x = round(min(max(rect.centerx, rect.left + left_need), rect.right - right_need))
    y = rect.top + round(FULCRUM * size)
    tilt = max(-MOST_TILT, min(MOST_TILT, balance.lean * TILT)) * size
    rope = round(ROPE * size)
    left = _row(balance, (WITH,), x - gap, y + round(tilt) + rope, point, size, -1)
    right = _row(balance, (AGAINST, AFRAID), x + gap, y - round(tilt) + rope, point, size, 1)
    edges = _edge(left, x - gap, -1), _edge(right, x + gap, 1)
    arm = gap + round(max(24, min(ARM, (x - gap - edges[0]) / 2, (edges[1] - x - gap) / 2)))
    start = rect.right - round(_table_width(balance, point)) + 2 * GAP
    start = min(start, edges[1] + SPARE + 2 * GAP) if balance.total(NEITHER) else start
    board = rect.top + round(130 * size)
    third = _row(balance, (NEITHER,), start + SPARE, board, point, size, 1)
    table = (start, max(_edge(third, start, 1) + SPARE, start + TABLE), board) if third else None
    if table is not None:
        third = _centred(third, table)
    return Layout(
        fulcrum=(x, y),
        size=size,
        ends=((x - arm, y + round(tilt)), (x + arm, y - round(tilt))),
        left=(edges[0] - SPARE, x - gap + SPARE, y + round(tilt) + rope),
        right=(x + gap - SPARE, edges[1] + SPARE, y - round(tilt) + rope),
        table=table,
        hegemony=round(x - gap - balance.hegemony * point),
        gap=gap,
        spots=(*left, *right, *third),
    )


def _point(balance: Balance, width: int, words: int, gap: int) -> float:
    """Return pixels a point: as many as fit, the table's least width allowed for."""
    points = max(balance.hegemony, balance.total(WITH)) + balance.total(AGAINST, AFRAID)
    apart = balance.total(NEITHER)
    fixed = words + GAP + 2 * gap + 2 * SPARE + (0 if balance.total(AGAINST, AFRAID) else EMPTY)
    table = 2 * GAP + 2 * SPARE if apart else 0
    narrow = (width - fixed - table - TABLE) / max(points, 1.0)
    point = (width - fixed - table) / max(points + apart, 1.0)
    if apart and apart * point < TABLE - 2 * SPARE:
        point = narrow
    return max(0.5, min(POINT, point))


def _table_width(balance: Balance, point: float) -> float:
    apart = balance.total(NEITHER)
    return 2 * GAP + max(float(TABLE), apart * point + 2 * SPARE) if apart else 0.0


def _row(
    balance: Balance, sides: Sequence[str], start: int, board: int, point: float, size: float, way: int
) -> tuple[Spot, ...]:
    """Put the weights of some sides in a row outwards, the leader first, then side by side, heavy ones first."""
    found: list[Spot] = []
    high, at = round(BLOCK * size), 0.0
    for weight in _gathered(balance, sides, point):
        near, far = start + way * round(at), start + way * round(at + weight.share * point)
        at += weight.share * point
        wide = max(2, abs(far - near) - 2)
        found.append(Spot(weight, pygame.Rect(near if way > 0 else near - wide, board - 3 - high, wide, high)))
    return tuple(found)


def _gathered(balance: Balance, sides: Sequence[str], point: float) -> list[Weight]:
    key: Callable[[Weight], tuple[int, bool, float, str]] = lambda weight: (  # noqa: E731
        sides.index(weight.side),
        weight.code != balance.leader,
        -weight.share,
        weight.code,
    )
    kept: list[Weight] = []
    ordered = sorted((w for w in balance.weights if w.side in sides and w.share > 0), key=key)
    for side, group in groupby(ordered, key=lambda weight: weight.side):
        weights = list(group)
        small = [w for w in weights if w.share * point < LEAST and w.code != balance.leader]
        small = small if len(small) > 1 else []
        kept += [weight for weight in weights if weight not in small]
        if small:
            kept.append(Weight(OTHERS, NEUTRAL, sum(w.share for w in small), side, len(small)))
    return kept


def _edge(row: Sequence[Spot], start: int, way: int) -> int:
    if not row:
        return start + way * EMPTY
    return max(spot.rect.right for spot in row) if way > 0 else min(spot.rect.left for spot in row)


def _centred(row: Sequence[Spot], table: tuple[int, int, int]) -> tuple[Spot, ...]:
    shift = ((table[0] + table[1]) - (row[0].rect.left + row[-1].rect.right)) // 2
    return tuple(Spot(spot.weight, spot.rect.move(shift, 0)) for spot in row)
