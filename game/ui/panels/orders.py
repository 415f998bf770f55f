"""The order tray: what is planned, as cards that can be taken back, until the turn ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from game.language import _, plural
from game.orders.kind import ANSWER, Order
from game.ui import palette
from game.ui.buttons import Act, Button
from game.ui.controls import Card
from game.ui.figures import Icon, Roundel
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.play.marks import Dots, Price
from game.ui.play.reading import Reading
from game.ui.play.words import choice_of, odds_words, order_icon, order_sentence, order_target, order_title
from game.ui.scroll import Scroll
from game.ui.theme import ROW, SMALL, STRONG, number

__all__ = ["Tray", "tray", "what_is_left"]


@dataclass(frozen=True)
class Tray:
    """The plan with its prices, and what the tray's buttons do."""

    plan: Sequence[Order]
    price: Callable[[Order], float]
    undo: Act
    redo: Act | None  # None while nothing was undone
    undoable: bool
    clear: Act
    remove: Callable[[Order], None]
    select: Callable[[int], None]
    ask: Act  # open the card with the questions
    questions_left: int
    odds: Callable[[Order], float | None]  # that an offer is accepted

    def spent(self) -> float:
        """Influence that the plan costs."""
        return sum(self.price(order) for order in self.plan)

    def initiatives(self) -> int:
        """Initiatives that the plan uses."""
        return sum(choice_of(order)[0].group == "initiative" for order in self.plan)


def tray(reading: Reading, at: Tray, memory: dict[str, int]) -> list[Element]:
    """Return heading, waiting questions and the cards, the last of which grows and scrolls."""
    none = None if at.plan else _("nothing is planned yet")
    undone = None if at.redo else _("nothing was undone")
    head = Row(
        [
            caption(_("Planned"), grow=1),
            Button("undo", _("Undo"), at.undo, icon="undo-2", kind="plain", key="Z",
                   why_not=None if at.undoable else _("nothing was changed yet"), height=32),
            Button("redo", "", at.redo, icon="redo-2", kind="plain", shortcut="Y", why_not=undone,
                   tip=_("Redo (Y)"), height=32),
            Button("clear", "", at.clear, icon="trash-2", kind="plain", why_not=none, tip=_("Take back all orders"),
                   height=32),
        ],
        gap=0,
    )  # fmt: skip
    cards = [_card(reading, at, place, order) for place, order in enumerate(at.plan)]
    waiting: list[Element] = []
    if at.questions_left:
        text = plural("{n} answer is due", "{n} answers are due", at.questions_left)
        waiting = [Button("questions", text, at.ask, icon="mail", kind="danger", key="Q")]
    if not cards:
        cards = [Label(_("Click a state on the map and choose what to do."), ROW, palette.INK_SECOND, wrap=True)]
    return [head, Space(height=6), Scroll(Column([*waiting, *cards], gap=8), memory, id="tray")]


def _card(reading: Reading, at: Tray, place: int, order: Order) -> Element:
    target = order_target(reading, order)
    nation = reading.nations[reading.me if target is None else target]
    kind, _choice = choice_of(order)
    title = Row([Icon(order_icon(order), 16), Label(order_title(reading, order), STRONG, wrap=True, grow=1)], gap=8)
    odds = at.odds(order)
    note = order_sentence(reading, order) if odds is None else _("would accept: {odds}").format(odds=odds_words(odds))
    if odds is not None and order.terms is not None:
        note = f"{order_sentence(reading, order)}; {note}"
    more = [Label(note, SMALL, palette.INK_SECOND, wrap=True)] if note != order_title(reading, order) else []
    words = Column([title, *more], gap=2, grow=1)
    drop = Button(f"order.{place}.drop", "", partial(at.remove, order), icon="x", kind="plain", height=32,
                  tip=_("Take this order back"))  # fmt: skip
    select = partial(at.select, target) if target is not None else None
    parts = [Roundel(nation.emblem, nation.code, nation.colour, 32), words, Price(at.price(order)), drop]
    edge = kind.group != ANSWER and place == len(at.plan) - 1
    return Card(f"order.{place}", parts, select, chosen=edge, pad=(10, 8, 4, 8), gap=8)


def what_is_left(reading: Reading, at: Tray, *, narrow: bool) -> Element:
    """Return initiatives and influence left."""
    left = max(0, reading.initiatives - at.initiatives())
    have = reading.influence - at.spent()
    words = plural("{n} initiative left", "{n} initiatives left", left)
    words = plural("{n} left", "{n} left", left) if narrow else words
    influence = _("influence {have} of {cap}").format(have=number(have, 1), cap=f"{reading.influence_cap:g}")
    return Row([Dots(left, reading.initiatives), Label(words, ROW, grow=1),
                Label(influence, ROW, palette.INK_SECOND, align="right", grow=1)], gap=10)  # fmt: skip
