"""The caretaker: plays on for a script that cannot, or a person who is away. It keeps promises and begins nothing."""

from __future__ import annotations

import numpy as np

from game.orders.kind import Order
from game.orders.options import axis, options
from game.view import View

CARETAKER = "caretaker"
"""The name of a seat that it plays."""
GIVES = ("call_yes", "demand_no")
"""Answers that it gives: it honours calls to arms and refuses demands."""


def caretaker(view: View, state: int) -> list[Order]:
    """Honour every call, refuse every demand; never sign, break or attack. The plan carries over."""
    lay = axis(view.setting)
    row = options(view)[state]
    found: list[Order] = []
    for choice in GIVES:
        place = lay.where["answer", choice].place
        found += [Order("answer", choice, target) for target in np.flatnonzero(row[place]).tolist()]
    return found
