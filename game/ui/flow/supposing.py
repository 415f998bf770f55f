"""Supposing that an order of a past turn had been another: what may be chosen, and the games played on for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from time import perf_counter

from game.foresight.forks import Change, Foreseen, Fork, Recorded, alternatives
from game.foresight.whatif import SEEDS, Comparison, Steps, happened, what_if
from game.language import _, plural
from game.match import BOT, PERSON, Turn
from game.measures.power import leader
from game.opponents.doctrines import BY_NAME
from game.orders.kind import PLAN, REGION, WORD, Order
from game.orders.options import axis
from game.ui.flow.faces import Face
from game.ui.flow.motives import in_full, verb_of
from game.ui.flow.table import Table
from game.ui.flow.verdicts import Told, verdict_of
from game.ui.screens.whatif import Pick, Verdict
from game.view import observe

__all__ = ["Supposing"]

_NONE = "none"
_SPANS = (3, 6)
_STEP = 0.03  # seconds a frame, after which no further step is begun


class Supposing:
    """The question “What if?” at one game, as one reader may ask it.

    When the game is over, or nobody plays against it, any order of the record can be changed, and the true worlds
    go on; while it runs only the reader's own, from what it knew. A reader None may ask then only.
    """

    def __init__(self, table: Table, reader: int | None) -> None:
        self.table, self.reader = table, reader
        self.truth = table.over or not table.people
        self.games = SEEDS  # of each branch, and so many more each time
        self.turn = 0
        self._picked: dict[str, str] = {}
        self._fork: tuple[int, Fork] | None = None
        self._lawful: tuple[tuple[int, int, Order | None], list[Order]] | None = None
        self._job: Steps | None = None
        self._part = 0.0
        self._found: Comparison | None = None
        self._verdict: Verdict | None = None

    # --- which turn

    @property
    def shut(self) -> str | None:
        """Why nothing can be asked at all; None where it can."""
        if not self.truth and self.reader is None:
            return _("While the game runs, ask at your own seat: each knows only its own orders.")
        if not self.turns:
            return _("There is no turn yet whose orders could have been others.")
        return None

    @cached_property
    def turns(self) -> tuple[int, ...]:
        """The turns that can be asked about: those in which orders were given."""
        last = self.table.match.world.last_turn
        late = int(last) if self.table.epilogue else len(self.table.history)
        mine = self.reader
        return tuple(k for k, turn in enumerate(self.table.history)
                     if k < late and (self.truth or (mine is not None and bool(turn.before.alive[mine]))))  # fmt: skip

    def at(self, turn: int) -> int:
        """Ask about a turn, or about the nearest that has orders; return it."""
        near = min(self.turns, key=lambda k: (abs(k - turn), k))
        if near != self.turn or not self._picked:
            self.turn = near
            self._picked = {}
            self._forget()
        return near

    # --- what is chosen

    @property
    def date(self) -> str:
        """When the turn begins."""
        return self.table.date_of(self.turn)

    @property
    def state(self) -> int:
        """Whose order is changed."""
        if not self.truth:
            assert self.reader is not None
            return self.reader
        usual = self.reader if self.reader is not None else int(leader(self._past.before))
        alive = self._past.before.alive
        usual = usual if alive[usual] else int(leader(self._past.before))
        return int(self._picked.get("state", usual))

    @property
    def face(self) -> Face:
        """Whose order is changed."""
        return self.table.faces[self.state]

    @property
    def picks(self) -> dict[str, Pick]:
        """The choices that are open, by name."""
        found = {"given": self._given(), "verb": self._verb(), "span": self._span()}
        if self.truth:
            alive = self._past.before.alive
            states = tuple((str(k), face.name, "") for k, face in enumerate(self.table.faces) if alive[k])
            found["state"] = Pick(states, str(self.state))
        targets = self._target()
        return found | {"target": targets} if targets is not None else found

    def pick(self, name: str, key: str) -> None:
        """Choose; what follows from another choice goes back to its first."""
        below = {"state": ("given", "verb", "target"), "given": ("verb", "target"), "verb": ("target",)}
        for each in below.get(name, ()):
            self._picked.pop(each, None)
        self._picked[name] = key
        self._forget()

    @property
    def change(self) -> Change:
        """The change that is chosen."""
        verb, target = self._verb().chosen, self._target()
        given = None
        if verb != _NONE:
            kind, _space, choice = verb.partition(" ")
            given = Order(kind, choice, None if target is None else int(target.chosen))
        return Change(self.state, self._dropped, given)

    @property
    def why_not(self) -> str | None:
        """Why it cannot be played on yet."""
        if self.change.dropped is None and self.change.given is None:
            return _("Choose an order to leave out, or one to give.")
        return None

    @property
    def note(self) -> str:
        """Say who decides in the games."""
        people = [k for k, each in enumerate(self.table.match.seats) if each.kind in (PERSON, BOT)]
        if not self.truth:
            text = _("In each game the others’ orders, feelings and doctrines are drawn anew, as far as we can know "
                     "them; from the next turn on we are led by the doctrine {name}.")  # fmt: skip
            return text.format(name=self._doctrine(self.state))
        text = _("All orders of the turn are those of the record; from the next turn on doctrines decide, on other "
                 "luck in each game.")  # fmt: skip
        by = _("{name} by {doctrine}")
        led = [by.format(name=self.table.faces[k].name, doctrine=self._doctrine(k)) for k in people]
        return text + (" " + _("In place of who played: {names}.").format(names=", ".join(led)) if led else "")

    def _doctrine(self, state: int) -> str:
        return _(BY_NAME[self.table.match.scenario.states[state].doctrine].title)

    # --- playing on

    @property
    def progress(self) -> float | None:
        """What part is played; None while nothing is."""
        return None if self._job is None else self._part

    @property
    def verdict(self) -> Verdict | None:
        """The answer."""
        return self._verdict

    def start(self) -> None:
        """Begin to play on, or play as many games more."""
        done = 0 if self._found is None else self._found.games
        self._part = 0.0
        self._job = what_if(self._branch, self.change, self._horizon, range(done, done + self.games))

    def stop(self) -> None:
        """Leave what is not finished."""
        self._job = None

    def reopen(self) -> None:
        """Put the answer away, to ask something else."""
        self._forget()

    def work(self, clock: Callable[[], float] = perf_counter) -> bool:
        """Play a little; return whether something is shown that was not."""
        if self._job is None:
            return False
        start = clock()
        try:
            while clock() - start < _STEP:
                self._part = next(self._job)
        except StopIteration as done:
            self._job = None
            self._found = done.value if self._found is None else self._found.joined(done.value)
            self._verdict = verdict_of(self._told(self._found))
        return True

    # --- how

    @property
    def _past(self) -> Turn:
        return self.table.history[self.turn]

    @property
    def _branch(self) -> Fork:
        if self._fork is None or self._fork[0] != self.turn:
            self._fork = self.turn, self._forked()
        return self._fork[1]

    def _forked(self) -> Fork:
        turn, states = self._past, self.table.match.scenario.states
        if not self.truth:
            view = observe(turn.before, self.state)
            return Foreseen(view, turn.orders[self.state], states[self.state].doctrine)
        minds = turn.minds or ("",) * len(states)
        return Recorded(turn, tuple(mind or own.doctrine for mind, own in zip(minds, states, strict=True)))

    def _told(self, found: Comparison) -> Told:
        """The comparison beside what happened, as far as the reader may know it."""
        after = [turn.before for turn in self.table.history[self.turn :]] + [self.table.match.world]
        worlds = after if self.truth else [observe(world, self.state) for world in after]
        length = found.without.power.shape[1]
        dates = tuple(self.table.date_of(self.turn + k) for k in range(length))
        return Told(found, happened(worlds[:length]), self.table.faces, dates, self.truth, worlds[0].setting)

    def _forget(self) -> None:
        self._job = self._found = self._verdict = None

    @property
    def _orders(self) -> Sequence[Order]:
        return self._branch.orders(self.state)

    @property
    def _dropped(self) -> Order | None:
        chosen = self._given().chosen
        return None if chosen == _NONE else self._orders[int(chosen)]

    @property
    def _horizon(self) -> int | None:
        span = self._picked.get("span", "all")
        return None if span == "all" else int(span)

    def _given(self) -> Pick:
        orders = self._orders
        rows = [(str(k), in_full(order, self.state, self._past), "") for k, order in enumerate(orders)]
        first = next((k for k, order in enumerate(orders) if self._group(order) not in (PLAN, WORD)), None)
        usual = _NONE if first is None else str(first)
        more = (_NONE, _("None of them: one order more"), "")
        return self._open("given", (*rows, more), usual)

    def _verb(self) -> Pick:
        found: dict[str, str] = {}
        for order in self._others:
            found.setdefault(f"{order.kind} {order.choice}", verb_of(order, self.state, self._past))
        leave = _("Nothing: leave it out") if self._dropped is not None else _("Nothing")
        rows = ((key, text, "") for key, text in found.items())
        return self._open("verb", ((_NONE, leave, ""), *rows), _NONE)

    def _target(self) -> Pick | None:
        verb = self._verb().chosen
        meant = [order for order in self._others if f"{order.kind} {order.choice}" == verb]
        if not meant or meant[0].target is None:
            return None
        regions = self._choice_of(meant[0]) == REGION
        names = self._past.before.setting.region_names if regions else [face.name for face in self.table.faces]
        rows = tuple((str(order.target), names[order.target], "") for order in meant if order.target is not None)
        return self._open("target", rows, rows[0][0])

    def _span(self) -> Pick:
        rows = [(str(n), plural("{n} turn", "{n} turns", n), "") for n in _SPANS]
        return self._open("span", (*rows, ("all", _("to the end"), "")), "all")

    def _open(self, name: str, options: tuple[tuple[str, str, str], ...], usual: str) -> Pick:
        """A choice with what was picked of it, as far as that is still to be had."""
        picked = self._picked.get(name, usual)
        return Pick(options, picked if any(key == picked for key, _text, _note in options) else usual)

    @property
    def _others(self) -> list[Order]:
        key = self.turn, self.state, self._dropped
        if self._lawful is None or self._lawful[0] != key:
            self._lawful = key, alternatives(self._branch, *key[1:])
        return self._lawful[1]

    def _group(self, order: Order) -> str:
        return axis(self._past.before.setting).where[order.kind, order.choice].kind.group

    def _choice_of(self, order: Order) -> str:
        return axis(self._past.before.setting).where[order.kind, order.choice].choice.to
