"""Say which regions touch: over land, over short water, and which have a coast."""

from collections.abc import Mapping
from itertools import combinations

import shapely  # type: ignore[import-untyped]  # the library ships no types
from shapely import Geometry

from game.cartography.recipes import SeaLinks

__all__ = ["coastal", "land_neighbours", "sea_links"]

Pair = tuple[str, str]
TOUCH = 4.0
"""Map units; a shared border below this is a corner, not a neighbour."""
OPEN_WATER = 0.88
"""The part of the shortest line that must run over water (without it: 'Russia to Slovakia by sea')."""
SHORE = 8.0
"""Map units of coast below which a region counts as landlocked."""


def land_neighbours(lands: Mapping[str, Geometry]) -> list[Pair]:
    """Return each pair of regions that share a border, once, sorted."""
    pairs = combinations(sorted(lands), 2)
    return [pair for pair in pairs if _border(lands[pair[0]], lands[pair[1]]) >= TOUCH]


def coastal(lands: Mapping[str, Geometry], backdrop: Geometry, frame: Geometry) -> list[str]:
    """Return the regions whose outline meets water inside the frame."""
    everything = shapely.union_all([*lands.values(), backdrop])
    shore = everything.boundary.difference(frame.boundary.buffer(1.0))
    return sorted(name for name, land in lands.items() if land.boundary.intersection(shore).length >= SHORE)


def sea_links(
    lands: Mapping[str, Geometry], backdrop: Geometry, coast: list[str], land: list[Pair], links: SeaLinks
) -> list[Pair]:
    """Return pairs of coastal regions a short crossing apart, mended by the hand table, sorted."""
    everything = shapely.union_all([*lands.values(), backdrop])
    shapely.prepare(everything)
    near = [
        pair
        for pair in combinations(sorted(coast), 2)
        if pair not in land and _crossing(lands[pair[0]], lands[pair[1]], everything, links.longest)
    ]
    added = {_sorted(pair) for pair in links.add}
    dropped = {_sorted(pair) for pair in links.drop}
    _check(added | dropped, lands)
    return sorted((set(near) | added) - dropped - set(land))


def _border(one: Geometry, other: Geometry) -> float:
    return float(one.intersection(other).length) if one.intersects(other) else 0.0


def _crossing(one: Geometry, other: Geometry, everything: Geometry, longest: float) -> bool:
    if one.distance(other) > longest:
        return False
    line = shapely.shortest_line(one, other)
    over_land = everything.intersection(line).length
    return bool(line.length > 0 and over_land <= (1 - OPEN_WATER) * line.length)


def _sorted(pair: Pair) -> Pair:
    return (pair[0], pair[1]) if pair[0] < pair[1] else (pair[1], pair[0])


def _check(pairs: set[Pair], lands: Mapping[str, Geometry]) -> None:
    for region in {name for pair in pairs for name in pair}:
        if region not in lands:
            raise ValueError(f"The hand table of sea links names {region!r}: no such region on this map.")
