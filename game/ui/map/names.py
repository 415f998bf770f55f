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
SHIFTS = ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1))

Taken = Callable[[Camera], Sequence[pygame.Rect]]


class _Name(NamedTuple):
    box: pygame.Rect
    picture: pygame.Surface


class PlaceNames:
    """An overlay of sea and region names; gives way to what `taken` reports as covered."""

    def __init__(self, atlas: Atlas, theme: Theme, taken: Taken) -> None:
        self.atlas = atlas
        self.theme = theme
        self._taken = taken
        self._key: tuple[float, tuple[tuple[int, ...], ...]] | None = None
        self._names: list[_Name] = []
        self._moved: list[tuple[int, int] | None] = [(0, 0)] * len(atlas.seas)

    def draw(self, target: pygame.Surface, camera: Camera, moving: bool) -> None:
        """Draw the names in view; while zooming only the seas."""
        left, top = camera.corner
        window = camera.window
        for name in self._layout(camera, moving):
            if name.box.colliderect(window):
                target.blit(name.picture, name.box.move(camera.view.x - left, camera.view.y - top))

    def boxes(self, camera: Camera) -> list[pygame.Rect]:
        """Return what the names cover, in pixels of the scaled map."""
        return [name.box for name in self._layout(camera, moving=False)]

    def _layout(self, camera: Camera, moving: bool) -> list[_Name]:
        taken = list(self._taken(camera))
        key = (camera.scale, tuple(tuple(box) for box in taken))
        if key == self._key:
            return self._names
        if not moving:
            self._moved = self._off_land(camera.scale)
        names = self._seas(camera.scale)
        if not moving and camera.scale >= CLOSE * camera.fitted:
            names += self._regions(camera.scale)
        self._key = None if moving else key
        self._names = []
        for name in names:
            if name.box.inflate(PAD, PAD).collidelist(taken) < 0:
                self._names.append(name)
                taken.append(name.box)
        return self._names

    def _off_land(self, scale: float) -> list[tuple[int, int] | None]:
        """Return for each sea the least shift that brings its name wholly onto water; None hides it."""
        found: list[tuple[int, int] | None] = []
        for sea in self.atlas.seas:
            box = self._name(_(sea.name), SEA_LABEL, palette.SEA_NAME, sea.at, scale).box
            shifts = [(round(x * box.width * 0.25), round(y * box.height)) for x, y in SHIFTS]
            free = (shift for shift in shifts if not self._on_land(box.move(shift), scale))
            found.append(next(free, None))
        return found

    def _on_land(self, box: pygame.Rect, scale: float) -> bool:
        across = range(box.left, box.right + 1, max(1, box.width // 6))
        return any(self.atlas.is_land(x / scale, box.centery / scale) for x in across)

    def _seas(self, scale: float) -> list[_Name]:
        names = []
        for sea, shift in zip(self.atlas.seas, self._moved, strict=True):
            name = self._name(_(sea.name), SEA_LABEL, palette.SEA_NAME, sea.at, scale)
            if shift is not None:
                names.append(_Name(name.box.move(shift), name.picture))
        return names

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
