"""Concepts of the field by tests on numbers: a new one is its file and its line here.

Built for one game or many: `tags(before, after, steps)` takes what `game.match.play_out` gives.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from game.phases import Step
from game.report.concepts.abandonment import ABANDONMENT
from game.report.concepts.bandwagoning import BANDWAGONING
from game.report.concepts.buck_passing import BUCK_PASSING
from game.report.concepts.chain_ganging import CHAIN_GANGING
from game.report.concepts.concept import Concept
from game.report.concepts.entrapment import ENTRAPMENT
from game.report.concepts.external_balancing import EXTERNAL_BALANCING
from game.report.concepts.internal_balancing import INTERNAL_BALANCING
from game.report.concepts.power_transition import POWER_TRANSITION
from game.report.concepts.security_dilemma import SECURITY_DILEMMA
from game.report.concepts.soft_balancing import SOFT_BALANCING
from game.report.concepts.turned import Turned
from game.report.concepts.underbalancing import UNDERBALANCING
from game.view import reputed
from game.world import Bools, World

__all__ = ["BY_NAME", "CONCEPTS", "Concept", "Told", "Turned", "in_public", "of_event", "tags", "told"]

CONCEPTS: tuple[Concept, ...] = (
    INTERNAL_BALANCING,
    CHAIN_GANGING,
    ENTRAPMENT,
    BANDWAGONING,
    EXTERNAL_BALANCING,
    SOFT_BALANCING,
    BUCK_PASSING,
    ABANDONMENT,
    SECURITY_DILEMMA,
    UNDERBALANCING,
    POWER_TRANSITION,
)
"""All concepts; of two that fit one event the first is told: chain-ganging is external balancing, and more."""

BY_NAME = {concept.name: concept for concept in CONCEPTS}


class Told(NamedTuple):
    """A concept that a turn showed: its name, and who did it to whom (indices of states)."""

    concept: str
    actor: int
    target: int


def tags(before: World, after: World, steps: Sequence[Step], *, public: bool = False) -> dict[str, Bools]:
    """Find who did what to whom in a turn, by name of the concept, [..., N, N] each.

    With `public` from what everybody can see; else from what states really feel. Nothing is told of games
    of a batch that were over.
    """
    turned = in_public(before, after, steps) if public else Turned(before, after, steps)
    running = (before.ending == 0)[..., None, None]
    return {concept.name: np.asarray(concept.mask(turned) & running) for concept in CONCEPTS}


def in_public(before: World, after: World, steps: Sequence[Step]) -> Turned:
    """Read a turn as anybody sees it: arms as they are published, feelings as they are guessed."""
    return Turned(reputed(before), reputed(after), steps, public=True)


def told(found: dict[str, Bools]) -> list[Told]:
    """List the tags of one game's turn."""
    return [Told(name, int(i), int(j)) for name, mask in found.items() for i, j in np.argwhere(mask)]


def of_event(turned: Turned, kind: str, actors: Iterable[int]) -> str | None:
    """Name the concept that one event of a single game's turn shows, if its numbers show one."""
    pair = tuple(actors)[:2]
    fitting = (c.name for c in CONCEPTS if kind in c.deeds and c.deeds[kind](turned)[pair].any())
    return next(fitting, None)
