"""A match: the only mutable object. Seats, world, history; show -> collect -> resolve -> record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from game.events import Event, tell
from game.measures.scores import scores, winners
from game.names import Names
from game.opponents.accounts import Account, account
from game.opponents.choose import Chosen, choose, numbers
from game.opponents.doctrines import DOCTRINES
from game.opponents.traits import Doctrine
from game.orders.joint import accepted, problems
from game.orders.kind import Order, Refusal
from game.orders.options import axis
from game.orders.sheet import Draft, blank_draft, draft_of, orders_of, write
from game.phases import Step, resolve
from game.report.concepts import Told, Turned, in_public, of_event, tags, told
from game.storage.documents import MapDocument, Scenario
from game.storage.founding import found
from game.view import View, observe, outlook
from game.world import Floats, Ints, Rules, World, some

PERSON, DOCTRINE, BOT = "person", "doctrine", "bot"
Bot = Callable[[View, int], list[Order]]


@dataclass(frozen=True)
class Seat:
    """Who decides for a state: a person, a doctrine by name, or a script by file; and the person's name."""

    kind: str
    name: str = ""
    player: str = ""


@dataclass(eq=False)
class Turn:
    """One turn that was played: the world before it, the orders by state, what happened, and why.

    `minds` are the doctrines that may have decided, by state, "" for people and scripts; a turn that was
    played again from a save has today's seats here, and `decided` tells whether they really gave the orders.
    `concepts` are told from what states really felt: for the debrief. During the game an event's own
    concept, told from what everybody can see, is what may be shown.
    """

    number: int
    before: World
    orders: list[list[Order]]
    refused: list[tuple[int, Order, Refusal]]
    events: list[Event]
    minds: tuple[str, ...] = ()
    concepts: list[Told] = field(default_factory=list)

    @property
    def who(self) -> Ints:
        """The doctrines' numbers by state."""
        return numbers(self.minds)

    def decided(self, state: int) -> bool:
        """Say whether a doctrine gave the state's orders: weighing anew on what it saw gives the same ones."""
        if not self.minds or not self.minds[state] or self.before.turn >= self.before.last_turn:
            return False
        lay = axis(self.before.setting)
        given = {lay.index(order) for order in self.orders[state]}
        return given == set(np.flatnonzero(_weighed(self).draft.chosen[state]).tolist())

    def account(self, state: int, order: Order) -> Account | None:
        """Why a doctrine gave an order; None for people and scripts. Determinism makes it the true reason."""
        return account(self.before, _weighed(self), state, order) if self.decided(state) else None


@lru_cache(maxsize=4)
def _weighed(turn: Turn) -> Chosen:
    """What the doctrines chose in a turn, with all scores: weighed anew, so that nothing need be kept."""
    return choose(outlook(turn.before), turn.who)


@dataclass(eq=False)
class Match:
    """A game in progress."""

    scenario: Scenario
    map_document: MapDocument
    seats: list[Seat]
    seed: int
    turns: int | None
    world: World
    history: list[Turn] = field(default_factory=list)
    plans: dict[int, list[Order]] = field(default_factory=dict)
    bots: dict[int, Bot] = field(default_factory=dict)
    names: Names = field(default_factory=Names)

    @classmethod
    def start(
        cls,
        scenario: Scenario,
        map_document: MapDocument,
        seats: Sequence[Seat] | None = None,
        *,
        seed: int = 7,
        turns: int | None = None,
        level: str | None = None,
        rules: Rules | None = None,
    ) -> Match:
        """Begin a game; without seats every state is played by the scenario's doctrine."""
        if level is not None:
            scenario = scenario.model_copy(update={"level": level})
        world = found(scenario, map_document, seed, turns=turns, rules=rules)
        own = [Seat(DOCTRINE, state.doctrine) for state in scenario.states]
        return cls(scenario, map_document, list(seats or own), seed, turns, world)

    @property
    def over(self) -> bool:
        """The game has ended."""
        return bool(self.world.ending != 0)

    @property
    def epilogue(self) -> bool:
        """The last turn with orders is past: wars, pacts and sanctions only run on."""
        return bool(self.world.turn >= self.world.last_turn)

    @property
    def people(self) -> list[int]:
        """States that people play and that are alive."""
        return [i for i, seat in enumerate(self.seats) if seat.kind == PERSON and self.world.alive[i]]

    def view(self, state: int) -> View:
        """What a state knows now."""
        return observe(self.world, state)

    def plan(self, state: int) -> list[Order]:
        """The orders that a person has given so far this turn."""
        return list(self.plans.get(state, []))

    def why_not(self, state: int, order: Order) -> list[Refusal]:
        """Why an order cannot be added to a person's plan; empty if it can."""
        return problems(self.view(state), state, self.plan(state), order)

    def give(self, state: int, order: Order) -> list[Refusal]:
        """Add an order to a person's plan; a refused one changes nothing and gives the reasons."""
        found_ = self.why_not(state, order)
        if not found_:
            self.plans.setdefault(state, []).append(order)
        return found_

    def take_back(self, state: int, order: Order | None = None) -> Order | None:
        """Take back an order of the plan, the last one if none is named."""
        plan = self.plans.get(state, [])
        if not plan or (order is not None and order not in plan):
            return None
        gone = plan[-1] if order is None else order
        plan.reverse()
        plan.remove(gone)
        plan.reverse()
        return gone

    def end_turn(self) -> Turn:
        """Let opponents and scripts decide, resolve the turn, record it. The game must not be over."""
        if self.over:
            raise ValueError("the game is over")
        minds = self._minds()
        draft, refused = self._collect(minds)
        turn = self._resolve(draft, refused, minds)
        self.plans.clear()
        return turn

    def replay_turn(self, orders: Sequence[Sequence[Order]]) -> Turn:
        """Resolve a turn on recorded orders, without asking anybody."""
        given = {i: list(row) for i, row in enumerate(orders)}
        own = [state.doctrine for state in self.scenario.states]
        minds = [seat or usual for seat, usual in zip(self._minds(), own, strict=True)] if self.seats else own
        return self._resolve(draft_of(self.world, given), [], tuple(minds))

    def _minds(self) -> tuple[str, ...]:
        return tuple(seat.name if seat.kind == DOCTRINE else "" for seat in self.seats)

    def _collect(self, minds: tuple[str, ...]) -> tuple[Draft, list[tuple[int, Order, Refusal]]]:
        if self.epilogue:
            return blank_draft(self.world), []
        chosen = choose(outlook(self.world), numbers(minds))
        given = {i: self.plan(i) for i, seat in enumerate(self.seats) if seat.kind == PERSON}
        given |= {i: bot(self.view(i), i) for i, bot in self.bots.items() if self.world.alive[i]}
        refused = []
        for state, orders in given.items():
            given[state], bad = accepted(self.world, state, orders)
            refused += [(state, order, why) for order, why in bad]
        written = draft_of(self.world, given)
        mine = np.isin(np.arange(self.world.n), list(given))
        return written.where(mine, chosen.draft), refused

    def _resolve(self, draft: Draft, refused: list[tuple[int, Order, Refusal]], minds: tuple[str, ...]) -> Turn:
        before = self.world
        after, steps = resolve(before, write(before, draft))
        number = int(before.turn)
        named = self.names.christen(tell(number, steps), before, after)
        events = _tagged(named, in_public(before, after, steps))
        found = told(tags(before, after, steps))
        turn = Turn(number, before, orders_of(before, draft), refused, events, minds, found)
        self.history.append(turn)
        self.world = after
        return turn

    def scores(self) -> dict[str, float]:
        """Scores by state code."""
        values: Floats = scores(self.world)
        return {code: float(x) for code, x in zip(self.world.setting.codes, values, strict=True)}

    def winners(self) -> list[str]:
        """Codes of the states with the highest score."""
        mask = winners(self.world)
        return [code for code, won in zip(self.world.setting.codes, mask, strict=True) if won]


def _tagged(events: list[Event], turned: Turned) -> list[Event]:
    """Put on each event the concept that its numbers show."""
    return [replace(event, concept=of_event(turned, event.kind, event.actors)) for event in events]


def play_out(
    world: World, who: Ints, doctrines: tuple[Doctrine, ...] = DOCTRINES
) -> Iterator[tuple[World, Draft, list[Step]]]:
    """Let doctrines play a world, or a batch, to its end; gives each turn's world after it, draft and records.

    Finished games of a batch stay as they are; orders end with each game's last turn.
    """
    while some(world.ending == 0):
        draft = choose(outlook(world), who, doctrines).draft
        late = world.turn >= world.last_turn
        if some(late):
            draft = draft.only(np.broadcast_to(~late[..., None], world.alive.shape))
        world, steps = resolve(world, write(world, draft))
        yield world, draft, steps


__all__ = ["BOT", "DOCTRINE", "PERSON", "Bot", "Match", "Seat", "Turn", "play_out"]
