"""Coalitions: who would come if one state attacked another, on which side, with what odds, and why."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np

from game.foresight.futures import Futures, played
from game.opponents.choose import Chosen
from game.orders.kind import Order
from game.world import Bools, Floats

WEIGHS = 0.02  # a smaller mean of a term is no reason
TURNS = 2  # turns after the attack in which states come in


@dataclass(frozen=True, slots=True)
class Joiner:
    """A third state: odds that it fights beside the attacker and beside the victim; its weightiest reasons.

    The reasons are those for entering the war against the attacker; empty where none weighs.
    """

    state: int
    beside_attacker: float
    beside_victim: float
    bound: bool  # by pact or guarantee to the victim
    why: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Coalition:
    """Who would come within two turns if `attacker` attacked `victim` now; those likeliest to come first."""

    attacker: int
    victim: int
    joiners: tuple[Joiner, ...]


def coalition(futures: Futures, plan: Sequence[Order], attacker: int, victim: int) -> Generator[None, None, Coalition]:
    """Let the attack happen in every future and see who fights; the viewer itself decides nothing."""
    came: list[tuple[Bools, Bools]] = []
    reasons: list[tuple[dict[str, Floats], dict[str, Floats]]] = []
    strike = Order("attack", "war", victim)
    mine = [*plan, strike] if attacker == futures.me and strike not in plan else list(plan)
    more = [] if attacker == futures.me else [(attacker, strike)]
    for lot in futures.lots:
        yield from lot.ready()
        world = futures.next(lot, mine, more)
        yield
        with_attacker = np.zeros((len(lot.who), futures.view.n), bool)
        with_victim = with_attacker.copy()
        for turn in range(TURNS):
            chosen = futures.decide(lot, world)
            yield
            if turn == 0:
                reasons.append((_terms(chosen, "call_yes", attacker), _terms(chosen, "join", attacker)))
            world = played(world, chosen.draft)
            with_attacker |= world.war[:, :, victim]
            with_victim |= world.war[:, :, attacker]
            yield
        came.append((with_attacker & ~with_victim, with_victim))
    beside = [futures.average([pair[side].astype(np.float64) for pair in came]) for side in (0, 1)]
    return Coalition(attacker, victim, tuple(_joiners(futures, attacker, victim, beside, reasons)))


def _joiners(
    futures: Futures, attacker: int, victim: int, beside: Sequence[Floats],
    reasons: Sequence[tuple[dict[str, Floats], dict[str, Floats]]],
) -> list[Joiner]:  # fmt: skip
    view = futures.view
    bound = view.pact[:, victim] | view.guarantee[:, victim]
    found = []
    for state in np.flatnonzero(view.alive).tolist():
        if state in (attacker, victim, futures.me):
            continue
        terms = [pair[0 if bound[state] else 1] for pair in reasons]
        odds = float(beside[0][state]), float(beside[1][state])
        found.append(Joiner(state, *odds, bool(bound[state]), *_weightiest(terms, state)))
    return sorted(found, key=lambda each: (-max(each.beside_attacker, each.beside_victim), not each.bound))


def _terms(chosen: Chosen, choice: str, target: int) -> dict[str, Floats]:
    """Terms of joining against a target, by what they say: [D, N]; empty where nobody was asked."""
    for _seats, scores in chosen.groups:
        scored = scores.get(("answer", choice))
        if scored is not None:
            return {says: np.broadcast_to(value, scored.shape)[:, :, target] for says, value in scored.terms}
    return {}


def _weightiest(terms: Sequence[dict[str, Floats]], state: int) -> tuple[str, str]:
    """What speaks loudest for coming, and what against it, besides chance; nothing where nobody was asked."""
    terms = [each for each in terms if each]
    if not terms:
        return "", ""
    means = {says: float(np.concatenate([each[says][:, state] for each in terms]).mean()) for says in terms[0]}
    means.pop("chance", None)
    best, worst = max(means, key=lambda says: means[says]), min(means, key=lambda says: means[says])
    return best if means[best] > WEIGHS else "", worst if means[worst] < -WEIGHS else ""
