"""Dealing with one state: its dossier, the ring of verbs around it, the list of ways, the order given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.foresight import ANSWERED
from game.language import _
from game.orders.kind import ANSWER, REGION, Order, Refusal
from game.ui.layout import Element
from game.ui.panels.radial import REACH, Question, Radial, ways
from game.ui.play.asking import AskingDialog
from game.ui.play.coming import ComingDialog
from game.ui.play.frame import Frame
from game.ui.play.guards import asks, hostile_guard
from game.ui.play.landpicture import LandPictures
from game.ui.play.stage import Float
from game.ui.play.verbs import Option, Verb, verbs
from game.ui.play.words import choice_of, order_target
from game.world import Setting

if TYPE_CHECKING:
    from game.ui.screens.play import PlayScreen

__all__ = ["Dealing"]

_WAYS_WIDE = 400


class Dealing:
    """Which state is selected, and how far one has got with it: dossier, ring, list of ways."""

    def __init__(self, screen: PlayScreen, setting: Setting) -> None:
        self.screen = screen
        self.setting = setting
        self.state: int | None = None
        self.ring = False
        self.verb: str = ""
        self.weighed: int | None = None  # whose weight on the scale is explained
        self._asked: set[tuple[str, int]] = set()
        self._float: Float | None = None

    # --- steps

    def select(self, state: int | None) -> None:
        """Take a state, with the ring open, or none."""
        reading = self.screen.reading
        if state is not None and not reading.nations[state].alive:
            state = None
        self.state, self.verb, self.weighed = state, "", None
        self.ring = state is not None and not reading.epilogue
        self.screen.opened_card = False
        self.screen.refresh()

    def weigh(self, state: int) -> None:
        """Show why a state lies where it does on the scale, with its dossier but without the ring."""
        self.select(None if state == self.screen.reading.me else state)
        self.ring, self.weighed = False, state

    def next(self, by: int) -> None:
        """Go to the next state, and into its ring with the keyboard."""
        others = [nation.index for nation in self.screen.reading.others]
        if not others:
            return
        at = others.index(self.state) + by if self.state in others else 0 if by > 0 else -1
        self.select(others[at % len(others)])
        self.enter()

    def open_ring(self) -> None:
        """Open the ring again, and go into it."""
        if self.state is not None and not self.screen.reading.epilogue:
            self.ring, self.verb, self.weighed = True, "", None
            self.screen.opened_card = False
            self.screen.refresh()
            self.enter()

    def drop(self) -> None:
        """Select nothing."""
        self.select(None)

    def step_back(self) -> bool:
        """Go one step back; return whether there was one."""
        if self.weighed is not None:
            self.weighed = None
            self.screen.refresh()
        elif self.verb:
            self.verb = ""
            self.screen.refresh()
            self.enter()
        elif self.ring:
            self.ring = False
            self.screen.refresh()
        elif self.state is not None:
            self.drop()
        else:
            return False
        return True

    def enter(self) -> None:
        """Put the keyboard's focus on the first verb or way that can be given."""
        found = self.found()
        if self.verb:
            options = self._current().options
            first = next((f"way.{k}" for k, option in enumerate(options) if option.why_not is None), "ways.back")
        else:
            first = next((verb.id for verb in found if verb.why_not is None), found[0].id if found else "")
        self.screen.hot = replace(self.screen.hot, focus=first, shown=True)

    # --- verbs

    def found(self) -> list[Verb]:
        """Return the verbs towards the selected state, with prices and refusals as the plan stands."""
        if self.state is None:
            return []
        return verbs(self.screen.reading, self.setting, self.state, self.screen.desk.why_not)

    def _current(self) -> Verb:
        return next(verb for verb in self.found() if verb.id == self.verb)

    @property
    def current(self) -> Verb | None:
        """The verb whose ways are listed."""
        return self._current() if self.verb else None

    @property
    def asked(self) -> set[int]:
        """Regions that the list of ways offers, so that the map shows them."""
        if not self.verb:
            return set()
        orders = [option.order for option in self._current().legal]
        return {order.target for order in orders if order.target is not None and choice_of(order)[1].to == REGION}

    def choose(self, verb: Verb) -> None:
        """Give the verb's order, or show its ways."""
        if len(verb.options) == 1:
            self.give(verb, verb.options[0])
            return
        self.verb = verb.id
        keyboard = self.screen.hot.shown
        self.screen.refresh()
        if keyboard:
            self.enter()

    def who_would_come(self) -> None:
        """Ask who would come if the selected state were attacked, or attacked us."""
        if self.state is not None and not self.screen.forecast.over:
            self.screen.app.push(ComingDialog(self.screen.reading, self.screen.forecast, self.state))

    def what_would_you_need(self) -> None:
        """Ask what the selected state would say to every offer that may be made to it, and what it would need."""
        offers = self._offers()
        if offers and self.state is not None and not self.screen.forecast.over:
            screen = self.screen
            plans, picture = screen.plans, LandPictures(screen.chart)
            dialog = AskingDialog(
                screen.reading, screen.forecast, self.state, offers, plans.why_not, self._give_all, picture
            )
            screen.app.push(dialog)

    def _give_all(self, orders: Sequence[Order]) -> Sequence[Refusal]:
        refused = self.screen.plans.give_all(orders)
        if not refused:
            self._done()
        return refused

    def _offers(self) -> list[Order]:
        """Offers to the selected state that may be made or are planned; demands after them, of land only one."""
        legal = [option.order for verb in self.found() for option in verb.legal]
        planned = [
            order for order in self.screen.plans.orders if order_target(self.screen.reading, order) == self.state
        ]
        named = [each for each in [*planned, *legal] if (each.kind, each.choice) in ANSWERED and each.kind != ANSWER]
        named += [order for order in [*planned, *legal] if order.kind == "guarantee"]
        once = {(order.kind, "" if order.kind == "guarantee" else order.choice): order for order in reversed(named)}
        rank = {"ally": 0, "peace": 0, "treaty": 1, "guarantee": 2, "demand": 3}
        return sorted(once.values(), key=lambda order: rank[order.kind])

    def give(self, verb: Verb, option: Option) -> None:
        """Plan an order; an attack or a breach is asked about once a turn."""
        assert self.state is not None
        key = option.order.kind, self.state
        if option.hostile and key not in self._asked and asks(self.screen.reading, self.state, option.order):
            act, screen = partial(self._given, option.order, key), self.screen
            screen.app.push(hostile_guard(screen.reading, self.state, verb, option, screen.forecast, act))
            return
        self._given(option.order, key)

    def _given(self, order: Order, key: tuple[str, int]) -> None:
        self._asked.add(key)
        if self.screen.complain(self.screen.plans.give(order)):
            return
        self._done()

    def _done(self) -> None:
        """Close the ring and show what is planned."""
        self.ring, self.verb = False, ""
        self.screen.side.tab = "orders"
        self.screen.refresh()

    def region_clicked(self, region: int) -> bool:
        """Take a click on a region as the way chosen, where the list offers it."""
        if not self.verb or region not in self.asked:
            return False
        verb = self._current()
        option = next(o for o in verb.legal if o.order.target == region and choice_of(o.order)[1].to == REGION)
        self.give(verb, option)
        return True

    # --- where it floats

    def floating(self, frame: Frame) -> Element | None:
        """Return the ring, or the list of ways, at the selected state."""
        self._float = None
        if self.state is None or not self.ring:
            return None
        nation = self.screen.reading.nations[self.state]
        if self.verb:
            verb = self._current()
            inside = self._size_of_ways(frame)
            panel = ways(nation, verb, partial(self.give, verb), self._back, self.screen.memory, inside)
            high = min(panel.size(self.screen.app.theme, inside[0])[1], inside[1])
            self._float = Float(panel, pygame.Rect(0, 0, inside[0], high))
        else:
            ring = Radial(nation, self.found(), self.choose, self._questions())
            self._float = Float(ring, pygame.Rect(0, 0, 2 * REACH, 2 * REACH))
        self._float.where = self._box(frame)
        return self._float

    def _questions(self) -> list[Question]:
        """The questions that the ring offers under its verbs."""
        none = None if self._offers() else _("there is nothing that could be offered now")
        return [
            Question("ask.coming", _("Who would come?"), "users", "W", self.who_would_come, None),
            Question("ask.need", _("What would you need?"), "circle-help", "N", self.what_would_you_need, none),
        ]

    def follow(self, frame: Frame) -> None:
        """Move what floats to where the state is now."""
        if self._float is not None and self.screen.root is not None:
            self._float.where = self._box(frame)
            self._float.place(self.screen.app.theme, self._float.where)

    def _size_of_ways(self, frame: Frame) -> tuple[int, int]:
        return min(_WAYS_WIDE, frame.middle.width), frame.middle.height - 52

    def _box(self, frame: Frame) -> pygame.Rect:
        """Centre it on the state's emblem, kept between the panels."""
        assert self._float is not None
        assert self.state is not None
        box, room = self._float.where.copy(), frame.middle
        spot = self.screen.chart.middle_of(self.state)
        scale = self.screen.app.theme.scale
        box.center = room.center if spot is None else (round(spot[0] / scale), round(spot[1] / scale))
        low = room.bottom - room.top > box.height + 100
        room = pygame.Rect(room.x, room.y + (52 if low else 0), room.width, room.height - (52 if low else 0))
        box = box.clamp(room)
        return self._beside(box, room) if self.verb else box

    def _beside(self, box: pygame.Rect, room: pygame.Rect) -> pygame.Rect:
        """Move the list of ways off the regions that can be clicked, as little as may be."""
        chart, scale = self.screen.chart, self.screen.app.theme.scale
        points = [chart.region_spot(region) for region in self.asked]
        spots = [(round(x / scale), round(y / scale)) for x, y in points]
        places = [box, *(_at(box, room, x, y) for y in ("top", "centery", "bottom") for x in ("left", "right"))]

        def cost(place: pygame.Rect) -> tuple[int, int]:
            hidden = sum(place.inflate(30, 30).collidepoint(spot) for spot in spots)
            return hidden, abs(place.centerx - box.centerx) + abs(place.centery - box.centery)

        return min(places, key=cost)

    def _back(self) -> None:
        self.step_back()


def _at(box: pygame.Rect, room: pygame.Rect, across: str, down: str) -> pygame.Rect:
    """Return the box at a corner or side of a room."""
    place = box.copy()
    setattr(place, across, getattr(room, across))
    setattr(place, down, getattr(room, down))
    return place
