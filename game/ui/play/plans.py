"""What a person does with the plan: give, replace, take back, and what is left to do before the turn ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.foresight import ANSWERED
from game.language import _, plural
from game.orders.joint import problems
from game.orders.kind import ANSWER, INITIATIVE, Order, Refusal
from game.orders.options import axis
from game.ui.play.desk import Desk
from game.ui.play.forecast import Forecast
from game.ui.play.questions import Question
from game.ui.play.reading import Reading
from game.ui.play.words import choice_of, odds_words, order_title
from game.world import Setting

__all__ = ["Plans"]

_OFFERS = ("ally", "treaty", "peace")
_LIKELY, _MOST = 0.6, 2


class Plans:
    """The plan of the turn at a desk; `changed` is called after every change."""

    def __init__(self, desk: Desk, setting: Setting, changed: Callable[[], None]) -> None:
        self.desk = desk
        lay = axis(setting)
        self._prices = {(strip.kind.name, strip.choice.name): float(lay.price[strip.start]) for strip in lay.strips}
        self._changed = changed
        self._past: list[list[Order]] = []
        self._future: list[list[Order]] = []

    @property
    def orders(self) -> list[Order]:
        """Return the orders given so far."""
        return self.desk.plan()

    def offered(self, kind: str, choice: str) -> bool:
        """Say whether there is such an order at this level."""
        return (kind, choice) in self._prices

    def price(self, order: Order) -> float:
        """Return the influence that an order costs."""
        return self._prices.get((order.kind, order.choice), 0.0)

    def give(self, order: Order) -> list[Refusal]:
        """Add an order to the plan, or return the reasons why not."""
        before = self.orders
        found = self.desk.give(order)
        if not found:
            self._note(before)
        return found

    def give_all(self, orders: Sequence[Order]) -> list[Refusal]:
        """Add several orders as one change, plans in the place of those that stand; all of them or none."""
        before = self.orders
        for order in orders:
            for old in [each for each in self.orders if _in_the_place_of(order, each)]:
                self.desk.take_back(old)
            found = [] if order in self.orders else self.desk.give(order)
            if found:
                self._restore(before)
                return found
        self._settled(before)
        return []

    def why_not(self, order: Order) -> list[Refusal]:
        """Return why an order could not stand in the plan, without what it would replace there."""
        kept = [each for each in self.orders if not _in_the_place_of(order, each)]
        return problems(self.desk.view(), self.desk.state, kept, order)

    def remove(self, order: Order) -> None:
        """Take back one order."""
        before = self.orders
        if self.desk.take_back(order) is not None:
            self._note(before)

    def clear(self) -> None:
        """Take back all orders; that, too, can be undone."""
        before = self.orders
        self._empty()
        if before:
            self._note(before)

    # --- undo

    @property
    def can_undo(self) -> bool:
        """There is a change, or at least an order, to take back."""
        return bool(self._past or self.orders)

    @property
    def can_redo(self) -> bool:
        """A change was taken back and nothing was changed since."""
        return bool(self._future)

    def undo(self) -> None:
        """Take back the last change of the plan; of a plan that came from elsewhere, the last order."""
        now = self.orders
        if self._past:
            self._restore(self._past.pop())
        elif self.desk.take_back() is None:
            return
        self._future.append(now)
        self._changed()

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._future:
            self._past.append(self.orders)
            self._restore(self._future.pop())
            self._changed()

    def _note(self, before: list[Order]) -> None:
        self._past.append(before)
        self._future.clear()
        self._changed()

    def _restore(self, orders: list[Order]) -> None:
        self._empty()
        for order in orders:
            self.desk.give(order)

    def _empty(self) -> None:
        while self.desk.take_back() is not None:
            pass

    # --- plans that stand, answers

    def standing(self, kind: str) -> Order | None:
        """Return the order of a kind that stands in the plan, such as the budget."""
        return next((order for order in self.orders if order.kind == kind), None)

    def settle(self, order: Order | None, kind: str) -> list[Refusal]:
        """Put an order in the place of the one of its kind, or take that one back; an unlawful one changes nothing."""
        all_, before = self.orders, self.standing(kind)
        if before is not None:
            self.desk.take_back(before)
        found = [] if order is None else self.desk.give(order)
        if found and before is not None:
            self.desk.give(before)
        self._settled(all_)
        return found

    def answer(self, question: Question, yes: bool) -> list[Refusal]:
        """Answer a question; the same answer again takes it back."""
        all_ = self.orders
        wanted, before = (question.yes if yes else question.no), question.answer_in(all_)
        if before is not None:
            self.desk.take_back(before)
        found = [] if wanted == before else self.desk.give(wanted)
        self._settled(all_)
        return found

    def _settled(self, before: list[Order]) -> None:
        if self.orders != before:
            self._note(before)
        else:
            self._changed()

    def initiatives_left(self, reading: Reading) -> int:
        """Return how many initiatives may still be given."""
        return reading.initiatives - sum(choice_of(order)[0].group == INITIATIVE for order in self.orders)

    def influence_left(self, reading: Reading) -> float:
        """Return the influence not yet spent."""
        return reading.influence - sum(self.price(order) for order in self.orders)

    def unanswered(self, reading: Reading) -> list[Question]:
        """Return the questions without an answer."""
        plan = self.orders
        return [question for question in reading.questions if question.answer_in(plan) is None]

    def left_to_do(self, reading: Reading, forecast: Forecast | None) -> list[str]:
        """Say what is really left: answers due and, with a forecast, initiatives of which something would come."""
        lines = [question.text for question in self.unanswered(reading)]
        left = self.initiatives_left(reading)
        useful = self._welcome(reading, forecast) if forecast is not None and left > 0 else []
        if useful:
            unused = plural("{n} initiative unused", "{n} initiatives unused", left)
            lines.append(_("{unused}: {what}").format(unused=unused, what="; ".join(useful)))
        return lines

    def _welcome(self, reading: Reading, forecast: Forecast) -> list[str]:
        """Name the offers that could still be made and would probably be accepted, the surest first."""
        found: list[tuple[float, str]] = []
        for kind, choice in self._prices:
            if (kind, choice) in ANSWERED and kind in _OFFERS:
                for nation in reading.others:
                    order = Order(kind, choice, nation.index)
                    odds = forecast.accepts(order)
                    if odds is not None and odds >= _LIKELY and not self.desk.why_not(order):
                        found.append((odds, f"{order_title(reading, order)} ({odds_words(odds)})"))
        found.sort(key=lambda row: -row[0])
        return [words for _odds, words in found[:_MOST]]


def _in_the_place_of(order: Order, old: Order) -> bool:
    """The one stands for the other: the same plan, the same offer on other terms, another answer to the same."""
    if order.target is None:
        return old.kind == order.kind and old.target is None
    if (old.kind, old.target) != (order.kind, order.target):
        return False
    if order.kind == ANSWER:
        return choice_of(old)[1].slot == choice_of(order)[1].slot
    return old.choice == order.choice or old.kind == "guarantee"
