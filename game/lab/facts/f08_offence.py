"""F8: where offence has the advantage there are more wars, more joiners, quicker entry (Jervis 1978)."""

from __future__ import annotations

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.setups import NEVER_ENDS, Setup
from game.lab.statistics import Estimate, mean, ratio
from game.language import mark

OFFENCE = (0.2, 0.35, 0.5, 0.65, 0.8)
MIX = ("offensive_realist", "balancer", "buck_passer", "balancer", "offensive_realist", "buck_passer", "balancer")
SCRIPTED = ("offensive_realist", "balancer", "buck_passer", "balancer", "balancer", "buck_passer", "balancer")


def conditions(shift: int) -> Conditions:
    """Seven equal states over 80 turns; and a scripted war of a leader of .30 on its weakest neighbour."""
    n = 7 + shift
    found: Conditions = {}
    for o in OFFENCE:
        found[f"free {o:g}"] = Setup(states=n, cast=_around(MIX, n), turns=80, offence=o)
        found[f"scripted {o:g}"] = Setup(
            states=n, cast=_around(SCRIPTED, n), turns=10, leader=0.30, offence=o, script="strike", rules=(NEVER_ENDS,)
        )
    return found


def _around(cast: tuple[str, ...], n: int) -> tuple[str, ...]:
    return tuple(cast[k % len(cast)] for k in range(n))


def judge(results: Results) -> Finding:
    """Compare the ends of the scale."""
    wars = {o: mean(results[f"free {o:g}"]["wars"]) for o in OFFENCE}
    joiners = {o: ratio(results[f"free {o:g}"]["joiners"], results[f"free {o:g}"]["wars"]) for o in OFFENCE}
    entry = {o: mean(results[f"scripted {o:g}"]["entry"]) for o in OFFENCE}
    low, high = OFFENCE[0], OFFENCE[-1]
    more = wars[high].value > wars[low].value and joiners[high].value > joiners[low].value
    passed = more and entry[high].value < entry[low].value
    measured: dict[str, Estimate] = {}
    for what, values in {"wars": wars, "joiners a war": joiners, "turns to entry, scripted war": entry}.items():
        measured |= {f"{what}, offence {o:g}": value for o, value in values.items()}
    at_once = {o: mean(results[f"scripted {o:g}"]["at_once"]) for o in OFFENCE}
    measured |= {f"entered at once, offence {o:g}": value for o, value in at_once.items()}
    lines = (series("wars a game", wars), series("joiners a war", joiners), series("turns to entry", entry))
    return Finding(measured, games_of(results), passed, Chart("advantage of the offence", "number", lines))


FACT = Fact(
    id="F8",
    claim=mark(
        "Where offence has the advantage there are more wars, more joiners, and quicker entry in a scripted war"
    ),
    target=mark("signs from .2 to .8"),
    source="Christensen & Snyder 1990; Jervis 1978",
    conditions=conditions,
    counters=("wars", "entry"),
    judge=judge,
)
