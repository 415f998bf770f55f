"""Paint sea, shelf, land and borders of any box of the map, at twice its size."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.ui import palette
from game.ui.map.atlas import OPEN_SEA, OUT_OF_PLAY, Atlas
from game.ui.map.hatching import striped
from game.ui.map.paths import Paths
from game.ui.map.raster import OVER, Raster
from game.ui.map.relief import Relief
from game.ui.palette import Colour, mix

__all__ = ["Outline", "Scene", "Terrain"]

BORDER = palette.CASING
BACKDROP_LINE = mix(palette.CASING, palette.LAND_IDLE, 0.62)
INNER = 0.42  # share of the border colour in the faint lines inside a state
SHELF_WIDTHS = ((18.0, palette.SHELF), (9.0, palette.SHELF_NEAR))
SHORE_CELL = 8  # the shelf is broad and faint: a coarse coast will do
BORDER_WIDTH, INNER_WIDTH, GRATICULE_WIDTH = 1.5, 1.0, 1.0
HATCH = (9.0, 3.0, 15)  # period, width in pixels, alpha: 6 % of ink
PLAIN_HATCH = (9.0, 4.0, 72)  # where patterns are to be plain
STRIPE = (14.0, 6.0, 210)  # the same for land held by another than its core owner


@dataclass(frozen=True, slots=True)
class Outline:
    """A line around the outer edge of a set of regions."""

    regions: frozenset[int]
    colour: Colour
    width: float = 2.5


@dataclass(frozen=True, slots=True)
class Scene:
    """How the land looks now, one entry a region: fill, owner, hatch angle, stripes of another colour, ruggedness."""

    paint: Sequence[Colour]
    owner: Sequence[int]
    hatch: Sequence[int | None] = ()
    stripe: Sequence[Colour | None] = ()
    outlines: tuple[Outline, ...] = field(default=())
    relief: tuple[float, ...] = ()  # factors of defence, the same for a whole game

    def hatch_of(self, region: int) -> int | None:
        """Return a region's hatch angle; a scene may leave hatches out."""
        return self.hatch[region] if self.hatch else None

    def stripe_of(self, region: int) -> Colour | None:
        """Return the colour of a region's stripes; a scene may leave them out."""
        return self.stripe[region] if self.stripe else None

    def look(self, region: int) -> tuple[object, ...]:
        """Return everything that decides how one region is drawn, apart from its neighbours."""
        rings = tuple((o.colour, o.width) for o in self.outlines if region in o.regions)
        return self.paint[region], self.owner[region], self.hatch_of(region), self.stripe_of(region), rings


class Terrain:
    """Painters over one atlas; `under` keeps what never changes with a scene, `hatching` the hatches."""

    def __init__(self, atlas: Atlas, scene: Scene, pixel: float = 1.0) -> None:
        self.atlas = atlas
        self.scene = scene
        self.pixel = pixel
        self._fills = Paths([path for region in atlas.fills for path in region])
        self._region = [r for r, region in enumerate(atlas.fills) for _ in region]
        self._lines = Paths([border.points for border in atlas.borders])
        shores = [border.points for border in atlas.borders if border.right == OPEN_SEA]
        self._shores = Paths(shores, coarse=SHORE_CELL)
        self._backdrop = Paths(atlas.backdrop)
        self._graticule = Paths(atlas.graticule)
        self._relief: tuple[tuple[float, ...], Relief] | None = None
        self.under = Raster(self._paint_under)
        self.hatching = Raster(self._paint_hatches, clear=palette.INK, over=1)
        self.land = Raster(self._paint_land, glaze=self._glaze)

    def scale_to(self, scale: float) -> None:
        """Round all points for a scale; the rasters are then to be reset."""
        for paths in (self._fills, self._lines, self._shores, self._backdrop, self._graticule):
            paths.scale_to(scale)

    def reset(self, area: pygame.Rect, first: pygame.Rect) -> None:
        """Take another area; draw its part `first` now."""
        self.under.reset(_around(area), _around(first))
        if self.scene.hatch:
            self.hatching.reset(area, first)
        self.land.reset(area, first)

    def redraw(self, box: pygame.Rect, sea: bool = True, hatches: bool = True) -> None:
        """Draw all of one box; what has not changed may be left out."""
        if sea:
            self.under.redraw(_around(box))
        if hatches and self.scene.hatch:
            if self.hatching.area != self.land.area:  # no scene had hatches for a while
                self.hatching.reset(self.land.area, pygame.Rect(self.land.area.topleft, (0, 0)))
            self.hatching.redraw(box)
        self.land.redraw(box)

    def place(self, area: pygame.Rect) -> None:
        """Move on: shift the pictures and draw the strips laid open."""
        self.under.place(_around(area))
        if self.scene.hatch:
            self.hatching.place(area)
        self.land.place(area)

    def width(self, pixels: float) -> int:
        """Return a line width on the supersampled picture."""
        return max(1, round(pixels * self.pixel * OVER))

    def rough(self, target: pygame.Surface, scale: float, corner: tuple[int, int]) -> None:
        """Fill all land on `target` at 1 : 1, no lines: for the rim while zooming out."""
        target.fill(palette.SEA)
        left, top = corner
        for ring in self.atlas.backdrop:
            pygame.draw.polygon(target, palette.LAND_IDLE, (ring * scale - (left, top)).tolist())
        for region, paths in enumerate(self.atlas.fills):
            for path in paths:
                pygame.draw.polygon(target, self.scene.paint[region], (path * scale - (left, top)).tolist())

    def _paint_under(self, big: pygame.Surface, box: pygame.Rect) -> None:
        big.fill(palette.SEA)
        for _, points in self._graticule.within(box, 2):
            pygame.draw.lines(big, palette.GRATICULE, False, points, self.width(GRATICULE_WIDTH))
        for width, colour in SHELF_WIDTHS:
            self._paint_shelf(big, box, self.width(width), colour)
        for ring in self._backdrop.touching(box, 2):
            if points := self._backdrop.polygon(ring, box):
                pygame.draw.polygon(big, palette.LAND_IDLE, points)
        for _, points in self._backdrop.within(box, 2):
            pygame.draw.lines(big, BACKDROP_LINE, True, points, self.width(BORDER_WIDTH))

    def _paint_shelf(self, big: pygame.Surface, box: pygame.Rect, width: int, colour: Colour) -> None:
        for _, points in self._shores.within(box, width):
            _round_line(big, colour, points, width)

    def _paint_hatches(self, big: pygame.Surface, box: pygame.Rect) -> None:
        period, width, alpha = PLAIN_HATCH if palette.patterned() else HATCH
        size = round(period * self.pixel), round(width * self.pixel), alpha
        for region, polygons in self._polygons(box).items():
            angle = self.scene.hatch_of(region)
            if angle is not None:
                plain = [[(x // OVER, y // OVER) for x, y in points] for points in polygons]
                striped(big, plain, box.topleft, palette.INK, angle, size)

    def _paint_land(self, big: pygame.Surface, box: pygame.Rect) -> None:
        pygame.transform.scale(self.under.part(box), big.get_size(), big)
        regions = self._polygons(box)
        for region, polygons in regions.items():
            for points in polygons:
                pygame.draw.polygon(big, self.scene.paint[region], points)
        for region, polygons in regions.items():
            self._paint_stripes(big, box, region, polygons)
        self._paint_borders(big, box)
        for outline in self.scene.outlines:
            self._paint_outline(big, box, outline)

    def _polygons(self, box: pygame.Rect) -> dict[int, list[list[list[int]]]]:
        found: dict[int, list[list[list[int]]]] = {}
        for path in self._fills.touching(box, 2):
            if points := self._fills.polygon(path, box):
                found.setdefault(self._region[path], []).append(points)
        return found

    def _paint_stripes(
        self, big: pygame.Surface, box: pygame.Rect, region: int, polygons: list[list[list[int]]]
    ) -> None:
        colour = self.scene.stripe_of(region)
        if colour is not None:
            period, width, alpha = STRIPE
            size = self.width(period), self.width(width), alpha
            striped(big, polygons, (box.x * OVER, box.y * OVER), colour, 45, size)

    def _paint_borders(self, big: pygame.Surface, box: pygame.Rect) -> None:
        owner, paint = self.scene.owner, self.scene.paint
        outer: list[list[list[int]]] = []
        for line, points in self._lines.within(box, 4):
            border = self.atlas.borders[line]
            if border.left == OUT_OF_PLAY:
                continue
            if border.right >= 0 and owner[border.left] == owner[border.right]:
                faint = mix(BORDER, paint[border.left], INNER)
                pygame.draw.lines(big, faint, False, points, self.width(INNER_WIDTH))
            else:
                outer.append(points)
        for points in outer:
            pygame.draw.lines(big, BORDER, False, points, self.width(BORDER_WIDTH))

    def _paint_outline(self, big: pygame.Surface, box: pygame.Rect, outline: Outline) -> None:
        width = self.width(outline.width)
        for line in self._lines.touching(box, width):
            border = self.atlas.borders[line]
            if (border.left in outline.regions) != (border.right in outline.regions):
                _round_line(big, outline.colour, self._lines.points(line, box), width)

    def _glaze(self, picture: pygame.Surface, box: pygame.Rect) -> None:
        if self.scene.hatch:
            picture.blit(self.hatching.part(box), (0, 0))
        if self.scene.relief:
            self.relief.paint(picture, box, self._fills.scale, self.pixel)

    @property
    def relief(self) -> Relief:
        """The marks of rugged land, made with the first scene that has any."""
        if self._relief is None or self._relief[0] != self.scene.relief:
            self._relief = self.scene.relief, Relief(self.atlas, self.scene.relief)
        return self._relief[1]


def _around(area: pygame.Rect) -> pygame.Rect:
    """The underlay is kept a little larger: boxes are drawn with a rim."""
    return area.inflate(16, 16)


def _round_line(target: pygame.Surface, colour: Colour, points: list[list[int]], width: int) -> None:
    pygame.draw.lines(target, colour, False, points, width)
    for point in points:
        pygame.draw.circle(target, colour, point, width // 2)
