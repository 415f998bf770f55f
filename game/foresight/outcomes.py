"""Outcomes: what a plan leads to in the next turns, and what one order changes in it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.foresight.futures import Futures, played
from game.measures.blocs import weights
from game.measures.power import power
from game.measures.threat import threat
from game.orders.kind import Order
from game.orders.options import Axis, axis
from game.world import Bools, Floats, World

FELT = 0.005  # a smaller change of attitude or threat is none
TOLD = 0.08  # a smaller change of odds is chance: with 48 draws, four of them


@dataclass(frozen=True, eq=False)
class Standing:
    """A world as numbers, averaged over the draws: by state [N], by pair [N, N], by side of the scale [4]."""

    power: Floats
    reputation: Floats
    attitude: Floats
    threat: Floats
    sides: Floats


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a plan leads to: after this turn, what all then order [N, M] in parts of the draws, after the next one."""

    soon: Standing
    moves: Floats
    later: Standing


@dataclass(frozen=True, slots=True)
class Change:
    """What stands between a state and me, now and with an order: its attitude, its fear of me, my fear of it."""

    state: int
    attitude: tuple[float, float]
    fear: tuple[float, float]
    threat: tuple[float, float]

    @property
    def size(self) -> float:
        """The largest of the three changes."""
        return max(abs(after - before) for before, after in (self.attitude, self.fear, self.threat))


@dataclass(frozen=True, slots=True)
class Reaction:
    """An order that a state gives me next turn: how probable with the order in question, and without it."""

    state: int
    order: Order
    odds: float
    without: float


@dataclass(frozen=True, slots=True)
class Preview:
    """What one order changes. Shares and sides are of all power, 0..1; `late`: counted a turn later, when answered.

    Changes come by their size and the power of who feels them.
    """

    share: tuple[float, float]
    reputation: tuple[float, float]
    gap: tuple[float, float]  # share of those who only fear the leader, bound to nobody against it
    changes: tuple[Change, ...]
    reactions: tuple[Reaction, ...]
    late: bool


def outcome(futures: Futures, plan: Sequence[Order]) -> Generator[None, None, Outcome]:
    """Play this turn on a plan and one turn more, in small steps; returns the Outcome."""
    worlds: list[tuple[World, Bools, World]] = []
    for lot in futures.lots:
        yield from lot.ready()
        soon = futures.next(lot, plan)
        yield
        draft = futures.decide(lot, soon).draft
        yield
        worlds.append((soon, draft.chosen, played(soon, draft)))
        yield
    moves = futures.average([chosen.astype(np.float64) for _soon, chosen, _later in worlds])
    return Outcome(
        _standing(futures, [soon for soon, _chosen, _later in worlds]),
        moves,
        _standing(futures, [later for _soon, _chosen, later in worlds]),
    )


def _standing(futures: Futures, worlds: Sequence[World]) -> Standing:
    return Standing(
        futures.average([power(world) for world in worlds]),
        futures.average([world.reputation for world in worlds]),
        futures.average([world.attitude for world in worlds]),
        futures.average([threat(world) for world in worlds]),
        futures.average([weights(world) for world in worlds]),
    )


def compare(futures: Futures, without: Outcome, with_: Outcome, *, late: bool) -> Preview:
    """Tell what an order changes; `late` ones, such as offers, count a turn later, when they are answered."""
    me = futures.me
    old, new = (without.later, with_.later) if late else (without.soon, with_.soon)
    others = [k for k in range(futures.view.n) if k != me and futures.view.alive[k]]
    changes = [_change(futures, old, new, k) for k in others]
    size = power(futures.view)
    felt = sorted(
        (each for each in changes if each.size >= FELT), key=lambda each: -each.size * float(size[each.state])
    )
    return Preview(
        (float(old.power[me]), float(new.power[me])),
        (float(without.soon.reputation[me]), float(with_.soon.reputation[me])),
        (float(old.sides[2]), float(new.sides[2])),
        tuple(felt),
        tuple(_reactions(futures, without.moves, with_.moves)),
        late,
    )


def _change(futures: Futures, old: Standing, new: Standing, state: int) -> Change:
    view, me = futures.view, futures.me

    def moved(now: Floats, table: str, one: int, other: int) -> tuple[float, float]:
        by = float(getattr(new, table)[one, other] - getattr(old, table)[one, other])
        return float(now[one, other]), float(now[one, other]) + by

    return Change(
        state,
        moved(view.attitude, "attitude", state, me),
        moved(threat(view), "threat", state, me),
        moved(threat(view), "threat", me, state),
    )


def _reactions(futures: Futures, without: Floats, with_: Floats) -> Iterator[Reaction]:
    """Yield the orders towards me that become more or less probable, the most changed first."""
    lay, me = axis(futures.view.setting), futures.me
    towards = _towards(futures, lay)
    told = np.abs(with_ - without) * towards[None, :]
    told[me] = 0.0
    for place in told.argsort(None)[::-1]:
        state, option = divmod(int(place), lay.size)
        if told[state, option] < TOLD:
            return
        yield Reaction(state, lay.order(option), float(with_[state, option]), float(without[state, option]))


def _towards(futures: Futures, lay: Axis) -> Bools:
    """Options addressed to me that are worth telling, [M]: what is no answer's plain no, and no word."""
    told = np.zeros(lay.size, bool)
    for strip in lay.strips:
        if strip.width == futures.view.n and not strip.choice.name.endswith("_no") and not lay.word[strip.start]:
            told[strip.start + futures.me] = True
        elif strip.choice.to == "region":
            told[strip.place] = futures.view.owner == futures.me
    return told
