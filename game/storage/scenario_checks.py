"""Cross-checks of maps and scenarios: what their form cannot say, one clear sentence for each fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from game.language import _
from game.storage.documents import MapDocument, Scenario
from game.storage.files import did_you_mean
from game.storage.shocks import event_faults

__all__ = ["DOCTRINES", "MOST_IN_A_FILE", "doctrine_faults", "map_faults", "scenario_faults"]

DOCTRINES = (
    "hold",
    "random",
    "balancer",
    "threat_balancer",
    "offensive_realist",
    "jackal",
    "buck_passer",
    "soft_balancer",
)
MOST_IN_A_FILE = 60
SUM_TOLERANCE = 1e-6
_NUMBERS = ("economy", "arms", "quality", "cohesion", "reputation", "aggression", "sea_power")
_OTHER_SOURCED = ("posture", "doctrine")


def map_faults(document: MapDocument) -> Iterator[str]:
    """Give what is wrong with a map."""
    ids = [region.id for region in document.regions]
    yield from _twice(ids, _("the region “{word}” stands twice"))
    for name, pairs in (("land", document.land), ("sea", document.sea)):
        seen: set[frozenset[str]] = set()
        for a, b in pairs:
            for end in (a, b):
                yield from _unknown(end, ids, _("{list}: there is no region “{{word}}”").format(list=name))
            if a == b:
                yield _("{list}: “{a}” cannot be its own neighbour").format(list=name, a=a)
            if frozenset((a, b)) in seen:
                yield _("{list}: the pair “{a}”, “{b}” stands twice").format(list=name, a=a, b=b)
            seen.add(frozenset((a, b)))
    for region in document.coast:
        yield from _unknown(region, ids, _("coast: there is no region “{word}”"))


def scenario_faults(scenario: Scenario, region_ids: Sequence[str]) -> Iterator[str]:
    """Give what is wrong with a scenario on a map of these regions."""
    codes = [state.code for state in scenario.states]
    yield from _states(scenario)
    yield from _regions(scenario, list(region_ids), codes)
    yield from _shares(scenario)
    yield from _ties(scenario, codes)
    yield from _contradictions(scenario)
    yield from _dates(scenario)
    yield from _sources(scenario)
    yield from event_faults(scenario)


def doctrine_faults(scenario: Scenario, known: Sequence[str] = DOCTRINES) -> Iterator[str]:
    """Give the states whose doctrine is none of the known ones."""
    for state in scenario.states:
        sentence = _("{code}: there is no doctrine “{{word}}”").format(code=state.code)
        yield from _unknown(state.doctrine, list(known), sentence)


def _twice(words: list[str], sentence: str) -> Iterator[str]:
    return (sentence.format(word=word) for word, count in Counter(words).items() if count > 1)


def _unknown(word: str, known: list[str], sentence: str) -> Iterator[str]:
    if word not in known:
        yield sentence.format(word=word) + did_you_mean(word, known)


def _states(scenario: Scenario) -> Iterator[str]:
    states = scenario.states
    yield from _twice([state.code for state in states], _("the state code {word} stands twice"))
    yield from _twice([state.id for state in states], _("the state id “{word}” stands twice"))
    yield from _twice([state.name for state in states], _("the state name “{word}” stands twice"))


def _regions(scenario: Scenario, on_map: list[str], codes: list[str]) -> Iterator[str]:
    given = [region.id for region in scenario.regions]
    yield from _twice(given, _("regions: “{word}” stands twice; every region has one owner"))
    for region in scenario.regions:
        yield from _unknown(region.id, on_map, _("regions: the map has no region “{word}”"))
        for role, code in (("owner", region.owner), ("core", region.core)):
            sentence = _("region “{id}”: {role} {{word}} is no state").format(id=region.id, role=role)
            yield from _unknown(code, codes, sentence)
    for name in on_map:
        if name not in given:
            yield _("regions: the map’s region “{name}” has no owner").format(name=name)


def _shares(scenario: Scenario) -> Iterator[str]:
    for state in scenario.states:
        own = [region for region in scenario.regions if region.owner == state.code]
        if not own:
            yield _("{code} owns no region").format(code=state.code)
            continue
        shares = sum(region.share for region in own)
        if abs(shares - 1.0) > SUM_TOLERANCE:
            text = _("{code}: the shares of its regions must add up to 1, they add up to {sum:.6g}")
            yield text.format(code=state.code, sum=shares)
        capitals = sum(region.capital for region in own)
        if capitals != 1:
            text = _("{code}: exactly one of its regions must be the capital, {count} are")
            yield text.format(code=state.code, count=capitals)


def _named_ties(scenario: Scenario) -> Iterator[tuple[str, str, str, bool]]:
    """Every tie of two as (list, one, other, mutual)."""
    mutual = {"pacts": scenario.pacts, "trade": scenario.trade, "nonaggression": scenario.nonaggression}
    for name, treaties in mutual.items():
        yield from ((name, treaty.between[0], treaty.between[1], True) for treaty in treaties)
    yield from (("guarantees", each.by, each.to, False) for each in scenario.guarantees)
    yield from (("sanctions", each.by, each.to, False) for each in scenario.sanctions)
    yield from (("wars", each.by, each.to, True) for each in scenario.wars)
    yield from (("relations", each.of, each.to, False) for each in scenario.relations)


def _ties(scenario: Scenario, codes: list[str]) -> Iterator[str]:
    seen: set[tuple[str, str, str]] = set()
    for name, a, b, mutual in _named_ties(scenario):
        for code in (a, b):
            yield from _unknown(code, codes, _("{list}: {{word}} is no state").format(list=name))
        if a == b:
            yield _("{list}: {code} cannot be party to itself").format(list=name, code=a)
        key = (name, *(sorted((a, b)) if mutual else (a, b)))
        if key in seen:
            yield _("{list}: {a} and {b} stand twice").format(list=name, a=a, b=b)
        seen.add(key)


def _contradictions(scenario: Scenario) -> Iterator[str]:
    """A war beside a treaty of the two, or sanctions between partners."""
    ties = [(name, frozenset((a, b))) for name, a, b, _mutual in _named_ties(scenario)]
    for name, against in (("wars", ("pacts", "nonaggression", "guarantees")), ("sanctions", ("pacts", "guarantees"))):
        hostile = {pair for each, pair in ties if each == name}
        for other, pair in ties:
            if other in against and pair in hostile:
                a, b = sorted(pair) if len(pair) == 2 else [*pair, *pair]
                text = _("{a} and {b} stand both in {list} and in {other}")
                yield text.format(a=a, b=b, list=name, other=other)


def _dates(scenario: Scenario) -> Iterator[str]:
    lists = {
        "pacts": scenario.pacts,
        "trade": scenario.trade,
        "nonaggression": scenario.nonaggression,
        "guarantees": scenario.guarantees,
        "sanctions": scenario.sanctions,
        "wars": scenario.wars,
    }
    for name, entries in lists.items():
        for entry in entries:  # type: ignore[attr-defined]
            if entry.since > scenario.start:
                text = _("{list}: since {since} is after the start in {start}")
                yield text.format(list=name, since=entry.since, start=scenario.start)


def _sources(scenario: Scenario) -> Iterator[str]:
    known = list(scenario.sources)
    for state in scenario.states:
        for field, source in state.sources.items():
            sentence = _("{code}: sources: “{{word}}” is no number of a state").format(code=state.code)
            yield from _unknown(field, [*_NUMBERS, *_OTHER_SOURCED], sentence)
            sentence = _("{code}: there is no source “{{word}}”").format(code=state.code)
            yield from _unknown(source, known, sentence)
    for region in scenario.regions:
        sentence = _("region “{id}”: there is no source “{{word}}”").format(id=region.id)
        yield from _unknown(region.source, known, sentence)
    for name in ("pacts", "trade", "nonaggression", "guarantees", "sanctions", "wars", "relations"):
        for entry in getattr(scenario, name):
            yield from _unknown(entry.source, known, _("{list}: there is no source “{{word}}”").format(list=name))
