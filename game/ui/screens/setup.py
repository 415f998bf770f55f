"""Set up a new game: scenario, who sits in each seat, length, level, seed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from game.language import _, plural
from game.ui import palette
from game.ui.buttons import Button, later
from game.ui.controls import Card
from game.ui.dialogs import Choice
from game.ui.entry import TextField
from game.ui.figures import Panel, Roundel, Rule
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.palette import Colour
from game.ui.screen import Screen
from game.ui.screens.page import page
from game.ui.scroll import Scroll
from game.ui.theme import BODY, NAME, SMALL, STRONG, VALUE

__all__ = ["PERSON", "Place", "Plan", "ScenarioLine", "SetupScreen"]

PERSON = "person"
_TURNS = (3, 60)
_CLOCKS = (0, 60, 120, 180, 300, 600)
_LARGEST_SEED = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Place:
    """A state that can be played."""

    id: str
    name: str
    code: str
    emblem: str
    colour: Colour
    usual: str  # the doctrine that plays it unless changed
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioLine:
    """A scenario as offered; `problem` is the reason why it cannot be played."""

    name: str
    title: str
    summary: str
    turns: int
    level: str
    places: tuple[Place, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What was set up: for each state id a doctrine or PERSON, and the people's names."""

    scenario: str
    turns: int
    level: str
    seed: int
    seats: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    clock: int = 0  # seconds a seat and turn, and for talk before: 0 without a clock
    talk: int = 0


class SetupScreen(Screen):
    """Build a Plan and start it."""

    first = "start"

    def __init__(
        self,
        scenarios: Sequence[ScenarioLine],
        opponents: Sequence[tuple[str, str, str]],
        levels: Sequence[tuple[str, str]],
        start: Callable[[Plan], None],
        *,
        people: int = 1,
        chosen: str = "",
    ) -> None:
        """Take scenarios, opponents as (key, name, note), levels as (key, name), and how many people sit down."""
        super().__init__()
        self.scenarios = list(scenarios)
        self.opponents = list(opponents)
        self.levels = list(levels)
        self.start = start
        self.people = people
        playable = [line.name for line in self.scenarios if line.problem is None]
        self.plan = self._fresh(chosen if chosen in playable else (playable or [""])[0], secrets.randbelow(100_000))

    def _fresh(self, name: str, seed: int) -> Plan:
        line = next((each for each in self.scenarios if each.name == name), None)
        if line is None:
            return Plan("", 12, self.levels[0][0] if self.levels else "", seed)
        seats = {place.id: PERSON if index < self.people else place.usual for index, place in enumerate(line.places)}
        return Plan(name, line.turns, line.level, seed, seats)

    @property
    def line(self) -> ScenarioLine | None:
        """Return the chosen scenario."""
        return next((each for each in self.scenarios if each.name == self.plan.scenario), None)

    def compose(self, size: Size) -> Element:
        """Return scenarios at the left, seats in the middle, the rest at the right or below."""
        wide, narrow = size[0] >= 1440, size[0] < 1200
        sides = (400, 360) if wide else (250, 264) if narrow else (300, 300)
        left = Column([caption(_("Scenario")), Space(height=10), self._scenarios()], width=sides[0])
        seats = Panel(self._seats(wide, narrow), grow=1, pad=(20, 16))
        rules = self._rules(sides[1])
        body = Row([left, seats, rules], gap=24 if wide else 16, align="stretch")
        return page(size, _("New game"), self._title(), body, back=self.back, footer=self._footer())

    def _title(self) -> str:
        return self.line.title if self.line else _("No scenario")

    def _scenarios(self) -> Element:
        cards = [self._scenario(line) for line in self.scenarios]
        return Scroll(Column(cards, gap=8), self.memory, id="scenarios")

    def _scenario(self, line: ScenarioLine) -> Element:
        facts = _("{states}, {turns}").format(
            states=plural("{n} state", "{n} states", len(line.places)),
            turns=plural("{n} turn", "{n} turns", line.turns),
        )
        words = Column(
            [
                Label(line.title, NAME),
                Label(line.problem or line.summary, SMALL, palette.INK_SECOND, wrap=True),
                Label(facts, SMALL, palette.INK_THIRD),
            ],
            gap=2,
            grow=1,
        )
        return Card(
            f"scenario.{line.name}",
            [words],
            later(self._choose, line.name),
            chosen=line.name == self.plan.scenario,
            why_not=line.problem,
        )

    def _seats(self, wide: bool, narrow: bool) -> list[Element]:
        places = self.line.places if self.line else ()
        rows = [self._seat(place, wide, narrow) for place in places]
        told = None if narrow else caption(_("A person, or an opponent by its doctrine"), wrap=True)
        head = Row([caption(_("Who plays"), grow=1, wrap=True), told], gap=12)
        return [head, Space(height=10), Scroll(Column(rows, gap=8), self.memory, id="seats")]

    def _seat(self, place: Place, wide: bool, narrow: bool) -> Element:
        who = self.plan.seats.get(place.id, place.usual)
        options = [(PERSON, _("A person"), _("at this screen")), *self.opponents]
        note = Label(place.note or place.code, SMALL, palette.INK_SECOND, wrap=True)
        words = Column([Label(place.name, STRONG, wrap=True), note], grow=1)
        chair = Choice(f"seat.{place.id}", options, who, partial(self._sit, place.id), width=220 if wide else 176)
        face = Roundel(place.emblem, place.code, place.colour, 40)
        people = sum(each == PERSON for each in self.plan.seats.values())
        if who != PERSON or people < 2:
            return Row([face, words, chair], gap=14)
        name = self._name_field(place.id, 170 if wide else 120)
        if not narrow:
            return Row([face, words, name, chair], gap=14)
        name.grow = 1
        return Column([Row([face, words, chair], gap=14), Row([Space(54), name])], gap=6)

    def _name_field(self, place: str, width: int) -> TextField:
        return TextField(
            f"name.{place}",
            self.plan.names.get(place, ""),
            partial(self._name, place),
            most=24,
            grow=0,
            width=width,
            empty=_("Name"),
            tip=_("The person's name, if you like."),
        )

    def _rules(self, width: int) -> Element:
        plan = self.plan
        levels = [
            Card(f"level.{key}", [Label(name, STRONG)], later(self._level, key), chosen=key == plan.level, pad=(14, 8))
            for key, name in self.levels
        ]
        length = self._length()
        seed = Row(
            [
                TextField("seed", str(plan.seed), self._seed, allowed="0123456789", most=10, grow=1),
                Button("seed.new", "", self._dice, icon="dices", tip=_("Another seed")),
            ],
            gap=8,
        )
        note = _("The same seed and the same orders give the same game.")
        column = [
            caption(_("Length")),
            Space(height=6),
            length,
            Rule(12, 12),
            caption(_("Level")),
            Space(height=8),
            Column(levels, gap=6),
            *self._clocks(),
            Rule(14, 12),
            caption(_("Seed")),
            Space(height=8),
            seed,
            Space(height=6),
            Label(note, SMALL, palette.INK_SECOND, wrap=True),
        ]
        return Panel([Scroll(Column(column), self.memory, id="rules")], width=width, pad=(20, 16))

    def _clocks(self) -> list[Element]:
        """Return the choice of clocks, where several people play."""
        if sum(who == PERSON for who in self.plan.seats.values()) < 2:
            return []
        minutes = [(str(n), plural("{n} minute", "{n} minutes", n // 60) if n else _("none"), "") for n in _CLOCKS]
        tip = _("When it is up, the orders that the seat has given stand. The clock can be stopped.")
        talk = _("Time to talk before the orders, with a screen that shows nothing but the clock.")
        seat = Choice("clock", minutes, str(self.plan.clock), partial(self._set_clock, "clock"), tip=tip, width=130)
        chat = Choice("talk", minutes, str(self.plan.talk), partial(self._set_clock, "talk"), tip=talk, width=130)
        return [
            Rule(14, 12),
            caption(_("Clocks")),
            Space(height=8),
            Row([Label(_("a seat"), BODY, grow=1, wrap=True), seat], gap=8),
            Space(height=6),
            Row([Label(_("to talk"), BODY, grow=1, wrap=True), chat], gap=8),
        ]

    def _set_clock(self, which: str, seconds: str) -> None:
        value = int(seconds)
        self.plan = replace(self.plan, clock=value) if which == "clock" else replace(self.plan, talk=value)
        self.refresh()

    def _length(self) -> Element:
        plan = self.plan
        low, high = _TURNS
        return Row(
            [
                Label(plural("{n} turn", "{n} turns", plan.turns), VALUE, grow=1, wrap=True),
                Button("turns.less", "", partial(self._turns, -1), icon="minus", tip=_("One turn less"),
                       why_not=_("{n} turns is the least.").format(n=low) if plan.turns <= low else None),
                Button("turns.more", "", partial(self._turns, 1), icon="plus", tip=_("One turn more"),
                       why_not=_("{n} turns is the most.").format(n=high) if plan.turns >= high else None),
            ],
            gap=8,
        )  # fmt: skip

    def _footer(self) -> list[Element]:
        people = sum(who == PERSON for who in self.plan.seats.values())
        told = plural("{n} person, the rest opponents", "{n} people, the rest opponents", people)
        reason = None if self.line else _("There is no scenario to play.")
        return [
            Label(told if people else _("Opponents only: you watch"), BODY, palette.INK_SECOND),
            Space(grow=1),
            Button("start", _("Start"), self._begin, kind="primary", big=True, key="Enter", why_not=reason, width=260),
        ]

    def _choose(self, name: str) -> None:
        self.plan = replace(self._fresh(name, self.plan.seed), clock=self.plan.clock, talk=self.plan.talk)
        self.refresh()

    def _sit(self, place: str, who: str) -> None:
        self.plan = replace(self.plan, seats={**self.plan.seats, place: who})
        self.refresh()

    def _name(self, place: str, name: str) -> None:
        self.plan = replace(self.plan, names={**self.plan.names, place: name})

    def _level(self, key: str) -> None:
        self.plan = replace(self.plan, level=key)
        self.refresh()

    def _turns(self, by: int) -> None:
        self.plan = replace(self.plan, turns=max(_TURNS[0], min(_TURNS[1], self.plan.turns + by)))
        self.refresh()

    def _seed(self, text: str) -> None:
        self.plan = replace(self.plan, seed=min(int(text or 0), _LARGEST_SEED))

    def _dice(self) -> None:
        self.plan = replace(self.plan, seed=secrets.randbelow(100_000))
        self.app.forget_field("seed")
        self.refresh()

    def _begin(self) -> None:
        self.start(self.plan)
