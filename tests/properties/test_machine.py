"""The whole game as a machine: any orders, legal or not, and all that players do between them, in any sequence.

Hypothesis picks what happens next; after every step the invariants and laws must hold. COUNTERPOISE_LONG=1 plays
2,000 games of 50 steps.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RULE_MARKER, RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.keeping import keep, resume, verify
from game.match import BOT, DOCTRINE, PERSON, Match, Seat
from game.measures.power import held_count
from game.opponents.choose import choose
from game.orders.joint import accepted, addable, problems
from game.orders.kind import Kind, Order, Terms
from game.orders.kinds import KINDS
from game.orders.options import axis, options, refusals
from game.orders.sheet import draft_of, write
from game.orders.terms import GOODS
from game.phases import resolve
from game.scripting.caretaker import caretaker
from game.storage.codec import digest
from game.storage.saves import load, save
from game.view import observe, outlook
from game.world import Bools
from tests.properties.test_laws import breaches
from tests.worlds import GROUNDS, LONG, NAMES, anything, differing, ground, shaped, stack

GAMES, STEPS = (2000, 50) if LONG else (80, 40)

whims = st.integers(0, 2**20)
targets = st.none() | st.integers(-2, 40)
goods = st.sampled_from([*GOODS, "gold"])
terms = st.none() | st.builds(
    Terms,
    turns=st.none() | st.integers(-1, 12),
    against=st.none() | st.integers(-1, 9),
    give=goods,
    ask=goods,
    region=st.none() | st.integers(-1, 60),
)
shares = st.none() | st.tuples(*[st.sampled_from([-0.5, 0.0, 0.25, 0.5, 1.0])] * 3)


class Game(RuleBasedStateMachine):
    """A match with people, doctrines and scripts at the table."""

    match: Match

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.sound = ""

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize(
        name=st.sampled_from(GROUNDS),
        seed=whims,
        level=st.sampled_from(["foundations", "standard", "full", "full"]),
        turns=st.none() | st.integers(2, 12),
        people=st.sets(st.integers(0, 2), min_size=1),
    )
    def sit_down(self, name: str, seed: int, level: str, turns: int | None, people: set[int]) -> None:
        scenario, chart = ground(name)
        seats = [Seat(PERSON) if k in people else Seat(DOCTRINE, NAMES[(seed + k) % len(NAMES)])
                 for k in range(len(scenario.states))]  # fmt: skip
        self.match = Match.start(scenario, chart, seats, seed=seed, level=level, turns=turns)

    # --- orders

    @property
    def seated(self) -> bool:
        return bool(self.match.people)

    def person(self, whim: int) -> int:
        return self.match.people[whim % len(self.match.people)]

    def drafted(self, state: int) -> Bools:
        """The plan of a state on the flat axis, [N, M]."""
        lay = axis(self.match.world.setting)
        chosen = np.zeros((self.match.world.n, lay.size), bool)
        chosen[state, [lay.index(order) for order in self.match.plan(state)]] = True
        return chosen

    def open_to(self, state: int, kind: str) -> list[Order]:
        """All orders of a kind that the masks allow a state to add to its plan."""
        lay = axis(self.match.world.setting)
        places = np.flatnonzero(addable(self.match.view(state), self.drafted(state))[state])
        return [lay.order(m) for m in places.tolist() if lay.strip(m).kind.name == kind]

    def give(self, state: int, order: Order) -> None:
        """Give an order: masks and refusals must agree on it, and a refused one must change nothing."""
        match, lay = self.match, axis(self.match.world.setting)
        before, world = match.plan(state), match.world
        index, why = lay.index(order), match.why_not(state, order)
        if index is None:
            assert [refusal.code for refusal in why] == ["unknown"]
        else:
            assert options(world)[state, index] == (not refusals(match.view(state), state, order))
            fits = bool(addable(world, self.drafted(state))[state, index])
            assert fits or why
            bare = order.terms is None and order.shares is None and lay.strip(index).choice.plain
            assert not bare or fits == (not why)
        assert why == problems(world, state, before, order)
        assert match.give(state, order) == why
        assert all(refusal.code and refusal.sentence for refusal in why)
        assert match.plan(state) == (before if why else [*before, order])
        assert match.world is world

    @precondition(lambda self: self.seated)
    @rule(whim=whims)
    def give_an_order_without_a_name(self, whim: int) -> None:
        self.give(self.person(whim), Order("conjure", "rain", whim % 9))

    @precondition(lambda self: self.seated)
    @rule(whim=whims)
    def give_the_same_order_twice(self, whim: int) -> None:
        state = self.person(whim)
        for order in self.match.plan(state)[-1:]:
            self.give(state, order)
            assert self.match.plan(state).count(order) == 1

    @precondition(lambda self: self.seated)
    @rule(whim=whims)
    def answer_everything(self, whim: int) -> None:
        state = self.person(whim)
        while found := self.open_to(state, "answer"):
            count = len(self.match.plan(state))
            self.give(state, shaped(self.match.world, found[whim % len(found)], np.random.default_rng(whim)))
            if len(self.match.plan(state)) == count:
                break

    @precondition(lambda self: self.seated)
    @rule(whim=whims)
    def give_what_a_doctrine_would(self, whim: int) -> None:
        match, state = self.match, self.person(whim)
        who = np.full(match.world.n, whim % len(NAMES))
        chosen = choose(outlook(match.world), who).draft.chosen[state]
        for index in np.flatnonzero(chosen).tolist():
            self.give(state, axis(match.world.setting).order(index))

    # --- second thoughts

    @precondition(lambda self: self.seated)
    @rule(whim=whims)
    def take_back_the_last(self, whim: int) -> None:
        state = self.person(whim)
        before = self.match.plan(state)
        assert self.match.take_back(state) == (before[-1] if before else None)
        assert self.match.plan(state) == before[:-1]

    @precondition(lambda self: self.seated)
    @rule(whim=whims)
    def take_back_one_and_give_it_again(self, whim: int) -> None:
        state = self.person(whim)
        before = self.match.plan(state)
        if before:
            order = before[whim % len(before)]
            assert self.match.take_back(state, order) == order
            self.give(state, order)
            assert sorted(map(repr, self.match.plan(state))) == sorted(map(repr, before))

    @precondition(lambda self: self.seated)
    @rule(whim=whims)
    def take_back_everything(self, whim: int) -> None:
        state = self.person(whim)
        while self.match.take_back(state):
            pass
        assert self.match.plan(state) == []

    # --- time

    def turn(self) -> None:
        """Resolve a turn: plans are carried out as given, and the same orders always come out the same."""
        match, before = self.match, self.match.world
        plans = {i: [] if match.epilogue else match.plan(i) for i in match.people}
        turn = match.end_turn()
        assert match.world.turn == before.turn + 1
        assert match.plans == {}
        assert not [each for each in turn.refused if each[0] in plans]
        for state, plan in plans.items():
            assert set(map(_place, turn.orders[state])) == set(map(_place, plan))
        sheet = write(before, draft_of(before, dict(enumerate(turn.orders))))
        assert differing(resolve(before, sheet)[0], match.world) == []

    @precondition(lambda self: not self.match.over)
    @rule()
    def end_the_turn(self) -> None:
        self.turn()

    @precondition(lambda self: not self.match.over)
    @rule(turns=st.integers(2, 4))
    def play_some_turns(self, turns: int) -> None:
        for _turn in range(turns):
            if not self.match.over:
                self.turn()

    @precondition(lambda self: not self.match.over and self.match.world.last_turn <= 12)
    @rule()
    def play_into_the_epilogue(self) -> None:
        while not (self.match.over or self.match.epilogue):
            self.turn()
        if not self.match.over:
            self.turn()
            assert not any(self.match.history[-1].orders)

    @precondition(lambda self: self.match.over)
    @rule()
    def ask_a_finished_game_to_go_on(self) -> None:
        before = self.match.world
        try:
            self.match.end_turn()
        except ValueError:
            assert self.match.world is before
        else:
            raise AssertionError("a finished game went on")
        assert set(self.match.winners()) <= set(before.setting.codes)

    # --- the table

    @rule(whim=whims)
    def hand_over_a_seat_to_a_doctrine(self, whim: int) -> None:
        state = whim % self.match.world.n
        self.match.plans.pop(state, None)
        self.match.bots.pop(state, None)
        self.match.seats[state] = Seat(DOCTRINE, NAMES[whim % len(NAMES)])

    @rule(whim=whims)
    def hand_over_a_seat_to_the_caretaker(self, whim: int) -> None:
        self._script(whim, caretaker)

    @rule(whim=whims)
    def hand_over_a_seat_to_a_blind_script(self, whim: int) -> None:
        self._script(whim, lambda view, me: anything(view, np.random.default_rng(whim), 10)[me])

    def _script(self, whim: int, script: Callable[[Any, int], list[Order]]) -> None:
        state = whim % self.match.world.n
        self.match.plans.pop(state, None)
        self.match.seats[state], self.match.bots[state] = Seat(BOT, "script"), script

    @rule(whim=whims)
    def let_a_person_take_a_seat(self, whim: int) -> None:
        state = whim % self.match.world.n
        self.match.bots.pop(state, None)
        self.match.seats[state] = Seat(PERSON)

    # --- looking and keeping

    @rule(whim=whims)
    def look_from_a_seat(self, whim: int) -> None:
        world, state = self.match.world, whim % self.match.world.n
        before = digest(world)
        view = observe(world, state)
        assert np.array_equal(options(view)[state], options(world)[state])
        assert view.influence[state] == world.influence[state]
        assert digest(world) == before

    @precondition(lambda self: len(self.match.history) > 0)
    @rule(whim=whims)
    def ask_why(self, whim: int) -> None:
        turn = self.match.history[whim % len(self.match.history)]
        for state, orders in enumerate(turn.orders):
            if turn.decided(state):
                assert all(turn.account(state, order) is not None for order in orders if order.choice != "sliders")

    @precondition(lambda self: not self.match.over)
    @rule()
    def resolve_it_twice_in_a_batch(self) -> None:
        world = self.match.world
        one, _steps = resolve(world, write(world, draft_of(world, self.match.plans)))
        pair = stack([world, world])
        plan = draft_of(world, self.match.plans)
        both = type(plan)(*(np.stack([each, each]) for each in (plan.chosen, plan.shares, plan.terms)))
        twins, _steps = resolve(pair, write(pair, both))
        assert differing(twins.game(0), one) == differing(twins.game(1), one) == []

    @rule()
    def save_and_load(self) -> None:
        match = self.match
        path = save(keep(match), "machine", self.folder, replace=True)
        again = resume(load(path))
        assert digest(again.world) == digest(match.world)
        assert again.seats == match.seats
        assert [turn.orders for turn in again.history] == [turn.orders for turn in match.history]
        assert {i: p for i, p in again.plans.items() if p} == {i: p for i, p in match.plans.items() if p}
        again.bots = match.bots
        self.match = again

    @rule()
    def play_it_again_from_the_start(self) -> None:
        assert verify(keep(self.match)) == []

    # --- what always holds

    @invariant()
    def no_law_is_broken(self) -> None:
        world = self.match.world
        if self.sound != (now := digest(world)):
            assert breaches(world) == []
            assert int(held_count(world).sum()) == world.setting.r
            self.sound = now

    @invariant()
    def every_plan_stands(self) -> None:
        for state in self.match.people:
            plan = self.match.plan(state)
            assert accepted(self.match.world, state, plan) == (plan, [])

    @invariant()
    def history_and_scores_are_whole(self) -> None:
        match = self.match
        assert len(match.history) == match.world.turn
        assert all(0.0 <= score <= 100.0 for score in match.scores().values())
        assert match.over == (match.world.ending != 0)


def _place(order: Order) -> tuple[str, str, int | None]:
    return order.kind, order.choice, order.target


def _freely(kind: Kind) -> Callable[..., None]:
    """Give any order of a kind: whatever choice, target, terms and shares."""

    @precondition(lambda self: self.seated)
    @rule(
        whim=whims,
        choice=st.sampled_from([*(choice.name for choice in kind.choices), "nonsense"]),
        at=targets,
        named=terms,
        parts=shares,
    )
    def free(self: Game, whim: int, choice: str, at: int | None, named: Terms | None, parts: Any) -> None:
        self.give(self.person(whim), Order(kind.name, choice, at, parts, named))

    return free


def _legally(kind: Kind) -> Callable[..., None]:
    """Give an order of a kind that the masks allow, if there is one."""

    @precondition(lambda self: self.seated)
    @rule(whim=whims)
    def legal(self: Game, whim: int) -> None:
        state = self.person(whim)
        found = self.open_to(state, kind.name)
        if found:
            self.give(state, shaped(self.match.world, found[whim % len(found)], np.random.default_rng(whim)))

    return legal


for _kind in KINDS:
    setattr(Game, f"give_any_{_kind.name}", _freely(_kind))
    setattr(Game, f"give_a_legal_{_kind.name}", _legally(_kind))

Game.TestCase.settings = settings(max_examples=GAMES, stateful_step_count=STEPS, deadline=None)
TestGame = Game.TestCase


def test_the_machine_has_a_rule_for_every_kind_of_order_and_more() -> None:
    rules = {name for name, each in vars(Game).items() if hasattr(each, RULE_MARKER)}
    assert rules >= {f"give_{how}_{kind.name}" for how in ("any", "a_legal") for kind in KINDS}
    assert len(rules) >= 30
