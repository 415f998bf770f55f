"""Names on the land and the water: seas in spaced italics, regions once one is close enough to read them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pygame

from game.language import _
from game.ui import palette
from game.ui.map.atlas import Atlas
from game.ui.map.camera import Camera
from game.ui.theme import SEA_LABEL, TINY, Style, Theme

__all__ = ["PlaceNames"]

ROOM = 1.7  # a region's name may be so many radii wide
FROM = 26.0  # logical pixels of radius from which a region is named
CLOSE = 1.6  # times the fitted scale from which regions are named at all
PAD = 6
EDGE = 8  # logical pixels that the name of a sea may reach beyond the clear part of the view
SHIFTS = ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1))

Taken = Callable[[Camera], Sequence[pygame.Rect]]


class _Name(NamedTuple):
    box: pygame.Rect
    picture: pygame.Surface
    whole: bool = False  # left out where a panel would cut it


class PlaceNames:
    """An overlay of sea and region names; gives way to what `taken` reports as covered.

    Names of seas stay within the clear part of the view, or within `clear` where that is given.
    """

    def __init__(self, atlas: Atlas, theme: Theme, taken: Taken, clear: pygame.Rect | None = None) -> None:
        self.atlas = atlas
        self.theme = theme
        self._taken = taken
        self._clear = clear
        self._edge = theme.px(EDGE)
        self._key: tuple[float, tuple[tuple[int, ...], ...]] | None = None
        self._names: list[_Name] = []
        self._wet: tuple[float, list[_Name]] = 0.0, []  # the names of seas on water at a scale

    def draw(self, target: pygame.Surface, camera: Camera, moving: bool) -> None:
        """Draw the names in view; while zooming the last ones, moved along."""
        left, top = camera.corner
        window = camera.window
        names = self._stretched(camera.scale) if moving and self._key else self._layout(camera)
        room = self._clear or camera.clear.inflate(2 * self._edge, 2 * self._edge)
        clear = room.move(left - camera.view.x, top - camera.view.y)
        for name in names:
            if name.box.colliderect(window) and (not name.whole or clear.contains(name.box)):
                target.blit(name.picture, name.box.move(camera.view.x - left, camera.view.y - top))

    def _stretched(self, scale: float) -> list[_Name]:
        ratio = scale / self._key[0] if self._key else 1.0
        found = []
        for name in self._names:
            centre = round(name.box.centerx * ratio), round(name.box.centery * ratio)
            found.append(_Name(name.picture.get_rect(center=centre), name.picture, name.whole))
        return found

    def boxes(self, camera: Camera) -> list[pygame.Rect]:
        """Return what the names cover, in pixels of the scaled map."""
        return [name.box for name in self._layout(camera)]

    def _layout(self, camera: Camera) -> list[_Name]:
        taken = list(self._taken(camera))
        key = (camera.scale, tuple(tuple(box) for box in taken))
        if key == self._key:
            return self._names
        if self._wet[0] != camera.scale:
            self._wet = camera.scale, self._seas(camera.scale)
        names = list(self._wet[1])
        if camera.scale >= CLOSE * camera.fitted:
            names += self._regions(camera.scale)
        self._key, self._names = key, []
        for name in names:
            if name.box.inflate(PAD, PAD).collidelist(taken) < 0:
                self._names.append(name)
                taken.append(name.box)
        return self._names

    def _seas(self, scale: float) -> list[_Name]:
        """Return the names of seas, each by the least shift that brings it wholly onto water; else not at all."""
        found = []
        for sea in self.atlas.seas:
            name = self._name(_(sea.name), SEA_LABEL, palette.SEA_NAME, sea.at, scale)
            wide, high = name.box.size
            boxes = (name.box.move(round(x * wide * 0.25), y * high) for x, y in SHIFTS)
            box = next((box for box in boxes if not self._on_land(box, scale)), None)
            if box is not None:
                found.append(_Name(box, name.picture, True))
        return found

    def _on_land(self, box: pygame.Rect, scale: float) -> bool:
        across = range(box.left, box.right + 1, max(1, box.width // 6))
        return any(self.atlas.is_land(x / scale, box.centery / scale) for x in across)

    def _regions(self, scale: float) -> list[_Name]:
        found = []
        for region, text in enumerate(self.atlas.names):
            radius = float(self.atlas.radii[region]) * scale
            wide = self.theme.type.width(text, TINY)
            if radius >= FROM * self.theme.scale and wide <= ROOM * radius:
                x, y = self.atlas.labels[region]
                found.append(self._name(text, TINY, palette.INK, (float(x), float(y)), scale))
        return found

    def _name(self, text: str, style: Style, shade: palette.Colour, at: tuple[float, float], scale: float) -> _Name:
        picture = self.theme.line(text, style, shade)
        box = picture.get_rect(center=(round(at[0] * scale), round(at[1] * scale)))
        return _Name(box, picture)
