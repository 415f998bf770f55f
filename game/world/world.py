"""The World: a table of declared columns, frozen, with any number of leading batch axes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, reduce
from operator import or_
from typing import Any, TypeVar

import numpy as np

from game.world.columns import COLUMNS, HIDDEN, OWNER, PARTIES, column
from game.world.grid import Bools, Floats, Ints, snap
from game.world.setting import FULL, Setting

T = TypeVar("T")


class Ending:
    """How a game stands: still going, ended by the calendar, by a hegemon, or with nobody left."""

    GOING, CALENDAR, HEGEMONY, ALONE = 0, 1, 2, 3


class World:
    """All that is true of a game, or of a batch of games, between two turns.

    Columns are attributes; `but` is the only way to a changed world. Shapes: "N" is [..., N] and so on.
    """

    # one number a game
    seed: Ints = column("", "int", "key of chance", seen=HIDDEN, guess=0, low=-(2.0**63), high=2.0**63)
    turn: Ints = column("", "int", "turns resolved", low=0)
    last_turn: Ints = column("", "int", "turn", seen=HIDDEN, guess="planned_end", low=0)
    year: Ints = column("", "int", "years resolved of the turn", low=0)
    ending: Ints = column("", "int", "Ending", low=0, high=3)
    offence: Floats = column("", "float", "0..1, .5 neutral", low=0, high=1)
    distinguish: Floats = column("", "float", "0..1", low=0, high=1)
    contender: Ints = column("", "int", "state near hegemony, -1 none", low=-1, names="N")
    hegemony_count: Ints = column("", "int", "ends of turns in a row", low=0)

    # states
    alive: Bools = column("N", "bool")
    arms: Floats = column("N", "float", "points", dead=0, low=0, veil="published")
    arms_trend: Floats = column("N", "float", "points", dead=0, low=0, veil="published")
    published: Floats = column("N", "float", "points that all believe its arms to be", dead=0, low=0, level=FULL)
    quality: Floats = column("N", "float", "factor", low=0.6, high=1.4)
    cohesion: Floats = column("N", "float", "0..1", dead=0, low=0, high=1)
    cohesion_start: Floats = column("N", "float", "0..1", low=0, high=1)
    reputation: Floats = column("N", "float", "0..1", low=0, high=1)
    aggression: Floats = column("N", "float", "0..1", dead=0, low=0, high=1)
    seat_seed: Ints = column(
        "N", "int", "key of a seat's own chance", seen=OWNER, guess=0, low=-(2.0**63), high=2.0**63
    )
    influence: Floats = column("N", "float", "points", seen=OWNER, guess=3.0, dead=0, low=0, high=6)
    posture: Ints = column("N", "int", "0 shield, 1 both, 2 sword", low=0, high=2)
    budget_arms: Floats = column("N", "float", "share", seen=OWNER, guess=0.3, low=0, high=1)
    budget_growth: Floats = column("N", "float", "share", seen=OWNER, guess=0.4, low=0, high=1)
    drift: Floats = column("N", "float", "growth a year", dead=0, low=-1, high=1)
    sea_power: Floats = column("N", "float", "0..1", low=0, high=1)
    capital: Ints = column("N", "int", "region, -1 none", dead=-1, low=-1, names="R")
    economy_start: Floats = column("N", "float", "points", low=0)
    power_start: Floats = column("N", "float", "share", low=0, high=1)
    secure_turns: Ints = column("N", "int", "turns not vulnerable", low=0)
    called: Ints = column("N", "int", "promises called on", low=0)
    kept: Ints = column("N", "int", "promises kept", low=0)
    broken: Ints = column("N", "int", "promises broken", low=0)
    aim: Ints = column("N", "int", "number of the card kept, 0 none", seen=OWNER, guess=0, low=0)
    war_turns: Ints = column("N", "int", "turns at war", low=0)
    regions_start: Ints = column("N", "int", "regions held at the start", low=0)
    omen: Ints = column("N", "int", "number of the shock that comes next turn, 0 none", dead=0, low=0)

    # regions
    owner: Ints = column("R", "int", "state", low=0, names="N")
    core: Ints = column("R", "int", "state", low=0, names="N")
    prior: Ints = column("R", "int", "owner before a war, -1 none", low=-1, names="N")
    wealth: Floats = column("R", "float", "points", low=0)
    integration: Floats = column("R", "float", "0..1", low=0, high=1)
    terrain: Floats = column("R", "float", "factor of defence", low=0.5, high=2)

    # pairs, actor then target
    far: Floats = column("NN", "float", "reach without a border", low=0, high=1)
    attitude: Floats = column("NN", "float", "-1..1", seen=OWNER, guess="guessed_attitude", dead=0, low=-1, high=1)
    intent: Floats = column("NN", "float", "0..1, ascribed", seen=OWNER, guess="guessed_intent", dead=0, low=0, high=1)
    pact: Bools = column("NN", "bool", dead=0)
    pact_age: Ints = column("NN", "int", "turns", dead=0, low=0)
    pact_term: Ints = column("NN", "int", "turns to run", dead=0, low=0)
    pact_notice: Bools = column("NN", "bool", "actor gave notice", dead=0)
    nonaggression: Bools = column("NN", "bool", dead=0)
    nonaggression_term: Ints = column("NN", "int", "turns to run", dead=0, low=0)
    nonaggression_notice: Bools = column("NN", "bool", "actor gave notice", dead=0)
    trade: Bools = column("NN", "bool", dead=0)
    trade_term: Ints = column("NN", "int", "turns to run", dead=0, low=0)
    trade_notice: Bools = column("NN", "bool", "actor gave notice", dead=0)
    guarantee: Bools = column("NN", "bool", dead=0)
    guarantee_notice: Bools = column("NN", "bool", "actor gave notice", dead=0)
    guarantee_against: Ints = column("NN", "int", "state, -1 all", dead=-1, low=-1, names="N")
    sanction: Ints = column("NN", "int", "0 none, 1 diplomatic, 2 economic", dead=0, low=0, high=2)
    sanction_years: Ints = column("NN", "int", "years in force, or the parts of one that turns are", dead=0, low=0)
    offer_pact: Bools = column("NN", "bool", seen=PARTIES, guess=0, dead=0)
    offer_nonaggression: Bools = column("NN", "bool", seen=PARTIES, guess=0, dead=0)
    offer_trade: Bools = column("NN", "bool", seen=PARTIES, guess=0, dead=0)
    offer_peace: Ints = column(
        "NN", "int", "0 none, 1 as held, 2 as before", seen=PARTIES, guess=0, dead=0, low=0, high=2
    )
    offer_turns: Ints = column("NN", "int", "turns of the pact offered", seen=PARTIES, guess=0, dead=0, low=0, high=99)
    deal: Ints = column(
        "NN",
        "int",
        "actor's terms on: 0 nothing, 1 pact, 2 trade, 3 non-aggression, 4 its demand, 5 target's demand",
        seen=PARTIES,
        guess=0,
        dead=0,
        low=0,
        high=5,
    )
    deal_give: Ints = column(
        "NN", "int", "0 nothing, 1 lift, 2 money, 3 arms, 4 region", seen=PARTIES, guess=0, dead=0, low=0, high=4
    )
    deal_ask: Ints = column("NN", "int", "as deal_give", seen=PARTIES, guess=0, dead=0, low=0, high=4)
    deal_region: Ints = column(
        "NN", "int", "region given or asked, -1 none", seen=PARTIES, guess=-1, dead=-1, low=-1, names="R"
    )
    spurned: Ints = column("NN", "int", "turns until actor asks target again", seen=PARTIES, guess=0, dead=0, low=0)
    demand: Ints = column(
        "NN", "int", "0 none, 1 region, 2 end sanctions, 3 disarm, 4 end treaty", dead=0, low=0, high=4
    )
    demand_region: Ints = column("NN", "int", "region, -1 none", dead=-1, low=-1, names="R")
    demand_age: Ints = column("NN", "int", "turns", dead=0, low=0)
    refused: Bools = column("NN", "bool", "demand refused: cause for war", dead=0)
    conceded_age: Ints = column("NN", "int", "turns since actor conceded to target, 99 never", low=0)
    war: Bools = column("NN", "bool", dead=0)
    war_age: Ints = column("NN", "int", "turns; fought from 1", dead=0, low=0)
    began: Bools = column("NN", "bool", "actor attacked target", dead=0)
    helps: Bools = column("NN", "bool", "actor fights for target", dead=0)
    owed: Bools = column("NN", "bool", "actor owes help to target, attacked last turn", dead=0)
    quiet: Ints = column("NN", "int", "turns of war without contact", dead=0, low=0)
    closed: Bools = column("NN", "bool", "actor denies target its bases, ports and transit", dead=0)
    closed_age: Ints = column("NN", "int", "turns", dead=0, low=0)
    closed_notice: Bools = column("NN", "bool", "actor gave notice of opening again", dead=0)
    offer_secret: Bools = column("NN", "bool", seen=PARTIES, guess=0, dead=0)
    secret: Bools = column("NN", "bool", "pact that only the two know of", seen=PARTIES, guess=0, dead=0)
    secret_term: Ints = column("NN", "int", "turns to run", seen=PARTIES, guess=0, dead=0, low=0)
    motion: Ints = column(
        "NN", "int", "0 none, 1 censure, 2 restrain, 3 mandate: moved on target", dead=0, low=0, high=3
    )
    backing: Ints = column(
        "NN", "int", "0 none, 2 restraint, 3 mandate: in force on target, actor voted for it", dead=0, low=0, high=3
    )
    backing_term: Ints = column("NN", "int", "turns to run", dead=0, low=0)

    setting: Setting

    def __init__(self, setting: Setting, values: dict[str, Any]) -> None:
        missing = COLUMNS.keys() - values.keys()
        if missing:
            raise ValueError(f"a world needs all its columns; missing: {', '.join(sorted(missing))}")
        self.__dict__["setting"] = setting
        self.__dict__["memo"] = {}
        for name, value in values.items():
            self.__dict__[name] = _freeze(name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a world is frozen; make a changed one with world.but(...)")

    def but(self, **changes: Any) -> World:
        """Make the same world but for some columns; numbers go on the grid and are frozen.

        What was measured stays known unless it was read from a changed column.
        """
        other = object.__new__(World)
        inner = other.__dict__
        inner.update(self.__dict__)
        changed = 0
        for name, value in changes.items():
            if value is not inner[name]:
                inner[name] = _freeze(name, value)
                changed |= _BIT[name]
        memo = inner["memo"] = self.__dict__["memo"].copy()
        for key in _stale(changed):
            memo.pop(key, None)
        return other

    @property
    def n(self) -> int:
        """Number of states."""
        return self.setting.n

    @property
    def batch(self) -> tuple[int, ...]:
        """The leading axes; () for one game."""
        return self.alive.shape[:-1]

    def values(self) -> dict[str, Any]:
        """Give all columns: name -> array."""
        return {name: self.__dict__[name] for name in COLUMNS}

    def game(self, k: int) -> World:
        """Take game k out of a batch with one leading axis."""
        return World(self.setting, {name: value[k] for name, value in self.values().items()})

    def knows(self, column: str) -> bool:
        """Say whether every entry of a column is known here; a View knows less."""
        return column in COLUMNS


_BIT = {name: 1 << k for k, name in enumerate(COLUMNS)}


def bits(columns: Iterable[str]) -> int:
    """A set of columns as one number, a bit for each."""
    return reduce(or_, (_BIT[name] for name in columns), 0)


_KIND: dict[str, type[np.generic]] = {
    name: {"float": np.float64, "bool": np.bool_}.get(column.kind, np.int64) for name, column in COLUMNS.items()
}


def _freeze(name: str, value: Any) -> Any:
    kind = _KIND[name]
    array = np.asarray(value, kind)
    if kind is np.float64:
        array = np.asarray(snap(array))
    array.setflags(write=False)
    return array


class Measure:
    """A measure's key in the memo (by identity): its name, the columns that it was declared to read, as bits too."""

    __slots__ = ("bits", "name", "reads")

    def __init__(self, name: str, reads: frozenset[str]) -> None:
        self.name, self.reads = name, reads
        self.bits = bits(reads)
        _MEASURES.append(self)
        _stale.cache_clear()


_MEASURES: list[Measure] = []


@lru_cache(maxsize=1024)
def _stale(changed: int) -> tuple[Measure, ...]:
    """The measures that read one of some columns, given as bits."""
    return tuple(measure for measure in _MEASURES if measure.bits & changed)


def measure(
    *reads: str, uses: tuple[Callable[..., Any], ...] = ()
) -> Callable[[Callable[[World], T]], Callable[[World], T]]:
    """Cache a pure function of a world on that world.

    `reads` are the columns it reads, `uses` the measures it calls; a contract test holds both to the truth.
    """

    def decorate(function: Callable[[World], T]) -> Callable[[World], T]:
        inherited = [used.key.reads for used in uses]  # type: ignore[attr-defined]
        key = Measure(function.__module__ + "." + function.__name__, frozenset(reads).union(*inherited))

        def measured(world: World) -> T:
            memo = world.__dict__["memo"]
            try:
                return memo[key]  # type: ignore[no-any-return]
            except KeyError:
                value = memo[key] = function(world)
                return value

        measured.__doc__ = function.__doc__
        measured.__name__ = function.__name__
        measured.__module__ = function.__module__
        measured.key = key  # type: ignore[attr-defined]
        measured.plain = function  # type: ignore[attr-defined]
        return measured

    return decorate
