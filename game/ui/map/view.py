"""The map on screen: camera, kept pictures, mouse and keys; told what to show as plain data."""

from collections.abc import Callable
from typing import Protocol

import pygame

from game.ui import palette
from game.ui.map.atlas import Atlas, Box
from game.ui.map.camera import Camera
from game.ui.map.hand import Hand, Heard
from game.ui.map.raster import MARGIN, area_around
from game.ui.map.terrain import Scene, Terrain

__all__ = ["Heard", "MapView", "Overlay"]

NOTCH = 1.2  # zoom of one notch of the wheel, or one press of plus
REST = 100  # milliseconds without wheel before the picture is drawn sharp again
MOST = 0.8  # share of the picture from which it is drawn as one box
OUTLINE_PAD = 6  # pixels that lines reach beyond a region


class Overlay(Protocol):
    """Something drawn over the land, placed by the camera; `moving` while the view is being zoomed."""

    def draw(self, target: pygame.Surface, camera: Camera, moving: bool) -> None:
        """Draw on the whole window."""


class MapView:
    """Show an atlas in a rectangle of the window; overlays are drawn in the order of `overlays`."""

    def __init__(
        self,
        atlas: Atlas,
        rect: pygame.Rect,
        clear: pygame.Rect | None = None,
        pixel: float = 1.0,
        clock: Callable[[], int] = pygame.time.get_ticks,
        rim: int = MARGIN,
    ) -> None:
        """Take the rim in pixels to keep around the view for pans; 0 for a picture drawn once."""
        self.atlas = atlas
        self.camera = Camera(atlas.page, rect, clear, atlas.bleed)
        plain = Scene([palette.LAND_IDLE] * atlas.count, [0] * atlas.count)
        self.terrain = Terrain(atlas, plain, pixel)
        self.overlays: list[Overlay] = []
        self._clock = clock
        self._rim = rim
        self._wheeled: int | None = None
        self._sharp = 0.0
        self._stale = False
        self._solid = pygame.Rect(0, 0, 0, 0)  # of the kept picture: drawn for certain, though more is owed
        self._owed: list[tuple[pygame.Rect, bool | None]] = []
        self.hand = Hand(self.camera, self.zoom_at)

    @property
    def scene(self) -> Scene:
        """What is shown now."""
        return self.terrain.scene

    @property
    def moving(self) -> bool:
        """Whether the picture is a scaled one, to be drawn sharp when the wheel rests."""
        return self._stale or self.camera.scale != self._sharp

    @property
    def busy(self) -> bool:
        """Whether `tick` still has something to do, so that frames should keep coming."""
        return self._wheeled is not None or bool(self._owed)

    def resize(self, rect: pygame.Rect, clear: pygame.Rect | None = None, pixel: float | None = None) -> None:
        """Take another rectangle (and size of a logical pixel), the same place in the middle."""
        home, middle = self.camera.at_home, self.camera.to_map(self.camera.clear.center)
        ratio = self.camera.scale / self.camera.fitted
        self.camera.frame(rect, clear)
        self.camera.scale = self.camera.fitted * ratio
        self.camera.centre(*middle)
        if home:
            self.camera.fit()
        self.terrain.pixel = self.terrain.pixel if pixel is None else pixel
        self._sharp, self._stale = 0.0, True

    def show(self, scene: Scene) -> None:
        """Take new colours, owners, outlines: redraws only what differs, what is in view at once."""
        before, self.terrain.scene = self.terrain.scene, scene
        if self.moving:
            self._stale = True
            return
        changed = [r for r in range(self.atlas.count) if before.look(r) != scene.look(r)]
        hatched = any(before.hatch_of(r) != scene.hatch_of(r) for r in changed)
        area = self.terrain.land.area
        boxes = _merged([self._box(r).clip(area) for r in changed])
        if sum(map(_size, boxes)) > MOST * _size(area):
            boxes = [area]
        for box in boxes:
            self._redraw(box.clip(self.camera.window), hatched)
            self._owed += [(rest, hatched) for rest in _around(self.camera.window, box)]

    def region_at(self, position: tuple[int, int]) -> int | None:
        """Return the region under a pixel of the window; None for water, other land, or outside the view."""
        if not self.camera.view.collidepoint(position):
            return None
        return self.atlas.region_at(*self.camera.to_map(position))

    def handle(self, event: pygame.event.Event) -> Heard:
        """Answer one event in pixels of the window; see `Hand`."""
        return self.hand.handle(event)

    def tick(self) -> bool:
        """Call every frame: when the wheel has rested, say that the picture is to be drawn again, sharp."""
        if self._wheeled is None:
            self._work()
            return False
        if self._clock() - self._wheeled < REST:
            return False
        self._wheeled = None
        return self.moving

    def draw(self, target: pygame.Surface) -> None:
        """Draw the land and all overlays into the view."""
        clip = target.get_clip()
        target.set_clip(self.camera.view.clip(clip) if clip else self.camera.view)
        moving = self.moving and self._wheeled is not None
        if moving and self._sharp:
            self._draw_scaled(target)
        else:
            self._sharpen()
            self.terrain.land.show(target, self.camera.window, self.camera.view.topleft)
        for overlay in self.overlays:
            overlay.draw(target, self.camera, moving)
        target.set_clip(clip)

    def aim(self, box: Box, core: Box | None = None) -> None:
        """Let a fitted view (Home) show this box of map units from now on, the core at any rate, and show it."""
        self.camera.page, self.camera.core = box, core
        self.camera.fit()

    def let_go(self) -> None:
        """Free the pictures at once, which would else wait for Python to find that nobody needs the view."""
        self.overlays.clear()
        for raster in (self.terrain.under, self.terrain.hatching, self.terrain.land):
            raster.drop()
        self._stale = True

    def home(self) -> None:
        """Show the whole page, or what `aim` set in its place."""
        self.camera.fit()

    def zoom_at(self, steps: float, at: tuple[int, int] | None = None) -> bool:
        """Zoom by so many notches about a pixel of the window, or the middle; say whether anything changed."""
        about = at if at and self.camera.view.collidepoint(at) else self.camera.clear.center
        if not self.camera.zoom(NOTCH**steps, about):
            return False
        self._wheeled = self._clock()
        return True

    def _sharpen(self) -> None:
        window, area = self.camera.window, self.terrain.land.area
        whole = window.inflate(2 * self._rim, 2 * self._rim)
        if self.moving or area.size != whole.size or not area.contains(window):
            self._sharp, self._stale, self._wheeled = self.camera.scale, False, None
            self.terrain.scale_to(self._sharp)
            self.terrain.reset(whole, window)
            self._solid = window
            self._owed = [(rest, None) for rest in _around(window, whole)]
            return
        self.terrain.place(area_around(window, area, self._rim))
        for owed in [owed for owed in self._owed if owed[0].colliderect(window)]:
            self._owed.remove(owed)
            self._redraw(*owed)

    def _work(self) -> None:
        """Draw one piece of what is kept beyond the view."""
        if self._owed and not self.moving:
            self._redraw(*self._owed.pop())

    def _redraw(self, box: pygame.Rect, hatched: bool | None) -> None:
        """Draw a box: the land, its hatches too, or (None) the sea as well."""
        self.terrain.redraw(box, sea=hatched is None, hatches=hatched is not False)

    def _draw_scaled(self, target: pygame.Surface) -> None:
        """Stretch what is kept; where it does not reach while zooming out, fill the land roughly."""
        view, ratio = self.camera.view, self.camera.scale / self._sharp
        land, (left, top) = self.terrain.land, self.camera.corner
        drawn = self._solid.clip(land.area) if self._owed else land.area
        kept = pygame.Rect(
            view.x + round(drawn.x * ratio) - left,
            view.y + round(drawn.y * ratio) - top,
            round(drawn.width * ratio),
            round(drawn.height * ratio),
        )
        if not kept.contains(view):
            self.terrain.rough(target.subsurface(view), self.camera.scale, (left, top))
        shown = kept.clip(view)
        if shown.width <= 0 or shown.height <= 0:
            return
        source = pygame.Rect(
            drawn.x + int((shown.x - kept.x) / ratio),
            drawn.y + int((shown.y - kept.y) / ratio),
            max(1, round(shown.width / ratio)),
            max(1, round(shown.height / ratio)),
        ).clip(drawn)
        pygame.transform.scale(land.part(source), shown.size, target.subsurface(shown))

    def _box(self, region: int) -> pygame.Rect:
        left, top, right, bottom = self.atlas.bounds[region] * self.camera.scale
        box = pygame.Rect(int(left), int(top), int(right - left) + 2, int(bottom - top) + 2)
        pad = round(OUTLINE_PAD * max(1.0, self.terrain.pixel))
        return box.inflate(2 * pad, 2 * pad)


def _merged(boxes: list[pygame.Rect]) -> list[pygame.Rect]:
    """Unite boxes that overlap so much that drawing them together costs less."""
    kept: list[pygame.Rect] = []
    for box in boxes:
        joined = box
        for other in list(kept):
            union = joined.union(other)
            if union.width * union.height <= 1.2 * (_size(joined) + _size(other)):
                kept.remove(other)
                joined = union
        kept.append(joined)
    return kept


def _around(hole: pygame.Rect, box: pygame.Rect) -> list[pygame.Rect]:
    """Cut a box into the pieces that lie outside a hole."""
    inner = box.clip(hole)
    if not _size(inner):
        return [box] if _size(box) else []
    pieces = (
        (box.left, box.top, box.width, inner.top - box.top),
        (box.left, inner.bottom, box.width, box.bottom - inner.bottom),
        (box.left, inner.top, inner.left - box.left, inner.height),
        (inner.right, inner.top, box.right - inner.right, inner.height),
    )
    return [pygame.Rect(piece) for piece in pieces if piece[2] > 0 and piece[3] > 0]


def _size(box: pygame.Rect) -> int:
    return box.width * box.height
