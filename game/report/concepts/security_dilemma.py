"""Security dilemma: what makes one state safer makes another less safe (Herz 1950; Jervis 1978)."""

import numpy as np

from game.language import mark
from game.measures.threat import guessed_threat, pressure, threat
from game.measures.ties import bound, flip
from game.report.concepts.concept import Concept
from game.report.concepts.turned import Turned
from game.world import Bools


def _mask(turned: Turned) -> Bools:
    """Whose arming out of fear made whom less safe, neither having done harm."""
    before, after = turned.before, turned.after
    rules = before.setting.rules
    now = guessed_threat(after) if turned.public else threat(after)
    pressed = pressure(after) > (1.0 + rules.concepts.rise) * pressure(before)
    risen = pressed & (now > rules.threat.counts)
    calm = (before.aggression <= rules.concepts.peaceful) & ~turned.fought.any(-1) & ~(after.demand > 0).any(-1)
    afraid = turned.arming & turned.danger.any(-1)
    pair = (calm & afraid)[..., :, None] & calm[..., None, :] & ~bound(before)
    return np.asarray(pair & flip(risen) & after.alive[..., None, :])


SECURITY_DILEMMA = Concept(
    "security_dilemma",
    mark("Security dilemma"),
    mark("What one peaceful state does for its own safety makes another peaceful state less safe."),
    mark("It arms out of fear, has harmed nobody, and its force, greater by concepts.rise, threatens another such."),
    "Herz 1950; Jervis 1978, pp. 167-214",
    _mask,
)
