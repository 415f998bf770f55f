"""The bar at the top: the date, the balance, the way out, and how near hegemony is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.language import _
from game.ui import palette
from game.ui.buttons import Act, Button, Hint
from game.ui.canvas import Canvas
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Hot, Row, Space
from game.ui.panels.balance import BalanceScale
from game.ui.play.desk import Tool
from game.ui.play.marks import Pills
from game.ui.play.reading import Reading
from game.ui.play.words import hegemony_words, turn_words
from game.ui.text import sentence
from game.ui.theme import DATE, HEAD, ROW, SMALL, STRONG, TITLE

__all__ = ["top_bar"]


class _Bar(Row):
    """A row on panel ground with a hairline under it."""

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw ground and line."""
        x, y, width, height = self.rect
        canvas.fill(self.rect, palette.PANEL)
        canvas.fill((x, y + height - 1, width, 1), palette.LINE)


def top_bar(
    reading: Reading, title: str, tools: Sequence[Tool], help: Act, menu: Act, on_weight: Callable[[str], None],
    *, height: int, wide: bool, roomy: bool,
) -> Element:  # fmt: skip
    """Return the bar for a width (wide: from 1500) and height (roomy: large letters)."""
    sides = (350, 350) if wide else (190, max(190, (len(tools) + 2) * 50))
    balance = replace(reading.balance, count=_count(reading)) if reading.hegemony_count else reading.balance
    scale = BalanceScale(balance, on_weight, grow=1, height=height - 4)
    row = [_when(reading, title, sides[0], roomy), scale, _ways(reading, tools, help, menu, sides[1], roomy)]
    return _Bar(row, gap=12 if wide else 4, pad=(24 if wide else 14, 0), height=height, align="stretch")


_LONG_DATE = 300  # pixels that a month and a year take in large letters


def _when(reading: Reading, title: str, width: int, roomy: bool) -> Element:
    style = HEAD if reading.setting.parts > 1 and width < _LONG_DATE else DATE if roomy else TITLE
    lines = [
        caption(title),
        Label(sentence(reading.date), style),
        Label(turn_words(reading), ROW if roomy else SMALL, palette.INK_SECOND, wrap=True),
    ]
    return Column([Space(grow=1), *lines, Space(grow=1)], gap=4 if roomy else 0, width=width)


def _ways(reading: Reading, tools: Sequence[Tool], help: Act, menu: Act, width: int, roomy: bool) -> Element:
    buttons = [Button("help", "", help, icon="circle-question-mark", tip=_("Keys (?)"), shortcut="?")]
    buttons += [Button(f"tool.{t.id}", "", t.act, icon=t.icon, tip=t.tip, shortcut=t.key) for t in tools]
    buttons.append(Button("menu", "", menu, icon="menu", tip=_("Menu: save, settings, leave"), shortcut="F10"))
    grave = reading.hegemony_count > 0
    words = Label(hegemony_words(reading), SMALL, palette.BAD if grave else palette.INK_SECOND, align="right",
                  wrap=grave)  # fmt: skip
    count = Row([Space(grow=1), Label(_count(reading), STRONG), Pills(reading.hegemony_count, reading.hegemony_turns)],
                gap=10)  # fmt: skip
    tip = _("Who ends {n} turns in a row with half of all power and unchecked is hegemon, and the game is over.")
    hegemony = Hint([Column([words, count], gap=2)], tip.format(n=reading.hegemony_turns), id="hegemony")
    return Column(
        [
            Space(grow=1),
            Row([Space(grow=1), *buttons], gap=8 if roomy else 6),
            Space(height=12 if roomy else 4),
            hegemony,
            Space(grow=1),
        ],
        width=width,
    )


def _count(reading: Reading) -> str:
    return _("{n} of {last}").format(n=reading.hegemony_count, last=reading.hegemony_turns)
