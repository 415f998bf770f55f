"""Calibration: do the forecasts that people see come true, against opponents whose doctrine they do not know?

Each question is put to the forecast on one seat's view, and then to the true game on a branch of its own: the true
doctrines decide on what they see, with the game's own luck.

What forecasts are worth is measured on seeds that nothing was fitted to: from `FRESH` on, never those that the doubts
were fitted to (`game.foresight.doubts.FITTED`). Games of the same seed share their luck, whatever else differs; so what
is pooled should have seeds of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from game.foresight.coalitions import TURNS
from game.foresight.foresight import Foresight
from game.foresight.futures import AHEAD, MINDED, played
from game.foresight.offers import ANSWERED, TREATIES, said_yes, supposed
from game.match import play_out
from game.opponents.choose import choose, numbers
from game.orders.kind import Order
from game.orders.options import axis, options
from game.orders.sheet import Draft, orders_of
from game.storage.documents import MapDocument, Scenario
from game.storage.founding import found_batch
from game.view import observe, outlook
from game.world import Ints, World

FRESH = 1_000_000
"""The first seed that forecasts are measured on."""
CHUNK = 64
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_SPREAD = 9  # turns over which the questions of different games are spread


@dataclass
class Record:
    """Forecasts of one kind, and what came of each."""

    odds: list[float] = field(default_factory=list)
    came: list[bool] = field(default_factory=list)

    def add(self, odds: float, came: bool) -> None:
        """Note a forecast and what came of it."""
        self.odds.append(odds)
        self.came.append(came)

    def report(self) -> dict[str, Any]:
        """Brier score (Brier 1950: mean squared error of the odds), that of the base rate, and the bins.

        A bin is [from, to) with how many forecasts fell into it, their mean, and how often it came true.
        """
        odds, came = np.array(self.odds), np.array(self.came, np.float64)
        if not len(odds):
            return {"count": 0}
        rate = float(came.mean())
        bins = [_bin(odds, came, low, high) for low, high in pairwise(BINS)]
        return {
            "count": len(odds),
            "base_rate": round(rate, 4),
            "brier": round(float(((odds - came) ** 2).mean()), 4),
            "brier_of_base_rate": round(rate * (1.0 - rate), 4),
            "bins": [each for each in bins if each["count"]],
        }


def _bin(odds: Any, came: Any, low: float, high: float) -> dict[str, Any]:
    inside = (odds >= low) & ((odds < high) | (high == BINS[-1]))
    count = int(inside.sum())
    mean = round(float(odds[inside].mean()), 3) if count else None
    return {"from": low, "to": high, "count": count, "said": mean,
            "came": round(float(came[inside].mean()), 3) if count else None}  # fmt: skip


def calibrate(
    scenario: Scenario,
    map_document: MapDocument,
    *,
    games: int,
    seed: int = FRESH,
    own_cast: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> dict[str, Any]:
    """Forecast in many games and compare: {"acceptance": ..., "joining": ...}, as `Record.report` gives them.

    The games have the seeds from `seed` on. Every seat has a doctrine drawn by lot, or with `own_cast` the scenario's.
    """
    kinds = {"acceptance": Record(), "joining": Record()}
    for start in range(0, games, CHUNK):
        seeds = range(seed + start, seed + min(games, start + CHUNK))
        world = found_batch(scenario, map_document, seeds)
        who = _cast(scenario, seeds, own_cast)
        for k, now in _moments(world, who, seeds):
            _ask(now, who[k], seeds[k], kinds)
            progress(1)
    return {name: record.report() for name, record in kinds.items()}


def _cast(scenario: Scenario, seeds: Sequence[int], own: bool) -> Ints:
    """Doctrine numbers by game and seat."""
    if own:
        return np.tile(numbers([state.doctrine for state in scenario.states]), (len(seeds), 1))
    lots = [np.random.default_rng([each, 1]).choice(MINDED, len(scenario.states)) for each in seeds]
    return np.stack(lots)


def _moments(world: World, who: Ints, seeds: Sequence[int]) -> Iterator[tuple[int, World]]:
    """Each game once, at a turn that its seed picks, where the game is still on and far from its end."""
    due = [1 + each % _SPREAD for each in seeds]
    for turn, (after, _draft, _steps) in enumerate(play_out(world, who), 1):
        for k in np.flatnonzero(np.array(due) == turn).tolist():
            if after.ending[k] == 0 and after.turn[k] + TURNS < after.last_turn[k]:
                yield k, after.game(k)
        if turn >= max(due):
            return


def _ask(world: World, who: Ints, seed: int, kinds: dict[str, Record]) -> None:
    """Put the questions at one moment of one game, as one living state."""
    lots = np.random.default_rng([seed, 2])
    living = np.flatnonzero(world.alive)
    if len(living) < 3:
        return
    me = int(lots.choice(living))
    branch = _Branch(world, who, me)
    foresight = Foresight(observe(world, me), me)
    for odds, came in _acceptance(foresight, branch):
        kinds["acceptance"].add(odds, came)
    for attacker, victim in _wars(world, me, lots):
        for odds, came in _joining(foresight, branch, attacker, victim):
            kinds["joining"].add(odds, came)


class _Branch:
    """The true game from one moment on: the true doctrines, all but the asker, who orders nothing unforeseen."""

    def __init__(self, world: World, who: Ints, me: int) -> None:
        columns = {name: value[None] for name, value in world.values().items()}
        columns["last_turn"] = np.maximum(columns["last_turn"], columns["turn"] + AHEAD)
        self.world, self.me = World(world.setting, columns), me
        self.who = who[None].copy()
        draft = choose(outlook(self.world), self.who).draft
        mine = orders_of(world, Draft(draft.chosen[0], draft.shares[0], draft.terms[0]))[me]
        self.plan = [order for order in mine if (order.kind, order.choice) not in ANSWERED]
        lay = axis(world.setting)
        chosen = draft.chosen.copy()
        chosen[0, me] = False
        for place in filter(None, (lay.index(order) for order in self.plan)):
            chosen[0, me, place] = True
        self.draft = Draft(chosen, draft.shares, draft.terms)
        self.who[0, me] = -1

    def after(self, attack: tuple[int, int] | None = None) -> World:
        """The world after this turn, with an attack that did not happen if one is named."""
        chosen = self.draft.chosen.copy()
        if attack is not None:
            place = axis(self.world.setting).index(Order("attack", "war", attack[1]))
            chosen[0, attack[0], place] = True
        return played(self.world, Draft(chosen, self.draft.shares, self.draft.terms))


def _acceptance(foresight: Foresight, branch: _Branch) -> Iterator[tuple[float, bool]]:
    """Every offer of a treaty that the asker could lawfully make."""
    foresight.replies(branch.plan)
    foresight.finish()
    world, me = branch.after(), branch.me
    draft = choose(outlook(supposed(world, me, 1)), branch.who).draft
    view = foresight.futures.view
    for (kind, choice), (topic, _variant) in ANSWERED.items():
        strip = axis(view.setting).where.get((kind, choice))
        if topic not in TREATIES or strip is None or not strip.choice.plain:
            continue
        agreed = said_yes(world, draft, topic, me)[0]
        for target in np.flatnonzero(options(view)[me, strip.place]).tolist():
            reply = foresight.reply(branch.plan, Order(kind, choice, target))
            if reply is not None and world.alive[0, target] and not world.war[0, me, target]:
                yield reply.odds, bool(agreed[target])


def _wars(world: World, me: int, lots: np.random.Generator) -> Iterator[tuple[int, int]]:
    """Three wars that the rules allow: mine on another, another's on me, and one between others."""
    strip = axis(world.setting).where["attack", "war"]
    allowed = options(world)[:, strip.place]
    for attackers, victims in (([me], None), (None, [me]), (None, None)):
        mask = allowed.copy()
        if attackers is None:
            mask[me] = False
        else:
            mask[np.arange(world.n) != me] = False
        mask[:, np.arange(world.n) != me if victims else np.arange(world.n) == me] = False
        pairs = np.argwhere(mask)
        if len(pairs):
            one, other = lots.choice(pairs)
            yield int(one), int(other)


def _joining(foresight: Foresight, branch: _Branch, attacker: int, victim: int) -> Iterator[tuple[float, bool]]:
    """Whether each third state fights on the side that the forecast thinks the likelier."""
    foresight.coalition(branch.plan, attacker, victim)
    foresight.finish()
    coalition = foresight.coalition(branch.plan, attacker, victim)
    assert coalition is not None
    world = branch.after((attacker, victim))
    beside = np.zeros((2, world.n), bool)
    for _turn in range(TURNS):
        world = played(world, choose(outlook(world), branch.who).draft)
        beside |= np.stack([world.war[0, :, victim], world.war[0, :, attacker]])
    for joiner in coalition.joiners:
        if branch.world.war[0, joiner.state, [attacker, victim]].any():
            continue
        helps = bool(beside[1, joiner.state])
        yield joiner.beside_victim, helps
        yield joiner.beside_attacker, bool(beside[0, joiner.state]) and not helps


__all__ = ["BINS", "FRESH", "Record", "calibrate"]
