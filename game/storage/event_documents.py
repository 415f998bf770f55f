"""The form of shocks in a scenario or in assets/events.json: when they come, whom they befall, what they do."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from game.storage.document import Document, Prose, Title, Word, Year

__all__ = ["EventEntry", "EventsFile"]

Factor = Annotated[float, Field(ge=0.5, le=2.0, allow_inf_nan=False)]
Shift = Annotated[float, Field(ge=-0.5, le=0.5, allow_inf_nan=False)]
Chance = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]


class When(Document):
    """In a year, or with a chance a turn (a year where turns are shorter).

    It can depend on a `measure` of the state that must be `below` or `above` a number.
    """

    year: Year | None = None
    chance: Chance | None = None
    since: Year | None = None
    measure: Literal["cohesion", "reputation", "aggression", "quality", "power", "economy", "at_war"] | None = None
    above: float | None = Field(default=None, ge=-1, le=2)
    below: float | None = Field(default=None, ge=-1, le=2)

    @model_validator(mode="after")
    def _sound(self) -> When:
        if (self.year is None) == (self.chance is None):
            raise ValueError("expected either a year or a chance")
        if self.since is not None and self.chance is None:
            raise ValueError("since goes with a chance only")
        if (self.measure is None) != (self.above is None and self.below is None):
            raise ValueError("expected a measure together with above or below")
        return self


class Then(Document):
    """What it does: factors for arms and economy, the rest is added."""

    arms: Factor | None = None
    economy: Factor | None = None
    quality: Shift | None = None
    cohesion: Shift | None = None
    reputation: Shift | None = None
    influence: Annotated[float, Field(ge=-6, le=6, allow_inf_nan=False)] | None = None
    offence: Shift | None = None
    distinguish: Shift | None = None

    @model_validator(mode="after")
    def _something(self) -> Then:
        if not self.model_dump(exclude_none=True):
            raise ValueError("expected at least one effect")
        return self


class EventEntry(Document):
    """A shock: whom it befalls (a state's code, or each by chance), what is foretold and what is told."""

    id: Word
    who: Annotated[str, Field(pattern=r"^(each|[A-Z][A-Z0-9])$")]
    when: When
    then: Then
    foretold: Title
    says: Title
    level: Literal["foundations", "standard", "full"] = "full"
    source: Word


class EventsFile(Document):
    """The shocks that may befall any state at level full."""

    format: Literal["counterpoise-events"]
    version: Literal[1]
    sources: dict[Word, Prose] = Field(max_length=200)
    events: list[EventEntry] = Field(max_length=200)
