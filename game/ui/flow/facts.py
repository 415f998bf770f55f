"""Whether a fact that a lesson waits for holds: in the plan, or in what the seat knows of the world."""

from __future__ import annotations

from collections.abc import Sequence

from game.measures.power import economy, power
from game.measures.threat import guessed_threat
from game.orders.kind import Order
from game.ui.flow.lessons import Moved, Planned, Tied, Until
from game.view import View

__all__ = ["holds"]

_LEAST = 1e-6  # what counts as a change


def holds(until: Until, plan: Sequence[Order], start: View, now: View) -> bool:
    """Say whether all that a step waits for is so; `start` is what was known when the lesson began."""
    codes = now.setting.codes
    return (
        (until.planned is None or _planned(until.planned, plan, codes))
        and (until.tied is None or _tied(until.tied, now, codes))
        and (until.moved is None or _moved(until.moved, start, now, codes))
        and (until.turn is None or int(now.turn) >= until.turn)
        and not until.read
    )


def _planned(wanted: Planned, plan: Sequence[Order], codes: Sequence[str]) -> bool:
    target = codes.index(wanted.to) if wanted.to is not None else None
    return any(
        (order.kind, order.choice) == (wanted.kind, wanted.choice) and (target is None or order.target == target)
        for order in plan
    )


def _tied(wanted: Tied, now: View, codes: Sequence[str]) -> bool:
    strength = int(getattr(now, wanted.column)[codes.index(wanted.one), codes.index(wanted.other)])
    return strength == 0 if wanted.gone else strength >= wanted.at_least


def _moved(wanted: Moved, start: View, now: View, codes: Sequence[str]) -> bool:
    by = _value(wanted, now, codes) - _value(wanted, start, codes)
    return by > _LEAST if wanted.way == "up" else by < -_LEAST


def _value(wanted: Moved, view: View, codes: Sequence[str]) -> float:
    state = codes.index(wanted.of)
    if wanted.measure == "threat":
        assert wanted.towards is not None, "a threat is felt by one state from another"
        return float(guessed_threat(view)[state, codes.index(wanted.towards)])
    values = {"power": power, "economy": economy}.get(wanted.measure)
    return float(values(view)[state] if values is not None else getattr(view, wanted.measure)[state])
