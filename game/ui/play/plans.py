"""What a person does with the plan: give, replace, take back, and what is left to do before the turn ends."""

from __future__ import annotations

from collections.abc import Callable

from game.language import _, plural
from game.orders.kind import INITIATIVE, Order, Refusal
from game.orders.options import axis
from game.ui.play.desk import Desk
from game.ui.play.questions import Question
from game.ui.play.reading import Reading
from game.ui.play.words import choice_of
from game.world import Setting

__all__ = ["Plans"]


class Plans:
    """The plan of the turn at a desk; `changed` is called after every change."""

    def __init__(self, desk: Desk, setting: Setting, changed: Callable[[], None]) -> None:
        self.desk = desk
        lay = axis(setting)
        self._prices = {(strip.kind.name, strip.choice.name): float(lay.price[strip.start]) for strip in lay.strips}
        self._changed = changed

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
        found = self.desk.give(order)
        if not found:
            self._changed()
        return found

    def undo(self) -> None:
        """Take back the last order."""
        if self.desk.take_back() is not None:
            self._changed()

    def remove(self, order: Order) -> None:
        """Take back one order."""
        if self.desk.take_back(order) is not None:
            self._changed()

    def clear(self) -> None:
        """Take back all orders."""
        while self.desk.take_back() is not None:
            pass
        self._changed()

    def standing(self, kind: str) -> Order | None:
        """Return the order of a kind that stands in the plan, such as the budget."""
        return next((order for order in self.orders if order.kind == kind), None)

    def settle(self, order: Order | None, kind: str) -> list[Refusal]:
        """Put an order in the place of the one of its kind, or take that one back; an unlawful one changes nothing."""
        before = self.standing(kind)
        if before is not None:
            self.desk.take_back(before)
        found = [] if order is None else self.desk.give(order)
        if found and before is not None:
            self.desk.give(before)
        self._changed()
        return found

    def answer(self, question: Question, yes: bool) -> list[Refusal]:
        """Answer a question; the same answer again takes it back."""
        wanted, before = (question.yes if yes else question.no), question.answer_in(self.orders)
        if before is not None:
            self.desk.take_back(before)
        found = [] if wanted == before else self.desk.give(wanted)
        self._changed()
        return found

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

    def left_to_do(self, reading: Reading, mention_unused: bool) -> list[str]:
        """Say what is really left: answers due, and initiatives that could still be paid for."""
        lines = [question.text for question in self.unanswered(reading)]
        left, have = self.initiatives_left(reading), self.influence_left(reading)
        least = min((price for price in self._prices.values() if price > 0), default=0.0)
        if mention_unused and left > 0 and have >= least:
            unused = plural("{n} initiative unused", "{n} initiatives unused", left)
            lines.append(_("{unused}, and {have:.1f} influence").format(unused=unused, have=have))
        return lines
