"""Me: the script's own state: what only it knows, its chance and memory, and which orders the rules take."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import numpy as np

from game.language import _
from game.measures.aims import DEALT, card_ranks, reached
from game.orders.aim import AIMS
from game.orders.joint import addable
from game.orders.kind import SELF, Order
from game.orders.options import axis
from game.orders.sheet import draft_of
from game.scripting.errors import Mistake, shown
from game.scripting.moves import Check, Move, Verdict, judge, sift
from game.scripting.offers import Offer, offers
from game.scripting.scene import LONGEST_NOTE, MOST_NOTES
from game.scripting.verbs import Verbs


class Me(Verbs):
    """Your state. Verbs such as `me.arm()` make an order; returned or yielded by `play` it is given."""

    __slots__ = ()

    def _title(self) -> str:
        return "me"

    # what only you know

    @property
    def influence(self) -> float:
        """What is left to pay initiatives with, 0..6, before this turn's orders."""
        return self._number(self._world.influence)

    @property
    def shares(self) -> tuple[float, float, float]:
        """How your money is split over arms, growth and home."""
        arms, growth = self._number(self._world.budget_arms), self._number(self._world.budget_growth)
        return arms, growth, max(0.0, 1.0 - arms - growth)

    @property
    def aim(self) -> str:
        """The card that you keep: “lion”, “jackal” ...; "" where none are dealt (below level full)."""
        number = int(self._number(self._world.aim))
        return tuple(AIMS)[number - 1] if number else ""

    @property
    def aim_reached(self) -> bool:
        """What your aim asks for is so now; it counts at the end."""
        return bool(self._number(reached(self._world)))

    @property
    def cards(self) -> list[str]:
        """The aims that you were dealt, to keep one of on the first turn: `me.keep_aim(...)`."""
        ranks = card_ranks(self._world)[self._index]
        return [name for name, rank in zip(AIMS, ranks.tolist(), strict=False) if rank < DEALT]

    @property
    def offers(self) -> list[Offer]:
        """Open offers, demands, calls to arms and resolutions to vote on, each with `.yes()` and `.no()`."""
        return list(offers(self._scene))

    @property
    def random(self) -> random.Random:
        """Chance of your own, a `random.Random`: the same for the same game and turn on every machine."""
        return self._scene.chance

    @property
    def memory(self) -> dict[str, Any]:
        """A dict that the host keeps between turns: texts, numbers, lists and dicts, with texts as keys."""
        return self._scene.desk.memory

    def note(self, text: object) -> None:
        """Write a line into your own log of the game; nobody else reads it."""
        desk = self._scene.desk
        if len(desk.notes) < MOST_NOTES:
            desk.notes.append((desk.line(), str(text)[:LONGEST_NOTE]))

    # what can be ordered

    def options(self) -> list[Move]:
        """All orders that the rules take now beside those that you have yielded; own shares aside."""
        w, me = self._world, self._scene.viewer
        self._scene.desk.weighed += 1
        chosen = draft_of(w, {me: self._scene.draft}).chosen
        row, lay = addable(w, chosen)[me], axis(w.setting)
        found = [lay.order(m) for m in np.flatnonzero(row).tolist()]
        return [self._move(order) for order in found if lay.where[order.kind, order.choice].choice.plain]

    def can(self, move: Move) -> Verdict:
        """Say whether the rules take an order now, beside those that you have yielded; false with the reason."""
        self._scene.desk.weighed += 1
        return judge(self._scene, self._scene.draft, _moves(move)[0])

    def check(self, moves: Iterable[Move] | Move) -> Check:
        """Say whether the rules take several orders together; what would change nothing is not held against it."""
        self._scene.desk.weighed += 1
        _taken, refused = sift(self._scene, self._scene.draft, _moves(moves))
        return Check([verdict for verdict in refused if not verdict.moot])

    def _move(self, order: Order) -> Move:
        strip = axis(self._world.setting).where[order.kind, order.choice]
        if order.target is None or strip.choice.to == SELF:
            return Move(order, None, self._scene.desk.line())
        target = self._scene.region(order.target) if strip.choice.to == "region" else self._scene.land(order.target)
        return Move(order, target, self._scene.desk.line())


def _moves(given: object) -> list[Move]:
    """The orders that a script asks about; raises Mistake for anything else."""
    found = list(given) if isinstance(given, list | tuple | set | frozenset) else [given]
    for each in found:
        if not isinstance(each, Move):
            text = _("expected an order such as me.arm(), found {found}")
            raise Mistake(text.format(found=shown(each)))
    return [each for each in found if isinstance(each, Move)]
