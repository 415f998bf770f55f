"""Grow a plain map at run time: states scattered evenly, each with its regions close around it, and no sea.

Everything is ordinary floating-point arithmetic on rounded points, so a map is the same on every machine.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import cos, fsum, hypot, pi, sin, sqrt
from typing import Any

import numpy as np

from game.world.chance import stable_key

__all__ = ["lattice"]

WIDTH, HEIGHT = 2000.0, 1500.0
RELAXATIONS = 6
"""Rounds of Lloyd's algorithm: state centres move to the middle of their cells."""
CLUSTER = 0.30
"""Distance of a state's regions from its centre, in spacings between states."""
RING_AT_MOST = 5
"""Up to so many regions stand in a ring; more fill a disc."""
LONGEST = 2.0
"""Regions further apart than so many spacings between regions are no neighbours."""
SIDES = (-1, -2, -3, -4)
"""The rectangle's left, top, right and bottom, named where a cell names the neighbour across an edge."""

Point = tuple[float, float]
Edge = tuple[float, float, float]
"""An edge's inward normal and its distance from the origin along that normal."""
Cell = list[tuple[Point, int]]
"""A convex polygon, clockwise on the screen: each corner, and who lies across the edge that begins there."""


def lattice(states: int, per_state: int, seed: int) -> dict[str, Any]:
    """Return a map in the asset's format: regions `r<state>-<k>`, all land, every region reachable.

    Raise ValueError unless there is at least one state of at least one region.
    """
    if states < 1 or per_state < 1:
        raise ValueError(f"Expected at least one state and one region each, got {states} and {per_state}.")
    points = _regions(_centres(states, seed), per_state, seed)
    cells = _cells(points)
    names = [f"r{state}-{k}" for state in range(states) for k in range(per_state)]
    return {
        "format": "counterpoise-map",
        "version": 1,
        "name": f"lattice-{states}-{per_state}-{seed}",
        "title": "Laboratory",
        "width": int(WIDTH),
        "height": int(HEIGHT),
        "credits": f"Grown for Counterpoise from the seed {seed}.",
        "projection": "none: a plane",
        "regions": [_region(name, i, cells[i], points) for i, name in enumerate(names)],
        "land": sorted(sorted((names[a], names[b])) for a, b in _neighbours(points, cells)),
        "sea": [],
        "coast": [],
        "backdrop": [],
        "seas": [],
    }


def _fraction(*key: object) -> float:
    """Return a number in 0..1 that depends on the key alone."""
    return (stable_key("lattice " + repr(key)) >> 11) * 2.0**-53


def _centres(states: int, seed: int) -> list[Point]:
    """Return points spread over the rectangle; where they were thrown decides how they settle."""
    thrown = [(_fraction(seed, i, "x") * WIDTH, _fraction(seed, i, "y") * HEIGHT) for i in range(states)]
    points = [_rounded(x, y) for x, y in thrown]
    for _round in range(RELAXATIONS):
        cells = _cells(points)
        points = [_middle([corner for corner, _side in cell]) for cell in cells]
    return points


def _regions(centres: list[Point], per_state: int, seed: int) -> list[Point]:
    reach = CLUSTER * sqrt(WIDTH * HEIGHT / len(centres))
    return [
        _rounded(x + reach * dx, y + reach * dy)
        for state, (x, y) in enumerate(centres)
        for dx, dy in _offsets(per_state, seed, state)
    ]


def _offsets(count: int, seed: int, state: int) -> Iterator[Point]:
    """Yield places around a centre: itself, a ring, or a sunflower's seeds (Vogel 1979).

    Each is pushed a little out or in: four on one circle would meet in one corner.
    """
    turn = _fraction(seed, state, "turn")
    for k in range(count):
        if count <= RING_AT_MOST:
            distance, part = (0.0 if count == 1 else 1.0), k / count
        else:
            distance, part = 1.25 * sqrt((k + 0.5) / count), k * 0.381966
        angle = 2 * pi * (turn + part)
        pushed = distance * (0.85 + 0.3 * _fraction(seed, state, k, "push"))
        yield pushed * cos(angle), pushed * sin(angle)


def _rounded(x: float, y: float) -> Point:
    """Put a point inside the rectangle and on a fine grid, so that the last bits of libraries do not count."""
    return round(min(max(x, 1.0), WIDTH - 1.0), 3), round(min(max(y, 1.0), HEIGHT - 1.0), 3)


def _cells(points: list[Point]) -> list[Cell]:
    """Return every point's Voronoi cell; only points near enough to cut it are tried, nearest first."""
    places = np.array(points)
    cells = []
    for i, (x, y) in enumerate(points):
        square = (places[:, 0] - x) ** 2 + (places[:, 1] - y) ** 2
        cell = _rectangle()
        for j in np.argsort(square, kind="stable")[1:].tolist():
            furthest = max((cx - x) ** 2 + (cy - y) ** 2 for (cx, cy), _side in cell)
            if square[j] > 4 * furthest:
                break
            cell = _cut(cell, points[i], points[j], j)
        cells.append(_agreed(cell, i, points))
    return cells


def _rectangle() -> Cell:
    left, top, right, bottom = SIDES
    return [((0.0, 0.0), top), ((WIDTH, 0.0), right), ((WIDTH, HEIGHT), bottom), ((0.0, HEIGHT), left)]


def _cut(cell: Cell, own: Point, other: Point, across: int) -> Cell:
    """Keep the half of a cell that is nearer to `own` than to `other`."""
    nx, ny = other[0] - own[0], other[1] - own[1]
    limit = (nx * (own[0] + other[0]) + ny * (own[1] + other[1])) / 2
    over = [nx * x + ny * y - limit for (x, y), _side in cell]
    if max(over) <= 0:
        return cell
    kept: Cell = []
    for k, (corner, side) in enumerate(cell):
        after = (k + 1) % len(cell)
        if over[k] <= 0:
            kept.append((corner, side))
        if (over[k] <= 0) != (over[after] <= 0):
            part = over[k] / (over[k] - over[after])
            (x, y), (far_x, far_y) = corner, cell[after][0]
            crossing = (x + part * (far_x - x), y + part * (far_y - y))
            kept.append((crossing, across if over[k] <= 0 else side))
    return kept


def _agreed(cell: Cell, own: int, points: list[Point]) -> Cell:
    """Work each corner out again from the three cells that meet there, so that all three agree to the bit."""
    sides = [side for _corner, side in cell]
    corners = []
    for k, (corner, side) in enumerate(cell):
        meeting = sorted((own, sides[k - 1], side))
        corners.append((_meeting_point(meeting, corner, points), side))
    return corners


def _meeting_point(meeting: list[int], corner: Point, points: list[Point]) -> Point:
    if meeting[0] >= 0:
        return _circumcentre(*(points[i] for i in meeting))
    if meeting[1] < 0:
        return corner
    (ax, ay), (bx, by) = points[meeting[1]], points[meeting[2]]
    nx, ny, limit = bx - ax, by - ay, (bx * bx - ax * ax + by * by - ay * ay) / 2
    left, top, right, _bottom = SIDES
    if meeting[0] in (left, right):
        x = 0.0 if meeting[0] == left else WIDTH
        return x, (limit - nx * x) / ny
    y = 0.0 if meeting[0] == top else HEIGHT
    return (limit - ny * y) / nx, y


def _circumcentre(a: Point, b: Point, c: Point) -> Point:
    bx, by, cx, cy = b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]
    double = 2 * (bx * cy - by * cx)
    b2, c2 = bx * bx + by * by, cx * cx + cy * cy
    return a[0] + (cy * b2 - by * c2) / double, a[1] + (bx * c2 - cx * b2) / double


def _middle(corners: list[Point]) -> Point:
    """Return a polygon's centre of mass."""
    parts = [(_wedge(a, b), a, b) for a, b in pairwise([*corners, corners[0]])]
    area = fsum(part[0] for part in parts)
    x = fsum(wedge * (a[0] + b[0]) for wedge, a, b in parts) / (3 * area)
    y = fsum(wedge * (a[1] + b[1]) for wedge, a, b in parts) / (3 * area)
    return _rounded(x, y)


def _wedge(a: Point, b: Point) -> float:
    """Return twice the area between the origin and an edge."""
    return a[0] * b[1] - b[0] * a[1]


def _region(name: str, own: int, cell: Cell, points: list[Point]) -> dict[str, Any]:
    corners = [corner for corner, _side in cell]
    (x, y), radius = _inscribed(corners, points[own])
    area = fsum(_wedge(a, b) for a, b in pairwise([*corners, corners[0]])) / 2
    return {
        "id": name,
        "name": f"Region {name[1:]}",
        "rings": [[[round(cx, 1), round(cy, 1)] for cx, cy in corners]],
        "label": [round(x, 1), round(y, 1)],
        "radius": round(radius, 1),
        "area": round(area, 1),
    }


def _inscribed(corners: list[Point], start: Point) -> tuple[Point, float]:
    """Return the largest circle in a convex polygon: of those that touch three edges, the one that fits."""
    edges = [_edge(a, b) for a, b in pairwise([*corners, corners[0]])]
    centre, radius = start, 0.0
    for three in combinations(edges, 3):
        place = _touching(*three)
        if place is None:
            continue
        room = min(nx * place[0] + ny * place[1] - limit for nx, ny, limit in edges)
        if room > radius:
            centre, radius = place, room
    return centre, radius


def _touching(one: Edge, two: Edge, three: Edge) -> Point | None:
    """Return the point as far inside each of three edges as inside the others; None where all run one way."""
    ax, ay, a = one[0] - two[0], one[1] - two[1], one[2] - two[2]
    bx, by, b = one[0] - three[0], one[1] - three[1], one[2] - three[2]
    turn = ax * by - ay * bx
    if abs(turn) < 1e-9:
        return None
    return (a * by - ay * b) / turn, (ax * b - a * bx) / turn


def _edge(a: Point, b: Point) -> Edge:
    """Return an edge's inward normal and its offset; the cells run clockwise on a screen whose y grows down."""
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    nx, ny = (a[1] - b[1]) / length, (b[0] - a[0]) / length
    return nx, ny, nx * a[0] + ny * a[1]


def _neighbours(points: list[Point], cells: list[Cell]) -> list[tuple[int, int]]:
    """Return pairs of cells with a side in common and centres not far apart, and those that hold the map together."""
    longest = LONGEST * sqrt(WIDTH * HEIGHT / len(points))
    pairs = {(min(i, j), max(i, j)) for i, cell in enumerate(cells) for _corner, j in cell if j >= 0}
    by_length = sorted(pairs, key=lambda pair: (_apart(points, pair), pair))
    group = list(range(len(points)))
    kept = []
    for pair in by_length:
        a, b = _root(group, pair[0]), _root(group, pair[1])
        if a != b or _apart(points, pair) <= longest:
            kept.append(pair)
            group[a] = b
    return kept


def _apart(points: list[Point], pair: tuple[int, int]) -> float:
    (ax, ay), (bx, by) = points[pair[0]], points[pair[1]]
    return hypot(ax - bx, ay - by)


def _root(group: list[int], i: int) -> int:
    while group[i] != i:
        group[i] = group[group[i]]
        i = group[i]
    return i
