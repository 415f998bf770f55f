"""Flat shapes with clean edges in physical pixels: boxes, discs, rings, arcs, dashes, hatches, gradients."""

import math
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui.palette import Colour, Paint

__all__ = ["arc", "dashed_ring", "disc", "gradient", "hatch", "rounded", "stroke"]

_OVER = 4  # supersampling of small shapes
_Point = tuple[float, float]


def rounded(
    target: pygame.Surface,
    box: pygame.Rect,
    fill: Paint | None,
    radius: int = 0,
    border: Colour | None = None,
    width: int = 1,
) -> None:
    """Draw a rounded box with smooth corners straight on `target`; a fill with four parts is translucent."""
    if box.width <= 0 or box.height <= 0:
        return
    radius = max(0, min(radius, box.width // 2, box.height // 2))
    if fill is None or len(fill) == 4:
        target.blit(_whole(box.size, fill, radius, border, width), box)
        return
    _nine(target, box, fill, radius, border, width)


def _nine(
    target: pygame.Surface,
    box: pygame.Rect,
    fill: Paint,
    radius: int,
    border: Colour | None,
    width: int,
) -> None:
    edge = border or fill
    thick = width if border else 0
    target.fill(edge, (box.x + radius, box.y, box.width - 2 * radius, box.height))
    target.fill(edge, (box.x, box.y + radius, box.width, box.height - 2 * radius))
    if thick:
        inside = box.inflate(-2 * thick, -2 * thick)
        target.fill(fill, (box.x + radius, inside.y, box.width - 2 * radius, inside.height))
        target.fill(fill, (inside.x, box.y + radius, inside.width, box.height - 2 * radius))
    if not radius:
        return
    corner = _corner(radius, fill, border, thick)
    right, low = box.right - radius, box.bottom - radius
    for index, place in enumerate(((box.x, box.y), (right, box.y), (right, low), (box.x, low))):
        # a corner covers the square that the two fills above leave open, but for the border's own overlap
        target.blit(corner[index], place)


@lru_cache(maxsize=512)
def _corner(radius: int, fill: Paint, border: Colour | None, width: int) -> tuple[pygame.Surface, ...]:
    edge = border or fill
    side = radius * _OVER
    big = pygame.Surface((side, side), pygame.SRCALPHA)
    big.fill((*edge[:3], 0))
    pygame.draw.circle(big, edge, (side, side), side)
    if border and radius > width:
        pygame.draw.circle(big, fill, (side, side), side - width * _OVER)
    small = pygame.transform.smoothscale(big, (radius, radius))
    return tuple(pygame.transform.rotate(small, -90 * turn) for turn in range(4))


@lru_cache(maxsize=64)
def _whole(
    size: tuple[int, int],
    fill: Paint | None,
    radius: int,
    border: Colour | None,
    width: int,
) -> pygame.Surface:
    surface = pygame.Surface(size, pygame.SRCALPHA)
    inner = fill if fill is not None else (*(border or (0, 0, 0)), 0)
    surface.fill((*inner[:3], 0))
    box = surface.get_rect()
    cut = pygame.Surface(size, pygame.SRCALPHA)
    if fill is not None:
        _nine(surface, box, (*fill[:3], 255), radius, None, 0)
        cut.fill((255, 255, 255, fill[3] if len(fill) == 4 else 255))
        surface.blit(cut, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    if border:
        surface.blit(_outline(size, radius, border, width), (0, 0))
    return surface


def _outline(size: tuple[int, int], radius: int, border: Colour, width: int) -> pygame.Surface:
    line = pygame.Surface(size, pygame.SRCALPHA)
    line.fill((*border, 0))
    _nine(line, line.get_rect(), (*border, 255), radius, None, 0)
    inside = line.get_rect().inflate(-2 * width, -2 * width)
    if inside.width > 0 and inside.height > 0:
        hole = pygame.Surface(inside.size, pygame.SRCALPHA)
        _nine(hole, hole.get_rect(), (255, 255, 255, 255), max(0, radius - width), None, 0)
        line.blit(hole, inside, special_flags=pygame.BLEND_RGBA_SUB)
        line.fill((*border, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return line


@lru_cache(maxsize=256)
def disc(size: int, fill: Paint, border: Colour | None = None, width: int = 0) -> pygame.Surface:
    """Return a smooth disc `size` pixels across, with an optional ring inside its edge."""
    side = max(1, size) * _OVER
    big = pygame.Surface((side, side), pygame.SRCALPHA)
    edge = border or fill
    big.fill((*edge[:3], 0))
    pygame.draw.circle(big, edge, (side / 2, side / 2), side / 2)
    if border and width:
        pygame.draw.circle(big, fill, (side / 2, side / 2), side / 2 - width * _OVER)
    return pygame.transform.smoothscale(big, (max(1, size), max(1, size)))


@lru_cache(maxsize=64)
def dashed_ring(size: int, shade: Colour, width: int, dash: float, gap: float) -> pygame.Surface:
    """Return a dashed circle line `size` pixels across; dash and gap in pixels along the line."""
    side = max(1, size) * _OVER
    big = pygame.Surface((side, side), pygame.SRCALPHA)
    big.fill((*shade, 0))
    middle, radius = side / 2, side / 2 - width * _OVER / 2
    around = 2 * math.pi * radius / _OVER
    count = max(1, round(around / (dash + gap)))
    for index in range(count):
        start = 2 * math.pi * index / count
        _band(
            big,
            (middle, middle),
            radius,
            width * _OVER,
            start,
            start + 2 * math.pi / count * dash / (dash + gap),
            shade,
        )
    return pygame.transform.smoothscale(big, (max(1, size), max(1, size)))


@lru_cache(maxsize=8)
def arc(size: int, width: int, share: float, shade: Colour) -> pygame.Surface:
    """Return a ring's part from the top clockwise, `share` (0..1) of it, with round ends."""
    over = 3
    side = size * over
    big = pygame.Surface((side, side), pygame.SRCALPHA)
    big.fill((*shade, 0))
    if share > 0:
        middle, radius, thick = side / 2, (size - width) / 2 * over, width * over
        start, stop = -math.pi / 2, -math.pi / 2 + 2 * math.pi * min(1.0, share)
        _band(big, (middle, middle), radius, thick, start, stop, shade)
        for angle in (start, stop):
            end = (middle + radius * math.cos(angle), middle + radius * math.sin(angle))
            pygame.draw.circle(big, shade, end, thick / 2)
    return pygame.transform.smoothscale(big, (size, size))


def _band(
    target: pygame.Surface,
    middle: _Point,
    radius: float,
    width: float,
    start: float,
    stop: float,
    shade: Colour,
) -> None:
    steps = max(2, math.ceil(abs(stop - start) * 40))
    angles = [start + (stop - start) * step / steps for step in range(steps + 1)]
    x, y = middle
    outer = [(x + (radius + width / 2) * math.cos(a), y + (radius + width / 2) * math.sin(a)) for a in angles]
    inner = [(x + (radius - width / 2) * math.cos(a), y + (radius - width / 2) * math.sin(a)) for a in angles]
    pygame.draw.polygon(target, shade, outer + inner[::-1])


@lru_cache(maxsize=64)
def hatch(size: tuple[int, int], shade: Paint, angle: int, line: int, every: int) -> pygame.Surface:
    """Return parallel stripes on a clear ground: `line` pixels in every `every`, turned `angle` degrees."""
    over = 2
    wide, high = size[0] * over, size[1] * over
    big = pygame.Surface((wide, high), pygame.SRCALPHA)
    big.fill((*shade[:3], 0))
    turn = math.radians(angle)
    along, across = (math.cos(turn), -math.sin(turn)), (math.sin(turn), math.cos(turn))
    reach = math.hypot(wide, high)
    for step in range(-int(reach // (every * over)) - 1, int(reach // (every * over)) + 2):
        x, y = wide / 2 + across[0] * step * every * over, high / 2 + across[1] * step * every * over
        _slab(big, (x, y), along, across, reach, line * over, shade)
    return pygame.transform.smoothscale(big, size)


def _slab(
    target: pygame.Surface,
    at: _Point,
    along: _Point,
    across: _Point,
    reach: float,
    width: float,
    shade: Paint,
) -> None:
    points = [
        (
            at[0] + along[0] * side * reach + across[0] * edge * width / 2,
            at[1] + along[1] * side * reach + across[1] * edge * width / 2,
        )
        for side, edge in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    pygame.draw.polygon(target, shade, points)


@lru_cache(maxsize=8)
def gradient(
    size: tuple[int, int], shade: Colour, stops: tuple[tuple[float, int], ...], down: bool = False
) -> pygame.Surface:
    """Return one colour whose opacity runs through `stops` (place 0..1, alpha 0..255), right or down."""
    length = max(1, size[1] if down else size[0])
    strip = pygame.Surface((1, length) if down else (length, 1), pygame.SRCALPHA)
    for step in range(length):
        alpha = _between(stops, step / max(1, length - 1))
        strip.set_at((0, step) if down else (step, 0), (*shade, alpha))
    return pygame.transform.scale(strip, size)


def _between(stops: tuple[tuple[float, int], ...], at: float) -> int:
    before = stops[0]
    for stop in stops:
        if at <= stop[0]:
            span = stop[0] - before[0]
            share = 0.0 if span <= 0 else (at - before[0]) / span
            return round(before[1] + (stop[1] - before[1]) * share)
        before = stop
    return before[1]


def stroke(
    target: pygame.Surface,
    points: list[_Point],
    shade: Colour,
    width: int,
    dash: tuple[float, float] | None = None,
) -> None:
    """Draw a smooth line through points on `target`, whole or with (dash, gap) in pixels."""
    if len(points) < 2:
        return
    margin = width + 2
    left, top = min(x for x, _ in points) - margin, min(y for _, y in points) - margin
    size = (
        math.ceil(max(x for x, _ in points) - left + margin),
        math.ceil(max(y for _, y in points) - top + margin),
    )
    origin = (math.floor(left), math.floor(top))
    local = tuple((x - origin[0], y - origin[1]) for x, y in points)
    target.blit(_stroked(size, local, shade, width, dash), origin)


@lru_cache(maxsize=256)
def _stroked(
    size: tuple[int, int],
    points: tuple[_Point, ...],
    shade: Colour,
    width: int,
    dash: tuple[float, float] | None,
) -> pygame.Surface:
    big = pygame.Surface((size[0] * _OVER, size[1] * _OVER), pygame.SRCALPHA)
    big.fill((*shade, 0))
    for piece in [list(points)] if dash is None else _dashes(points, dash):
        scaled = [(x * _OVER, y * _OVER) for x, y in piece]
        pygame.draw.lines(big, shade, False, scaled, max(1, width * _OVER))
        for end in scaled if width > 2 else ():
            pygame.draw.circle(big, shade, end, width * _OVER / 2)
    return pygame.transform.smoothscale(big, size)


def _dashes(points: tuple[_Point, ...], dash: tuple[float, float]) -> list[list[_Point]]:
    pieces: list[list[_Point]] = []
    piece: list[_Point] = [points[0]]
    drawing, left = True, dash[0]
    for (x, y), (end_x, end_y) in pairwise(points):
        length = math.hypot(end_x - x, end_y - y)
        gone = 0.0
        while length - gone > left:
            gone += left
            place = (x + (end_x - x) * gone / length, y + (end_y - y) * gone / length)
            if drawing:
                pieces.append([*piece, place])
            drawing, piece = not drawing, [place]
            left = dash[0] if drawing else dash[1]
        left -= length - gone
        piece.append((end_x, end_y))
    return [*pieces, piece] if drawing and len(piece) > 1 else pieces
