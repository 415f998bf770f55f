"""What all documents share: strict fields, and bounds on every number and string."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from game.language import _

MOST_STATES, MOST_REGIONS, LONGEST_GAME = 180, 1000, 2000
MOST_YEARS, MOST_PARTS = 25, 12
_NEAR = 0.005
"""How near to a whole number of turns a year is divided: .333 is a third, .3 is none."""


def _turn_length(years: float) -> float:
    """Accept whole years, or the part of a year that one of 2 to 12 equal turns is."""
    if years >= 1 and years == round(years) and years <= MOST_YEARS:
        return int(years)
    turns = round(1 / years) if 0 < years < 1 else 0
    if 2 <= turns <= MOST_PARTS and abs(turns * years - 1) <= _NEAR:
        return years
    text = _("expected 1 to {years} whole years, or a year divided by 2 to {parts}, such as 0.5, 0.25 or 0.0833")
    raise PydanticCustomError("turn_length", text.format(years=MOST_YEARS, parts=MOST_PARTS))


Word = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[a-z0-9][a-z0-9_-]*$")]
FileName = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[a-z0-9][a-z0-9_:=.,-]*$")]
Code = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]$")]
Title = Annotated[str, Field(min_length=1, max_length=80)]
Prose = Annotated[str, Field(max_length=2000)]
Unit = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Points = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
Years = Annotated[float, Field(allow_inf_nan=False), AfterValidator(_turn_length), PlainSerializer(lambda years: years)]
Year = Annotated[int, Field(ge=-4000, le=4000)]
Coordinate = Annotated[float, Field(ge=-100_000, le=100_000, allow_inf_nan=False)]
Point = Annotated[list[Coordinate], Field(min_length=2, max_length=2)]
Ring = Annotated[list[Point], Field(min_length=3, max_length=20_000)]
Pair = Annotated[list[Word], Field(min_length=2, max_length=2)]
Parties = Annotated[list[Code], Field(min_length=2, max_length=2)]
Term = Annotated[int, Field(ge=1, le=LONGEST_GAME)]


class Document(BaseModel):
    """Strict and frozen; a field that is not declared is an error."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)
