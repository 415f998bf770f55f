"""Build a map from its recipe: the one door of this folder, opened by `counterpoise map build`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.cartography.recipes import EarthRecipe, load_recipe, recipe_names

__all__ = ["Progress", "build", "build_map", "recipe_names"]

Progress = Callable[[str, float], None]
"""Told what is being done and how much of the work is behind (0..1)."""

FORMAT, VERSION = "counterpoise-map", 1


def _silent(step: str, part: float) -> None:
    """Tell nobody."""


def build(name: str, out: Path, seed: int = 7, source: Path | None = None, progress: Progress = _silent) -> Path:
    """Build a map and write it to `out` (a file, or a folder that takes `NAME.json`); return the file.

    The same name, seed and source give the same bytes. Raise ValueError with one sentence when the name
    is unknown, the source unreadable, or shapely or npm is missing.
    """
    asset = build_map(name, source, seed, progress)
    from game.cartography.asset import write_map

    progress("Writing", 0.98)
    written = write_map(asset, out if out.suffix == ".json" else out / f"{name}.json")
    progress("Done", 1.0)
    return written


def build_map(name: str, source: Path | None = None, seed: int = 7, progress: Progress = _silent) -> dict[str, Any]:
    """Return a map in the asset's format; see `build`. The seed matters to fictional land alone."""
    recipe = load_recipe(name)
    try:
        from game.cartography import asset, earth, fictional
    except ImportError as fault:
        raise ValueError("Building maps needs shapely: install counterpoise with its extra 'maps'.") from fault
    if isinstance(recipe, EarthRecipe):
        made = earth.make(recipe, source, progress)
    else:
        made = fictional.make(recipe, seed, progress)
    progress("Finding neighbours", 0.8)
    head = {
        "format": FORMAT,
        "version": VERSION,
        "name": recipe.name,
        "title": recipe.title,
        "width": recipe.width,
        "height": recipe.height,
    }
    return head | asset.body(recipe, made)
