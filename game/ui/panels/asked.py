"""One matter that waits for an answer: who asks what, and buttons for yes, no, and other terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.language import _
from game.orders.kind import Order
from game.ui import palette
from game.ui.buttons import Segmented
from game.ui.figures import Icon, Roundel
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Space
from game.ui.play.questions import Question
from game.ui.play.reading import Reading
from game.ui.play.words import order_sentence
from game.ui.theme import SMALL, STRONG

__all__ = ["OTHER_TERMS", "Answer", "asked"]

OTHER_TERMS = "other"
"""The key of the answer that names other terms, beside yes and no."""

_ICONS = {"pact": "link-2", "trade": "coins", "nonaggression": "handshake", "peace": "handshake", "demand": "gavel",
          "call": "swords", "settle": "gavel", "vote": "landmark"}  # fmt: skip
Answer = Callable[[Question, str], None]


def asked(reading: Reading, question: Question, plan: Sequence[Order], answer: Answer, *, narrow: bool) -> Element:
    """Return the matter with its buttons, below the words; where it is wide, with the emblem of who asks."""
    nation, given = reading.nations[question.other], question.answer_in(list(plan))
    words: list[Element] = [Label(question.text, STRONG, wrap=True)]
    if given is not None and given.terms is not None:
        words.append(Label(order_sentence(reading, given), SMALL, palette.ACCENT, wrap=True))
    buttons = _buttons(reading, question, given, answer, narrow=narrow)
    icon = Icon(_ICONS.get(question.topic, "mail"), 16)
    if narrow:
        return Column([Row([icon, Column(words, grow=1)], gap=8, align="start"), Space(height=6), buttons], pad=(0, 4))
    free = Label(_("free, and not counted"), SMALL, palette.INK_THIRD, grow=1)
    told = Column([*words, Space(height=4), Row([free, buttons], gap=10)], grow=1)
    return Row([Roundel(nation.emblem, nation.code, nation.colour, 34), Row([icon]), told], gap=10, pad=(0, 4))


def _buttons(reading: Reading, question: Question, given: Order | None, answer: Answer, *, narrow: bool) -> Element:
    chosen = "" if given is None else "yes" if given == question.yes else "no" if given == question.no else OTHER_TERMS
    options = [("yes", question.yes_word), ("no", question.no_word)]
    tips = {"yes": order_sentence(reading, question.yes), "no": order_sentence(reading, question.no)}
    if question.counter is not None:
        options.append((OTHER_TERMS, _("Other terms")))
        tips[OTHER_TERMS] = order_sentence(reading, question.counter)
    choose = lambda key: answer(question, key)  # noqa: E731
    return Segmented(f"q.{question.id}", options, chosen, choose, tips=tips, even=narrow, tight=narrow)
