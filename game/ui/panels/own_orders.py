"""Orders to my own state beside budget and posture: a reform, and on the first turn the aim to keep."""

from __future__ import annotations

from collections.abc import Callable

from game.language import _
from game.measures.aims import reached
from game.orders.aim import AIMS
from game.orders.kind import SELF, Order
from game.orders.options import axis, options
from game.ui import palette
from game.ui.buttons import Button
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Space
from game.ui.play.words import choice_of, verb_icon
from game.ui.theme import SMALL
from game.view import View

__all__ = ["own_orders"]

_APART = ("budget", "posture")  # these have panels of their own


def own_orders(view: View, me: int, plan: list[Order], toggle: Callable[[Order], None]) -> list[Element]:
    """Return a button for each such order that may be given or stands in the plan, and the aim that is kept."""
    allowed = options(view)[me]
    rows: list[Element] = []
    for strip in axis(view.setting).strips:
        order = Order(strip.kind.name, strip.choice.name)
        if strip.choice.to != SELF or strip.kind.name in _APART or not (allowed[strip.start] or order in plan):
            continue
        kind = "primary" if order in plan or _kept(view, me) == strip.choice.name else "plain"
        text, tip = _(choice_of(order)[1].says), _(strip.kind.help)
        act = _toggler(toggle, order)
        rows.append(Button(f"own.{order.choice}", text, act, icon=verb_icon(order.kind), kind=kind, height=30, tip=tip))
    if _kept(view, me) and int(view.turn) > 0:
        so_far = _("as things stand: reached") if reached(view)[me] else _("as things stand: missed")
        rows.append(Label(f"{_(AIMS[_kept(view, me)])} ({so_far})", SMALL, palette.INK_SECOND, wrap=True))
    return [Column([caption(_("Aim and reform")), Space(height=4), Column(rows, gap=4)])] if rows else []


def _kept(view: View, me: int) -> str:
    """The card that a state keeps, "" where none are dealt."""
    number = int(view.aim[me])
    return view.setting.aims[number - 1].id if number else ""


def _toggler(toggle: Callable[[Order], None], order: Order) -> Callable[[], None]:
    return lambda: toggle(order)
