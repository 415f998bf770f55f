"""The right side of the play screen: my state, budget, posture, the plan, and the end of the turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import _
from game.orders.kind import Order
from game.ui.buttons import Button, Segmented
from game.ui.figures import Panel, Rule
from game.ui.layout import Column, Element, Space
from game.ui.panels import own_state
from game.ui.panels.dossier import others
from game.ui.panels.orders import Tray, tray, what_is_left
from game.ui.panels.own_orders import own_orders
from game.ui.play.frame import Frame
from game.ui.play.shares import Shares, SharesDialog
from game.ui.play.stage import Shield
from game.ui.scroll import Scroll

if TYPE_CHECKING:
    from game.ui.screens.play import PlayScreen

__all__ = ["Side"]

_BUDGETS = ("guns", "balanced", "butter")
_NARROW, _LOW = 330, 500  # logical pixels below which the panel leaves out icons, trends, space


class Side:
    """Compose the panel and answer its controls, for one play screen."""

    def __init__(self, screen: PlayScreen) -> None:
        self.screen = screen
        self.tab = "state"

    def panel(self, frame: Frame) -> Element:
        """Return my state and the plan, together or on two tabs, with End turn at the foot."""
        screen = self.screen
        narrow, low = frame.right.width < _NARROW, frame.right.height < _LOW
        gap, mine = Space(height=6 if low else 12), self._mine(narrow, low)
        parts: list[Element] = [own_state.heading(screen.reading, screen.desk.player, low=low), gap]
        if frame.tabs:
            parts += [self._tabs(frame), gap, *self._tab(frame, mine)]
        else:
            parts += [*mine, Rule(16, 12), *tray(screen.reading, self._tray(), screen.memory)]
        end = Button("end", _("End turn"), screen.end_turn, kind="primary", key="Ctrl+Enter", big=not low)
        parts += [gap, what_is_left(screen.reading, self._tray(), narrow=narrow), gap, end]
        return Shield(Panel(parts, pad=(18, 8 if low else 14, 18, 10 if low else 16)), id="mine")

    def _tabs(self, frame: Frame) -> Element:
        """Return the tabs; where the left panel has no room the other states have theirs here."""
        names = [("state", _("State")), ("orders", _("Orders ({n})").format(n=len(self.screen.plans.orders)))]
        names += [("others", _("Others"))] if frame.narrow else []
        return Segmented("tab", names, self._open_tab(frame), self.open, even=True, tight=frame.narrow)

    def _tab(self, frame: Frame, mine: list[Element]) -> list[Element]:
        screen, tab = self.screen, self._open_tab(frame)
        if tab == "orders":
            return tray(screen.reading, self._tray(), screen.memory)
        if tab == "others":
            return [Column([others(screen.reading, screen.select, screen.memory)], grow=1, least=80)]
        return [Scroll(Column(mine), screen.memory, id="state")]

    def _open_tab(self, frame: Frame) -> str:
        return "state" if self.tab == "others" and not frame.narrow else self.tab

    def open(self, tab: str) -> None:
        """Show a tab: state, orders, or in a narrow window others."""
        self.tab = tab
        self.screen.refresh()

    def _mine(self, narrow: bool, low: bool) -> list[Element]:
        plans, reading = self.screen.plans, self.screen.reading
        budget, posture = plans.standing("budget"), plans.standing("posture")
        chosen = budget.choice if budget else self._budget_now()
        parts: list[Element] = [
            own_state.numbers(reading, low=low, narrow=narrow),
            Space(height=8 if low else 14),
            own_state.budget(reading, budget, chosen, self._budget, self._own_budget, icons=not narrow),
        ]
        if plans.offered("posture", "shield"):
            stance = posture.choice if posture else reading.mine.posture
            parts.append(Space(height=8 if low else 14))
            parts.append(own_state.posture(reading, stance, self._posture, icons=not narrow))
        if plans.offered("reform", "emulate"):
            parts.append(Space(height=8 if low else 14))
            parts += own_orders(plans.desk.view(), reading.me, plans.orders, self._own_order)
        return parts

    def _tray(self) -> Tray:
        screen, plans = self.screen, self.screen.plans
        return Tray(
            plan=plans.orders,
            price=plans.price,
            undo=plans.undo,
            undoable=plans.can_undo,
            redo=plans.redo if plans.can_redo else None,
            clear=plans.clear,
            remove=plans.remove,
            select=screen.select,
            ask=screen.open_card,
            questions_left=len(plans.unanswered(screen.reading)),
            odds=screen.forecast.accepts,
        )

    def _budget_now(self) -> str:
        """Return the budget in force by its shares, as the rules name them."""
        rules = self.screen.setting.rules.budget
        arms, growth, _home = self.screen.reading.budget
        for name in _BUDGETS:
            wanted = getattr(rules, f"{name}_arms"), getattr(rules, f"{name}_growth")
            if abs(wanted[0] - arms) + abs(wanted[1] - growth) < 1e-3:
                return name
        return "sliders"

    def _budget(self, name: str) -> None:
        same = name == self._budget_now()
        self.screen.complain(self.screen.plans.settle(None if same else Order("budget", name), "budget"))

    def _own_budget(self) -> None:
        planned = self.screen.plans.standing("budget")
        shares = planned.shares if planned and planned.shares else self.screen.reading.budget
        self.screen.app.push(SharesDialog(shares, self._share_out))

    def _share_out(self, shares: Shares) -> None:
        self.screen.complain(self.screen.plans.settle(Order("budget", "sliders", None, shares), "budget"))

    def _own_order(self, order: Order) -> None:
        planned = order in self.screen.plans.orders
        self.screen.complain(self.screen.plans.settle(None if planned else order, order.kind))

    def _posture(self, name: str) -> None:
        same = name == self.screen.reading.mine.posture
        self.screen.complain(self.screen.plans.settle(None if same else Order("posture", name), "posture"))
