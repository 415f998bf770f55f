"""Phase 2, soft: sanctions begin, change, end and wear off; access is closed (Pape 2005; Hufbauer et al. 2007).

What is ordered is in force at once, and an embargo ends trade between the two. What it takes is felt in phase 8:

    growth lost by the target to a sender = soft.target x weight x soft.wear ^ years in force
                                            x the sender's share of all economy
    growth lost by the sender             = soft.sender x the target's loss in points / its own economy

with weight soft.economic for an embargo, soft.diplomatic for a censure. Years in force count whatever the level, and
lifting sanctions and laying them on anew does not renew them.

Who closes its bases, ports and transit to a state cuts that state's reach to others, but across its own land border,
by access.deny x how near the closer lies to these (level full).

Sources: Pape 2005, pp. 7-45; Brooks & Wohlforth 2005, pp. 72-108 (their limits); Hufbauer et al. 2007 (about a third
succeed); Morgan, Bapat & Kobayashi 2014 (repeated use hurts the user).
"""

import numpy as np

from game.language import mark
from game.measures.ties import flip, others
from game.orders.sheet import Sheet
from game.phases.closures import close
from game.phases.parting import without
from game.phases.record import News, Record
from game.world import World

NEWS = (
    News("censured", "sanction", mark("{0} censures {1}."), 0.9, theme="soft"),
    News("embargoed", "sanction", mark("{0} lays an embargo on {1}."), 1.8, theme="soft"),
    News("lifted", "sanction_lifted", mark("{0} lifts its sanctions on {1}."), 0.9, theme="soft"),
    News("shut_out", "closed", mark("{0} closes its bases and ports to {1}."), 1.8, theme="soft"),
    News("will_open", "notice", mark("{0} gives notice of opening its bases and ports to {1}."), 0.8, theme="soft"),
    News("let_in", "opened", mark("{0} opens its bases and ports to {1} again."), 1.0, theme="soft"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Put sanctions in force; trade between the two ends with an embargo.

    They wear off by the years they have stood, whatever their level; lifting and laying them on anew does not
    renew them: repeated use hurts the user (TIES data, Morgan, Bapat & Kobayashi 2014).
    """
    ordered = np.where(others(world), sheet.sanction, -1)
    level = np.where(ordered >= 0, ordered, world.sanction)
    changed = level != world.sanction
    years = world.sanction_years + np.where(world.sanction > 0, world.setting.years, 0)
    cut = (level == 2) | flip(level == 2)
    record = {
        "censured": changed & (level == 1) & (world.sanction == 0),
        "embargoed": changed & (level == 2),
        "lifted": changed & (level == 0),
    }
    world = world.but(
        sanction=level,
        sanction_years=years,
        **without(world, cut, "trade"),
    )
    world, access = close(world, sheet)
    return world, {**record, **access}
