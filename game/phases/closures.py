"""Closures: who denies whom bases, ports and transit, from closing to opening again (Pape 2005, p. 36)."""

import numpy as np

from game.measures.ties import flip, others
from game.orders.sheet import Sheet
from game.phases.parting import newest
from game.world import Bools, Floats, World, how_many, places, put, some


def close(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools]]:
    """Shut out and let in again: at once, or a turn after notice."""
    shut = sheet.close & others(world) & ~world.closed
    if not (some(shut) or some(world.closed)):
        return world, {"shut_out": shut, "let_in": shut, "will_open": shut}
    opened = world.closed & (world.closed_notice | sheet.leave_access)
    closed = (world.closed & ~opened) | shut
    notice = sheet.notice_access & closed & ~shut
    hurt = world.setting.rules.access.attitude * flip(shut)
    world = world.but(
        closed=closed,
        closed_age=np.where(closed & ~shut, world.closed_age + 1, 0),
        closed_notice=notice,
        attitude=np.maximum(world.attitude - hurt, -1.0),
    )
    return world, {"shut_out": shut, "let_in": opened, "will_open": notice}


def reopen(world: World, left: Floats) -> tuple[World, Bools, Floats]:
    """Open again what influence `left` [..., N] does not pay for, the newest first.

    Gives the world, what was opened [..., N, N], and what is left with the upkeep saved.
    """
    upkeep = world.setting.rules.influence.upkeep
    drop = newest(world.closed_age + world.setting.tie, world.closed, np.ceil(-left / upkeep))
    cells = places(drop)
    world = world.but(
        closed=put(world.closed, cells, False),
        closed_age=put(world.closed_age, cells, 0),
        closed_notice=put(world.closed_notice, cells, False),
    )
    return world, drop, left + upkeep * how_many(drop)
