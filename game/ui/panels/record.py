"""The foot of a dossier: a state's record, its economy and its arms."""

from __future__ import annotations

from collections.abc import Iterator

from game.language import _
from game.ui import palette
from game.ui.buttons import Hint
from game.ui.figures import Bar
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row
from game.ui.play.reading import Nation, Range
from game.ui.play.words import likely_tip
from game.ui.theme import ROW, SMALL, STRONG, number

__all__ = ["record"]


def record(nation: Nation) -> Iterator[Element]:
    """Show what kind of state it is and what it has; its arms with their likely range where they are estimated."""
    yield caption(_("Its record"))
    yield _measure(_("Keeps its word"), nation.reputation, palette.GOOD)
    yield _measure(_("Aggression"), nation.aggression, palette.BAD)
    yield _measure(_("Cohesion"), nation.cohesion, palette.INK_SECOND)
    yield Row([Label(_("Economy"), ROW, palette.INK_SECOND, grow=1), Label(number(nation.economy, 1), STRONG)])
    if nation.likely_arms is None:
        yield Row([Label(_("Arms"), ROW, palette.INK_SECOND, grow=1), Label(number(nation.arms, 1), STRONG)])
    else:
        yield Hint([_estimate(nation, nation.likely_arms)], likely_tip(), id="dossier.arms")


def _estimate(nation: Nation, likely: Range) -> Element:
    """Show what is published of its arms, and within what the truth probably lies."""
    least, most = (number(end, 1) for end in likely)
    words = _("likely {least} to {most}").format(least=least, most=most)
    return Column([
        Row([Label(_("Arms, as published"), ROW, palette.INK_SECOND, grow=1), Label(number(nation.arms, 1), STRONG)]),
        Label(words, SMALL, palette.INK_SECOND, align="right"),
    ])  # fmt: skip


def _measure(name: str, value: float, shade: palette.Colour) -> Element:
    return Row([Label(name, ROW, palette.INK_SECOND, width=120), Bar(value, shade),
                Label(number(value, 2), STRONG, width=40, align="right")], gap=8)  # fmt: skip
