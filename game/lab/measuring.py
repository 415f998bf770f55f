"""What a sweep can measure: a name, the counters it needs, the estimate from the counts of a condition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.lab.facts.f06_single_peak import hard
from game.lab.facts.f17_cohesion import first_turn
from game.lab.facts.f18_crises import median_length
from game.lab.play import Tally
from game.lab.statistics import Estimate, mean, rate, ratio
from game.language import mark


@dataclass(frozen=True)
class Reading:
    """One measure of a condition's games."""

    title: str
    counter: str
    take: Callable[[Tally], Estimate]


def _share(over: str, *under: str) -> Callable[[Tally], Estimate]:
    return lambda tally: ratio(tally[over], np.sum([tally[name] for name in under], 0))


def _average(name: str) -> Callable[[Tally], Estimate]:
    return lambda tally: mean(tally[name])


MEASURES: dict[str, Reading] = {
    "hegemony": Reading(mark("games that end with a hegemon"), "endings", lambda t: rate(t["hegemon"] >= 0)),
    "leader_hegemony": Reading(mark("the first state is hegemon"), "endings", lambda t: rate(t["hegemon"] == 0)),
    "leader_stays": Reading(mark("the first state above one half"), "endings", lambda t: rate(t["first_share"] > 0.5)),
    "leader_power": Reading(mark("power share of the first state"), "endings", _average("first_share")),
    "states_lost": Reading(mark("states lost"), "endings", _average("lost")),
    "by_conquest": Reading(mark("hegemons by conquest"), "endings", lambda t: mean(t["conquest"])),
    "hard_balancing": Reading(mark("others bound against the first"), "leagues", lambda t: mean(hard(t))),
    "first_league": Reading(mark("turn of the first league"), "leagues", lambda t: mean(first_turn(t))),
    "burden": Reading(mark("arms spending over economy"), "burden", _average("burden")),
    "wars": Reading(mark("wars a game"), "wars", _average("wars")),
    "joiners": Reading(mark("joiners a war"), "wars", _share("joiners", "wars")),
    "turnover": Reading(mark("pacts ended a pact-year"), "pacts", _share("pacts_ended", "pact_years")),
    "honoured": Reading(mark("promises honoured"), "pacts", _share("honoured", "honoured", "abandoned")),
    "stronger_wins": Reading(mark("the stronger side wins"), "outcomes", _share("stronger_won", "decided")),
    "initiator_wins": Reading(mark("the initiator wins"), "outcomes", _share("initiator_won", "decided")),
    "crises": Reading(mark("crises a game"), "crises", _average("crises")),
    "crisis_wars": Reading(mark("crises that end in war"), "crises", _share("crisis_wars", "crises")),
    "crisis_length": Reading(mark("median length of a crisis"), "crises", lambda t: median_length(t["crisis_length"])),
}
