"""The card under the balance scale: why one weight lies where it does, and what would move it."""

from __future__ import annotations

from collections.abc import Callable

from game.language import _
from game.ui import palette
from game.ui.buttons import Act, Button
from game.ui.figures import Icon, Panel, Roundel, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.play.reading import Reading
from game.ui.play.stage import Shield
from game.ui.play.stands import Stand
from game.ui.play.words import percent
from game.ui.scroll import Scroll
from game.ui.terms import explained
from game.ui.theme import HEAD, ROW, SMALL, number

__all__ = ["weighed"]

_WIDE = 460


def weighed(reading: Reading, stand: Stand, memory: dict[str, int], close: Act, deal: Callable[[], None]) -> Element:
    """Return the card about one state's weight; what it says scrolls where the window is low."""
    nation = reading.nations[stand.state]
    share = _("{share} of all power").format(share=percent(nation.power))
    if nation.likely_power is not None:
        least, most = (number(100 * end) for end in nation.likely_power)
        share = _("likely {least} to {most} % of all power").format(least=least, most=most)
    head = Row(
        [
            Roundel(nation.emblem, nation.code, nation.colour, 40),
            Column([Label(nation.name, HEAD), Label(share, SMALL, palette.INK_SECOND)], grow=1),
            Button("weighed.close", "", close, icon="x", kind="plain", tip=_("Close (Esc)")),
        ],
        gap=12,
    )
    said: list[Element] = [caption(_("Why it is there")), *(_line("scale", words) for words in stand.why)]
    said += [Space(height=6), caption(_("What would move it"))]
    said += [_line("arrow-right", words) for words in stand.moves]
    if stand.state != reading.me:
        note = _("What others fear is guessed from what all can see.")
        said += [Space(height=6), Label(note, SMALL, palette.INK_THIRD, wrap=True)]
    parts: list[Element] = [head, Label(stand.place, ROW, palette.ACCENT, wrap=True), Rule(8, 8)]
    parts.append(Scroll(Column(said, gap=4), memory, id=f"weighed.{stand.state}"))
    if stand.state != reading.me and not reading.epilogue:
        act = Button("weighed.deal", _("Deal with {name}").format(name=nation.spoken), deal, icon="message-square",
                     key="A")  # fmt: skip
        parts += [Space(height=8), Row([Space(grow=1), act])]
    return explained(Shield(Panel(parts, gap=4, pad=(20, 12, 16, 14), width=_WIDE), id="weighed"), "weighed")


def _line(icon: str, words: str) -> Element:
    return Row([Icon(icon, 16), Label(words, ROW, wrap=True, grow=1)], gap=10, align="start")
