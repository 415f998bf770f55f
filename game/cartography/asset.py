"""Write a map down: shapes become the plain numbers that the game reads."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely  # type: ignore[import-untyped]  # the library ships no types
from shapely import Geometry, Point

from game.cartography.adjacency import coastal, land_neighbours, sea_links
from game.cartography.recipes import EarthRecipe, LandRecipe

__all__ = ["Made", "body", "write_map"]

LABEL_PRECISION = 0.5
"""Map units to which the largest inscribed circle is found."""


@dataclass(frozen=True)
class Made:
    """What a maker hands over: land by region id (map units), the rest of the land, and where things are."""

    lands: dict[str, Geometry]
    backdrop: Geometry
    names: dict[str, str]
    seas: list[tuple[str, tuple[float, float]]]
    edge: Geometry
    labels: dict[str, tuple[float, float]]
    credits: str
    projection: str


def body(recipe: EarthRecipe | LandRecipe, made: Made) -> dict[str, Any]:
    """Return the asset's fields from its credits on."""
    shown = shapely.box(0, 0, recipe.width, recipe.height)
    land = land_neighbours(made.lands)
    coast = coastal(made.lands, made.backdrop, made.edge)
    sea = sea_links(made.lands, made.backdrop, coast, land, recipe.links)
    return {
        "credits": made.credits,
        "projection": made.projection,
        "regions": [_region(key, made, shown) for key in made.lands],
        "land": [list(pair) for pair in land],
        "sea": [list(pair) for pair in sea],
        "coast": coast,
        "backdrop": _rings(made.backdrop),
        "seas": [{"name": name, "at": _numbers(at)} for name, at in made.seas],
    }


def write_map(asset: Mapping[str, Any], out: Path) -> Path:
    """Write the asset, one region a line so that a change reads as a diff; return the path."""
    fields = [f"  {json.dumps(key)}: {_field(value)}" for key, value in asset.items()]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("{\n" + ",\n".join(fields) + "\n}\n", encoding="utf-8", newline="\n")
    return out


def _region(identity: str, made: Made, shown: Geometry) -> dict[str, Any]:
    land = made.lands[identity]
    centre, radius = _label(identity, land.intersection(shown), made.labels.get(identity))
    return {
        "id": identity,
        "name": made.names[identity],
        "rings": _rings(land),
        "label": _numbers(centre),
        "radius": round(radius, 1),
        "area": round(float(land.area), 1),
    }


def _label(identity: str, seen: Geometry, wish: tuple[float, float] | None) -> tuple[Sequence[float], float]:
    """Return the centre and radius of a circle inside what the frame shows: the largest, or one at `wish`."""
    parts = [part for part in shapely.get_parts(seen) if part.geom_type == "Polygon"]
    if not parts:
        raise ValueError(f"Region {identity} lies outside the map's frame.")
    if wish is not None:
        if not seen.contains(Point(wish)):
            raise ValueError(f"The label of region {identity} stands outside it.")
        return wish, float(seen.boundary.distance(Point(wish)))
    largest = max(parts, key=lambda part: part.area)
    radius = shapely.maximum_inscribed_circle(largest, tolerance=LABEL_PRECISION)
    return shapely.get_coordinates(radius)[0].tolist(), float(radius.length)


def _field(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    rows = ",\n".join("    " + json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in value)
    return f"[\n{rows}\n  ]"


def _rings(land: Geometry) -> list[list[list[float]]]:
    """Return outlines first, then holes; each ring opened, turned and begun in one fixed way."""
    parts = sorted((p for p in shapely.get_parts(land) if p.geom_type == "Polygon"), key=lambda p: -p.area)
    outlines = [_ring(shapely.get_coordinates(part.exterior)) for part in parts]
    holes = [_ring(shapely.get_coordinates(hole)) for part in parts for hole in part.interiors]
    return [ring for ring in (*outlines, *holes) if ring]


def _ring(corners: Sequence[Any] | np.ndarray[Any, Any]) -> list[list[float]]:
    """Round to .1, begin at the smallest corner, go on towards the smaller of its neighbours."""
    rounded = [_numbers(corner) for corner in corners]
    ring = [corner for corner, after in pairwise(rounded) if corner != after]
    if len(ring) < 3:
        return []
    start = ring.index(min(ring))
    ring = ring[start:] + ring[:start]
    return ring if ring[1] <= ring[-1] else [ring[0], *ring[:0:-1]]


def _numbers(point: Sequence[float] | np.ndarray[Any, Any]) -> list[float]:
    return [round(float(value), 1) + 0.0 for value in point]
