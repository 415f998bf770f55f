"""Security dilemma: what makes one state safer makes another less safe (Herz 1950; Jervis 1978)."""

import numpy as np

from game.language import mark
from game.measures.threat import guessed_threat, pressure, threat
from game.measures.ties import bound, flip
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned
from game.world import Bools

PEACEFUL = 0.2
"""Aggression up to which a state's record is one of peace; one attack adds more."""
RISE = 0.02
"""Part by which the force that can be brought against a state must rise in a turn to be felt (its root)."""


def _mask(turned: Turned) -> Bools:
    """Whose arming out of fear made whom less safe, neither having done harm."""
    before, after = turned.before, turned.after
    now = guessed_threat(after) if turned.public else threat(after)
    pressed = pressure(after) > (1.0 + RISE) * pressure(before)
    risen = pressed & (now > before.setting.rules.threat.counts)
    calm = (before.aggression <= PEACEFUL) & ~turned.fought.any(-1) & ~(after.demand > 0).any(-1)
    afraid = turned.arming & turned.danger.any(-1)
    pair = (calm & afraid)[..., :, None] & calm[..., None, :] & ~bound(before)
    return np.asarray(pair & flip(risen) & after.alive[..., None, :])


SECURITY_DILEMMA = Concept(
    "security_dilemma",
    mark("Security dilemma"),
    mark("What one peaceful state does for its own safety makes another peaceful state less safe."),
    mark("It arms out of fear, has harmed nobody, and its greater force is a threat to another such state."),
    "Herz 1950; Jervis 1978, pp. 167-214",
    _mask,
)
