"""Raise land from a seed: relaxed Voronoi cells, and a mask of noise that says which are dry."""

from dataclasses import dataclass

import numpy as np
import shapely  # type: ignore[import-untyped]  # the library ships no types
from shapely import Geometry, MultiPoint

from game.cartography.growth import components
from game.cartography.recipes import LandRecipe
from game.cartography.rough import fraction
from game.cartography.topojson import Ring

__all__ = ["Terrain", "raise_land"]

RELAXATIONS = 4
"""Rounds of Lloyd's algorithm: fewer leaves needles among the cells, more a honeycomb."""
OCTAVES = ((1.1, 0.50), (2.3, 0.42), (4.3, 0.26), (8.1, 0.15), (15.7, 0.09), (29.0, 0.05))
"""Waves across the map's width, and their height."""
WAVES = 5
"""Directions a wave of each octave runs in."""
SHORE = 0.10
"""Part of the map's width over which land sinks towards the frame."""
FALLOFF, SQUARENESS, SINKING = 1.7, 2.6, 3.0
"""How steeply land falls from the middle, how much its outline follows the frame, and the last slope."""
LARGEST_LAKE, SMALLEST_ISLAND, ISLANDS = 12, 2, 12


@dataclass(frozen=True)
class Terrain:
    """Cells of the whole frame, who touches whom, and the dry ones: the mainland, and islands by size."""

    cells: list[Geometry]
    centres: Ring
    graph: dict[int, list[int]]
    mainland: list[int]
    islands: list[list[int]]


def raise_land(recipe: LandRecipe, key: str) -> Terrain:
    """Return the terrain of a seed; the recipe gives size, number of cells and share of land."""
    cells, centres = _cells(recipe, key)
    graph = _graph(cells)
    height = _height(centres, recipe, key)
    dry = set(np.argsort(-height, kind="stable")[: round(recipe.share_of_land * len(cells))].tolist())
    wet = set(range(len(cells))) - dry
    for lake in components(wet, graph)[1:]:
        if len(lake) <= LARGEST_LAKE:
            dry.update(lake)
    mainland, *islands = components(dry, graph)
    kept = [island for island in islands if len(island) >= SMALLEST_ISLAND][:ISLANDS]
    return Terrain(cells, centres, graph, mainland, kept)


def _cells(recipe: LandRecipe, key: str) -> tuple[list[Geometry], Ring]:
    frame = shapely.box(0, 0, recipe.width, recipe.height)
    size = np.array([recipe.width, recipe.height], dtype=np.float64)
    spots = [[fraction(key, "spot", i, axis) for axis in "xy"] for i in range(recipe.cells)]
    centres = np.array(spots) * size
    cells: list[Geometry] = []
    for _round in range(RELAXATIONS):
        tiles = shapely.voronoi_polygons(MultiPoint(centres), extend_to=frame, ordered=True)
        cells = [tile.intersection(frame) for tile in tiles.geoms]
        centres = np.array([shapely.get_coordinates(tile.centroid)[0] for tile in cells])
    return cells, centres


def _graph(cells: list[Geometry]) -> dict[int, list[int]]:
    """Return the neighbours of every cell: those with a side, not merely a corner, in common."""
    tree = shapely.STRtree(cells)
    one, other = tree.query(np.array(cells, dtype=object), predicate="intersects")
    sides = shapely.length(shapely.intersection(np.array(cells)[one], np.array(cells)[other]))
    graph: dict[int, list[int]] = {i: [] for i in range(len(cells))}
    for a, b, side in zip(one.tolist(), other.tolist(), sides.tolist(), strict=True):
        if a != b and side > 1e-6:
            graph[a].append(b)
    return {cell: sorted(beside) for cell, beside in graph.items()}


def _height(centres: Ring, recipe: LandRecipe, key: str) -> Ring:
    """Return noise less what the distance from the middle takes away; the frame is sunk."""
    place = centres / np.array([recipe.width, recipe.width])
    middle = np.array([0.5, 0.5 * recipe.height / recipe.width])
    noise = np.zeros(len(centres))
    for waves, swell in OCTAVES:
        for turn in range(WAVES):
            angle = 2 * np.pi * fraction(key, "angle", waves, turn)
            phase = 2 * np.pi * fraction(key, "phase", waves, turn)
            along = place @ np.array([np.cos(angle), np.sin(angle)])
            noise += swell / WAVES**0.5 * np.sin(2 * np.pi * waves * along + phase)
    from_middle = np.abs(place - middle) / middle
    falloff = FALLOFF * (from_middle**SQUARENESS).sum(axis=1)
    to_frame = (middle - np.abs(place - middle)).min(axis=1)
    sunk: Ring = SINKING * np.maximum(0.0, 1 - to_frame / SHORE) ** 2
    height: Ring = noise - falloff - sunk
    return height
