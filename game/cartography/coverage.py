"""Thin a coverage of land: fewer points, no specks, and borders that stay shared."""

from collections.abc import Mapping

import numpy as np
import shapely  # type: ignore[import-untyped]  # the library ships no types
from shapely import Geometry, MultiPolygon, Polygon

__all__ = ["thinned"]

Lands = dict[str, Geometry]


def thinned(lands: Mapping[str, Geometry], tolerance: float, speck: float) -> Lands:
    """Simplify all lands together by `tolerance` map units, without parts and holes below `speck` units squared.

    A small island goes under; a small part that touches other land joins the neighbour it shares most with,
    so that no gap opens. The largest part of a land stays whatever its size.
    """
    kept = _without_specks(lands, speck)
    names = list(kept)
    simple = shapely.coverage_simplify(np.array([kept[name] for name in names], dtype=object), tolerance)
    return dict(zip(names, simple, strict=True))


def _without_specks(lands: Mapping[str, Geometry], speck: float) -> Lands:
    large, small = _sorted_by_size(lands, speck)
    tree = shapely.STRtree([part for _name, part in large])
    heaps: dict[str, list[Geometry]] = {name: [] for name in lands}
    for name, part in large:
        heaps[name].append(part)
    for part in small:
        shared = [(part.intersection(large[i][1]).length, large[i][0]) for i in tree.query(part, "intersects")]
        length, neighbour = max(shared, default=(0.0, ""))
        if length > 0:
            heaps[neighbour].append(part)
    return {name: _filled(shapely.union_all(heap), speck) for name, heap in heaps.items()}


def _sorted_by_size(lands: Mapping[str, Geometry], speck: float) -> tuple[list[tuple[str, Geometry]], list[Geometry]]:
    """Return the parts to keep, with their land's name, and the specks."""
    large, small = [], []
    for name, land in lands.items():
        parts = [part for part in shapely.get_parts(land) if part.geom_type == "Polygon"]
        for i, part in enumerate(sorted(parts, key=lambda part: -part.area)):
            if i == 0 or part.area >= speck:
                large.append((name, part))
            else:
                small.append(part)
    return large, small


def _filled(land: Geometry, speck: float) -> MultiPolygon:
    """Close the holes below `speck`."""
    parts = [part for part in shapely.get_parts(land) if part.geom_type == "Polygon"]
    return MultiPolygon(
        [Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area >= speck]) for part in parts]
    )
