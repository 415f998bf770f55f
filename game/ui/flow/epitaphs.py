"""An epitaph for each state, from measured conduct: what it did more than the others, and in how many turns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.language import _, mark
from game.match import Turn
from game.world import Floats

__all__ = ["epitaphs"]

_LEAST = 0.1  # of a state's turns: a conduct rarer than that marks nobody
_AGGRESSION = ("attack", "surprise", "demand")
_WORDS = {
    "aggression": mark("Aggressor, {share} %"),
    "internal_balancing": mark("Internal balancer, {share} %"),
    "external_balancing": mark("External balancer, {share} %"),
    "soft_balancing": mark("Soft balancer, {share} %"),
    "buck_passing": mark("Buck-passer, {share} %"),
    "bandwagoning": mark("Bandwagoner, {share} %"),
    "chain_ganging": mark("Chain-ganger, {share} %"),
    "underbalancing": mark("Underbalancer, {share} %"),
}
_NAMES = tuple(_WORDS)


def epitaphs(history: Sequence[Turn], states: int) -> list[str]:
    """Give each state's conduct in words, with the share of its living turns in which it showed.

    The conduct is the one in which it differs most from the mean of all states, so that arming, which nearly
    all do, marks only those who did little else. Conduct is told by the concepts' tests on numbers, aggression
    by attacks and demands.
    """
    shares = _shares(history, states)
    apart = np.where(shares >= _LEAST, shares - shares.mean(0), -1.0)
    found = []
    for state in range(states):
        best = int(apart[state].argmax())
        if apart[state, best] == -1.0:
            found.append(_("Bystander"))
        else:
            found.append(_(_WORDS[_NAMES[best]]).format(share=round(100 * float(shares[state, best]))))
    return found


def _shares(history: Sequence[Turn], states: int) -> Floats:
    """Share of a state's living turns in which it showed each conduct, [states, conducts]."""
    shown, lived = np.zeros((states, len(_NAMES))), np.zeros(states)
    for turn in history:
        lived += turn.before.alive
        marks = {(told.actor, told.concept) for told in turn.concepts if told.concept in _WORDS}
        marks |= {(event.actors[0], "aggression") for event in turn.events if event.kind in _AGGRESSION}
        for state, name in marks:
            shown[state, _NAMES.index(name)] += 1.0
    return np.asarray(shown / np.maximum(lived, 1.0)[:, None], np.float64)
