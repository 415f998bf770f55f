"""The terms of an offer as rows: what we give and ask, which land, for how long, against whom we guarantee."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from game.language import _, mark
from game.orders.kind import ANSWER, Order, Refusal, Terms
from game.orders.terms import cedable
from game.ui import palette
from game.ui.buttons import Segmented
from game.ui.dialogs import Choice
from game.ui.labels import Label
from game.ui.layout import Element, Row
from game.ui.play.reading import Reading
from game.ui.play.words import choice_of, order_target
from game.ui.theme import ROW
from game.view import View

__all__ = ["on_terms", "terms_rows", "with_against"]

_GOODS = (("", mark("nothing")), ("lift", mark("sanctions lifted")), ("money", mark("money")), ("arms", mark("arms")),
          ("region", mark("land")))  # fmt: skip
_ALL = "all"
_ABOUT_TERMS = ("goods", "deal", "turns", "against")
WhyNot = Callable[[Order], list[Refusal]]
Change = Callable[[Order], None]
Picture = Callable[[int], Element]


def on_terms(order: Order, **changes: object) -> Order:
    """The same order with some terms changed; without any it has none, and a region only with land."""
    terms = replace(order.terms or Terms(), **changes)  # type: ignore[arg-type]
    terms = terms if "region" in (terms.give, terms.ask) else replace(terms, region=None)
    return replace(order, terms=None if terms == Terms() else terms)


def with_against(order: Order, foe: int | None) -> Order:
    """A guarantee against one state, or against all."""
    if foe is None:
        return replace(order, choice="all", terms=None)
    return replace(order, choice="one", terms=Terms(against=foe))


def terms_rows(
    reading: Reading, view: View, order: Order, why_not: WhyNot, change: Change, picture: Picture
) -> Iterator[Element]:
    """Yield a row for each term that the order takes; a press gives the order anew with that term.

    `picture` shows where a region lies.
    """
    takes = choice_of(order)[1].takes
    if order.kind == "guarantee":
        yield _against(reading, order, change)
    if "turns" in takes:
        yield _turns(view, order, change)
    for side, name in (("give", _("We give")), ("ask", _("We ask"))):
        if side in takes:
            yield _goods(order, side, name, why_not, change, lands(reading, view, order, side))
    region = order.terms.region if order.terms else None
    if region is not None:
        side = "give" if order.terms and order.terms.give == "region" else "ask"
        yield _land(reading, lands(reading, view, order, side), order, region, change, picture)


def lands(reading: Reading, view: View, order: Order, side: str) -> list[int]:
    """Regions that could be given, or asked, with an order, by name."""
    to = order_target(reading, order)
    assert to is not None
    giver, taker = (reading.me, to) if side == "give" else (to, reading.me)
    found = [region for region in reading.regions_of(giver) if cedable(view, giver, taker, region)]
    return sorted(found, key=lambda region: reading.regions[region])


def _row(name: str, control: Element) -> Element:
    return Row([Label(name, ROW, palette.INK_SECOND, width=96), control], gap=10)


def _against(reading: Reading, order: Order, change: Change) -> Element:
    foe = order.terms.against if order.terms else None
    states = [(str(n.index), n.name, "") for n in reading.others if n.index != order.target]
    options = [(_ALL, _("all"), ""), *states]
    choose = lambda key: change(with_against(order, None if key == _ALL else int(key)))  # noqa: E731
    return _row(_("Against"), Choice("terms.against", options, _ALL if foe is None else str(foe), choose, grow=1))


def _turns(view: View, order: Order, change: Change) -> Element:
    rules = view.setting.rules.treaties
    least, usual, most = int(rules.pact_least), int(rules.pact_term), int(rules.pact_most)
    steps = sorted({least, (least + usual) // 2, usual, (usual + most) // 2, most})
    now = order.terms.turns if order.terms and order.terms.turns else usual
    plain = usual if order.kind != ANSWER else 0  # an answer with other terms names the usual length, too
    choose = lambda key: change(on_terms(order, turns=None if int(key) == plain else int(key)))  # noqa: E731
    words = [(str(n), _("{n} turns").format(n=n)) for n in steps]
    return _row(_("It runs"), Segmented("terms.turns", words, str(now), choose, even=True, tight=True, grow=1))


def _land(reading: Reading, regions: list[int], order: Order, region: int, change: Change, picture: Picture) -> Element:
    options = [(str(each), reading.regions[each], "") for each in regions]
    choose = lambda key: change(on_terms(order, region=int(key)))  # noqa: E731
    which = Choice("terms.region", options, str(region), choose)
    return Row([Label(_("Which land"), ROW, palette.INK_SECOND, width=96), which, picture(region)], gap=10)


def _goods(order: Order, side: str, name: str, why_not: WhyNot, change: Change, regions: list[int]) -> Element:
    now = getattr(order.terms, side) if order.terms else ""
    reasons = {}
    for good, _word in _GOODS[1:]:
        faults = [each for each in why_not(_with(order, side, good, regions)) if each.code in _ABOUT_TERMS]
        if faults and good != now:
            reasons[good] = faults[0].sentence
    choose = partial(_choose, order, side, change, regions)
    words = [(good or "nothing", _(word)) for good, word in _GOODS]
    row = Segmented(f"terms.{side}", words, now or "nothing", choose, why_not=reasons, even=True, tight=True, grow=1)
    return _row(name, row)


def _choose(order: Order, side: str, change: Change, regions: list[int], good: str) -> None:
    change(_with(order, side, "" if good == "nothing" else good, regions))


def _with(order: Order, side: str, good: str, regions: list[int]) -> Order:
    """The order with a good on one side; land is the first region that there is, and moves from the other side."""
    terms = order.terms or Terms()
    if good != "region":
        return on_terms(order, **{side: good})
    other = "ask" if side == "give" else "give"
    first = terms.region if terms.region in regions else next(iter(regions), None)
    kept = "" if getattr(terms, other) == "region" else getattr(terms, other)
    return on_terms(order, **{side: good, other: kept}, region=first)
