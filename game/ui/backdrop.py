"""The map behind the title: a scenario as it stands at its start, drawn once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pygame

from game.ui.map.atlas import Atlas, around
from game.ui.map.labels import Label
from game.ui.map.lenses import StateLook, owner
from game.ui.map.picture import render_both
from game.ui.map.relations import Relation
from game.ui.map.terrain import Scene
from game.ui.palette import Colour, state_colours
from game.ui.theme import Theme

__all__ = ["opening_map"]

_MENU = 0.3  # share of the width at the left that the menu covers


def opening_map(
    scenario: Mapping[str, Any], land: Mapping[str, Any]
) -> Callable[[pygame.Surface, Theme], pygame.Surface]:
    """Return what paints a scenario's map (both as parsed JSON) on a surface, clear of the menu at its left.

    It returns a copy of the surface on which the pacts are drawn as well.
    """

    atlas = Atlas.of(land)  # the land as lists is many times larger: it is not kept

    def paint(surface: pygame.Surface, theme: Theme) -> pygame.Surface:
        wide, high = surface.get_size()
        clear = pygame.Rect(round(wide * _MENU), 0, wide - round(wide * _MENU), high)
        scene, labels = _scene(scenario, atlas), _labels(scenario, atlas)
        aim = around([label.at for label in labels])
        return render_both(atlas, surface, scene, theme, labels, _ties(scenario), clear, aim)

    return paint


def _scene(scenario: Mapping[str, Any], atlas: Atlas) -> Scene:
    looks = [StateLook(tint, state["hatch"]) for state, tint in zip(scenario["states"], _tints(scenario), strict=True)]
    codes = [state["code"] for state in scenario["states"]]
    rows = {row["id"]: row for row in scenario["regions"]}
    held = [codes.index(rows[id]["owner"]) for id in atlas.ids]
    core = [codes.index(rows[id]["core"]) for id in atlas.ids]
    wash = owner(looks, held, core)
    return Scene(wash.paint, held, wash.hatch, wash.stripe)


def _tints(scenario: Mapping[str, Any]) -> tuple[Colour, ...]:
    return state_colours([state["colour"] for state in scenario["states"]])


def _labels(scenario: Mapping[str, Any], atlas: Atlas) -> list[Label]:
    capitals = {row["owner"]: atlas.ids.index(row["id"]) for row in scenario["regions"] if row["capital"]}
    labels = []
    for state, tint in zip(scenario["states"], _tints(scenario), strict=True):
        region = capitals[state["code"]]
        x, y = atlas.labels[region].tolist()
        room = float(atlas.radii[region])
        labels.append(Label(state["code"], state["emblem"], tint, (x, y), room))
    return labels


def _ties(scenario: Mapping[str, Any]) -> list[Relation]:
    """Return the pacts alone: behind a menu the other ties are clutter."""
    codes = [state["code"] for state in scenario["states"]]
    pairs = [row["between"] for row in scenario["pacts"]]
    return [Relation("pact", codes.index(one), codes.index(other)) for one, other in pairs]
