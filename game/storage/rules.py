"""Rules files: assets/rules/*.json, one section each, every coefficient with unit, meaning and source."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from game.storage.files import parse, read_json
from game.storage.paths import assets
from game.world import Rules


class Coefficient(BaseModel):
    """One number of the rules, with what it means and where it comes from."""

    model_config = ConfigDict(extra="forbid", strict=True)
    value: float = Field(allow_inf_nan=False)
    unit: str = Field(min_length=1)
    meaning: str = Field(min_length=1)
    source: str = Field(min_length=1)


class RulesFile(BaseModel):
    """One section of the rules as it stands in its file."""

    model_config = ConfigDict(extra="forbid", strict=True)
    format: Literal["counterpoise-rules"]
    version: Literal[1]
    section: str
    about: str
    coefficients: dict[str, Coefficient]


def read_section(path: Path) -> RulesFile:
    """Read one rules file; raises FileError with file, place, expected and found."""
    return parse(RulesFile, read_json(path), path)


@lru_cache(maxsize=4)
def load_rules(folder: Path | None = None) -> Rules:
    """Read all sections of a folder (the shipped rules by default)."""
    where = folder or assets() / "rules"
    sections = [read_section(path) for path in sorted(where.glob("*.json"))]
    return Rules({s.section: {name: c.value for name, c in s.coefficients.items()} for s in sections})
