"""State emblems with code pills that never cover each other: each takes the first free place near its state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import pygame

from game.ui import palette, shapes
from game.ui.map.camera import Camera
from game.ui.palette import Colour
from game.ui.theme import CODE, ROW, Theme

__all__ = ["Label", "Labels", "Placed"]

FULL, SMALL = 46.0, 26.0  # roundel sizes
CROWD = 14  # states from which the roundels follow the size of the land
HALO = 4.0  # dark rim around a roundel
GAP = 3.0  # between roundel and pill
PILL, PILL_PAD = 26.0, 10.0
BAR_WIDTH, BAR_GAP, BAR_HIGH = 4.0, 2.0, 14.0
BARS = 5
BAR_OFF = palette.colour("#33434F")
LEADER = 0.55  # of a roundel: moved further than this, a line leads back to the place meant


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at a state: emblem, code, an optional value with a meter of five bars, or a word."""

    code: str
    emblem: str
    colour: Colour
    at: tuple[float, float]  # in map units
    room: float = 40.0  # radius of the land there, map units
    value: str = ""
    bars: int | None = None
    first: float = 0.0  # those with more choose their place first


class Placed(NamedTuple):
    """Where a label ended up, in pixels of the scaled map; without `pill` there was no room for one."""

    state: int
    disc: pygame.Rect
    pill: pygame.Rect | None
    anchor: tuple[int, int]


class Labels:
    """Lay out and draw the labels of all states; an overlay of the map, and the anchors of its lines."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.version = 0
        self._labels: tuple[Label | None, ...] = ()
        self._placed: dict[int, Placed] = {}
        self._key: tuple[float, int] = (0.0, -1)

    def show(self, labels: Sequence[Label | None]) -> None:
        """Take the labels, one a state; None for a state that is no more."""
        if tuple(labels) != self._labels:
            self._labels = tuple(labels)
            self.version += 1

    def placed(self, camera: Camera) -> dict[int, Placed]:
        """Return the places at the camera's scale, by state; states without room are missing."""
        key = (camera.scale, self.version)
        if key != self._key:
            self._key, self._placed = key, self._layout(camera.scale)
        return self._placed

    def spot(self, state: int, camera: Camera) -> tuple[float, float, float] | None:
        """Return centre and radius of a state's roundel in pixels of the scaled map; a bare point if hidden."""
        found = self.placed(camera).get(state)
        if found:
            return (*found.disc.center, found.disc.width / 2)
        label = self._labels[state] if state < len(self._labels) else None
        return (label.at[0] * camera.scale, label.at[1] * camera.scale, 0.0) if label else None

    def rects(self, camera: Camera) -> list[pygame.Rect]:
        """Return all that is covered, in pixels of the scaled map."""
        return [box for placed in self.placed(camera).values() for box in (placed.disc, placed.pill) if box]

    def state_at(self, position: tuple[int, int], camera: Camera) -> int | None:
        """Return the state whose emblem or pill is under a pixel of the window."""
        if not camera.view.collidepoint(position):
            return None
        x, y = position[0] - camera.view.x + camera.corner[0], position[1] - camera.view.y + camera.corner[1]
        for placed in self.placed(camera).values():
            if placed.disc.collidepoint(x, y) or (placed.pill and placed.pill.collidepoint(x, y)):
                return placed.state
        return None

    def draw(self, target: pygame.Surface, camera: Camera, moving: bool) -> None:
        """Draw all labels that are in view; while zooming they keep their places beside what they mean."""
        left, top = camera.corner
        move = camera.view.x - left, camera.view.y - top
        window = camera.window.inflate(200, 200)
        places = self._stretched(camera.scale) if moving and self._placed else list(self.placed(camera).values())
        shown = [placed for placed in places if window.collidepoint(placed.disc.center)]
        for placed in shown:
            self._lead(target, placed, move)
        for placed in shown:
            label = self._labels[placed.state]
            if label:
                self._draw(target, label, placed, move)

    def _stretched(self, scale: float) -> list[Placed]:
        """Return the places of the last layout, each moved along with its state."""
        found = []
        for placed in self._placed.values():
            label = self._labels[placed.state]
            if label:
                anchor = round(label.at[0] * scale), round(label.at[1] * scale)
                by = anchor[0] - placed.anchor[0], anchor[1] - placed.anchor[1]
                found.append(Placed(placed.state, placed.disc.move(by), placed.pill and placed.pill.move(by), anchor))
        return found

    def _draw(self, target: pygame.Surface, label: Label, placed: Placed, move: tuple[int, int]) -> None:
        px = self.theme.px
        disc = placed.disc.move(move)
        target.blit(shapes.disc(disc.width, (*palette.CASING, 165)), disc)
        size = (disc.width - 2 * px(HALO)) / self.theme.scale
        emblem = self.theme.roundel(label.emblem, label.code, label.colour, size)
        target.blit(emblem, emblem.get_rect(center=disc.center))
        if placed.pill:
            pill = _pill(self.theme.scale, self.theme.larger, label.code, label.value, label.bars)
            target.blit(pill, placed.pill.move(move))

    def _lead(self, target: pygame.Surface, placed: Placed, move: tuple[int, int]) -> None:
        middle = pygame.Vector2(placed.disc.center)
        if middle.distance_to(placed.anchor) > LEADER * placed.disc.width:
            start, end = [(x + move[0], y + move[1]) for x, y in (placed.disc.center, placed.anchor)]
            pygame.draw.line(target, palette.CASING, start, end, self.theme.px(4))
            pygame.draw.line(target, palette.INK_SECOND, start, end, self.theme.px(1.5))
            pygame.draw.circle(target, palette.INK_SECOND, end, self.theme.px(2.5))

    def _layout(self, scale: float) -> dict[int, Placed]:
        taken: list[pygame.Rect] = []
        found: dict[int, Placed] = {}
        order = sorted(
            (state for state, label in enumerate(self._labels) if label),
            key=lambda state: (-self._first(state), state),
        )
        for state in order:
            for placed in self._candidates(state, scale):
                boxes = [placed.disc, placed.pill] if placed.pill else [placed.disc]
                if all(box.collidelist(taken) < 0 for box in boxes):
                    found[state] = placed
                    taken += boxes
                    break
        return found

    def _first(self, state: int) -> float:
        label = self._labels[state]
        return label.first if label else 0.0

    def _candidates(self, state: int, scale: float) -> Iterator[Placed]:
        """Yield places from best to worst: with a pill near by, with one further off, a small disc alone."""
        label = self._labels[state]
        if label is None:
            return
        px = self.theme.px
        anchor = round(label.at[0] * scale), round(label.at[1] * scale)
        wanted = FULL
        if sum(1 for other in self._labels if other) > CROWD:
            wanted = min(FULL, max(SMALL, 1.2 * label.room * scale / self.theme.scale))
        wide = _pill_width(self.theme, label)
        for size, with_pill, reach in (
            (wanted, True, 1.1),
            (SMALL, True, 1.4),
            (wanted, False, 0.6),
            (SMALL, False, 1.6),
        ):
            side = px(size) + 2 * px(HALO)
            for x, y in _around(reach * side):
                disc = pygame.Rect(0, 0, side, side)
                disc.center = anchor[0] + x, anchor[1] + y
                pills = _beside(disc, wide, px(PILL), px(GAP)) if with_pill else (None,)
                for pill in pills:
                    yield Placed(state, disc, pill, anchor)


def _around(reach: float) -> Iterator[tuple[int, int]]:
    yield 0, 0
    for share in (0.35, 0.7, 1.0):
        for x, y in ((0, -1), (0, 1), (-1, 0), (1, 0), (-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7), (0.7, 0.7)):
            yield round(x * reach * share), round(y * reach * share)


def _beside(disc: pygame.Rect, wide: int, high: int, gap: int) -> tuple[pygame.Rect, ...]:
    """Return the places of a pill: below its roundel, right, left, above."""
    pill = pygame.Rect(0, 0, wide, high)
    return (
        pill.move(disc.centerx - wide // 2, disc.bottom + gap),
        pill.move(disc.right + gap, disc.centery - high // 2),
        pill.move(disc.left - gap - wide, disc.centery - high // 2),
        pill.move(disc.centerx - wide // 2, disc.top - gap - high),
    )


def _pill_width(theme: Theme, label: Label) -> int:
    return _pill(theme.scale, theme.larger, label.code, label.value, label.bars).get_width()


@lru_cache(maxsize=1024)
def _pill(scale: float, larger: float, code: str, value: str, bars: int | None) -> pygame.Surface:
    """Draw a dark pill: code, value, meter."""
    theme = _theme(scale, larger)
    px = theme.px
    parts = [theme.line(code, CODE, palette.INK)]
    if value:
        parts.append(theme.line(value, ROW, palette.INK))
    if bars is not None:
        parts.append(_meter(theme, bars))
    wide = sum(part.get_width() for part in parts) + px(6) * (len(parts) - 1) + 2 * px(PILL_PAD)
    pill = pygame.Surface((wide, px(PILL)), pygame.SRCALPHA)
    shapes.rounded(pill, pill.get_rect(), (*palette.DEEP, 255), px(PILL / 2))
    pill.fill((255, 255, 255, 228), special_flags=pygame.BLEND_RGBA_MULT)
    x = px(PILL_PAD)
    for part in parts:
        pill.blit(part, (x, (pill.get_height() - part.get_height()) // 2))
        x += part.get_width() + px(6)
    return pill


@lru_cache(maxsize=8)
def _theme(scale: float, larger: float) -> Theme:
    return Theme(scale, larger)


def _meter(theme: Theme, bars: int) -> pygame.Surface:
    px = theme.px
    pitch = px(BAR_WIDTH) + px(BAR_GAP)
    meter = pygame.Surface((pitch * BARS - px(BAR_GAP), px(BAR_HIGH)), pygame.SRCALPHA)
    for bar in range(BARS):
        high = px(BAR_HIGH * (0.35 + 0.65 * bar / (BARS - 1)))
        shade = palette.FEAR[-1] if bar < bars else BAR_OFF
        meter.fill(shade, (bar * pitch, px(BAR_HIGH) - high, px(BAR_WIDTH), high))
    return meter
