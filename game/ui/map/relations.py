"""Ties between states as curved lines: told apart by stroke, by icon and by word, never by colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from game.language import mark
from game.ui import palette, shapes
from game.ui.map.camera import Camera
from game.ui.map.labels import Labels
from game.ui.map.sheets import Sheet
from game.ui.map.strokes import STROKES, Shape, shapes_of
from game.ui.theme import Theme

__all__ = ["KINDS", "Kind", "Relation", "Relations"]

Points = NDArray[np.float64]

BENDS = (0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.46, -0.46)
PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73)
DISC, ICON = 26.0, 14.0
STEP = 5.0
BOW = 56.0  # logical pixels that the flattest curve of a pair bows at most; the others in proportion
LONG = 300.0  # logical pixels from which a tie fades between its ends
_VIVID = ("war", "demand", "planned")  # how kinds begin that never fade: what is at stake now, and the plan


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of tie is shown: a stroke of `strokes.STROKES`, an icon, a word, its disc's place."""

    stroke: str
    icon: str
    word: str
    at_end: bool = False


KINDS: dict[str, Kind] = {
    "pact": Kind("double", "link-2", mark("pact")),
    "planned pact": Kind("double dashed", "link-2", mark("planned")),
    "planned trade": Kind("planned dashes", "coins", mark("planned")),
    "planned nonaggression": Kind("planned dashes", "handshake", mark("planned")),
    "planned guarantee": Kind("planned dashes", "shield", mark("planned")),
    "planned sanction": Kind("planned dashes", "ban", mark("planned")),
    "planned closed": Kind("planned dashes", "lock", mark("planned")),
    "planned demand": Kind("planned arrow", "gavel", mark("planned")),
    "planned attack": Kind("planned arrow", "swords", mark("planned")),
    "trade": Kind("dots", "coins", mark("trade")),
    "sanction": Kind("dashes", "ban", mark("sanction")),
    "closed": Kind("bars", "lock", mark("closure")),
    "war": Kind("solid", "swords", mark("war")),
    "guarantee": Kind("single", "shield", mark("guarantee"), at_end=True),
    "nonaggression": Kind("thin dashes", "handshake", mark("non-aggression")),
    "demand": Kind("arrow", "gavel", mark("demand")),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie of one of `KINDS`; its order matters where one acts on the other: a guarantee, a demand, a closure."""

    kind: str
    one: int
    other: int


@dataclass(frozen=True, slots=True)
class _Curve:
    relation: Relation
    points: Points  # pixels of the scaled map
    disc: tuple[int, int]


class Relations:
    """Lay out and draw all ties between the roundels of `labels`; kept until camera or data change."""

    def __init__(self, theme: Theme, labels: Labels) -> None:
        self.theme = theme
        self.labels = labels
        self._relations: tuple[Relation, ...] = ()
        self._version = 0
        self._key: tuple[float, int, int] | None = None
        self._curves: list[_Curve] = []
        self._sheet = Sheet()

    def show(self, relations: Sequence[Relation]) -> None:
        """Take the ties to draw; raises KeyError for an unknown kind."""
        for relation in relations:
            KINDS[relation.kind]
        if tuple(relations) != self._relations:
            self._relations = tuple(relations)
            self._version += 1

    @property
    def shown(self) -> tuple[Relation, ...]:
        """The ties shown now."""
        return self._relations

    def discs(self, camera: Camera, kind: str = "") -> list[pygame.Rect]:
        """Return what the icons (of one kind) cover, in pixels of the scaled map."""
        side = self.theme.px(DISC)
        return [
            pygame.Rect(0, 0, side, side).move(c.disc[0] - side // 2, c.disc[1] - side // 2)
            for c in self._layout(camera)
            if kind in ("", c.relation.kind)
        ]

    def relation_at(self, position: tuple[int, int], camera: Camera) -> Relation | None:
        """Return the tie whose icon is under a pixel of the window."""
        x, y = position[0] - camera.view.x + camera.corner[0], position[1] - camera.view.y + camera.corner[1]
        reach = self.theme.px(DISC) / 2
        near = [c for c in self._layout(camera) if np.hypot(c.disc[0] - x, c.disc[1] - y) <= reach]
        return near[-1].relation if near and camera.view.collidepoint(position) else None

    def draw(self, target: pygame.Surface, camera: Camera, moving: bool) -> None:
        """Draw the lines and, over them, their icons; while zooming the last lines, stretched and plain."""
        left, top = camera.corner
        move = camera.view.x - left, camera.view.y - top
        if moving and self._key:
            self._draw_stretched(target, camera.scale / self._key[0], move)
            return
        curves = self._layout(camera)
        self._sheet.show(target, camera.window, camera.view.topleft)
        for curve in curves:
            self._icon(target, curve.relation, curve.disc, move)

    def _draw_stretched(self, target: pygame.Surface, ratio: float, move: tuple[int, int]) -> None:
        for curve in self._curves:
            stroke = STROKES[KINDS[curve.relation.kind].stroke]
            points = (curve.points * ratio + move).tolist()
            width = self.theme.px(stroke.width)
            if stroke.dash is None:
                pygame.draw.lines(target, stroke.colour, False, points, width)
            else:
                for start, end in zip(points[::2], points[1::2], strict=False):
                    pygame.draw.line(target, stroke.colour, start, end, width)
        for curve in self._curves:
            disc = round(curve.disc[0] * ratio), round(curve.disc[1] * ratio)
            self._icon(target, curve.relation, disc, move)

    def _icon(self, target: pygame.Surface, relation: Relation, at: tuple[int, int], move: tuple[int, int]) -> None:
        kind = KINDS[relation.kind]
        shade = STROKES[kind.stroke].colour
        middle = at[0] + move[0], at[1] + move[1]
        disc = shapes.disc(self.theme.px(DISC), palette.DEEP, shade, self.theme.px(1.5))
        target.blit(disc, disc.get_rect(center=middle))
        icon = self.theme.icon(kind.icon, ICON, shade)
        target.blit(icon, icon.get_rect(center=middle))

    def _layout(self, camera: Camera) -> list[_Curve]:
        placed = self.labels.placed(camera)
        key = (camera.scale, self.labels.version, self._version)
        if key == self._key:
            return self._curves
        self._key = key
        self._curves = []
        discs = {state: place.disc for state, place in placed.items()}
        used: dict[tuple[int, int], set[float]] = {}
        taken = self.labels.rects(camera)
        for relation in sorted(self._relations, key=lambda each: each.kind != "war"):  # a war finds a place first
            ends = [self.labels.spot(state, camera) for state in (relation.one, relation.other)]
            if ends[0] is None or ends[1] is None:
                continue
            others = [box for state, box in discs.items() if state not in (relation.one, relation.other)]
            pair = min(relation.one, relation.other), max(relation.one, relation.other)
            points = self._bent(relation, ends[0], ends[1], others, used.setdefault(pair, set()))
            self._curves.append(self._with_disc(relation, points, taken))
        self._curves.sort(key=lambda curve: curve.relation.kind == "war")  # and lies on top
        self._sheet = Sheet([shape for curve in self._curves for shape in self._shapes(curve)])
        return self._curves

    def _shapes(self, curve: _Curve) -> list[Shape]:
        kind, stroke = curve.relation.kind, STROKES[KINDS[curve.relation.kind].stroke]
        across = float(np.hypot(*(curve.points[-1] - curve.points[0]))) / self.theme.scale
        fades = across > LONG and not kind.startswith(_VIVID)
        return list(shapes_of(curve.points, stroke, self.theme.scale, fades=fades))

    def _bent(
        self,
        relation: Relation,
        one: tuple[float, float, float],
        other: tuple[float, float, float],
        obstacles: Sequence[pygame.Rect],
        used: set[float],
    ) -> Points:
        """Return the flattest curve that no other tie of the pair has, through as few emblems as may be."""
        turn = 1.0 if relation.one < relation.other else -1.0
        curves = []
        for rank, bend in enumerate(BENDS):
            if bend not in used:
                points = _curve(one, other, bend * turn, self.theme.scale)
                curves.append((_hits(points, obstacles), rank, bend, points))
        if not curves:
            return _curve(one, other, BENDS[0], self.theme.scale)
        _, _, bend, points = min(curves, key=lambda curve: curve[:2])
        used.add(bend)
        return points

    def _with_disc(self, relation: Relation, points: Points, taken: list[pygame.Rect]) -> _Curve:
        places = (0.86, 0.8, 0.9, 0.7) if KINDS[relation.kind].at_end else PLACES
        side = self.theme.px(DISC)
        disc = pygame.Rect(0, 0, side, side)
        for place in (*places, places[0]):
            x, y = points[round(place * (len(points) - 1))]
            disc.center = round(x), round(y)
            if disc.collidelist(taken) < 0:
                break
        taken.append(disc.copy())
        return _Curve(relation, points, disc.center)


def _curve(one: tuple[float, float, float], other: tuple[float, float, float], bend: float, pixel: float) -> Points:
    """Return a quadratic curve from rim to rim of two roundels at equal steps.

    `bend` is in shares of its length, of which no more counts than makes the flattest curve bow by `BOW`.
    """
    a, b = np.array(one[:2]), np.array(other[:2])
    length = max(1e-6, float(np.hypot(*(b - a))))
    bend *= min(1.0, BOW * pixel / (BENDS[0] * length))
    control = (a + b) / 2 + np.array([(b - a)[1], (a - b)[0]]) * (2 * bend)
    t = np.linspace(0.0, 1.0, max(12, round(float(np.hypot(*(b - a))) / STEP)))[:, None]
    points: Points = (1 - t) ** 2 * a + 2 * t * (1 - t) * control + t**2 * b
    outside = (np.hypot(*(points - a).T) > one[2]) & (np.hypot(*(points - b).T) > other[2])
    return points[outside] if np.count_nonzero(outside) > 2 else points


def _hits(points: Points, obstacles: Sequence[pygame.Rect]) -> int:
    """Count the boxes that a curve passes through."""
    if not obstacles:
        return 0
    boxes = np.array([(*box.topleft, *box.bottomright) for box in obstacles], float)
    x, y = points[:, 0, None], points[:, 1, None]
    through = (x > boxes[:, 0]) & (x < boxes[:, 2]) & (y > boxes[:, 1]) & (y < boxes[:, 3])
    return int(through.any(0).sum())
