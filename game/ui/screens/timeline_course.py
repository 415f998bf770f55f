"""What the timeline charts: the course of a game, turn by turn, and where it lies on the window."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.flow.faces import Face

__all__ = ["Course", "Lane", "Line", "Mark", "Span"]


@dataclass(frozen=True, slots=True)
class Line:
    """A state's share of power in per cent and its arms in points, turn by turn."""

    face: Face
    shares: tuple[float, ...]
    arms: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Something with a name that lasted: a pact or a war, between two turns."""

    name: str
    faces: tuple[Face, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A turning point."""

    turn: int
    words: str


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a game, one value a turn from its start to now; `lines` the largest at the end first.

    `ticks` are the dates under the axis; from `late` on no orders were given (None: not yet).
    """

    ticks: tuple[str, ...]
    lines: tuple[Line, ...]
    hegemony: float
    pacts: tuple[Span, ...]
    wars: tuple[Span, ...]
    tension: tuple[float, ...]
    marks: tuple[Mark, ...]
    late: int | None = None
    estimated: bool = False  # arms are those published

    @property
    def last(self) -> int:
        """The last turn there is something to see of."""
        return len(self.ticks) - 1


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane on the window: its rectangle below the caption, and where turns lie across."""

    rect: pygame.Rect
    last: int

    def x(self, turn: float) -> float:
        """Where a turn lies."""
        return self.rect.x + self.rect.width * turn / max(1, self.last)

    def y(self, share: float) -> float:
        """Where a share of the height lies, 0 at the bottom."""
        return self.rect.bottom - self.rect.height * share
