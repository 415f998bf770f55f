"""The shocks of a game: the scenario's own, and at level full those of assets/events.json."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from game.language import _
from game.storage.documents import Scenario
from game.storage.event_documents import EventEntry, EventsFile
from game.storage.files import parse, read_json
from game.storage.paths import assets
from game.world.setting import FULL, LEVELS
from game.world.shocks import Condition, Shock

__all__ = ["common_events", "event_faults", "shocks_of"]


@cache
def common_events() -> EventsFile:
    """Read the shocks that may befall any state; raises FileError."""
    path = assets() / "events.json"
    return parse(EventsFile, read_json(path), path)


def shocks_of(scenario: Scenario, level: int) -> tuple[Shock, ...]:
    """The shocks of a scenario at a level, those of a year first: what is due in its year is not crowded out."""
    own = [entry for entry in scenario.events if LEVELS[entry.level] <= level]
    every = own + (common_events().events if level >= FULL else [])
    ids = {state.code: state.id for state in scenario.states} | {"each": ""}
    made = [_shock(entry, ids[entry.who], scenario) for entry in every]
    return tuple(sorted(made, key=lambda shock: shock.chance > 0))


def _shock(entry: EventEntry, who: str, scenario: Scenario) -> Shock:
    when = entry.when
    year = when.year if when.year is not None else when.since if when.since is not None else scenario.start
    condition = None
    if when.measure is not None:
        least, most = (-1e9 if when.above is None else when.above), (1e9 if when.below is None else when.below)
        condition = Condition(when.measure, least, most)
    effects = tuple(entry.then.model_dump(exclude_none=True).items())
    turn = scenario.turns_between(scenario.start, year)
    return Shock(entry.id, who, entry.foretold, entry.says, turn, when.chance or 0.0, condition, effects)


def event_faults(scenario: Scenario) -> Iterator[str]:
    """Give what is wrong with the shocks of a scenario."""
    codes = {state.code for state in scenario.states}
    taken: set[tuple[str, int]] = set()
    known = {entry.id for entry in common_events().events}
    for entry in scenario.events:
        if entry.id in known:
            yield _("events: “{id}” stands twice").format(id=entry.id)
        known.add(entry.id)
        if entry.who != "each" and entry.who not in codes:
            yield _("events: “{id}”: {code} is no state").format(id=entry.id, code=entry.who)
        if entry.source not in scenario.sources:
            yield _("events: “{id}”: there is no source “{word}”").format(id=entry.id, word=entry.source)
        if entry.when.year is None:
            continue
        turn = scenario.turns_between(scenario.start, entry.when.year)
        if turn < 1:
            text = _("events: “{id}”: expected a year after the first turn, found {year}")
            yield text.format(id=entry.id, year=entry.when.year)
        if (entry.who, turn) in taken:
            text = _("events: “{id}”: something else befalls {code} in that turn")
            yield text.format(id=entry.id, code=entry.who)
        taken.add((entry.who, turn))
