"""How a turn's date is written: a year, and of shorter turns the season, the month or the part of it."""

from game.language import _, mark, plural
from game.world.setting import Setting

__all__ = ["date_words", "span_words", "tick_words"]

_SEASONS = (mark("winter"), mark("spring"), mark("summer"), mark("autumn"))
_MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def date_words(setting: Setting, turn: int) -> str:
    """Write when a turn, counted from 0, begins: “1914”, “spring 1914”, “May 1914”, “44 BC”."""
    year, part = setting.date(turn)
    if setting.parts == 1:
        return _year(year)
    text = _("{part} {year}") if len(_MONTHS) % setting.parts == 0 else _("{year} ({part})")
    return text.format(part=_part(setting.parts, part), year=_year(year))


def tick_words(setting: Setting, turn: int) -> str:
    """Write the same where there is little room: the year at its beginning, within it the part alone."""
    year, part = setting.date(turn)
    return _year(year) if part == 0 else _part(setting.parts, part)


def span_words(setting: Setting, turns: int) -> str:
    """Write how long so many turns take: in years, months, or turns where a turn is no number of months."""
    years, rest = divmod(turns * setting.years, setting.parts)
    if not rest:
        return plural("{n} year", "{n} years", years)
    if len(_MONTHS) % setting.parts == 0:
        return plural("{n} month", "{n} months", turns * len(_MONTHS) // setting.parts)
    return plural("{n} turn", "{n} turns", turns)


def _year(year: int) -> str:
    return str(year) if year > 0 else _("{n} BC").format(n=1 - year)


def _part(parts: int, part: int) -> str:
    """A season, the first month of the part, or which of how many."""
    if parts == len(_SEASONS):
        return _(_SEASONS[part])
    months, rest = divmod(len(_MONTHS), parts)
    return _("{n} of {all}").format(n=part + 1, all=parts) if rest else _(_MONTHS[part * months])
