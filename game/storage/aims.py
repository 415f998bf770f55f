"""The aims: assets/aims.json, a card with its conditions and source for every choice of the order of that name."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field, model_validator

from game.language import _
from game.measures.aims import MEASURES
from game.storage.document import Document, Prose, Word
from game.storage.files import FileError, parse, read_json
from game.storage.paths import assets
from game.world.setting import FULL
from game.world.shocks import Aim, Condition

__all__ = ["AimsFile", "aims_of", "read_aims"]

Bound = Annotated[float, Field(ge=-1000, le=1000, allow_inf_nan=False)]


class ConditionEntry(Document):
    """A measure of the state that must be at least or at most a number, or both."""

    measure: Word
    least: Bound | None = None
    most: Bound | None = None

    @model_validator(mode="after")
    def _sound(self) -> ConditionEntry:
        if self.measure not in MEASURES:
            raise ValueError(f"there is no measure “{self.measure}”")
        if self.least is None and self.most is None:
            raise ValueError("expected least or most")
        return self


class AimEntry(Document):
    """A card: reached when all its conditions hold at the end."""

    id: Word
    all: list[ConditionEntry] = Field(min_length=1, max_length=6)
    source: Prose


class AimsFile(Document):
    """All cards."""

    format: Literal["counterpoise-aims"]
    version: Literal[1]
    aims: list[AimEntry] = Field(max_length=40)


@cache
def read_aims() -> tuple[Aim, ...]:
    """Read all cards, in the order of the choices; raises FileError."""
    from game.orders.aim import AIMS  # most games deal none, and need no orders before their first turn

    path = assets() / "aims.json"
    entries = parse(AimsFile, read_json(path), path).aims
    if [entry.id for entry in entries] != list(AIMS):
        raise FileError(_("{file}: expected the aims {names}").format(file=path.name, names=", ".join(AIMS)))
    return tuple(Aim(entry.id, tuple(_condition(each) for each in entry.all)) for entry in entries)


def _condition(entry: ConditionEntry) -> Condition:
    least = -1e9 if entry.least is None else entry.least
    return Condition(entry.measure, least, 1e9 if entry.most is None else entry.most)


def aims_of(level: int) -> tuple[Aim, ...]:
    """The cards that are dealt at a level: none below level full."""
    return read_aims() if level >= FULL else ()
