"""The dialog for a budget of one's own: arms, growth, and what is left for home."""

from __future__ import annotations

from collections.abc import Callable

from game.language import _
from game.ui import palette
from game.ui.buttons import Button
from game.ui.controls import Slider
from game.ui.dialogs import centred
from game.ui.figures import Bar, Panel
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.theme import BODY, HEAD, STRONG, VALUE

__all__ = ["SharesDialog"]

Shares = tuple[float, float, float]
_STEPS = [k * 5 for k in range(21)]  # per cent
_MARKS = (0, 25, 50, 75, 100)


class SharesDialog(Screen):
    """Ask for the shares of arms and growth; the rest goes home."""

    opaque = False
    first = "shares.give"

    def __init__(self, shares: Shares, give: Callable[[Shares], None]) -> None:
        super().__init__()
        self.arms = round(shares[0] * 20) * 5
        self.growth = min(100 - self.arms, round(shares[1] * 20) * 5)
        self.give = give

    @property
    def home(self) -> int:
        """Per cent left for home."""
        return 100 - self.arms - self.growth

    def compose(self, size: Size) -> Element:
        """Return two sliders, the rest, and the buttons."""
        rows = [
            self._row("arms", _("Arms"), self.arms, 100 - self.growth, self._set_arms),
            self._row("growth", _("Growth"), self.growth, 100 - self.arms, self._set_growth),
        ]
        rest = Row([Label(_("Home"), STRONG, width=90), Bar(self.home / 100, palette.INK_SECOND, thick=6),
                    Label(_("{n} %").format(n=self.home), VALUE, width=64, align="right")], gap=16)  # fmt: skip
        leave, give = Button("shares.leave", _("Leave it"), self.back), self._giver()
        buttons = Row([Space(grow=1), leave, give], gap=12)
        note = Label(_("Arms last and frighten, growth compounds, home keeps the people together."), BODY,
                     palette.INK_SECOND, wrap=True)  # fmt: skip
        panel = Panel([Label(_("Own budget"), HEAD), note, Space(height=14), Column(rows, gap=14), Space(height=14),
                       rest, Space(height=20), buttons], pad=(24, 18), id="shares")  # fmt: skip
        return centred(panel, size, 560)

    def _row(self, id: str, name: str, value: int, most: int, choose: Callable[[float], None]) -> Element:
        words = lambda each: f"{each:.0f}" if each in _MARKS else ""  # noqa: E731
        slider = Slider(f"shares.{id}", _STEPS, value, choose, words=words, most=most)
        return Row([Label(name, STRONG, width=90), slider, Label(_("{n} %").format(n=value), VALUE, width=64,
                                                                 align="right")], gap=16)  # fmt: skip

    def _giver(self) -> Element:
        return Button("shares.give", _("Plan it"), self._done, kind="primary", key="Enter")

    def _set_arms(self, value: float) -> None:
        self.arms = min(round(value), 100 - self.growth)
        self.refresh()

    def _set_growth(self, value: float) -> None:
        self.growth = min(round(value), 100 - self.arms)
        self.refresh()

    def _done(self) -> None:
        self.app.remove(self)
        self.give((self.arms / 100, self.growth / 100, self.home / 100))
