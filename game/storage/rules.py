"""Rules files: assets/rules/*.json, one section each, every coefficient with unit, meaning and source."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from game.language import _
from game.storage.files import FileError, did_you_mean, parse, read_json
from game.storage.paths import assets
from game.world import Rules
from game.world.pace import How, Scale

DIVISORS = frozenset({"campaigns.luck_years", "power.reach_half", "soft.longest"})
"""Coefficients that something is divided by or counted to: never less than a quarter of what is shipped."""
FURTHEST, FURTHEST_SHARE = 20.0, 4.0
"""A coefficient of a game may be so many times what is shipped: experiments, not nonsense."""


class Coefficient(BaseModel):
    """One number of the rules, with what it means, where it comes from, and how it follows the length of a turn.

    `scales` is one of those of `game.world.pace.Scale`; without it the number is the same however short a turn is.
    """

    model_config = ConfigDict(extra="forbid", strict=True)
    value: float = Field(allow_inf_nan=False)
    unit: str = Field(min_length=1)
    meaning: str = Field(min_length=1)
    source: str = Field(min_length=1)
    scales: How | None = None
    kept_by: str = ""


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
    """Read all sections of a folder (the shipped rules by default); raises FileError.

    Another folder must name the very coefficients that the shipped rules have, each once; how they follow the
    length of a turn is as shipped, and may be left out.
    """
    sections = _sections(folder or assets() / "rules")
    if folder is not None:
        _check_names(sections, load_rules().values())
        _check_scales(sections)
    values = {s.section: {name: c.value for name, c in s.coefficients.items()} for s in sections.values()}
    return Rules(values, _shipped_scales())


def _sections(folder: Path) -> dict[str, RulesFile]:
    return {path.name: read_section(path) for path in sorted(folder.glob("*.json"))}


@lru_cache(maxsize=1)
def _shipped_scales() -> dict[str, dict[str, Scale]]:
    """How the coefficients follow the length of a turn, those that do, by section."""
    return {
        s.section: {name: Scale(c.scales, c.kept_by) for name, c in s.coefficients.items() if c.scales}
        for s in _sections(assets() / "rules").values()
    }


def _check_names(sections: dict[str, RulesFile], shipped: dict[str, dict[str, float]]) -> None:
    """Refuse strange, misspelt and missing sections and coefficients."""
    for file, section in sections.items():
        known = shipped.get(section.section)
        if known is None:
            text = _("{file}: at section: there is no section “{name}” of the rules")
            raise FileError(text.format(file=file, name=section.section) + did_you_mean(section.section, shipped))
        for name in section.coefficients.keys() - known.keys():
            text = _("{file}: at coefficients: {section} has no coefficient “{name}”")
            raise FileError(text.format(file=file, section=section.section, name=name) + did_you_mean(name, known))
        for name in sorted(known.keys() - section.coefficients.keys()):
            text = _("{file}: at coefficients: expected {section}.{name}, which is missing")
            raise FileError(text.format(file=file, section=section.section, name=name))
    missing = shipped.keys() - {section.section for section in sections.values()}
    if missing:
        raise FileError(_("rules: expected a file for the section “{name}”").format(name=min(missing)))


def _check_scales(sections: Mapping[str, RulesFile]) -> None:
    """Refuse a coefficient that would follow the length of a turn in another way than the shipped one."""
    shipped = _shipped_scales()
    for file, section in sections.items():
        for name, each in section.coefficients.items():
            known = shipped.get(section.section, {}).get(name)
            if each.scales and known != Scale(each.scales, each.kept_by):
                text = _("{file}: at coefficients.{name}.scales: expected {known} as in the shipped rules")
                raise FileError(text.format(file=file, name=name, known=known.how if known else _("none")))


def rules_in_force(given: Mapping[str, Mapping[str, float]], file: str) -> Rules:
    """Give the rules of a game that is under way; what they do not name comes from the shipped ones.

    Raises FileError for a coefficient that the rules do not have or that is out of all proportion.
    """
    values = load_rules().values()
    changed: dict[str, float] = {}
    for section, numbers in given.items():
        for name, number in numbers.items():
            shipped = values.get(section, {}).get(name)
            if shipped is None:
                known = [f"{s}.{n}" for s, each in values.items() for n in each]
                text = _("{file}: at rules: there is no coefficient “{name}”")
                path = f"{section}.{name}"
                raise FileError(text.format(file=file, name=path) + did_you_mean(path, known))
            if not _sensible(f"{section}.{name}", shipped, number):
                text = _("{file}: at rules.{section}.{name}: {found:g} is too far from {shipped:g}")
                raise FileError(text.format(file=file, section=section, name=name, found=number, shipped=shipped))
            changed[f"{section}__{name}"] = float(number)
    return load_rules().but(**changed)


def _sensible(name: str, shipped: float, number: float) -> bool:
    """Say whether a coefficient is within what the rules can be played with."""
    if shipped == 0.0:
        return abs(number) <= FURTHEST
    ratio = number / shipped
    most = FURTHEST if abs(shipped) > 1.0 else max(FURTHEST_SHARE, 1.0 / abs(shipped))
    return (0.25 if name in DIVISORS else 0.0) <= ratio <= most
