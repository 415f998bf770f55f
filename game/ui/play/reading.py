"""Read a view once into plain numbers, ties and questions, so that no frame measures anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.events import Event
from game.measures.blocs import sides
from game.measures.estimates import likely, likely_power
from game.measures.power import economy, leader, power, usable
from game.measures.reach import defence, reach, strike
from game.measures.threat import beatable, offensive, threat
from game.names import Names
from game.storage.documents import Scenario
from game.ui.palette import Colour, state_colours
from game.ui.panels.balance import AFRAID, AGAINST, NEITHER, WITH, Balance, Weight
from game.ui.play.desk import Desk
from game.ui.play.feelings import Feelings, feelings
from game.ui.play.questions import Question, questions
from game.ui.play.ties import Tie, ties
from game.view import View
from game.world import Setting
from game.world.dates import date_words
from game.world.setting import FULL

__all__ = ["Nation", "Reading", "read"]

_SIDES = (WITH, AGAINST, AFRAID, NEITHER)
_POSTURES = ("shield", "both", "sword")
Range = tuple[float, float]
Pairs = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Nation:
    """One state as the reader knows it: looks, size, character."""

    index: int
    code: str
    name: str
    spoken: str  # as a sentence says it: the Netherlands
    emblem: str
    colour: Colour
    hatch: int
    alive: bool
    power: float
    economy: float
    arms: float
    usable: float
    cohesion: float
    reputation: float
    aggression: float
    posture: str
    offensive: float
    defence: float
    capital: int
    power_now_and_then: tuple[float, ...]  # oldest first, today last
    likely_arms: Range | None  # where arms are estimated; None where they are known
    likely_power: Range | None


@dataclass(frozen=True, slots=True)
class Trend:
    """My own numbers over the turns, oldest first, today last."""

    power: tuple[float, ...]
    arms: tuple[float, ...]
    economy: tuple[float, ...]
    cohesion: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the play screen shows of a view; pairs are actor then target, what is not known is guessed."""

    setting: Setting
    me: int
    nations: tuple[Nation, ...]
    leader: int
    threat: Pairs
    attitude: Pairs
    intent: Pairs
    feelings: Feelings
    reach: Pairs
    beatable: Pairs
    strike: Pairs
    trend: Trend
    believed: float  # what the others believe my arms to be
    balance: Balance
    ties: tuple[Tie, ...]
    questions: tuple[Question, ...]
    owner: tuple[int, ...]
    core: tuple[int, ...]
    terrain: tuple[float, ...]  # factors of defence
    regions: tuple[str, ...]
    budget: tuple[float, float, float]  # arms, growth, home
    influence: float
    influence_cap: float
    initiatives: int
    turn: int  # of the turn being played, from 1
    ends: tuple[int, int]
    hegemony_count: int
    hegemony_turns: int
    contender: int | None
    epilogue: bool
    news: tuple[Event, ...]
    chronicle: tuple[Event, ...]
    names: Names

    @property
    def level(self) -> int:
        """Level of the rules that are played."""
        return self.setting.level

    @property
    def estimated(self) -> bool:
        """Others' arms, and so shares of power, are estimates."""
        return self.level >= FULL

    @property
    def mine(self) -> Nation:
        """The seated state."""
        return self.nations[self.me]

    @property
    def others(self) -> list[Nation]:
        """The other living states."""
        return [nation for nation in self.nations if nation.alive and nation.index != self.me]

    def name_of(self, tie: Tie) -> str:
        """What a treaty, crisis or war is called; "" for what has no name."""
        kind = "crisis" if tie.kind == "demand" else tie.kind
        affair = self.names.between(kind, tie.one, tie.other)
        return "" if affair is None else affair.name

    @property
    def date(self) -> str:
        """When the turn being played begins: a year, or a part of one."""
        return self.date_of(self.turn - 1)

    def date_of(self, turn: int) -> str:
        """When a turn, counted from 0, begins."""
        return date_words(self.setting, turn)

    def with_code(self, code: str) -> int | None:
        """Index of the state with a code."""
        return next((nation.index for nation in self.nations if nation.code == code), None)

    def ties_of(self, state: int) -> list[Tie]:
        """Ties that a state is party to."""
        return [tie for tie in self.ties if state in (tie.one, tie.other)]

    def ties_between(self, one: int, other: int) -> list[Tie]:
        """Ties of two states with each other."""
        return [tie for tie in self.ties if {tie.one, tie.other} == {one, other}]

    def regions_of(self, state: int) -> list[int]:
        """Regions that a state holds."""
        return [region for region, holder in enumerate(self.owner) if holder == state]


def read(desk: Desk) -> Reading:
    """Read the desk's view; call it once a turn, for the view changes only then."""
    view, past, me = desk.view(), desk.past(), desk.state
    setting, rules = view.setting, view.setting.rules
    nations = _nations(desk.scenario, view, past)
    turn = int(view.turn)
    return Reading(
        setting=setting,
        me=me,
        nations=nations,
        leader=int(leader(view)),
        threat=_pairs(threat(view)),
        attitude=_pairs(view.attitude),
        intent=_pairs(view.intent),
        feelings=feelings(view),
        reach=_pairs(reach(view)),
        beatable=_pairs(beatable(view)),
        strike=_pairs(strike(view)),
        trend=_trend([*past, view], me),
        believed=float(view.published[me]) if setting.level >= FULL else float(view.arms[me]),
        balance=_balance(view, nations),
        ties=tuple(ties(view)),
        questions=tuple(questions(view, me)),
        owner=tuple(view.owner.tolist()),
        core=_claimed(view),
        terrain=tuple(view.terrain.tolist()),
        regions=setting.region_names,
        budget=_budget(view, me),
        influence=float(view.influence[me]),
        influence_cap=rules.influence.cap,
        initiatives=int(rules.influence.initiatives),
        turn=turn + 1,
        ends=(setting.turns - setting.spread, setting.turns + setting.spread),
        hegemony_count=int(view.hegemony_count),
        hegemony_turns=int(rules.hegemony.turns),
        contender=int(view.contender) if view.contender >= 0 else None,
        epilogue=desk.epilogue,
        news=tuple(desk.events()),
        chronicle=tuple(desk.chronicle()),
        names=desk.names,
    )


def _budget(view: View, me: int) -> tuple[float, float, float]:
    arms, growth = float(view.budget_arms[me]), float(view.budget_growth[me])
    return arms, growth, max(0.0, 1.0 - arms - growth)


def _nations(scenario: Scenario, view: View, past: Sequence[View]) -> tuple[Nation, ...]:
    shares = [power(seen).tolist() for seen in (*past, view)]
    wealth, force = economy(view).tolist(), usable(view).tolist()
    shades = state_colours([state.colour for state in scenario.states])
    offence, guard = offensive(view).tolist(), defence(view).tolist()
    ranges = _ranges(view)
    return tuple(
        Nation(
            index=k,
            code=state.code,
            name=state.name,
            spoken=view.setting.called(k),
            emblem=state.emblem,
            colour=shades[k],
            hatch=state.hatch,
            alive=bool(view.alive[k]),
            power=shares[-1][k],
            economy=wealth[k],
            arms=float(view.arms[k]),
            usable=force[k],
            cohesion=float(view.cohesion[k]),
            reputation=float(view.reputation[k]),
            aggression=float(view.aggression[k]),
            posture=_POSTURES[int(view.posture[k])],
            offensive=offence[k],
            defence=guard[k],
            capital=int(view.capital[k]),
            power_now_and_then=tuple(row[k] for row in shares),
            likely_arms=ranges[k][0],
            likely_power=ranges[k][1],
        )
        for k, state in enumerate(scenario.states)
    )


def _ranges(view: View) -> list[tuple[Range | None, Range | None]]:
    """Within what each state's arms and power share probably lie, where they are not known."""
    if view.knows("arms"):
        return [(None, None)] * view.n
    arms, shares = (
        list(zip(*(end.tolist() for end in ends), strict=True)) for ends in (likely(view), likely_power(view))
    )
    return [(None, None) if k == view.viewer else (arms[k], shares[k]) for k in range(view.n)]


def _trend(views: Sequence[View], me: int) -> Trend:
    return Trend(
        power=tuple(float(power(view)[me]) for view in views),
        arms=tuple(float(view.arms[me]) for view in views),
        economy=tuple(float(economy(view)[me]) for view in views),
        cohesion=tuple(float(view.cohesion[me]) for view in views),
    )


def _balance(view: View, nations: Sequence[Nation]) -> Balance:
    head = int(leader(view))
    side = np.asarray(sides(view)).astype(int).tolist()
    weights = tuple(
        Weight(nation.code, nation.colour, 100.0 * nation.power, _SIDES[side[nation.index]])
        for nation in nations
        if nation.alive
    )
    line = 100.0 * view.setting.rules.hegemony.share
    return Balance(nations[head].code, nations[head].spoken, weights, line)


def _claimed(view: View) -> tuple[int, ...]:
    """Whose each region is by right: who lost it in a war that is still on, else its core state."""
    taken = (view.prior >= 0) & (view.prior != view.owner)
    return tuple(np.where(taken, view.prior, view.core).tolist())


def _pairs(x: NDArray[np.float64]) -> Pairs:
    return tuple(map(tuple, x.tolist()))
