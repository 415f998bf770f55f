"""The card beside an order that the pointer or the focus rests on: what it would change, and who would answer how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.foresight import Change, Preview, Reaction, Reply
from game.language import _
from game.orders.kind import ANSWER, Order
from game.ui import palette
from game.ui.figures import Bar, Icon, Panel, Roundel, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.palette import Colour
from game.ui.play.marks import Price
from game.ui.play.reading import Reading
from game.ui.play.words import choice_of, odds_words, order_icon, order_sentence, order_title, percent, price_text
from game.ui.theme import SMALL, STRONG, TINY, number, signed

__all__ = ["MOST", "WIDE", "Known", "acceptance", "preview_card", "terms"]

WIDE = 304
MOST = 3  # states, answers and reasons that a card tells, where there is room
_LITTLE_SHARE, _LITTLE_GAP, _LITTLE_NAME = 0.0005, 0.005, 0.005
_FELT = 0.005
_WEIGHED = 0.005  # a smaller term is written 0.00
_LIKELY, _UNLIKELY = 0.6, 0.4


@dataclass(frozen=True)
class Known:
    """What is known of an order: its price and help, what it changes (None: being weighed), what they would say."""

    order: Order
    price: float
    help: str = ""
    hostile: bool = False
    answered: bool = False  # somebody says yes or no to it
    guarded: bool = False  # it is asked about before it is planned
    preview: Preview | None = None
    reply: Reply | None = None


def preview_card(reading: Reading, known: Known, most: int = MOST) -> Element:
    """Return the card, of a fixed width and as tall as it needs, with at most so many states, answers and reasons."""
    order, preview = known.order, known.preview
    shade = palette.BAD if known.hostile else palette.INK_SECOND
    head = Row(
        [Icon(order_icon(order), 18, shade), Label(order_title(reading, order), STRONG, wrap=True, grow=1),
         Price(known.price)], gap=8,
    )  # fmt: skip
    parts: list[Element] = [head]
    if known.help:
        parts += [Space(height=4), Label(known.help, SMALL, palette.INK_SECOND, wrap=True)]
    parts.append(Rule(8, 8))
    if known.answered:
        parts += [*acceptance(known.reply, most), Rule(8, 8)]
    if preview is None:
        parts.append(Label(_("weighing …"), SMALL, palette.INK_SECOND))
    else:
        parts += [*_effects(reading, preview, most)]
        parts += _reactions(reading, _beside(known, preview.reactions), most)
    if known.hostile:
        parts += [Space(height=6), Label(_witnessed(known), SMALL, palette.BAD, wrap=True)]
    edge = palette.BAD if known.hostile else palette.LINE_STRONG
    return Panel(parts, fill=palette.CASING, border=edge, gap=2, pad=(14, 10, 14, 12), id="preview", width=WIDE)


def _witnessed(known: Known) -> str:
    """Say who will know of a hostile order and what it costs, or that it is asked about first."""
    if known.guarded:
        return _("Asks once, then it is a plan.")
    if known.price <= 0:
        return _("All states will know of it; it costs no influence.")
    return _("All states will know of it; it costs {price} influence.").format(price=price_text(known.price))


# --- what they would say


def acceptance(reply: Reply | None, most: int) -> Iterator[Element]:
    """Yield the meter of a yes with its largest terms."""
    if reply is None:
        yield Row([caption(_("Would they say yes?"), grow=1), Label(_("weighing …"), SMALL, palette.INK_SECOND)])
        return
    shade = odds_shade(reply.odds)
    yield Row([caption(_("Would they say yes?"), grow=1), Label(odds_words(reply.odds), STRONG, shade)], gap=6)
    yield Bar(reply.odds, shade, thick=6)
    yield Space(height=2)
    yield from terms(reply.terms[:most])


def odds_shade(odds: float) -> Colour:
    """Return green for likely, red for unlikely."""
    return palette.GOOD if odds >= _LIKELY else palette.BAD if odds < _UNLIKELY else palette.ACCENT


def terms(rows: Sequence[tuple[str, float]]) -> Iterator[Element]:
    """Yield reasons with their signs."""
    for says, value in rows:
        if abs(value) < _WEIGHED:
            continue
        shade = palette.GOOD if value > 0 else palette.BAD
        yield Row([Label(signed(value), STRONG, shade, width=48), Label(_(says), SMALL, palette.INK_SECOND, wrap=True,
                                                                        grow=1)], gap=6, align="start")  # fmt: skip


# --- what it changes


def _effects(reading: Reading, preview: Preview, most: int) -> Iterator[Element]:
    """Yield what the order changes: share of power, the gap on the scale, our name, what others feel and fear."""
    yield caption(_("Once they have answered") if preview.late else _("Next turn"))
    before, after = preview.share
    yield _moved(_("Our share of power"), _fine(before), _fine(after), after - before, _LITTLE_SHARE)
    before, after = preview.gap
    if abs(after - before) >= _LITTLE_GAP:
        yield _moved(_("Afraid, yet not bound"), percent(before), percent(after), before - after, 0)
    before, after = preview.reputation
    if abs(after - before) >= _LITTLE_NAME:
        yield _moved(_("Our good name"), number(before, 2), number(after, 2), after - before, 0)
    for change in preview.changes[:most]:
        yield _felt(reading, change)
    more = len(preview.changes) - most
    if more > 0:
        names = ", ".join(reading.nations[each.state].code for each in preview.changes[most:][:8])
        yield Label(_("and less so: {names}").format(names=names), TINY, palette.INK_THIRD, wrap=True)
    if not preview.changes and not preview.reactions:
        yield Label(_("Nobody thinks otherwise of us for it."), SMALL, palette.INK_SECOND, wrap=True)


def _fine(share: float) -> str:
    return _("{n} %").format(n=number(100 * share, 1))


def _moved(name: str, before: str, after: str, good: float, little: float) -> Element:
    shade = palette.INK if abs(good) <= little else palette.GOOD if good > 0 else palette.BAD
    return Row([Label(name, SMALL, palette.INK_SECOND, grow=1, least=40), *_from_to(before, after, shade)], gap=6)


def _from_to(before: str, after: str, shade: Colour) -> list[Element]:
    """Write a value, or what it was and what it becomes."""
    now: list[Element] = [Label(after, STRONG, shade)]
    return now if before == after else [Label(before, SMALL, palette.INK_SECOND), Icon("arrow-right", 12), *now]


def _felt(reading: Reading, change: Change) -> Element:
    """Tell a state's attitude, its fear of us and its threat to us, each where it changes."""
    nation = reading.nations[change.state]
    rows: list[Element] = []
    for name, (before, after), good, form in (
        (_("attitude"), change.attitude, 1.0, signed),
        (_("fears us"), change.fear, -1.0, _two),
        (_("threatens us"), change.threat, -1.0, _two),
    ):
        if abs(after - before) >= _FELT:
            rows.append(_moved(name, form(before), form(after), good * (after - before), 0))
    mark = Roundel(nation.emblem, nation.code, nation.colour, 22)
    return Row([mark, Label(nation.code, TINY.bold(), palette.INK_SECOND, width=22), Column(rows, grow=1)], gap=6)


def _two(value: float) -> str:
    return number(value, 2)


def _beside(known: Known, reactions: Sequence[Reaction]) -> list[Reaction]:
    """Leave out the yes that the meter tells already."""
    return [each for each in reactions if not (known.answered and each.order.choice.endswith("_yes"))]


def _reactions(reading: Reading, reactions: Sequence[Reaction], most: int) -> Iterator[Element]:
    """Yield what others then do towards us, with its odds without the order and with it."""
    if not reactions:
        return
    yield Space(height=6)
    yield caption(_("Likely answers"))
    for each in reactions[:most]:
        nation = reading.nations[each.state]
        kind = choice_of(each.order)[0]
        words = order_sentence(reading, each.order) if kind.group == ANSWER else order_title(reading, each.order)
        odds = _from_to(percent(each.without), percent(each.odds), palette.INK)
        yield Row([Roundel(nation.emblem, nation.code, nation.colour, 22), Label(words, SMALL, wrap=True, grow=1),
                   *odds], gap=6)  # fmt: skip
    if len(reactions) > most:
        names = ", ".join(dict.fromkeys(reading.nations[each.state].code for each in reactions[most:][:8]))
        yield Label(_("and more by {names}").format(names=names), TINY, palette.INK_THIRD, wrap=True)
