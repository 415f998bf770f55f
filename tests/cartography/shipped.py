"""The maps and scenarios that are shipped, as the tests of this folder read them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import Polygon

ASSETS = Path(__file__).resolve().parents[2] / "assets"
NAMES = ("europe-1900", "five-crowns")


@cache
def shipped_map(name: str) -> dict[str, Any]:
    return json.loads((ASSETS / "maps" / f"{name}.json").read_text(encoding="utf-8"))


@cache
def shipped_scenario(name: str) -> dict[str, Any]:
    return json.loads((ASSETS / "scenarios" / f"{name}.json").read_text(encoding="utf-8"))


def shape(rings: list[list[list[float]]]) -> Any:
    """Return the area that rings enclose by the even-odd rule."""
    area: Any = Polygon()
    for ring in rings:
        area = shapely.symmetric_difference(area, shapely.make_valid(Polygon(ring)))
    return area


@cache
def shapes(name: str) -> dict[str, Any]:
    return {region["id"]: shape(region["rings"]) for region in shipped_map(name)["regions"]}
