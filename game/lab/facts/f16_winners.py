"""F16: the stronger side mostly wins, and so does who begins (Correlates of War)."""

from __future__ import annotations

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.facts.common import mixed
from game.lab.statistics import mean, ratio
from game.language import mark

STRONGER, INITIATOR = (0.65, 0.80), (0.60, 0.75)


def conditions(shift: int) -> Conditions:
    """Eight states of a uniform mix over 100 turns."""
    return {"mixed": mixed(shift)}


def judge(results: Results) -> Finding:
    """Count who gained more land in the wars that were decided."""
    tally = results["mixed"]
    stronger = ratio(tally["stronger_won"], tally["decided"])
    initiator = ratio(tally["initiator_won"], tally["decided"])
    undecided = ratio(tally["drawn"], tally["drawn"] + tally["decided"])
    measured = {"stronger side wins": stronger, "initiator wins": initiator, "undecided": undecided}
    measured["wars decided a game"] = mean(tally["decided"])
    in_range = STRONGER[0] <= stronger.value <= STRONGER[1] and INITIATOR[0] <= initiator.value <= INITIATOR[1]
    drawn = {"stronger side": stronger, "initiator": initiator}
    chart = Chart("", "wars won", (series("", drawn),), (STRONGER[0], STRONGER[1], INITIATOR[0], INITIATOR[1]))
    return Finding(measured, games_of(results), in_range, chart)


FACT = Fact(
    id="F16",
    claim=mark("The stronger side mostly wins, and so does who begins the war"),
    target=mark("stronger 65-80 %; initiator 60-75 %"),
    source="Correlates of War, inter-state wars",
    conditions=conditions,
    counters=("outcomes",),
    judge=judge,
)
