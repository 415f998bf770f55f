"""The dossier's lines about the congress: what is open, what is in force, how the state voted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.language import _
from game.ui import palette
from game.ui.figures import Icon, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row
from game.ui.play.assembly import Matter
from game.ui.theme import ROW, SMALL

__all__ = ["congress"]


def congress(found: Sequence[Matter]) -> Iterator[Element]:
    """Yield a heading, a line for each matter, and a rule below; nothing where there is none."""
    if not found:
        return
    yield caption(_("In the congress"))
    for matter in found:
        told: list[Element] = [Label(matter.words, ROW, wrap=True)]
        told += [Label(matter.who, SMALL, palette.INK_THIRD, wrap=True)] if matter.who else []
        shade = palette.BAD if matter.grave else palette.INK_SECOND
        right = Label(matter.right, SMALL, palette.INK_SECOND)
        yield Row([Icon("landmark", 16, shade), Column(told, grow=1), right], gap=10)
    yield Rule(12, 10)
