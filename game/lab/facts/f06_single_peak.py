"""F6: hard balancing rises with the leader's share, then falls (Brooks & Wohlforth 2008; Levy & Thompson 2010)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.facts.common import led
from game.lab.play import Tally
from game.lab.setups import NEVER_ENDS
from game.lab.statistics import Estimate, mean, rate
from game.language import mark
from game.world import Floats

SHARES = (0.17, 0.23, 0.29, 0.33, 0.38, 0.43, 0.48, 0.53, 0.58, 0.63, 0.70)
FIRST_TURNS = 25
STAYS_FROM = 0.65
SLACK = 0.03
"""A dip of so much against the single peak is taken for noise."""


def conditions(shift: int) -> Conditions:
    """The leader's share swept, the others balancers, 60 turns, played on past hegemony."""
    return {f"{share:.2f}": replace(led("balancer", shift, share), turns=60, rules=(NEVER_ENDS,)) for share in SHARES}


def hard(tally: Tally) -> Floats:
    """Part of the others that is bound against the leader, mean of the first turns, [B]."""
    part = tally["against0"] / np.maximum(tally["rest"], 1)
    return np.asarray(np.nanmean(part[:, :FIRST_TURNS], -1))


def single_peak(values: list[float]) -> bool:
    """Rises to its largest value and falls from there, but for small dips."""
    top = int(np.argmax(values))
    up = all(b > a - SLACK for a, b in pairwise(values[: top + 1]))
    down = all(b < a + SLACK for a, b in pairwise(values[top:]))
    return up and down


def judge(results: Results) -> Finding:
    """Find the peak, and where the leader stays above one half."""
    bound = {share: mean(hard(results[f"{share:.2f}"])) for share in SHARES}
    stays = {share: rate(results[f"{share:.2f}"]["first_share"] > 0.5) for share in SHARES}
    values = [bound[share].value for share in SHARES]
    peak = SHARES[int(np.argmax(values))]
    n = games_of(results)
    above = [stays[share].value for share in SHARES if share > STAYS_FROM]
    passed = single_peak(values) and 0.33 <= peak <= 0.55 and min(above) > 0.5
    measured = {"peak at the leader's share": Estimate(peak, *_near(bound, peak), n)}
    measured |= {f"bound against a leader of {share:.2f}": value for share, value in bound.items()}
    measured |= {f"a leader of {share:.2f} stays": value for share, value in stays.items() if share > 0.55}
    lines = (series("others bound against the leader", bound), series("leader above one half after 60 turns", stays))
    chart = Chart("leader's share at the start", "part", lines, (0.5,))
    remark = "" if single_peak(values) else "more than one peak"
    return Finding(measured, n, passed, chart, remark)


def _near(bound: dict[float, Estimate], peak: float) -> tuple[float, float]:
    """The shares whose interval reaches up to the peak's value: where the peak may lie."""
    might = [share for share, value in bound.items() if value.high >= bound[peak].value]
    return min(might), max(might)


FACT = Fact(
    id="F6",
    claim=mark("Hard balancing is single-peaked in the leader's share; above .65 the leader mostly stays"),
    target=mark("one peak at .33-.55; above .65 the leader keeps more than one half in most games"),
    source="Brooks & Wohlforth 2008; Levy & Thompson 2010",
    conditions=conditions,
    counters=("endings", "leagues"),
    judge=judge,
)
