"""The terms of an offer as a few rows: what we give and ask, how long a pact runs, against whom we guarantee."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from game.language import _, mark
from game.orders.kind import Order, Refusal, Terms
from game.ui import palette
from game.ui.buttons import Segmented
from game.ui.dialogs import Choice
from game.ui.labels import Label
from game.ui.layout import Element, Row
from game.ui.play.reading import Reading
from game.ui.play.words import choice_of
from game.ui.theme import ROW
from game.world import Setting

__all__ = ["on_terms", "terms_rows", "with_against"]

_GOODS = (("", mark("nothing")), ("lift", mark("sanctions lifted")), ("money", mark("money")), ("arms", mark("arms")))
_ALL = "all"
_ABOUT_TERMS = ("goods", "deal", "turns", "against", "terms")
WhyNot = Callable[[Order], list[Refusal]]
Change = Callable[[Order], None]


def on_terms(order: Order, **changes: object) -> Order:
    """The same order with some terms changed; without any it has none."""
    terms = replace(order.terms or Terms(), **changes)  # type: ignore[arg-type]
    return replace(order, terms=None if terms == Terms() else terms)


def with_against(order: Order, foe: int | None) -> Order:
    """A guarantee against one state, or against all."""
    if foe is None:
        return replace(order, choice="all", terms=None)
    return replace(order, choice="one", terms=Terms(against=foe))


def terms_rows(reading: Reading, setting: Setting, order: Order, why_not: WhyNot, change: Change) -> Iterator[Element]:
    """Yield a row for each term that the order takes; a press gives the order anew with that term."""
    takes = choice_of(order)[1].takes
    if order.kind == "guarantee":
        yield _against(reading, order, change)
    if "turns" in takes:
        yield _turns(setting, order, change)
    for side, name in (("give", _("We give")), ("ask", _("We ask"))):
        if side in takes:
            yield _goods(order, side, name, why_not, change)


def _row(name: str, control: Element) -> Element:
    return Row([Label(name, ROW, palette.INK_SECOND, width=96), control], gap=10)


def _against(reading: Reading, order: Order, change: Change) -> Element:
    foe = order.terms.against if order.terms else None
    states = [(str(n.index), n.name, "") for n in reading.others if n.index != order.target]
    options = [(_ALL, _("all"), ""), *states]
    choose = lambda key: change(with_against(order, None if key == _ALL else int(key)))  # noqa: E731
    return _row(_("Against"), Choice("terms.against", options, _ALL if foe is None else str(foe), choose, grow=1))


def _turns(setting: Setting, order: Order, change: Change) -> Element:
    rules = setting.rules.treaties
    least, usual, most = int(rules.pact_least), int(rules.pact_term), int(rules.pact_most)
    steps = sorted({least, (least + usual) // 2, usual, (usual + most) // 2, most})
    now = order.terms.turns if order.terms and order.terms.turns else usual
    choose = lambda key: change(on_terms(order, turns=None if int(key) == usual else int(key)))  # noqa: E731
    words = [(str(n), _("{n} turns").format(n=n)) for n in steps]
    return _row(_("It runs"), Segmented("terms.turns", words, str(now), choose, even=True, tight=True, grow=1))


def _goods(order: Order, side: str, name: str, why_not: WhyNot, change: Change) -> Element:
    now = getattr(order.terms, side) if order.terms else ""
    reasons = {}
    for good, _word in _GOODS[1:]:
        faults = [each for each in why_not(on_terms(order, **{side: good})) if each.code in _ABOUT_TERMS]
        if faults and good != now:
            reasons[good or "nothing"] = faults[0].sentence
    choose = partial(_choose, order, side, change)
    words = [(good or "nothing", _(word)) for good, word in _GOODS]
    row = Segmented(f"terms.{side}", words, now or "nothing", choose, why_not=reasons, even=True, tight=True, grow=1)
    return _row(name, row)


def _choose(order: Order, side: str, change: Change, good: str) -> None:
    change(on_terms(order, **{side: "" if good == "nothing" else good}))
