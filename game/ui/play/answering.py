"""Answering what waits on a play screen: yes and no are planned at once, other terms are named in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.panels.asked import OTHER_TERMS
from game.ui.play.countering import CounterDialog
from game.ui.play.landpicture import LandPictures
from game.ui.play.questions import Question

if TYPE_CHECKING:
    from game.ui.screens.play import PlayScreen

__all__ = ["answer"]


def answer(screen: PlayScreen, question: Question, key: str) -> None:
    """Answer with yes, no, or `OTHER_TERMS`; yes and no, given once more, are taken back."""
    plans = screen.plans
    if key != OTHER_TERMS:
        screen.complain(plans.answer(question, key == "yes"))
        return
    pictures = LandPictures(screen.chart)
    screen.app.push(CounterDialog(screen.reading, screen.forecast, question, plans.orders, plans.why_not,
                                  plans.give_all, pictures))  # fmt: skip
