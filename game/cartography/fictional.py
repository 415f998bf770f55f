"""Make a map of land that never was: raise it, share it out to states and regions, roughen its lines."""

from collections.abc import Callable

import numpy as np
import shapely  # type: ignore[import-untyped]  # the library ships no types
from shapely import Geometry, LineString, MultiPolygon, Point

from game.cartography.asset import Made
from game.cartography.coverage import thinned
from game.cartography.growth import grown, spread_seeds
from game.cartography.land import Terrain, raise_land
from game.cartography.recipes import LandRecipe
from game.cartography.rough import rough_line
from game.cartography.topojson import Ring

__all__ = ["make"]

HONEYCOMB = 22.0
"""Map units; simplification by so much takes the cells' zigzag out of coasts and borders."""
FINEST = 4.0
"""Map units; lines are broken until their steps are shorter."""
SWING = 0.28
"""How wildly lines bend, as part of a step's length."""
TOLERANCE, SPECK = 0.5, 60.0
OFFSHORE = 20.0
"""Map units; where a seed's land comes nearer, the sea that the recipe names there goes without a name."""


def make(recipe: LandRecipe, seed: int, progress: Callable[[str, float], None]) -> Made:
    """Return the land of a recipe and a seed."""
    progress("Raising land", 0.05)
    key = f"{recipe.salt} {seed}"
    terrain = raise_land(recipe, key)
    progress("Sharing it out", 0.5)
    owners = _shared_out(recipe, terrain, key)
    progress("Roughening coasts and borders", 0.6)
    lands = thinned(_lands(terrain, owners, key), TOLERANCE, SPECK)
    everything = shapely.union_all(list(lands.values()))
    return Made(
        lands={region.id: lands[region.id] for state in recipe.states for region in state},
        backdrop=MultiPolygon(),
        names={region.id: region.name for state in recipe.states for region in state},
        seas=[(sea.name, sea.at) for sea in recipe.seas if everything.distance(Point(sea.at)) >= OFFSHORE],
        labels={},
        edge=shapely.box(0, 0, recipe.width, recipe.height),
        credits=f"Grown for Counterpoise from the seed {seed}.",
        projection="none: a plane",
    )


def _shared_out(recipe: LandRecipe, terrain: Terrain, key: str) -> dict[int, str]:
    """Return each dry cell's region: states grow from the middle outwards, regions inside states."""
    middle = terrain.centres[terrain.mainland].mean(axis=0)
    first = _nearest(terrain, terrain.mainland, middle)
    seeds = spread_seeds(first, len(recipe.states), terrain.mainland, terrain.graph)
    sizes = [len(state) for state in recipe.states]
    states = grown(seeds, sizes, terrain.mainland, terrain.graph, key)
    owners: dict[int, str] = {}
    for index, state in enumerate(recipe.states):
        cells = [cell for cell, holder in states.items() if holder == index]
        start = spread_seeds(seeds[index], 2, cells, terrain.graph)[1]
        starts = spread_seeds(start, len(state), cells, terrain.graph)
        parts = grown(starts, [1] * len(state), cells, terrain.graph, f"{key} {index}")
        owners |= {cell: state[part].id for cell, part in parts.items()}
    for island in terrain.islands:
        shore = _nearest(terrain, list(owners), terrain.centres[island].mean(axis=0))
        owners |= dict.fromkeys(island, owners[shore])
    return owners


def _nearest(terrain: Terrain, cells: list[int], point: Ring) -> int:
    away = ((terrain.centres[cells] - point) ** 2).sum(axis=1)
    return cells[int(np.argmin(away))]


def _lands(terrain: Terrain, owners: dict[int, str], key: str) -> dict[str, Geometry]:
    heaps: dict[str, list[Geometry]] = {}
    for cell in sorted(owners):
        heaps.setdefault(owners[cell], []).append(terrain.cells[cell])
    plain = thinned({region: shapely.union_all(heap) for region, heap in heaps.items()}, HONEYCOMB, SPECK)
    lines = [_bent(ring, key) for land in plain.values() for ring in _rings(land)]
    faces = shapely.polygonize([shapely.union_all(lines)]).geoms
    lands: dict[str, list[Geometry]] = {region: [] for region in plain}
    for face in faces:
        region = _most_of(face, plain)
        if region is not None:
            lands[region].append(face)
    return {region: shapely.union_all(parts) for region, parts in lands.items()}


def _rings(land: Geometry) -> list[Geometry]:
    return [ring for part in shapely.get_parts(land) for ring in (part.exterior, *part.interiors)]


def _bent(ring: Geometry, key: str) -> Geometry:
    """Bend every side of a ring; a side that two regions share bends alike in both."""
    return LineString(rough_line(shapely.get_coordinates(ring), FINEST, SWING, key))


def _most_of(face: Geometry, plain: dict[str, Geometry]) -> str | None:
    """Return whose land most of a face was before lines were bent, None for water.

    Bent lines may cross here and there, and cut off slivers: so they find an owner.
    """
    parts = {region: face.intersection(land).area for region, land in plain.items()}
    region = max(parts, key=lambda name: parts[name])
    water = face.area - sum(parts.values())
    return region if parts[region] > water else None
