"""Phase 10, balance: who is secure, who is near hegemony, and whether the game is over.

A state is near hegemony when its power share is at least hegemony.share and hegemony.margin above its own start, or
more than that of all economy is its own, and all others but its partners together could not deliver
hegemony.counterweight of its usable arms at it. At hegemony.turns ends of a turn in a row it is hegemon, and the game
is over. Else the game ends with its last turn, drawn within hegemony.spread of the planned one, and
hegemony.epilogue turns without orders after it; or with one state left. A turn in which nobody could beat a state
counts for its security. A posture ordered this turn is in force from the next.

Sources: Brooks & Wohlforth 2008 (the threshold beyond which checks fail); Levy & Thompson 2005, pp. 1-33.
"""

import numpy as np

from game.language import mark
from game.measures.blocs import checked
from game.measures.power import economy, first_largest, of_state, power
from game.measures.threat import vulnerable
from game.measures.ties import at_war
from game.orders.sheet import Sheet
from game.phases.record import News, Record
from game.world import Bools, Ending, Floats, Ints, World, any_of, how_many, total

NEWS = (
    News("near", "near_hegemony", mark("{0} is one turn from hegemony: the last chance."), 5.0, theme="power"),
    News("hegemon", "hegemony", mark("{0} is hegemon."), 6.0, theme="power"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Count secure turns and ends of a turn under a would-be hegemon; end the game if it ends.

    A posture ordered this turn is in force from the next.
    """
    r = world.setting.rules.hegemony
    safe = world.alive & ~vulnerable(world)
    who, above = contender(world)
    count = np.where(above, np.where(who == world.contender, world.hegemony_count + 1, 1), 0)
    turn = world.turn + 1
    won = count >= int(r.turns)
    alone = how_many(world.alive) <= 1
    over = turn >= world.last_turn + world.setting.epilogue
    ending = np.where(over, Ending.CALENDAR, Ending.GOING)
    ending = np.where(won, Ending.HEGEMONY, np.where(alone, Ending.ALONE, ending))
    head = of_state(world, who)
    record = {
        "near": head & (above & ~won)[..., None],
        "hegemon": head & won[..., None],
        "secure": safe,
        "count": count,
    }
    world = world.but(
        posture=np.where(sheet.posture >= 0, sheet.posture, world.posture),
        aim=np.where(sheet.aim > 0, sheet.aim, world.aim),
        war_turns=world.war_turns + (at_war(world) & world.alive),
        turn=turn,
        secure_turns=world.secure_turns + safe,
        contender=np.where(above, who, -1),
        hegemony_count=count,
        ending=ending,
    )
    return world, record


def contender(world: World) -> tuple[Ints, Bools]:
    """The state nearest to hegemony and whether it stands above the line, each [...].

    A power share of at least hegemony.share and hegemony.margin above its start, or more than that of all
    economy, and the others but its partners could not hold it in check (Brooks & Wohlforth 2008).
    """
    r = world.setting.rules.hegemony
    line = np.maximum(r.share, world.power_start + r.margin)
    wealth = economy(world)
    part: Floats = wealth / np.maximum(total(wealth), 1e-6)[..., None]
    reached = ((power(world) >= line) | (part > line)) & world.alive & ~checked(world)
    who = first_largest(np.where(reached, power(world), -1.0), world.setting.tie)
    return who, any_of(reached)
