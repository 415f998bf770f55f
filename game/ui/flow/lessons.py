"""Lessons as data: a game to play, steps of few words, and the fact that ends each step."""

from __future__ import annotations

import json
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from game.storage.documents import Code, Document, Word
from game.ui.assets import asset

__all__ = ["ADVISER", "LESSONS", "MOST_WORDS", "Hint", "Lesson", "Step", "Until", "befriended", "hints", "lesson"]

LESSONS = ("security_dilemma", "alliance", "buck_passing", "sanctions", "betrayal")
"""The lessons in the order in which they are offered."""
ADVISER = "adviser"
"""The steps of the first game."""
MOST_WORDS = 40

Text = Annotated[str, Field(min_length=1, max_length=400)]
FRIEND = "?"
"""Stands in the adviser's steps for the code of the friend that is proposed; `{friend}` in its words for the name."""
Measure = Literal["arms", "economy", "power", "reputation", "threat"]


class Planned(Document):
    """An order of this kind, choice and target stands in the plan."""

    kind: Word
    choice: Word
    to: Code | Literal["?"] | None = None


class Tied(Document):
    """A tie of the world from one state to another is as strong as said, or weaker when `at_most`."""

    column: Literal["pact", "sanction", "trade", "nonaggression"]
    one: Code
    other: Code
    at_least: int = 1
    gone: bool = False


class Moved(Document):
    """A measure of a state (threat: towards another) is above or below where it was when the lesson began."""

    measure: Measure
    of: Code
    towards: Code | None = None
    way: Literal["up", "down"]


class Until(Document):
    """What ends a step: every fact that is named; `read` is for the adviser alone, whose words may be put away."""

    planned: Planned | None = None
    tied: Tied | None = None
    moved: Moved | None = None
    turn: int | None = Field(default=None, ge=1, le=60)
    read: bool = False


class Step(Document):
    """One bubble: its words, what it points at (the first that is on the screen), and what ends it."""

    text: Text
    show: list[Annotated[str, Field(max_length=60)]] = Field(default_factory=list, max_length=6)
    until: Until


class Lesson(Document):
    """A lesson; `end` is said when its last step is done, `concept` is a term of the glossary."""

    format: Literal["counterpoise-lesson"]
    version: Literal[1]
    title: Text
    summary: Text
    concept: Word
    scenario: Word
    level: Literal["foundations", "standard", "full"]
    seat: Code
    seed: int
    steps: list[Step] = Field(min_length=2, max_length=12)
    end: Text


def befriended(plan: Lesson, code: str) -> Lesson:
    """Return a lesson in which a state is the friend that it proposes."""
    return plan.model_copy(update={"steps": [_towards(step, code) for step in plan.steps]})


def _towards(step: Step, code: str) -> Step:
    wanted = step.until.planned
    if wanted is None or wanted.to != FRIEND:
        return step
    until = step.until.model_copy(update={"planned": wanted.model_copy(update={"to": code})})
    return step.model_copy(update={"show": [id.replace(FRIEND, code) for id in step.show], "until": until})


class Hint(Document):
    """Words for the first time that a control is on the screen, by the control's id."""

    id: Word
    when: Annotated[str, Field(max_length=60)]
    text: Text


class _Hints(Document):
    format: Literal["counterpoise-hints"]
    version: Literal[1]
    hints: list[Hint]


@cache
def hints() -> tuple[Hint, ...]:
    """Return the hints, the most pressing first."""
    data = json.loads(asset("lessons", "hints.json").read_text(encoding="utf-8"))
    return tuple(_Hints.model_validate(data).hints)


@cache
def lesson(name: str) -> Lesson:
    """Read a shipped lesson; raises ValueError in one sentence for a file that is none."""
    path = asset("lessons", f"{name}.json")
    try:
        return Lesson.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from None
