"""Other terms: an answer to an offer or a demand that begins with its terms turned round, and its meter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.foresight import Need
from game.language import _
from game.orders.kind import Order, Terms
from game.orders.terms import GOODS
from game.ui import palette
from game.ui.buttons import Button
from game.ui.figures import Bar
from game.ui.labels import Label, caption
from game.ui.layout import Element, Row, Space
from game.ui.panels.preview import odds_shade
from game.ui.panels.terms import lands, on_terms
from game.ui.play.asking import AskingDialog, Give, Picture, WhyNot
from game.ui.play.forecast import Forecast
from game.ui.play.questions import Question
from game.ui.play.reading import Reading
from game.ui.play.words import percent
from game.ui.theme import SMALL, STRONG

__all__ = ["CounterDialog"]


class CounterDialog(AskingDialog):
    """The terms that one would take instead, the odds that they agree, and a press that plans the answer."""

    def __init__(
        self,
        reading: Reading,
        forecast: Forecast,
        question: Question,
        planned: Sequence[Order],
        why_not: WhyNot,
        give: Give,
        picture: Picture,
    ) -> None:
        """Begin with what is planned in answer already, else with their own terms."""
        given = question.answer_in(list(planned))
        if given is None or given.terms is None:
            given = _begun(reading, forecast, question, why_not)
        super().__init__(reading, forecast, question.other, [given], why_not, give, picture)
        self.question = question

    @property
    def title(self) -> str:
        """The heading."""
        return _("On what terms?")

    @property
    def fault(self) -> str | None:
        """Why these terms are no answer, if they are none."""
        usual = int(self.forecast.view.setting.rules.treaties.pact_term)
        if _full(self.order.terms, usual) == _full(self.question.turned, usual):
            return _("these are their own terms: name others")
        found = self.why_not(self.order)
        if found and found[0].code == "terms":
            demanded = self.question.topic == "demand"
            return _("name something to give instead") if demanded else _("name what you give, ask, or for how long")
        return found[0].sentence if found else None

    def _rows(self) -> Iterator[Element]:
        """Yield what they said, and whether they would agree to this instead."""
        yield Label(self.question.text, STRONG, wrap=True)
        reply = self.forecast.reply(self.order) if self.fault is None else None
        odds: list[Element] = [Label(self.fault or _("weighing …"), SMALL, palette.INK_SECOND)]
        if reply is not None:
            odds = [Bar(reply.odds, odds_shade(reply.odds), thick=6, grow=0, width=110),
                    Label(percent(reply.odds), STRONG, odds_shade(reply.odds), width=52, align="right")]  # fmt: skip
        yield Row([caption(_("Would they say yes?"), grow=1), *odds], gap=8, pad=(0, 6, 0, 0))

    def _foot(self, need: Need | None) -> Element:
        helps = self.helps(need)
        instead = Button("asking.instead", _("Plan what they need"), self._instead) if helps else None
        give = Button("asking.give", _("Answer so"), self._give, kind="primary", key="Enter", why_not=self.fault)
        return Row([Space(grow=1), Button("asking.close", _("Close"), self.back, key="Esc"), instead, give], gap=12)

    def _give(self) -> None:
        self._send((self.order,))

    def _instead(self) -> None:
        need = self.forecast.need(self.order)
        if need is not None:
            self._send((*need.changes, need.order))


def _begun(reading: Reading, forecast: Forecast, question: Question, why_not: WhyNot) -> Order:
    """The answer to begin with: their terms, or in place of a demand the first thing that could be given."""
    assert question.counter is not None
    order = replace(question.counter, terms=question.turned)
    if question.topic != "demand":
        return order
    for good in GOODS[1:]:
        land = next(iter(lands(reading, forecast.view, order, "give")), None) if good == "region" else None
        other = on_terms(order, give=good, region=land)
        if not why_not(other):
            return other
    return order


def _full(terms: Terms | None, usual: int) -> Terms:
    """The terms with the length of a pact written out."""
    terms = terms or Terms()
    return replace(terms, turns=terms.turns or usual)
