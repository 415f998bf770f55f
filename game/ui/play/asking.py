"""The question “What would you need?”: every offer to a state with its meter and reasons, and the least change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import perf_counter

from game.foresight import ANSWERED, Need
from game.language import _
from game.orders.kind import Order, Refusal
from game.ui import palette
from game.ui.buttons import Button
from game.ui.controls import Card
from game.ui.dialogs import centred
from game.ui.figures import Bar, Icon, Panel, Roundel, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.panels.preview import odds_shade, terms
from game.ui.panels.terms import terms_rows
from game.ui.play.forecast import Forecast
from game.ui.play.reading import Reading
from game.ui.play.words import odds_words, order_icon, order_sentence, order_title, percent
from game.ui.screen import Screen
from game.ui.scroll import Scroll
from game.ui.theme import BODY, HEAD, SMALL, STRONG

__all__ = ["AskingDialog"]

_WIDE, _MOST_TERMS = 640, 5
_WORTH_SAYING = 0.01  # less better odds are no help
WhyNot = Callable[[Order], list[Refusal]]
Picture = Callable[[int], Element]
Give = Callable[[Sequence[Order]], Sequence[Refusal]]


class AskingDialog(Screen):
    """What a state would say to each offer, why, and what it would need to say yes; a press plans all of it."""

    opaque = False
    typing = False

    def __init__(
        self,
        reading: Reading,
        forecast: Forecast,
        state: int,
        offers: Sequence[Order],
        why_not: WhyNot,
        give: Give,
        picture: Picture,
    ) -> None:
        """Take the offers and demands that may be made now, the first of which is shown first."""
        super().__init__()
        self.why_not, self.picture = why_not, picture
        self.reading, self.forecast, self.state, self.give = reading, forecast, state, give
        self.offers = [order for order in offers if _is_answered(order) or order.kind == "guarantee"]
        self.chosen = 0
        self.refusal = ""
        self.first = "asking.give"

    @property
    def title(self) -> str:
        """The heading."""
        return _("What would you need?")

    @property
    def order(self) -> Order:
        """The offer that is asked about."""
        return self.offers[self.chosen]

    @property
    def fault(self) -> str | None:
        """Why the offer says nothing on these terms, if it does not."""
        return None

    def helps(self, need: Need | None) -> bool:
        """Say whether something else than the offer as it is would make a yes more probable."""
        reply = self.forecast.reply(self.order) if _is_answered(self.order) else None
        if need is None or reply is None or (not need.changes and need.order == self.order):
            return False
        return need.enough or need.reply.odds >= reply.odds + _WORTH_SAYING

    def animate(self, seconds: float) -> bool:
        """Weigh a little."""
        if self.forecast.work(perf_counter):
            self.refresh()
        return False

    def compose(self, size: Size) -> Element:
        """Return the offers with their odds, the reasons of the chosen one, and what it would take."""
        nation = self.reading.nations[self.state]
        head = Row([Roundel(nation.emblem, nation.code, nation.colour, 40),
                    Column([Label(self.title, HEAD),
                            Label(nation.name, SMALL, palette.INK_SECOND)], grow=1)], gap=12)  # fmt: skip
        need = self.forecast.need(self.order) if _is_answered(self.order) and self.fault is None else None
        view = self.forecast.view
        rows = terms_rows(self.reading, view, self.order, self.why_not, self._change, self.picture)
        parts: list[Element] = [*self._rows(), Rule(8, 8), *rows]
        if _is_answered(self.order) and self.fault is None:
            parts += [Rule(8, 8), *self._reasons(), Rule(8, 8), *self._answer(need)]
        body = Column(parts, gap=4)
        panel = Panel([head, Space(height=10), Scroll(body, self.memory, id="asking.body"), Space(height=12),
                       self._foot(need)], pad=(24, 18), id="asking.panel")  # fmt: skip
        return centred(panel, size, _WIDE)

    def _rows(self) -> Iterator[Element]:
        for place, order in enumerate(self.offers):
            reply = self.forecast.reply(order) if _is_answered(order) else None
            odds: list[Element] = [Label(_("weighing …"), SMALL, palette.INK_SECOND)] if _is_answered(order) else []
            if reply is not None:
                odds = [Bar(reply.odds, odds_shade(reply.odds), thick=6, grow=0, width=110),
                        Label(percent(reply.odds), STRONG, width=52, align="right")]  # fmt: skip
            parts = [Icon(order_icon(order), 18), Label(self._title(order), STRONG, grow=1), *odds]
            yield Card(f"asking.{place}", parts, partial(self._choose, place), chosen=place == self.chosen, bare=True,
                       pad=(10, 7))  # fmt: skip

    def _title(self, order: Order) -> str:
        return (order_sentence if order.kind == "demand" else order_title)(self.reading, order)

    def _choose(self, place: int) -> None:
        self.chosen, self.refusal = place, ""
        self.refresh()

    def _change(self, order: Order) -> None:
        """Take the chosen offer on other terms."""
        self.offers[self.chosen], self.refusal = order, ""
        self.refresh()

    def _reasons(self) -> Iterator[Element]:
        yield caption(_("What they weigh"))
        reply = self.forecast.reply(self.order)
        if reply is None:
            yield Label(_("weighing …"), SMALL, palette.INK_SECOND)
        else:
            yield from terms(reply.terms[:_MOST_TERMS])
            yield Label(_("Above zero they accept: {odds}.").format(odds=odds_words(reply.odds)), SMALL,
                        palette.INK_SECOND, wrap=True)  # fmt: skip

    def _answer(self, need: Need | None) -> Iterator[Element]:
        yield caption(_("The least they would need"))
        if need is None:
            yield Label(_("weighing …"), BODY, palette.INK_SECOND)
        elif need.enough and not need.changes and need.order == self.order:
            yield Label(_("Nothing more: they would accept as it is."), STRONG, palette.GOOD, wrap=True)
        elif need.enough:
            yield Label(_("They would accept this in one and the same turn:"), BODY, wrap=True)
            yield from self._changes(need)
        else:
            text = _("Nothing that we can do this turn makes them sure to accept.")
            yield Label(text, BODY, palette.INK, wrap=True)
            if self.helps(need):
                best = _("The most that helps, to {odds}:").format(odds=percent(need.reply.odds))
                yield Label(best, BODY, palette.INK_SECOND, wrap=True)
                yield from self._changes(need)
        if self.refusal:
            yield Label(self.refusal, SMALL, palette.BAD, wrap=True)

    def _changes(self, need: Need) -> Iterator[Element]:
        for order in [*([need.order] if need.order != self.order else []), *need.changes]:
            words = Label(order_sentence(self.reading, order), STRONG, wrap=True, grow=1)
            yield Row([Icon(order_icon(order), 18, palette.ACCENT), words], gap=10, pad=(10, 3))

    def _foot(self, need: Need | None) -> Element:
        helped = need if need is not None and self.helps(need) else None
        text = _("Plan it") if helped is None else _("Plan all") if helped.changes else _("Plan that")
        give = Button("asking.give", text, self._give, kind="primary", key="Enter")
        return Row([Space(grow=1), Button("asking.close", _("Close"), self.back, key="Esc"), give], gap=12)

    def _give(self) -> None:
        need = self.forecast.need(self.order) if _is_answered(self.order) else None
        self._send((*need.changes, need.order) if need is not None and self.helps(need) else (self.order,))

    def _send(self, orders: Sequence[Order]) -> None:
        refused = self.give(orders)
        if refused:
            self.refusal = refused[0].sentence
            self.refresh()
        else:
            self.app.remove(self)


def _is_answered(order: Order) -> bool:
    return (order.kind, order.choice) in ANSWERED
