"""Make a map of real land: fetch, project, carve, thin."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely  # type: ignore[import-untyped]  # the library ships no types

from game.cartography.asset import Made
from game.cartography.carve import carve
from game.cartography.coverage import thinned
from game.cartography.natural_earth import CREDITS, modern_countries
from game.cartography.projection import LambertConic
from game.cartography.recipes import EarthRecipe

__all__ = ["make"]

TOLERANCE = 0.8
"""Map units; what simplification may move a border by, about a third of a line's width."""
SPECK = 40.0
"""Map units squared; smaller islands and lakes go."""


def make(recipe: EarthRecipe, source: Path | None, progress: Callable[[str, float], None]) -> Made:
    """Return the land of a recipe; raise ValueError when source or recipe is at fault."""
    progress("Reading Natural Earth", 0.05)
    world = modern_countries(source)
    progress("Carving regions", 0.3)
    lands = carve(world, recipe)
    progress("Thinning borders", 0.6)
    lands = thinned(lands, TOLERANCE, SPECK)
    cone = LambertConic(**recipe.cone.model_dump())
    low, wide, high = -recipe.margin, recipe.width + recipe.margin, recipe.height + recipe.margin
    first, second = recipe.cone.parallels
    return Made(
        backdrop=lands.pop(""),
        lands=lands,
        names={region.id: region.name for region in recipe.regions},
        seas=[(sea.name, _placed(cone, sea.at)) for sea in recipe.seas],
        labels={region.id: _placed(cone, region.label) for region in recipe.regions if region.label},
        edge=shapely.box(low, low, wide, high),
        credits=CREDITS,
        projection=f"Lambert conformal conic, parallels {first:g} and {second:g}, centre {recipe.cone.centre}",
    )


def _placed(cone: LambertConic, degrees: tuple[float, float]) -> tuple[float, float]:
    x, y = cone.project(np.array(degrees)).tolist()
    return x, y
