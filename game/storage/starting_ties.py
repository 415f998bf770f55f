"""The pair columns of a scenario at its start: treaties, promises, sanctions, wars, feelings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from game.storage.documents import Scenario, Treaty
from game.world import Floats, Setting

PARTNER_ATTITUDE = 0.2
_SANCTIONS = {"diplomatic": 1, "economic": 2}


class _Pairs:
    """Matrices [N, N] by column name, filled by state code."""

    def __init__(self, setting: Setting) -> None:
        self.place = {code: k for k, code in enumerate(setting.codes)}
        self.shape = (setting.n, setting.n)
        self.columns: dict[str, Any] = {}

    def put(self, name: str, actor: str, target: str, value: Any) -> None:
        """Write one entry."""
        kind = np.asarray(value).dtype
        column = self.columns.setdefault(name, np.zeros(self.shape, kind))
        column[self.place[actor], self.place[target]] = value


def tie_columns(scenario: Scenario, setting: Setting) -> dict[str, Any]:
    """Give every pair column that the scenario speaks of: name -> [N, N]."""
    pairs = _Pairs(setting)
    _treaties(pairs, "pact", scenario.pacts)
    _treaties(pairs, "trade", scenario.trade)
    _treaties(pairs, "nonaggression", scenario.nonaggression)
    for treaty in scenario.pacts:
        for a, b in (treaty.between, treaty.between[::-1]):
            pairs.put("pact_age", a, b, _turns_since(scenario, treaty.since))
    for promise in scenario.guarantees:
        pairs.put("guarantee", promise.by, promise.to, True)
    for sanction in scenario.sanctions:
        pairs.put("sanction", sanction.by, sanction.to, _SANCTIONS[sanction.kind])
        pairs.put("sanction_years", sanction.by, sanction.to, (scenario.start - sanction.since) * scenario.parts)
    _wars(pairs, scenario)
    _feelings(pairs, scenario, setting)
    return pairs.columns


def _treaties(pairs: _Pairs, name: str, treaties: Sequence[Treaty]) -> None:
    for treaty in treaties:
        for a, b in (treaty.between, treaty.between[::-1]):
            pairs.put(name, a, b, True)
            pairs.put(name + "_term", a, b, treaty.term)


def _turns_since(scenario: Scenario, year: int) -> int:
    return scenario.turns_between(year, scenario.start)


def _wars(pairs: _Pairs, scenario: Scenario) -> None:
    for war in scenario.wars:
        pairs.put("began", war.by, war.to, True)
        for a, b in ((war.by, war.to), (war.to, war.by)):
            pairs.put("war", a, b, True)
            pairs.put("war_age", a, b, max(1, _turns_since(scenario, war.since)))


def _feelings(pairs: _Pairs, scenario: Scenario, setting: Setting) -> None:
    """Attitude and intent: as given, else 0 (partners .2) and the base that the opinion phase returns to."""
    n = setting.n
    attitude = np.zeros((n, n))
    for treaty in scenario.pacts:
        a, b = (pairs.place[code] for code in treaty.between)
        attitude[a, b] = attitude[b, a] = PARTNER_ATTITUDE
    for relation in scenario.relations:
        if relation.attitude is not None:
            attitude[pairs.place[relation.of], pairs.place[relation.to]] = relation.attitude
    intent = base_intent(setting, attitude, np.array([state.aggression for state in scenario.states]))
    for relation in scenario.relations:
        if relation.intent is not None:
            intent[pairs.place[relation.of], pairs.place[relation.to]] = relation.intent
    np.fill_diagonal(intent, 0.0)
    pairs.columns |= {"attitude": attitude, "intent": intent}


def base_intent(setting: Setting, attitude: Floats, aggression: Floats) -> Floats:
    """Intent ascribed to a state known only by its record: .18 - .2 attitude + .3 aggression, 0..1."""
    r = setting.rules.opinion
    raw = r.intent_base - r.intent_attitude * attitude + r.intent_aggression * aggression[..., None, :]
    return np.asarray(np.clip(raw, 0.0, 1.0))
