"""Carve real land into regions: every border and cut line is laid on one table, then cut out at once."""

import shapely  # type: ignore[import-untyped]  # the library ships no types
from shapely import Geometry, MultiPolygon, Polygon

from game.cartography.projection import LambertConic
from game.cartography.recipes import Area, EarthRecipe
from game.cartography.rough import rough_line
from game.cartography.topojson import Country

__all__ = ["carve"]

FINEST_CUT = 9.0
"""Map units; a drawn cut line is bent until its steps are shorter."""
SWING = 0.22
SPECK = 1e-6
"""Map units squared; noding leaves slivers below this."""

Lands = dict[str, Geometry]


def carve(world: dict[str, Country], recipe: EarthRecipe) -> Lands:
    """Return each region's land and the `""` of all other land, in map units, as an exact coverage."""
    cone = LambertConic(**recipe.cone.model_dump())
    low, wide, high = -recipe.margin, recipe.width + recipe.margin, recipe.height + recipe.margin
    frame = shapely.box(low, low, wide, high)
    lands = {name: land for name, land in _projected(world, cone).items() if land.intersects(frame)}
    cuts = {area.name: _cut(area, cone) for area in recipe.areas}
    faces = _faces(lands, cuts, frame)
    return _gathered(faces, lands, cuts, recipe)


def _projected(world: dict[str, Country], cone: LambertConic) -> Lands:
    """Return countries as shapes in map units; rings that the projection folded are mended."""
    shapes = {}
    for name, polygons in world.items():
        parts = [Polygon(cone.project(rings[0]), [cone.project(r) for r in rings[1:]]) for rings in polygons]
        shapes[name] = shapely.make_valid(MultiPolygon(parts))
    return shapes


def _cut(area: Area, cone: LambertConic) -> Polygon:
    import numpy as np

    outline = np.array([*area.outline, area.outline[0]], dtype=np.float64)
    return Polygon(rough_line(cone.project(outline), FINEST_CUT, SWING))


def _faces(lands: Lands, cuts: Lands, frame: Geometry) -> list[Geometry]:
    """Return the smallest pieces that all borders, cut lines and the frame leave."""
    borders = [land.boundary.intersection(frame.buffer(1.0)) for land in lands.values()]
    lines = [*borders, *(cut.boundary for cut in cuts.values()), frame.boundary]
    pieces = shapely.polygonize([shapely.union_all(lines)]).geoms
    return [piece for piece in pieces if piece.area > SPECK and frame.contains(piece.representative_point())]


def _gathered(faces: list[Geometry], lands: Lands, cuts: Lands, recipe: EarthRecipe) -> Lands:
    """Give every face of land to the region that claims it, and the rest to the backdrop."""
    claims = {claim: region.id for region in recipe.regions for claim in region.land}
    _check(claims, lands, cuts)
    names = list(lands)
    tree = shapely.STRtree([lands[name] for name in names])
    heaps: dict[str, list[Geometry]] = {region.id: [] for region in recipe.regions} | {"": []}
    for face in faces:
        point = face.representative_point()
        homes = tree.query(point, predicate="within")
        if len(homes):
            heaps[_claimant(names[min(homes)], point, claims, cuts)].append(face)
    return {owner: shapely.union_all(heap) for owner, heap in heaps.items()}


def _claimant(country: str, point: Geometry, claims: dict[str, str], cuts: Lands) -> str:
    for name, cut in cuts.items():
        claim = f"{country}/{name}"
        if claim in claims and cut.contains(point):
            return claims[claim]
    return claims.get(country, "")


def _check(claims: dict[str, str], lands: Lands, cuts: Lands) -> None:
    """Raise ValueError for a claim on a country or area that is not there."""
    for claim, region in claims.items():
        country, _slash, area = claim.partition("/")
        if country not in lands or (area and area not in cuts):
            raise ValueError(f"Region {region} claims {claim!r}: no such country or area on this map.")
