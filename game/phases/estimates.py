"""New estimates: what the world believes each state's arms to be, from reports that err (level full)."""

import numpy as np

from game.measures.reach import engaged
from game.world import Floats, World, uniform
from game.world.chance import lognormal_table, quantile
from game.world.setting import FULL


def renewed(world: World) -> Floats:
    """What is believed after a year's reports, [..., N].

    The figure goes part of the way to the truth, so that its error fades slowly and it lags behind who arms or
    disarms fast (Wohlforth 1993); battles leave only a part of the error (Blainey 1973, ch. 8).
    """
    if world.setting.level < FULL:
        return world.published
    r = world.setting.rules.estimates
    luck = quantile(lognormal_table(r.error), uniform(world, "report", "N"))
    figure = luck * (r.keep * world.published + (1.0 - r.keep) * world.arms)
    return np.where(engaged(world), world.arms + r.battle * (figure - world.arms), figure)
