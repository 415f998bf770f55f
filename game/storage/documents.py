"""The form of a map asset and of a scenario file: every field, with bounds on every number and string."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.storage.document import (
    LONGEST_GAME,
    MOST_REGIONS,
    MOST_STATES,
    Code,
    Coordinate,
    Document,
    FileName,
    Pair,
    Parties,
    Point,
    Points,
    Prose,
    Ring,
    Term,
    Title,
    Unit,
    Word,
    Year,
    Years,
)
from game.storage.event_documents import EventEntry

__all__ = [
    "LONGEST_GAME",
    "MOST_REGIONS",
    "MOST_STATES",
    "Code",
    "Coordinate",
    "Document",
    "FileName",
    "Guarantee",
    "MapDocument",
    "MapRegion",
    "Pair",
    "Parties",
    "Point",
    "Points",
    "Prose",
    "RegionEntry",
    "Relation",
    "Ring",
    "SanctionEntry",
    "Scenario",
    "Sea",
    "StateEntry",
    "Term",
    "Title",
    "Treaty",
    "Unit",
    "WarEntry",
    "Word",
    "Year",
]


class MapRegion(Document):
    """A region's name and shape; `label` is the centre of its largest inscribed circle, of that `radius`."""

    id: Word
    name: Title
    rings: list[Ring] = Field(min_length=1, max_length=500)
    label: Point
    radius: float = Field(ge=0, le=100_000, allow_inf_nan=False)
    area: float = Field(ge=0, le=1e10, allow_inf_nan=False)


class Sea(Document):
    """A sea's name and where it is written."""

    name: Title
    at: Point


class MapDocument(Document):
    """A map asset: regions with their shapes, neighbours by land and by short crossings, what lies around."""

    format: Literal["counterpoise-map"]
    version: Literal[1]
    name: FileName
    title: Title
    width: float = Field(gt=0, le=100_000)
    height: float = Field(gt=0, le=100_000)
    credits: Prose
    projection: Prose
    regions: list[MapRegion] = Field(min_length=2, max_length=MOST_REGIONS)
    land: list[Pair] = Field(max_length=20_000)
    sea: list[Pair] = Field(max_length=20_000)
    coast: list[Word] = Field(max_length=MOST_REGIONS)
    backdrop: list[Ring] = Field(max_length=5000)
    seas: list[Sea] = Field(max_length=200)


class StateEntry(Document):
    """A state as it stands at the start; `sources` says for each of its numbers which source it is from."""

    code: Code
    id: Word
    name: Title
    in_text: Title | None = None
    adjective: Title
    emblem: Word
    colour: str = Field(pattern=r"^#[0-9A-Fa-f]{6}$")
    hatch: Literal[0, 45, 90, 135]
    economy: float = Field(ge=0.01, le=10_000, allow_inf_nan=False)
    arms: Points
    quality: float = Field(ge=0.6, le=1.4)
    cohesion: Unit
    reputation: Unit
    aggression: Unit
    sea_power: Unit
    posture: Literal["shield", "both", "sword"]
    doctrine: Word
    sources: dict[Word, Word] = Field(default_factory=dict, max_length=40)


class RegionEntry(Document):
    """Whose a region is at the start, and what it is worth to its owner."""

    id: Word
    owner: Code
    core: Code
    share: Unit
    terrain: float = Field(ge=0.5, le=2)
    capital: bool = False
    integration: Unit = 1.0
    source: Word


class Treaty(Document):
    """A pact, a trade treaty or a promise of non-aggression in force; `term` turns still to run."""

    between: Parties
    since: Year
    term: Term
    source: Word


class Guarantee(Document):
    """A one-sided promise of defence in force."""

    by: Code = Field(alias="from")
    to: Code
    since: Year
    source: Word


class SanctionEntry(Document):
    """Sanctions in force at the start."""

    by: Code = Field(alias="from")
    to: Code
    kind: Literal["diplomatic", "economic"]
    since: Year
    source: Word


class WarEntry(Document):
    """A war that is on at the start; `by` attacked."""

    by: Code = Field(alias="from")
    to: Code
    since: Year
    source: Word


class Relation(Document):
    """What a state feels for another, and the aggressive intent that it ascribes to it."""

    of: Code
    to: Code
    attitude: float | None = Field(default=None, ge=-1, le=1)
    intent: float | None = Field(default=None, ge=0, le=1)
    source: Word


class Scenario(Document):
    """How a game begins: `years` a turn (or a part of one), `turns` announced, states, regions, ties, feelings."""

    format: Literal["counterpoise-scenario"]
    version: Literal[1]
    name: FileName
    title: Title
    summary: Prose
    map: FileName
    start: Year
    years: Years
    turns: int = Field(ge=1, le=LONGEST_GAME)
    level: Literal["foundations", "standard", "full"]
    offence: Unit
    distinguish: Unit
    sources: dict[Word, Prose] = Field(max_length=200)
    states: list[StateEntry] = Field(min_length=2, max_length=MOST_STATES)
    regions: list[RegionEntry] = Field(min_length=2, max_length=MOST_REGIONS)
    pacts: list[Treaty] = Field(default_factory=list, max_length=20_000)
    trade: list[Treaty] = Field(default_factory=list, max_length=20_000)
    nonaggression: list[Treaty] = Field(default_factory=list, max_length=20_000)
    guarantees: list[Guarantee] = Field(default_factory=list, max_length=20_000)
    sanctions: list[SanctionEntry] = Field(default_factory=list, max_length=20_000)
    wars: list[WarEntry] = Field(default_factory=list, max_length=20_000)
    relations: list[Relation] = Field(default_factory=list, max_length=40_000)
    events: list[EventEntry] = Field(default_factory=list, max_length=500)

    @property
    def parts(self) -> int:
        """Turns in a year where turns are shorter than one, else 1."""
        return 1 if self.years >= 1 else round(1 / self.years)

    @property
    def whole_years(self) -> int:
        """Years that a turn resolves: 1 where it is a part of one."""
        return max(1, int(self.years))

    def turns_between(self, first: int, last: int) -> int:
        """Turns from the beginning of one year to that of another."""
        return (last - first) * self.parts // self.whole_years
