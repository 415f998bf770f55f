"""The friend that the adviser proposes: of those whom the leader frightens, the one who would likeliest sign a pact."""

from __future__ import annotations

import numpy as np

from game.measures.blocs import AFRAID, AGAINST, sides
from game.orders.kind import Order
from game.ui.play.forecast import Forecast
from game.view import View

__all__ = ["likeliest_friend"]


def likeliest_friend(view: View, me: int) -> int:
    """Return the state that the meter calls likeliest to accept a pact; anybody else's where the leader frightens none.

    Raises ValueError where nobody else lives.
    """
    others = [state for state in np.flatnonzero(view.alive).tolist() if state != me]
    wary = [state for state in others if int(sides(view)[state]) in (AFRAID, AGAINST)] or others
    forecast = Forecast(view, me)
    for state in wary:
        forecast.reply(_pact(state))
    forecast.finish()
    return max(wary, key=lambda state: (forecast.accepts(_pact(state)) or 0.0, -state))


def _pact(state: int) -> Order:
    return Order("ally", "pact", state)
