"""Read a map's recipe: which land makes which region, and what the map is called."""

import difflib
import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from game.storage.paths import assets

__all__ = ["Area", "EarthRecipe", "LandRecipe", "Recipe", "SeaName", "load_recipe", "recipe_names"]

Pair = tuple[float, float]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Area(_Strict):
    """A named outline in degrees that cuts a country; earlier areas win where two overlap."""

    name: str
    outline: list[Pair] = Field(min_length=3)


class Region(_Strict):
    """A region of the map: its land is `COUNTRY/area` (the part inside) or `COUNTRY` (what areas leave).

    `label` (degrees) moves its name from the middle of its widest part to where readers look for it.
    """

    id: str
    name: str
    land: list[str] = Field(default_factory=list, alias="from")
    label: Pair | None = None


class Cone(_Strict):
    """The parameters of the Lambert projection; see `projection.LambertConic`."""

    parallels: Pair
    centre: Pair
    at: Pair
    km: float = Field(gt=0)


class SeaName(_Strict):
    """A sea's name and where it is written: degrees on an earth map, map units on a fictional one."""

    name: str
    at: Pair


class SeaLinks(_Strict):
    """The hand table of sea links, and the longest crossing (map units) that is found without it."""

    longest: float
    add: list[tuple[str, str]] = Field(default_factory=list)
    drop: list[tuple[str, str]] = Field(default_factory=list)


class _Sheet(_Strict):
    format: Literal["counterpoise-recipe"]
    name: str
    title: str
    width: int
    height: int
    links: SeaLinks
    seas: list[SeaName]


class EarthRecipe(_Sheet):
    """A map of real land: modern countries, merged, and cut where history needs it."""

    kind: Literal["earth"]
    margin: int
    cone: Cone
    areas: list[Area]
    regions: list[Region]


class LandRecipe(_Sheet):
    """A map of land that never was: states in order of size, each with the regions it is to have.

    `salt` is mixed with the seed, so that seed 7 of two recipes is not the same land.
    """

    kind: Literal["fictional"]
    salt: str
    cells: int
    share_of_land: float = Field(gt=0, lt=1)
    states: list[list[Region]]


Recipe = EarthRecipe | LandRecipe
_RECIPE: TypeAdapter[Recipe] = TypeAdapter(Annotated[Recipe, Field(discriminator="kind")])


def recipe_names() -> list[str]:
    """List the maps that can be built."""
    return sorted(file.stem for file in _folder().glob("*.json"))


def load_recipe(name: str) -> Recipe:
    """Return the recipe of a map; raise ValueError with the nearest names when there is none."""
    names = recipe_names()
    if name not in names:
        near = difflib.get_close_matches(name, names, n=3, cutoff=0.4) or names
        raise ValueError(f"Unknown map {name!r}; did you mean {' or '.join(near)}?")
    text = (_folder() / f"{name}.json").read_text(encoding="utf-8")
    try:
        return _RECIPE.validate_python(json.loads(text))
    except (ValidationError, json.JSONDecodeError) as fault:
        raise ValueError(f"The recipe of {name} cannot be read: {fault}") from fault


def _folder() -> Path:
    return assets() / "maps" / "recipes"
