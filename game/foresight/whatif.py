"""What if: the games from a fork played on with and without a change, on equal luck, and what differs in them."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

import numpy as np

from game.foresight.forks import Change, Fork, Lot
from game.match import play_out
from game.measures.power import leader, power
from game.measures.scores import hegemon, scores
from game.measures.ties import at_war
from game.world import COLUMNS, Bools, Floats, Ints, World

SEEDS = 96
"""Games that each branch is played for at first: a chance is then known to five points or better."""
FAN = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Quantiles of a fan: the outer and the inner band, and the middle."""
SURE = 2.0
"""Standard errors of the paired difference from which it is more than luck."""
Steps = Generator[float, None, "Comparison"]


@dataclass(frozen=True, eq=False)
class Runs:
    """What became of one branch in every game: power by turn [D, T, N], from before the turn on; and at the end.

    `attacks` is how many wars were opened [D], `fought` who was at war at some end of a turn [D, N], `hegemon`
    the state or -1 [D], `alive` and `score` [D, N].
    """

    power: Floats
    attacks: Ints
    fought: Bools
    hegemon: Ints
    alive: Bools
    score: Floats

    def fan(self, state: int) -> Floats:
        """The quantiles `FAN` of a state's share of power, by turn [5, T]."""
        return np.asarray(np.quantile(self.power[:, :, state], FAN, axis=0))


@dataclass(frozen=True, slots=True)
class Difference:
    """One outcome of two branches: its mean without and with the change, and how many standard errors lie between."""

    name: str
    without: float
    changed: float
    errors: float

    @property
    def by(self) -> float:
        """What the change adds."""
        return self.changed - self.without

    @property
    def sure(self) -> bool:
        """It is more than luck."""
        return abs(self.errors) >= SURE


@dataclass(frozen=True, eq=False)
class Comparison:
    """Both branches of a change, game k of the one on the luck of game k of the other."""

    change: Change
    leader: int
    without: Runs
    changed: Runs

    @property
    def games(self) -> int:
        """Games that each branch was played for."""
        return len(self.without.attacks)

    def joined(self, other: Comparison) -> Comparison:
        """Both comparisons as one, of the same change on other luck."""
        return Comparison(self.change, self.leader, _joined([self.without, other.without]),
                          _joined([self.changed, other.changed]))  # fmt: skip

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Outcomes that are compared: hegemony (by anyone), lost (states), attacks, and of the changed state its
        survival, war (whether it fights), score and share, and the share of who led then.
        """
        one, two, me = self.without, self.changed, self.change.state
        pairs = {
            "hegemony": (one.hegemon >= 0, two.hegemon >= 0),
            "lost": ((~one.alive).sum(-1), (~two.alive).sum(-1)),
            "attacks": (one.attacks, two.attacks),
            "survival": (one.alive[:, me], two.alive[:, me]),
            "war": (one.fought[:, me], two.fought[:, me]),
            "score": (one.score[:, me], two.score[:, me]),
            "share": (one.power[:, -1, me], two.power[:, -1, me]),
            "leader": (one.power[:, -1, self.leader], two.power[:, -1, self.leader]),
        }
        return tuple(_difference(name, *pair) for name, pair in pairs.items())

    def survival(self, state: int) -> Difference:
        """How often a state lives at the end."""
        return _difference("survival", self.without.alive[:, state], self.changed.alive[:, state])


def what_if(fork: Fork, change: Change, turns: int | None = None, seeds: range = range(SEEDS)) -> Steps:
    """Play both branches on, to the end or for so many turns (the changed one counts); yields what part is done.

    From the next turn on every seat is decided for by its doctrine. Returns the Comparison. Raises ValueError
    for a change of orders that were not given, or are not known.
    """
    found: list[tuple[Runs, Runs]] = []
    games = 0.0
    for lot in fork.lots(change, seeds):
        share = len(lot.who) / len(seeds)
        found.append((yield from _runs(lot, turns, games, share)))
        games += share
    return Comparison(change, int(leader(fork.world)), *(_joined(list(side)) for side in zip(*found, strict=True)))


def happened(worlds: Sequence[World]) -> Runs:
    """What became of the game itself, as runs of one: its worlds (or Views) from before the turn on, two or more."""
    alone = [World(world.setting, {name: value[None] for name, value in world.values().items()}) for world in worlds]
    watch = _Watch(*alone[:2])
    for world in alone[2:]:
        watch.see(world)
    return watch.runs()


def _runs(lot: Lot, turns: int | None, done: float, share: float) -> Generator[float, None, tuple[Runs, Runs]]:
    """Play both branches of a lot side by side, as one batch; `done` of all is played, the lot is its `share`."""
    yield done
    world = _stacked([lot.without, lot.changed])
    watch = _Watch(_stacked([lot.before, lot.before]), world)
    who = np.concatenate([lot.who, lot.who])
    ahead = int(np.max(world.last_turn - world.turn)) + world.setting.epilogue
    left = ahead if turns is None else turns - 1
    if left > 0:
        for played, (after, _draft, _steps) in enumerate(play_out(world, who), 1):
            watch.see(after)
            yield done + share * min(1.0, played / left)
            if turns is not None and played == left:
                break
    whole, half = watch.runs(), len(lot.who)
    return _some(whole, slice(0, half)), _some(whole, slice(half, None))


class _Watch:
    """What is kept of a batch of games while it is played."""

    def __init__(self, before: World, after: World) -> None:
        self.last = before
        self.power = [power(before)]
        self.attacks = np.zeros(len(before.turn), np.int64)
        self.fought = np.zeros(before.alive.shape, bool)
        self.see(after)

    def see(self, world: World) -> None:
        """Take in a turn."""
        self.power.append(power(world))
        self.attacks += (world.began & world.war & ~self.last.began).sum((-1, -2))
        self.fought |= at_war(world)
        self.last = world

    def runs(self) -> Runs:
        """Sum up."""
        end = self.last
        return Runs(np.stack(self.power, 1), self.attacks, self.fought, hegemon(end), end.alive, scores(end))


def _stacked(worlds: Sequence[World]) -> World:
    values = [world.values() for world in worlds]
    return World(worlds[0].setting, {name: np.concatenate([each[name] for each in values]) for name in COLUMNS})


def _some(runs: Runs, games: slice) -> Runs:
    return Runs(*(getattr(runs, name)[games] for name in Runs.__dataclass_fields__))


def _joined(parts: Sequence[Runs]) -> Runs:
    """Runs of several lots as one; games that ended sooner stay as they are."""
    turns = max(each.power.shape[1] for each in parts)
    longest = [np.pad(each.power, ((0, 0), (0, turns - each.power.shape[1]), (0, 0)), "edge") for each in parts]
    rest = [name for name in Runs.__dataclass_fields__ if name != "power"]
    return Runs(np.concatenate(longest), *(np.concatenate([getattr(each, name) for each in parts]) for name in rest))


def _difference(name: str, without: Floats | Bools | Ints, changed: Floats | Bools | Ints) -> Difference:
    one, two = np.asarray(without, np.float64), np.asarray(changed, np.float64)
    apart = two - one
    by, error = float(apart.mean()), float(apart.std() / max(1, len(apart)) ** 0.5)
    return Difference(name, float(one.mean()), float(two.mean()), by / error if error else inf * by if by else 0.0)


__all__ = ["FAN", "SEEDS", "SURE", "Comparison", "Difference", "Runs", "happened", "what_if"]
