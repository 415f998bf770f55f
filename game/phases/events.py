"""Phase 0, events: what was foretold comes, and what comes next turn is foretold.

A shock happens to one state: it comes in its year, or by chance, if its condition holds (an economy in a range, low
cohesion); all see it coming a turn ahead, one a state at a time. It multiplies arms or the wealth of the state's
regions, adds to quality, cohesion, reputation or influence, or shifts offence or distinguishability for the whole
system. The chance of shocks that are not bound to a year is multiplied by events.chance; those that may befall any
state (harvests, successions, new weapons) come at level full only, with the scenario's own beside them.

Sources: Gilpin 1981, ch. 2 (uneven shocks of growth); Jervis 1978 (technology shifts offence and defence); Schweller
2004 (cohesion); each shock names its own where it is written.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from game.language import mark
from game.measures.power import economy_share, owner_place, power
from game.measures.ties import at_war
from game.orders.sheet import Sheet
from game.phases.record import News, Record
from game.world import COLUMNS, Bools, Floats, Ints, Setting, World, any_first, any_of, some, uniform_each
from game.world.shocks import Condition, Shock

NEWS = (
    News("befell", "event", mark("{0}: {event}"), 2.0, "which", theme="power", text="says"),
    News("foretold", "omen", mark("{0}: {event}"), 1.0, "coming", theme="power", text="foretold"),
)

MEASURES: dict[str, Callable[[World], Floats]] = {
    "cohesion": lambda w: w.cohesion,
    "reputation": lambda w: w.reputation,
    "aggression": lambda w: w.aggression,
    "quality": lambda w: w.quality,
    "power": power,
    "economy": economy_share,
    "at_war": lambda w: at_war(w).astype(np.float64),
}
"""What a shock may depend on, [..., N] each."""
ADDED = ("quality", "cohesion", "reputation", "influence")
SHARED = ("offence", "distinguish")


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Let come what was foretold last turn; foretell what comes in the next."""
    nothing = np.zeros(world.alive.shape, np.int64)
    if not world.setting.shocks:
        none = np.zeros(world.alive.shape, bool)
        return world, {"befell": none, "which": nothing, "foretold": none, "coming": nothing}
    here = np.where(world.alive, world.omen, 0)
    for number in sorted({*here.reshape(-1).tolist()} - {0}):
        world = strike(world, world.setting.shocks[number - 1], here == number)
    omen = _foretell(world)
    record = {"befell": here > 0, "which": np.maximum(here - 1, 0)}
    record |= {"foretold": omen > 0, "coming": np.maximum(omen - 1, 0)}
    return world.but(omen=omen), record


def strike(world: World, shock: Shock, struck: Bools) -> World:
    """Do to the states in `struck` [..., N] what a shock does."""
    changes: dict[str, Floats] = {}
    values, least = world.values(), world.setting.rules.economy.cohesion_least
    for what, size in shock.effects:
        if what == "arms":
            changes["arms"] = np.where(struck, world.arms * size, world.arms)
        elif what == "economy":
            theirs = struck.reshape(-1)[owner_place(world)]
            changes["wealth"] = np.where(theirs, world.wealth * size, world.wealth)
        else:
            where = any_of(struck) if what in SHARED else struck
            low = least if what == "cohesion" else COLUMNS[what].low
            moved = np.minimum(COLUMNS[what].high, np.maximum(low, values[what] + size))
            changes[what] = np.where(where, moved, values[what])
    return world.but(**changes)


def _foretell(world: World) -> Ints:
    """What comes next turn for each state: its number, 0 for nothing, [..., N]."""
    due = _due(world)
    first: Ints = due.argmax(-2) + 1
    return np.where(any_first(due), first, 0)


@lru_cache(maxsize=16)
def _almanac(setting: Setting) -> tuple[tuple[str, ...], Bools, Floats, Ints, Bools]:
    """Of all shocks: purposes of their draws; whether bound to a year, chance, turn [S, 1]; whom they befall [S, N]."""
    shocks = setting.shocks
    chance = np.array([[shock.chance * setting.rules.events.chance] for shock in shocks])
    turn = np.array([[shock.turn] for shock in shocks])
    whom = np.array([[shock.who in ("", name) for name in setting.ids] for shock in shocks])
    dated = np.array([[shock.chance <= 0] for shock in shocks])
    return tuple(f"event {shock.id}" for shock in shocks), dated, chance, turn, whom


def _due(world: World) -> Bools:
    """Which shocks will come next turn, in their year or by chance, [..., S, N]."""
    purposes, dated, chance, turn, whom = _almanac(world.setting)
    next_turn = (world.turn + 1)[..., None, None]
    drawn = (uniform_each(world, purposes) < chance) & (next_turn >= turn)
    due = np.where(dated, next_turn == turn, drawn) & whom & world.alive[..., None, :]
    if some(due):
        for k, shock in enumerate(world.setting.shocks):
            if shock.condition is not None and some(due[..., k, :]):
                due[..., k, :] &= _holds(world, shock.condition)
    return due


def _holds(world: World, condition: Condition) -> Bools:
    value = MEASURES[condition.measure](world)
    return np.asarray((value >= condition.least) & (value <= condition.most))
