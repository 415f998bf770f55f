"""Thin a coverage of land: fewer points, no specks, and borders that stay shared."""

from collections.abc import Mapping

import numpy as np
import shapely  # type: ignore[import-untyped]  # the library ships no types
from shapely import Geometry, MultiPolygon, Polygon

__all__ = ["thinned"]

Lands = dict[str, Geometry]


def thinned(lands: Mapping[str, Geometry], tolerance: float, speck: float) -> Lands:
    """Simplify all lands together (map units), drop islands and holes below `speck` map units squared."""
    kept = {name: _without_specks(land, speck) for name, land in lands.items()}
    names = list(kept)
    simple = shapely.coverage_simplify(np.array([kept[name] for name in names], dtype=object), tolerance)
    return dict(zip(names, simple, strict=True))


def _without_specks(land: Geometry, speck: float) -> MultiPolygon:
    """Keep the largest part whatever its size: a small state stays on the map."""
    parts = sorted((p for p in shapely.get_parts(land) if p.geom_type == "Polygon"), key=lambda p: -p.area)
    kept = [part for i, part in enumerate(parts) if i == 0 or part.area >= speck]
    return MultiPolygon([Polygon(part.exterior, _holes(part, speck)) for part in kept])


def _holes(part: Geometry, speck: float) -> list[Geometry]:
    return [hole for hole in part.interiors if Polygon(hole).area >= speck]
