"""Turn a parsed map asset into arrays: regions, rings, borders, label points. Reads no file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["OPEN_SEA", "OUT_OF_PLAY", "Atlas", "Border", "Box", "Sea", "around", "inside"]

Points = NDArray[np.float64]

Box = tuple[float, float, float, float]

OPEN_SEA = -1
OUT_OF_PLAY = -2
RIM = 8.0  # units at the bleed that no view shows: the cut itself is drawn as a coast


@dataclass(frozen=True, slots=True)
class Border:
    """A run of edges with one pair of neighbours: `left` a region, `right` a region, sea or other land."""

    left: int
    right: int
    points: Points


@dataclass(frozen=True, slots=True)
class Sea:
    """A name printed on water, centred at a point in map units."""

    name: str
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Atlas:
    """A map in arrays; all coordinates in map units, x right, y down; `[R]` runs over regions."""

    name: str
    size: tuple[float, float]
    ids: tuple[str, ...]
    names: tuple[str, ...]
    rings: tuple[tuple[Points, ...], ...]
    fills: tuple[tuple[Points, ...], ...]
    bounds: Points
    labels: Points
    radii: NDArray[np.float64]
    areas: NDArray[np.float64]
    backdrop: tuple[Points, ...]
    backdrop_bounds: Points
    borders: tuple[Border, ...]
    seas: tuple[Sea, ...]
    graticule: tuple[Points, ...]

    @classmethod
    def of(cls, asset: Mapping[str, Any]) -> "Atlas":
        """Build from the parsed JSON of `assets/maps/NAME.json`, whose form storage has already checked."""
        regions = asset["regions"]
        rings = tuple(tuple(_points(ring) for ring in region["rings"]) for region in regions)
        backdrop = tuple(_points(ring) for ring in asset.get("backdrop", ()))
        borders = tuple(_borders(rings, backdrop))
        return cls(
            name=asset["name"],
            size=(float(asset["width"]), float(asset["height"])),
            ids=tuple(region["id"] for region in regions),
            names=tuple(region["name"] for region in regions),
            rings=rings,
            fills=tuple(_without_holes(region) for region in rings),
            bounds=_boxes([np.concatenate(region) for region in rings]),
            labels=np.array([region["label"] for region in regions], float).reshape(-1, 2),
            radii=np.array([region["radius"] for region in regions], float),
            areas=np.array([region["area"] for region in regions], float),
            backdrop=backdrop,
            backdrop_bounds=_boxes(backdrop),
            borders=borders,
            seas=tuple(Sea(sea["name"], (sea["at"][0], sea["at"][1])) for sea in asset.get("seas", ())),
            graticule=tuple(_points(line) for line in asset.get("graticule", ())),
        )

    @property
    def count(self) -> int:
        """How many regions are in play."""
        return len(self.ids)

    @property
    def page(self) -> Box:
        """Left, top, right, bottom of what a fitted view shows."""
        return 0.0, 0.0, *self.size

    @property
    def bleed(self) -> Box | None:
        """The box within which land is drawn past the page on some side, cut straight; None for islands."""
        everything = np.concatenate([self.bounds, self.backdrop_bounds])
        low, high = everything[:, :2].min(0).tolist(), everything[:, 2:].max(0).tolist()
        if low[0] >= 0 and low[1] >= 0 and high[0] <= self.size[0] and high[1] <= self.size[1]:
            return None
        return low[0] + RIM, low[1] + RIM, high[0] - RIM, high[1] - RIM

    def is_land(self, x: float, y: float) -> bool:
        """Tell whether a point is on land, in play or not."""
        b = self.backdrop_bounds
        near = np.flatnonzero((b[:, 0] <= x) & (x <= b[:, 2]) & (b[:, 1] <= y) & (y <= b[:, 3]))
        return any(inside(self.backdrop[ring], x, y) for ring in near) or self.region_at(x, y) is not None

    def region_at(self, x: float, y: float) -> int | None:
        """Return the region that covers a point, by the even-odd rule; an enclave beats what is around it."""
        b = self.bounds
        near = np.flatnonzero((b[:, 0] <= x) & (x <= b[:, 2]) & (b[:, 1] <= y) & (y <= b[:, 3]))
        hits = [int(r) for r in near if sum(inside(ring, x, y) for ring in self.rings[r]) % 2]
        return min(hits, key=lambda r: self.areas[r], default=None)


def around(points: Sequence[Sequence[float]], spare: float = 0.12) -> Box:
    """Return the box around some points, such as the states' emblems, with a share of it to spare."""
    low, high = np.min(points, axis=0), np.max(points, axis=0)
    edge = np.maximum(high - low, 1.0).max() * spare
    (left, top), (right, bottom) = (low - edge).tolist(), (high + edge).tolist()
    return left, top, right, bottom


def inside(ring: Points, x: float, y: float) -> bool:
    """Tell whether a point lies in a closed ring (crossing count to the right)."""
    ax, ay = ring[:, 0], ring[:, 1]
    bx, by = np.roll(ax, -1), np.roll(ay, -1)
    straddles = (ay > y) != (by > y)
    crossing = ax[straddles] + (y - ay[straddles]) / (by - ay)[straddles] * (bx - ax)[straddles]
    return bool(np.count_nonzero(crossing > x) % 2)


def _points(ring: Sequence[Sequence[float]]) -> Points:
    points = np.array(ring, float).reshape(-1, 2)
    closed_twice = len(points) > 1 and bool((points[0] == points[-1]).all())
    return points[:-1] if closed_twice else points


def _boxes(parts: Sequence[Points]) -> Points:
    if not parts:
        return np.zeros((0, 4))
    return np.array([[*part.min(0), *part.max(0)] for part in parts])


def _without_holes(rings: Sequence[Points]) -> tuple[Points, ...]:
    """Join each hole to the ring around it by a seam of no width, so that one even-odd polygon fills both."""
    depth = [sum(inside(other, *ring[0]) for other in rings if other is not ring) for ring in rings]
    paths = {k: ring for k, ring in enumerate(rings) if depth[k] % 2 == 0}
    for k, ring in enumerate(rings):
        if depth[k] % 2:
            host = next(o for o in paths if inside(rings[o], *ring[0]) and depth[o] == depth[k] - 1)
            paths[host] = np.concatenate([paths[host], rings[host][:1], ring, ring[:1]])
    return tuple(paths.values())


def _borders(rings: Sequence[Sequence[Points]], backdrop: Sequence[Points]) -> Iterator[Border]:
    """Yield each border once, told by its region of lower number; the coast of other land comes last."""
    flat = [(region, ring) for region, parts in enumerate(rings) for ring in parts]
    flat += [(OUT_OF_PLAY, ring) for ring in backdrop]
    for (region, ring), across in zip(flat, _neighbours(flat), strict=True):
        for border in _runs(region, ring, across):
            if region >= 0 or border.right == OPEN_SEA:
                yield border


def _neighbours(flat: Sequence[tuple[int, Points]]) -> list[list[int]]:
    """For each ring tell what lies across each of its edges (from a point to the next)."""
    if not flat:
        return []
    sizes = [len(ring) for _, ring in flat]
    edges = _edge_numbers([ring for _, ring in flat])
    region = np.repeat([region for region, _ in flat], sizes)
    played = region >= 0
    first = np.full(edges.max() + 1, np.iinfo(np.int64).max)
    last = np.full(edges.max() + 1, OPEN_SEA)
    np.minimum.at(first, edges[played], region[played])
    np.maximum.at(last, edges[played], region[played])
    beyond = np.zeros(edges.max() + 1, bool)
    beyond[edges[~played]] = True
    other = np.where(region == first[edges], last[edges], first[edges])
    alone = np.where(beyond[edges], OUT_OF_PLAY, OPEN_SEA)
    across = np.where(other == region, alone, other)
    across[~played] = np.where(last[edges] >= 0, last[edges], OPEN_SEA)[~played]
    return [part.tolist() for part in np.split(across, np.cumsum(sizes)[:-1])]


def _edge_numbers(rings: Sequence[Points]) -> NDArray[np.int64]:
    """Number the edges so that one shared by two rings has one number; ends count in tenths of a unit."""
    tenths = [np.rint(ring * 10).astype(np.int64) for ring in rings]
    start = np.concatenate(tenths)
    stop = np.concatenate([np.roll(ring, -1, 0) for ring in tenths])
    place = [(ends[:, 0] << 32) + ends[:, 1] for ends in (start, stop)]
    low, high = np.minimum(*place), np.maximum(*place)
    names, points = np.unique(np.concatenate([low, high]), return_inverse=True)
    low, high = points[: len(low)], points[len(low) :]
    numbers: NDArray[np.int64] = np.unique(low * len(names) + high, return_inverse=True)[1]
    return numbers


def _runs(region: int, ring: Points, across: Sequence[int]) -> Iterator[Border]:
    """Cut a ring where its neighbour changes; a border of two regions is told by the lower number."""
    size = len(ring)
    cuts = [k for k in range(size) if across[k] != across[k - 1]]
    if not cuts:
        yield Border(region, across[0], np.concatenate([ring, ring[:1]]))
        return
    for k, start in enumerate(cuts):
        stop = cuts[(k + 1) % len(cuts)]
        if across[start] < 0 or region < across[start]:
            length = (stop - start) % size or size
            along = np.arange(start, start + length + 1) % size
            yield Border(region, across[start], ring[along])
