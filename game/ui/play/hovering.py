"""Hovering: which order pointer or focus rests on, and the card that tells what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.foresight import ANSWERED
from game.orders.kind import Order
from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.layout import Element, Hot
from game.ui.panels.preview import MOST, WIDE, Known, preview_card
from game.ui.play.guards import asks
from game.ui.play.verbs import Option, Verb, way_help
from game.ui.play.words import choice_of

if TYPE_CHECKING:
    from game.ui.screens.play import PlayScreen

__all__ = ["Hovering"]

_AFTER = 0.12  # seconds that the pointer rests before the card comes; the focus need not wait
_GAP, _EDGE = 10, 8


class Hovering:
    """The preview of a play screen: nothing in its tree, drawn over it, so that it takes no place and no clicks."""

    def __init__(self, screen: PlayScreen) -> None:
        self.screen = screen
        self.known: Known | None = None  # what the card tells, None while there is none
        self._at = ""
        self._rested = 0.0
        self._read: tuple[str, Element | None] = "", None  # the element and the tree that `known` was read from
        self._kept: tuple[object, Element] | None = None

    def follow(self, seconds: float) -> None:
        """Let time pass over what pointer or focus rests on; read it anew when the screen was composed anew."""
        hot = self.screen.hot
        at = hot.focus if hot.shown else hot.hover
        self._rested = self._rested + seconds if at == self._at else 0.0
        self._at = at
        wanted = at if hot.shown or self._rested >= _AFTER else ""
        if (wanted, self.screen.root) == self._read and self.screen.root is not None:
            return
        before = self.known
        self._read = wanted, self.screen.tree()
        self.known = self._find(wanted) if wanted else None
        if self.known != before:
            self.screen.app.dirty = True

    def card(self) -> Element | None:
        """Return the card, placed beside what it is about."""
        theme = self.screen.app.theme
        control = self.screen.find(self._at) if self.known else None
        if self.known is None or control is None:
            return None
        key = self.known, self.screen.reading, theme, self.screen.app.logical_size
        if self._kept is None or self._kept[0] != key:
            self._kept = key, self._made(self.known)
        card = self._kept[1]
        high = card.size(theme, WIDE)[1]
        card.place(theme, self._place(control.rect, (WIDE, high)))
        return card

    def _made(self, known: Known) -> Element:
        """Make the card as full as the window's height allows."""
        room = self.screen.app.logical_size[1] - 2 * _EDGE
        cards = (preview_card(self.screen.reading, known, most) for most in range(MOST, 0, -1))
        card = next(cards)
        while card.size(self.screen.app.theme, WIDE)[1] > room:
            shorter = next(cards, None)
            if shorter is None:
                break
            card = shorter
        return card

    def paint(self, canvas: Canvas) -> None:
        """Draw the card over the screen."""
        card = self.card()
        if card is not None:
            card.draw(canvas, Hot())

    # --- what is hovered

    def _find(self, id: str) -> Known | None:
        """Tell what is known of the order that an element stands for; None where it stands for none."""
        name, _dot, rest = id.partition(".")
        if name == "verb":
            return self._verb(id)
        if name == "way":
            return self._way(rest)
        if name == "order":
            plan, place = self.screen.plans.orders, rest.partition(".")[0]
            return self._known(plan[int(place)]) if int(place) < len(plan) else None
        if name in ("budget", "posture") and rest and rest != "own":
            return self._known(Order(name, rest), self._words(id))
        return self._answer(rest) if name == "q" else None

    def _words(self, id: str) -> str:
        """Return the tooltip of a control: the card says it in its place."""
        found = self.screen.find(id)
        return found.tip if isinstance(found, Control) else ""

    def _verb(self, id: str) -> Known | None:
        verb = next((verb for verb in self.screen.dealing.found() if verb.id == id), None)
        if verb is None or len(verb.options) != 1 or verb.why_not is not None:
            return None
        return self._option(verb, verb.options[0], verb.help)

    def _way(self, place: str) -> Known | None:
        verb = self.screen.dealing.current
        if verb is None or not place.isdigit() or int(place) >= len(verb.options):
            return None
        option = verb.options[int(place)]
        return self._option(verb, option, way_help(verb, option.order)) if option.why_not is None else None

    def _option(self, verb: Verb, option: Option, help: str) -> Known:
        state = self.screen.dealing.state
        asked = option.hostile and state is not None and asks(self.screen.reading, state, option.order)
        return self._known(option.order, help, hostile=option.hostile, guarded=asked)

    def _answer(self, rest: str) -> Known | None:
        """Read q.<topic>.<other>.<yes, no or other>; other terms are known once they are planned."""
        matter, _dot, word = rest.rpartition(".")
        question = next((each for each in self.screen.reading.questions if each.id == matter), None)
        if question is None:
            return None
        given = question.answer_in(self.screen.plans.orders)
        order = {"yes": question.yes, "no": question.no}.get(word, given if given and given.terms else None)
        return None if order is None else self._known(order)

    def _known(self, order: Order, help: str = "", *, hostile: bool = False, guarded: bool = False) -> Known:
        forecast, plans = self.screen.forecast, self.screen.plans
        answered = (order.kind, order.choice) in ANSWERED
        return Known(
            order,
            plans.price(order),
            help,
            hostile or (choice_of(order)[0].hostile and order.choice != "lift"),
            answered,
            guarded,
            forecast.preview(order),
            forecast.reply(order) if answered else None,
        )

    # --- where the card lies

    def _place(self, at: pygame.Rect, size: tuple[int, int]) -> pygame.Rect:
        """Put the card beside the panel that holds the control, to the right where there is room, else to the left."""
        window = pygame.Rect((0, 0), self.screen.app.logical_size).inflate(-2 * _EDGE, -2 * _EDGE)
        holder, frame = self._holder(at), self.screen.frame
        below = pygame.Rect(window.x, frame.map.top + _EDGE, window.width, window.bottom - frame.map.top - _EDGE)
        window = below if size[1] <= below.height and at.top >= below.top else window
        box = pygame.Rect(0, 0, size[0], min(size[1], window.height))
        box.midleft = holder.right + _GAP, at.centery
        if box.right > frame.right.left and holder.left - _GAP - box.width >= window.left:
            box.right = holder.left - _GAP
        box = box.clamp(window)
        if box.colliderect(at):
            box.midbottom = at.centerx, at.top - _GAP
            if box.top < window.top:
                box.midtop = at.centerx, at.bottom + _GAP
        return box.clamp(window)

    def _holder(self, at: pygame.Rect) -> pygame.Rect:
        floats = self.screen.tree().children[1:]
        inside = [each.children[0].rect for each in floats if each.children and each.children[0].rect.contains(at)]
        return inside[-1] if inside else at
