"""Read TopoJSON: a file of shared arcs becomes named polygons in degrees of longitude and latitude."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Country", "Ring", "countries", "unwrapped"]

Ring = npt.NDArray[np.float64]
Country = list[list[Ring]]
"""Polygons of one country; the first ring of each is its outline, the others its holes."""

DEGREES_ROUND = 360.0


def countries(file: Path) -> dict[str, Country]:
    """Return every country of a world-atlas file by name; raise ValueError when the file is none."""
    try:
        topology = json.loads(file.read_text(encoding="utf-8"))
        arcs = _arcs(topology)
        shapes = topology["objects"]["countries"]["geometries"]
        return {shape["properties"]["name"]: _polygons(shape, arcs) for shape in shapes}
    except (KeyError, TypeError, IndexError, UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise ValueError(f"Expected a world-atlas TopoJSON file in {file}, found something else.") from fault


def unwrapped(longitudes: Ring, centre: float) -> Ring:
    """Return longitudes within half a turn of `centre`, so that no land is smeared across the map."""
    return (longitudes - centre + DEGREES_ROUND / 2) % DEGREES_ROUND - DEGREES_ROUND / 2 + centre


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    """Return the arcs in degrees: the file keeps whole-number steps from point to point."""
    scale = np.array(topology["transform"]["scale"])
    origin = np.array(topology["transform"]["translate"])
    return [np.cumsum(np.array(arc, dtype=np.float64), axis=0) * scale + origin for arc in topology["arcs"]]


def _polygons(shape: dict[str, Any], arcs: list[Ring]) -> Country:
    if shape["type"] == "Polygon":
        return [[_ring(indices, arcs) for indices in shape["arcs"]]]
    if shape["type"] == "MultiPolygon":
        return [[_ring(indices, arcs) for indices in polygon] for polygon in shape["arcs"]]
    return []


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """Join arcs end to end; a negative index means the arc `~index` walked backwards."""
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
