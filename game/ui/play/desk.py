"""What the play screen is told and may do: one seated state's view, plan and buttons, never the world."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from game.events import Event
from game.match import Match, Turn
from game.names import Names
from game.orders.kind import Order, Refusal
from game.storage.documents import MapDocument, Scenario
from game.view import View, observe

__all__ = ["Desk", "MatchDesk", "Tool"]

Act = Callable[[], None]


@dataclass(frozen=True)
class Tool:
    """A further button of the top bar, such as the report of the last turn or the timeline."""

    id: str
    icon: str
    tip: str
    act: Act
    key: str = ""  # a letter that does the same


class Desk(Protocol):
    """One state's seat at the table: all that `PlayScreen` knows of a game.

    After `end_turn` the game decides what is shown next; to stay on the same screen for the next turn, or
    after any change from outside, call `PlayScreen.turned()`.
    """

    @property
    def state(self) -> int:
        """Index of the seated state."""

    @property
    def scenario(self) -> Scenario:
        """Names, colours and emblems of the states."""

    @property
    def map_document(self) -> MapDocument:
        """Shapes of the regions."""

    @property
    def player(self) -> str:
        """The person's name, or nothing."""

    @property
    def epilogue(self) -> bool:
        """No orders are taken any more; turns only run on."""

    @property
    def tools(self) -> Sequence[Tool]:
        """Further buttons of the top bar."""

    @property
    def names(self) -> Names:
        """What pacts, crises and wars are called."""

    def view(self) -> View:
        """What the state knows now."""

    def past(self) -> Sequence[View]:
        """What it knew before each turn played, oldest first."""

    def events(self) -> Sequence[Event]:
        """What happened last turn, as far as the state may know."""

    def chronicle(self) -> Sequence[Event]:
        """What happened in all turns, as far as the state may know, oldest first."""

    def plan(self) -> list[Order]:
        """Orders given so far this turn."""

    def why_not(self, order: Order) -> list[Refusal]:
        """Why an order cannot be added to the plan; empty if it can."""

    def give(self, order: Order) -> list[Refusal]:
        """Add an order to the plan, or give the reasons why not."""

    def take_back(self, order: Order | None = None) -> Order | None:
        """Take back an order, the last one if none is named."""

    def end_turn(self) -> None:
        """Hand in the plan."""

    def open_menu(self) -> None:
        """Open the game's menu: save, settings, leave."""


@dataclass(eq=False)
class MatchDesk:
    """A `Desk` at a match; `ended` and `menu` are the flow's: what follows End turn, and the game's menu."""

    match: Match
    state: int
    ended: Act
    menu: Act
    player: str = ""
    tools: Sequence[Tool] = ()
    _past: list[View] = field(default_factory=list, init=False, repr=False)

    @property
    def scenario(self) -> Scenario:
        """The match's scenario."""
        return self.match.scenario

    @property
    def map_document(self) -> MapDocument:
        """The match's map."""
        return self.match.map_document

    @property
    def epilogue(self) -> bool:
        """The last turn with orders is past."""
        return self.match.epilogue

    @property
    def names(self) -> Names:
        """What pacts, crises and wars are called."""
        return self.match.names

    def view(self) -> View:
        """What the state knows now."""
        return self.match.view(self.state)

    def past(self) -> Sequence[View]:
        """What it knew before each turn played; those seen already are kept."""
        turns = self.match.history
        del self._past[len(turns) :]
        self._past += [observe(turn.before, self.state) for turn in turns[len(self._past) :]]
        return self._past

    def events(self) -> Sequence[Event]:
        """What happened last turn, as far as the state may know."""
        return self._told(self.match.history[-1:])

    def chronicle(self) -> Sequence[Event]:
        """What happened in all turns, as far as the state may know, oldest first."""
        return self._told(self.match.history)

    def _told(self, turns: Sequence[Turn]) -> list[Event]:
        return [event for turn in turns for event in turn.events if event.known_to(self.state)]

    def plan(self) -> list[Order]:
        """Orders given so far this turn."""
        return self.match.plan(self.state)

    def why_not(self, order: Order) -> list[Refusal]:
        """Why an order cannot be added to the plan."""
        return self.match.why_not(self.state, order)

    def give(self, order: Order) -> list[Refusal]:
        """Add an order to the plan, or give the reasons why not."""
        return self.match.give(self.state, order)

    def take_back(self, order: Order | None = None) -> Order | None:
        """Take back an order, the last one if none is named."""
        return self.match.take_back(self.state, order)

    def end_turn(self) -> None:
        """Hand in the plan: the flow decides whether the turn is resolved or another seat follows."""
        self.ended()

    def open_menu(self) -> None:
        """Open the game's menu."""
        self.menu()
