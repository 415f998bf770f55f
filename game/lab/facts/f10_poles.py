"""F10: more poles, more wars in all and less hegemony; per pair wars fall (Waltz 1979; Deutsch & Singer 1964)."""

from __future__ import annotations

from itertools import pairwise

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.setups import Setup
from game.lab.statistics import Estimate, mean, rate, ratio
from game.language import mark

POLES = (2, 3, 5, 7, 10)


def conditions(shift: int) -> Conditions:
    """Equal offensive states over 100 turns, two to ten of them."""
    return {f"{n}": Setup(states=n + shift, cast=("offensive_realist",)) for n in POLES}


def judge(results: Results) -> Finding:
    """Compare wars and hegemony over the number of poles."""
    wars, hegemony, pair_wars = {}, {}, {}
    for n in POLES:
        tally = results[f"{n}"]
        wars[n] = mean(tally["wars"])
        hegemony[n] = rate((tally["hegemon"] >= 0) | (tally["alone"] > 0))
        pair_wars[n] = _scaled(ratio(tally["wars"], tally["turns"]), 200.0 / (n * (n - 1)))
    rises = all(b.value > a.value for a, b in pairwise(wars.values()))
    falls = hegemony[POLES[-1]].value < hegemony[POLES[0]].value
    measured = {f"wars, {n} poles": value for n, value in wars.items()}
    measured |= {f"hegemony, {n} poles": value for n, value in hegemony.items()}
    measured |= {f"wars in 100 years of a pair, {n} poles": value for n, value in pair_wars.items()}
    lines = (series("wars a game", wars), series("wars in 100 years of a pair", pair_wars))
    remark = "The sign is contested: wars in all rise with the number of poles, wars per pair fall."
    return Finding(measured, games_of(results), rises and falls, Chart("poles", "wars", lines), remark)


def _scaled(estimate: Estimate, factor: float) -> Estimate:
    return Estimate(estimate.value * factor, estimate.low * factor, estimate.high * factor, estimate.n)


FACT = Fact(
    id="F10",
    claim=mark("With more poles there are more wars in all and hegemony is rarer, while wars per pair of states fall"),
    target=mark("signs"),
    source="Waltz 1979; Deutsch & Singer 1964",
    conditions=conditions,
    counters=("endings", "wars"),
    judge=judge,
    shifts=(0,),
)
