"""Conditions that several facts share: a leader among others, and the mixed tables."""

from __future__ import annotations

from game.lab.setups import Setup

EIGHT = (
    "threat_balancer",
    "balancer",
    "institutionalist",
    "buck_passer",
    "jackal",
    "offensive_realist",
    "soft_balancer",
    "hold",
)
"""The uniform mix: each seat draws one of these."""


def led(others: str, shift: int, leader: float = 0.29) -> Setup:
    """Six states, 100 turns: an offensive leader of that share among five of one doctrine."""
    return Setup(states=6 + shift, leader=leader, cast=("offensive_realist", others))


def mixed(shift: int) -> Setup:
    """Eight states of uneven size, 100 turns, doctrines drawn from the uniform mix."""
    return Setup(states=8 + shift, uneven=8.0, pool=EIGHT)
