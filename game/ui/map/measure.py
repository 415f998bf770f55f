"""Measure the map's frame times on a made-up map of 175 states: the numbers behind `counterpoise bench --ui`."""

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import pygame

from game.ui import palette
from game.ui.map.atlas import Atlas
from game.ui.map.terrain import Outline, Scene
from game.ui.map.view import REST, MapView

__all__ = ["honeycomb", "measure"]

COLUMNS, ROWS = 25, 7  # 175 states
EDGE_POINTS = 8  # points on each of a cell's six edges, shared with its neighbour: some 4,350 places in all
RADIUS = 46.0


def honeycomb(columns: int = COLUMNS, rows: int = ROWS, points: int = EDGE_POINTS, seed: int = 1) -> dict[str, Any]:
    """Return a map asset of six-cornered cells with rough shared edges, in the form that storage reads."""
    chance = np.random.default_rng(seed)
    edges: dict[tuple[tuple[float, float], tuple[float, float]], list[list[float]]] = {}
    regions = []
    for row in range(rows):
        for column in range(columns):
            x = RADIUS * 3**0.5 * (column + row % 2 / 2 + 1)
            y = RADIUS * (1.5 * row + 1.5)
            ring = _cell(x, y, points, edges, chance)
            regions.append(
                {
                    "id": f"cell-{column}-{row}",
                    "name": f"Cell {column} {row}",
                    "rings": [ring],
                    "label": [round(x, 1), round(y, 1)],
                    "radius": RADIUS * 0.8,
                    "area": RADIUS**2 * 2.6,
                }
            )
    size = RADIUS * 3**0.5 * (columns + 1.5), RADIUS * (1.5 * rows + 1.5)
    plain = {"width": size[0], "height": size[1], "backdrop": [], "seas": []}
    return {"name": "honeycomb", "regions": regions, **plain}


def _cell(
    x: float,
    y: float,
    points: int,
    edges: dict[tuple[tuple[float, float], tuple[float, float]], list[list[float]]],
    chance: np.random.Generator,
) -> list[list[float]]:
    angles = np.deg2rad(np.arange(6) * 60 - 90)
    corners = [(round(x + RADIUS * np.cos(a), 1), round(y + RADIUS * np.sin(a), 1)) for a in angles]
    ring: list[list[float]] = []
    for one, other in zip(corners, corners[1:] + corners[:1], strict=True):
        key = min(one, other), max(one, other)
        if key not in edges:
            share = np.linspace(0, 1, points + 1)[:-1, None]
            rough = chance.uniform(-3, 3, (points, 2)) * (share > 0)
            edges[key] = np.round(np.array(key[0]) * (1 - share) + np.array(key[1]) * share + rough, 1).tolist()
            edges[key].append(list(key[1]))
        run = edges[key] if one == key[0] else edges[key][::-1]
        ring += run[:-1]
    return ring


def measure(
    asset: dict[str, Any] | None = None, size: tuple[int, int] = (1920, 1080), rounds: int = 15
) -> dict[str, float]:
    """Return medians in milliseconds: pan_ms, zoom_ms, recolour_ms (one state), recolour_all_ms, rebuild_ms.

    Each is the work from the input to the finished map in the window's surface, without the flip.
    """
    atlas = Atlas.of(asset or honeycomb())
    now = [0]
    view = MapView(atlas, pygame.Rect((0, 0), size), clock=lambda: now[0])
    target = pygame.Surface(size, 0, 32)
    owner = list(range(atlas.count))
    paint = [palette.FEAR[region % 5] for region in owner]
    rugged = tuple(1.0 + 0.05 * (region % 8) for region in owner)
    view.show(Scene(paint, owner, [(0, 45, 90, 135)[r % 4] for r in owner], outlines=_chosen(0), relief=rugged))
    view.draw(target)
    view.zoom_at(2)
    _rest(view, target, now)
    turns = iter(range(10**9))
    found = {
        "pan_ms": _median(lambda: _pan(view, target, next(turns)), rounds * 8),
        "zoom_ms": _median(lambda: _zoom(view, target, next(turns)), rounds * 2),
    }
    _rest(view, target, now)
    found["recolour_ms"] = _median(lambda: _recolour(view, target, next(turns)), rounds * 2)
    found["recolour_all_ms"] = _median(lambda: _recolour_all(view, target, next(turns)), rounds)
    found["rebuild_ms"] = _median(lambda: _rebuild(view, target), rounds)
    return found


def _chosen(region: int) -> tuple[Outline, ...]:
    return (Outline(frozenset({region}), palette.ACCENT),)


def _median(act: Callable[[], None], rounds: int) -> float:
    times = []
    for _round in range(rounds):
        start = perf_counter()
        act()
        times.append((perf_counter() - start) * 1000)
    return round(median(times), 3)


def _rest(view: MapView, target: pygame.Surface, now: list[int]) -> None:
    now[0] += REST + 1
    view.tick()
    view.draw(target)
    for _piece in range(8):
        view.tick()


def _pan(view: MapView, target: pygame.Surface, turn: int) -> None:
    way = 1 if turn // 40 % 2 else -1
    view.camera.pan(way * 11, way * 5)
    view.draw(target)


def _zoom(view: MapView, target: pygame.Surface, turn: int) -> None:
    view.zoom_at(0.5 if turn % 12 < 6 else -0.5)
    view.draw(target)


def _recolour(view: MapView, target: pygame.Surface, turn: int) -> None:
    paint = list(view.scene.paint)
    paint[turn * 7 % len(paint)] = palette.FEAR[turn % 5]
    view.show(replace(view.scene, paint=paint))
    view.draw(target)


def _recolour_all(view: MapView, target: pygame.Surface, turn: int) -> None:
    view.show(replace(view.scene, paint=[palette.FEAR[(region + turn) % 5] for region in view.scene.owner]))
    view.draw(target)


def _rebuild(view: MapView, target: pygame.Surface) -> None:
    view.camera.zoom(1.01, view.camera.view.center)
    view.draw(target)
