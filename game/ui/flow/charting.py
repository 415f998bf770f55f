"""What a view says of the map: land by owner, emblems at capitals, ties as lines; public columns only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from game.ui import palette
from game.ui.flow.faces import Face
from game.ui.map.atlas import Atlas
from game.ui.map.labels import Label
from game.ui.map.lenses import StateLook, owner
from game.ui.map.relations import Relation
from game.ui.map.terrain import Outline, Scene
from game.view import View
from game.world import Bools

__all__ = ["emblems", "land", "ties"]

_MUTUAL = ("war", "pact", "trade", "nonaggression")


def land(view: View, faces: Sequence[Face], lit: Sequence[int] = ()) -> Scene:
    """Colour the land by owner; the land of `lit` states has the accent around it."""
    held, core = view.owner.tolist(), view.core.tolist()
    wash = owner([StateLook(face.colour, face.hatch) for face in faces], held, core)
    rings = tuple(
        Outline(frozenset(region for region, state in enumerate(held) if state == each), palette.ACCENT)
        for each in lit
        if each in held
    )
    return Scene(wash.paint, held, wash.hatch, wash.stripe, rings, tuple(view.terrain.tolist()))


def emblems(view: View, faces: Sequence[Face], atlas: Atlas) -> list[Label | None]:
    """Put each living state's emblem at its capital, or at its largest region."""
    labels: list[Label | None] = []
    for state, face in enumerate(faces):
        region = _seat_of(view, state, atlas)
        if region is None:
            labels.append(None)
            continue
        x, y = atlas.labels[region].tolist()
        room = float(atlas.radii[region])
        labels.append(Label(face.code, face.emblem, face.colour, (x, y), room, first=float(view.wealth[region])))
    return labels


def _seat_of(view: View, state: int, atlas: Atlas) -> int | None:
    held = np.flatnonzero(view.owner == state)
    if not view.alive[state] or not held.size:
        return None
    capital = int(view.capital[state])
    return capital if capital >= 0 else int(held[np.argmax(atlas.areas[held])])


def ties(view: View, kinds: Sequence[str] = ("war", "pact", "guarantee", "sanction", "demand")) -> list[Relation]:
    """Give the ties of these kinds that are in force."""
    return [relation for kind in kinds for relation in _of_kind(view, kind)]


def _of_kind(view: View, kind: str) -> Iterator[Relation]:
    if kind in _MUTUAL:
        mask: Bools = np.triu(getattr(view, kind))
    elif kind == "guarantee":
        mask = view.guarantee & ~view.pact
    else:
        mask = getattr(view, kind) > 0
    for one, other in np.argwhere(mask).tolist():
        yield Relation(kind, one, other)
