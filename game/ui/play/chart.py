"""The map of the play screen: what a reading, a lens, a plan and a selection look like on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pygame

from game.language import _
from game.orders.kind import Order
from game.storage.documents import MapDocument
from game.ui import palette
from game.ui.map.atlas import Atlas, Box, around
from game.ui.map.labels import Label, Labels
from game.ui.map.names import PlaceNames
from game.ui.map.relations import KINDS, Relation, Relations
from game.ui.map.relief import HILLS
from game.ui.map.terrain import Outline, Scene
from game.ui.map.view import MapView
from game.ui.play.lenses import Lens, Mark
from game.ui.play.reading import Reading
from game.ui.play.words import order_target, percent
from game.ui.theme import Theme, number

__all__ = ["Chart"]

_FRONT = 40  # logical pixels around the middle of a region that is fought over
MY_WIDTH, CHOSEN_WIDTH, ASKED_WIDTH = 2.0, 3.0, 2.5
_PLANNED = {
    "ally": "planned pact",
    "treaty trade": "planned trade",
    "treaty nonaggression": "planned nonaggression",
    "guarantee": "planned guarantee",
    "sanction diplomatic": "planned sanction",
    "sanction economic": "planned sanction",
    "access": "planned closed",
    "demand": "planned demand",
    "attack": "planned attack",
}


class Chart:
    """Hold the view of the map, which outlives compositions, and tell it what to show."""

    def __init__(self, document: MapDocument) -> None:
        self.atlas = Atlas.of(document.model_dump())
        self.view = MapView(self.atlas, pygame.Rect(0, 0, 640, 400))
        self.theme: Theme | None = None
        self.labels = Labels(Theme())
        self.ties = Relations(self.labels.theme, self.labels)
        self.shown: tuple[str, ...] = ()  # kinds of ties drawn now, for the legend
        self._aimed = False

    def dress(self, theme: Theme) -> None:
        """Take a theme: emblems, lines and names are made anew for its scale."""
        if theme is self.theme:
            return
        self.theme = theme
        self.labels = Labels(theme)
        self.ties = Relations(theme, self.labels)
        taken = lambda camera: self.labels.rects(camera) + self.ties.discs(camera)  # noqa: E731
        self.view.overlays = [PlaceNames(self.atlas, theme, taken), self.ties, self.labels]

    def show(self, reading: Reading, lens: Lens, plan: Sequence[Order], chosen: int | None, asked: set[int]) -> None:
        """Colour the land, outline mine and the chosen state's, draw ties and emblems."""
        wash = lens.wash(reading)
        outlines = tuple(_outlines(reading, chosen, asked))
        self.view.show(Scene(wash.paint, reading.owner, wash.hatch, wash.stripe, outlines, reading.terrain))
        marks = lens.marks(reading)
        labels = [self._label(reading, state, marks[state]) for state in range(len(reading.nations))]
        self.labels.show(labels)
        relations = list(_relations(reading, lens, plan, chosen))
        self.shown = tuple(dict.fromkeys(each.kind for each in relations))
        self.ties.show(relations)
        if not self._aimed:
            self._aimed = True
            places = [label.at for label in labels if label]
            self.view.aim(self._home(reading, around(places, 0.14)), around(places, 0.0))

    def _home(self, reading: Reading, emblems: Box) -> Box:
        """Return what a fitted view shows: all emblems, and my own land where the map is not cut at its edges."""
        held = reading.regions_of(reading.me)
        if self.atlas.bleed is not None or not held:
            return emblems
        land = self.atlas.bounds[held]
        corners = np.concatenate([land[:, :2], land[:, 2:]]).tolist()
        left, top, right, bottom = around(corners, 0.03)
        return min(left, emblems[0]), min(top, emblems[1]), max(right, emblems[2]), max(bottom, emblems[3])

    def state_at(self, reading: Reading, at: tuple[int, int]) -> int | None:
        """Return the state whose emblem or land is under a physical point."""
        found = self.labels.state_at(at, self.view.camera)
        if found is None and (region := self.view.region_at(at)) is not None:
            found = reading.owner[region]
        return found

    def under(self, at: tuple[int, int], scale: float) -> tuple[int | None, int | None]:
        """Return the emblem's state and the region under a logical point."""
        physical = round(at[0] * scale), round(at[1] * scale)
        return self.labels.state_at(physical, self.view.camera), self.view.region_at(physical)

    def tip_at(self, reading: Reading, at: tuple[int, int]) -> str:
        """Say what is under a physical point: a state at its emblem, or a region and who holds it."""
        state = self.labels.state_at(at, self.view.camera)
        if state is not None:
            nation = reading.nations[state]
            text = _("{name}, power {share}") if nation.likely_power is None else _("{name}, power ~{share}")
            return text.format(name=nation.name, share=percent(nation.power))
        region = self.view.region_at(at)
        if region is None:
            return ""
        holder, core = reading.nations[reading.owner[region]], reading.nations[reading.core[region]]
        text = (
            _("{region}: {holder}")
            if holder is core
            else _("{region}: {holder}\nCore land of {core}, as the stripes of its colour say")
        )
        told = text.format(region=reading.regions[region], holder=holder.name, core=core.spoken)
        factor = reading.terrain[region]
        if factor < HILLS:
            return told
        rugged = _("Rugged: it defends itself {factor} times as well as open land.")
        return told + "\n" + rugged.format(factor=number(factor, 2))

    def middle_of(self, state: int) -> tuple[float, float] | None:
        """Return where a state's emblem is, in physical pixels of the window."""
        camera = self.view.camera
        spot = self.labels.spot(state, camera)
        if spot is None:
            return None
        left, top = camera.corner
        return spot[0] - left + camera.view.x, spot[1] - top + camera.view.y

    def region_spot(self, region: int) -> tuple[float, float]:
        """Return where a region's middle is, in physical pixels of the window."""
        x, y = self.atlas.labels[region].tolist()
        return self.view.camera.to_window(x, y)

    def crowded(self, reading: Reading, scale: float) -> list[pygame.Rect]:
        """Return, in logical pixels, what no legend should hide: emblems, what stands for a war, and its fronts."""
        camera = self.view.camera
        left, top = camera.view.x - camera.corner[0], camera.view.y - camera.corner[1]
        boxes = [box.move(left, top) for box in self.labels.rects(camera) + self.ties.discs(camera, "war")]
        side = round(_FRONT * scale)
        for region in _fronts(reading):
            spot = pygame.Rect(0, 0, side, side)
            spot.center = tuple(map(round, self.region_spot(region)))
            boxes.append(spot)
        return [pygame.Rect([round(edge / scale) for edge in box]) for box in boxes if box.colliderect(camera.view)]

    def _label(self, reading: Reading, state: int, mark: Mark) -> Label | None:
        nation = reading.nations[state]
        held = reading.regions_of(state)
        if not nation.alive or not held:
            return None
        seat = nation.capital if nation.capital in held else max(held, key=lambda r: float(self.atlas.radii[r]))
        x, y = self.atlas.labels[seat].tolist()
        value, bars = (_("you"), None) if state == reading.me else (mark.value, mark.bars)
        room = float(self.atlas.radii[seat])
        return Label(nation.code, nation.emblem, nation.colour, (x, y), room, value, bars, first=nation.power)


def _fronts(reading: Reading) -> set[int]:
    """Return the regions on either side of a border between two states at war."""
    wars = {frozenset((tie.one, tie.other)) for tie in reading.ties if tie.kind == "war"}
    ways = reading.setting.ways.tolist() if wars else []
    return {r for way in ways for r in way if frozenset(reading.owner[each] for each in way) in wars}


def _outlines(reading: Reading, chosen: int | None, asked: set[int]) -> Iterator[Outline]:
    yield Outline(frozenset(reading.regions_of(reading.me)), palette.INK, MY_WIDTH)
    if chosen is not None and chosen != reading.me:
        yield Outline(frozenset(reading.regions_of(chosen)), palette.ACCENT, CHOSEN_WIDTH)
    for region in sorted(asked):
        yield Outline(frozenset({region}), palette.BAD, ASKED_WIDTH)


def _relations(reading: Reading, lens: Lens, plan: Sequence[Order], chosen: int | None) -> Iterator[Relation]:
    """Yield the ties that the lens shows of everybody, and all that are mine or the chosen state's where it says."""
    for tie in reading.ties:
        near = reading.me in (tie.one, tie.other) or chosen in (tie.one, tie.other)
        if tie.kind in lens.ties or (near and lens.near and tie.kind in KINDS):
            yield Relation(tie.kind, tie.one, tie.other)
    for order in plan:
        kind = _PLANNED.get(order.kind) or _PLANNED.get(f"{order.kind} {order.choice}")
        target = order_target(reading, order)
        if kind and target is not None:
            yield Relation(kind, reading.me, target)
