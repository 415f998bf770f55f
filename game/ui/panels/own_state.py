"""My own state: what it has and whither it goes, the budget and the posture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.language import _, mark
from game.orders.kind import Order
from game.ui import palette
from game.ui.buttons import Act, Button, Hint, Segmented
from game.ui.figures import Panel, Roundel
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Space
from game.ui.play.marks import Sparkline
from game.ui.play.reading import Reading
from game.ui.play.words import percent, verb_icon, verb_word
from game.ui.theme import HEAD, SMALL, STRONG, VALUE, Theme, number

__all__ = ["budget", "heading", "numbers", "posture"]

_SEEN = {"shield": mark("seen as defensive"), "both": mark("seen as both"), "sword": mark("seen as offensive")}
_TIPS = {
    "guns": mark("Arms first: strong soon, feared by neighbours, poorer later."),
    "balanced": mark("Something for arms, growth and home."),
    "butter": mark("Growth and home first: rich later, weak now."),
    "shield": mark("Arms that defend: calms the neighbours, takes no land."),
    "both": mark("Arms for either use."),
    "sword": mark("Arms that attack: frightens."),
}


def heading(reading: Reading, player: str, *, low: bool) -> Element:
    """Return emblem and name, smaller where the window is low."""
    mine = reading.mine
    note = _("{code}, that is you").format(code=mine.code) if not player else f"{mine.code}, {player}"
    return Row([Roundel(mine.emblem, mine.code, mine.colour, 34 if low else 44),
                Column([Label(mine.name, HEAD), Label(note, SMALL, palette.INK_SECOND)], grow=1)], gap=14)  # fmt: skip


def numbers(reading: Reading, *, low: bool, narrow: bool) -> Element:
    """Return power, arms, economy, cohesion with their trends; without these where the window is low."""
    mine, trend = reading.mine, reading.trend
    arms = _("Arms in points, of which {usable} can be used.").format(usable=number(mine.usable, 1))
    if reading.estimated:
        believed = _("The others believe that there are {n}: they know only what is published.")
        arms += " " + believed.format(n=number(reading.believed, 1))
    shape = _one_line if low else partial(_tile, spark=38 if narrow else 56)
    tiles = [
        shape("power", _("Power"), percent(mine.power), trend.power,
              _("Share of all power: the mean of the shares in economy and usable arms.")
              + (" " + _("Of the others’ arms we know what is published.") if reading.estimated else "")),
        shape("arms", _("Arms"), number(mine.arms, 1), trend.arms, arms),
        shape("economy", _("Economy"), number(mine.economy, 1), trend.economy, _("Economy in points.")),
        shape("cohesion", _("Cohesion"), number(mine.cohesion, 2), trend.cohesion,
              _("How firmly the people stand behind the state, 0 to 1.")),
    ]  # fmt: skip
    rows = [_Pair(tiles[k : k + 2]) for k in (0, 2)]
    return Column(rows, gap=8)


class _Pair(Row):
    """Two tiles of the same width."""

    def __init__(self, tiles: Sequence[Element]) -> None:
        super().__init__(tiles, gap=8, align="stretch")

    def _widths(self, theme: Theme, room: int) -> list[int]:
        return [room - room // 2, room // 2]


def _one_line(id: str, name: str, value: str, trend: Sequence[float], tip: str) -> Element:
    row = Row([Label(name, SMALL, palette.INK_SECOND, grow=1), Label(value, STRONG)], gap=4)
    return Hint([Panel([row], fill=palette.RAISED, border=None, pad=(8, 3), radius=6)], tip, id=f"mine.{id}", grow=1)


def _tile(id: str, name: str, value: str, trend: Sequence[float], tip: str, spark: int) -> Element:
    words = Column([Label(name, SMALL, palette.INK_SECOND), Label(value, VALUE)], grow=1)
    row = Row([words, Sparkline(trend, width=spark)], gap=6)
    tile = Panel([row], fill=palette.RAISED, border=None, pad=(10, 5), radius=6)
    return Hint([tile], tip, id=f"mine.{id}", grow=1)


def budget(
    reading: Reading, planned: Order | None, chosen: str, choose: Callable[[str], None], own: Act, *, icons: bool
) -> Element:
    """Return the three budgets and the way to shares of one's own."""
    shares = planned.shares if planned and planned.shares else reading.budget
    told = _("arms {arms}, growth {growth}, home {home} %") if icons else _("{arms} / {growth} / {home} %")
    now = told.format(arms=_whole(shares[0]), growth=_whole(shares[1]), home=_whole(shares[2]))
    right = now if planned is None or planned.shares else _("from this turn on")
    names = ("guns", "balanced", "butter")
    options = [(name, verb_word("budget", name), verb_icon("budget", name) if icons else "") for name in names]
    tips = {name: _(_TIPS[name]) for name in names}
    row = Segmented("budget", options, chosen, choose, tips=tips, even=True, tight=True)
    gear = Button("budget.own", "", own, icon="settings", kind="plain", height=26,
                  tip=_("Own shares of arms, growth and home"))  # fmt: skip
    head = Row([caption(_("Budget")), Label(right, SMALL, palette.INK_SECOND, align="right", grow=1), gear], gap=6)
    return Column([head, Space(height=2), row])


def posture(reading: Reading, chosen: str, choose: Callable[[str], None], *, icons: bool) -> Element:
    """Return the three postures."""
    names = ("shield", "both", "sword")
    options = [(name, verb_word("posture", name), verb_icon("posture", name) if icons else "") for name in names]
    row = Segmented("posture", options, chosen, choose, tips={name: _(_TIPS[name]) for name in names},
                    even=True, tight=True)  # fmt: skip
    seen = _(_SEEN[reading.mine.posture]) if chosen == reading.mine.posture else _("from the end of the turn")
    return Column([_caption(_("Posture"), seen), Space(height=6), row])


def _caption(text: str, right: str) -> Element:
    return Row([caption(text), Label(right, SMALL, palette.INK_SECOND, align="right", grow=1)], gap=8)


def _whole(share: float) -> str:
    return number(100 * share)
