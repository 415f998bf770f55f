"""F12: three states near balance stay, a state of sixty absorbs, the smallest dies first (Niou et al. 1989)."""

from __future__ import annotations

from game.lab.fact import Chart, Conditions, Fact, Finding, Results, games_of, series
from game.lab.setups import NEVER_ENDS, Setup
from game.lab.statistics import difference, rate
from game.language import mark

NEAR, FAR, FOUR = (0.40, 0.30, 0.30), (0.60, 0.20, 0.20), (0.40, 0.35, 0.20, 0.05)
STAY, ABSORBED, GAP = 0.90, 0.50, 0.40


def conditions(shift: int) -> Conditions:
    """An offensive leader and balancers, 120 turns, played on past hegemony."""
    return {
        name: Setup(
            states=len(shares), shares=shares, turns=120, cast=("offensive_realist", others), rules=(NEVER_ENDS,)
        )
        for name, shares, others in (
            ("40 30 30", NEAR, "balancer"),
            ("60 20 20", FAR, "balancer"),
            ("60 20 20, threat balancers", FAR, "threat_balancer"),
            ("40 35 20 5", FOUR, "balancer"),
        )
    }


def judge(results: Results) -> Finding:
    """Count who is lost, who is absorbed, and who dies most."""
    near, far = results["40 30 30"], results["60 20 20"]
    stay, absorbed = rate(near["lost"] == 0), rate(far["alone"] > 0)
    gap = difference(far["alone"], near["lost"] > 0)
    dead = {f"{share:g}": rate(results["40 35 20 5"]["dead"][:, k] > 0) for k, share in enumerate((40, 35, 20, 5))}
    least = dead["5"].value
    first = all(least > value.value for name, value in dead.items() if name != "5")
    measured = {"40 30 30: none lost": stay, "60 20 20: absorbed": absorbed, "gap": gap}
    others = rate(results["60 20 20, threat balancers"]["alone"] > 0)
    measured["60 20 20: absorbed, threat balancers"] = others
    measured |= {f"40 35 20 5: the {name} dies": value for name, value in dead.items()}
    passed = stay.value >= STAY and absorbed.value > ABSORBED and gap.value > GAP and first
    drawn = {"40 30 30: none lost": stay, "60 20 20: absorbed": absorbed} | {
        f"the {k} dies": v for k, v in dead.items()
    }
    chart = Chart("", "games", (series("", drawn),), (STAY, ABSORBED))
    return Finding(measured, games_of(results), passed, chart)


FACT = Fact(
    id="F12",
    claim=mark("{40,30,30} lasts and {60,20,20} is absorbed; in {40,35,20,5} the 5 dies most"),
    target=mark("none lost >= 90 %; absorbed by turn 120 > 50 %; the gap > 40 points"),
    source="Niou, Ordeshook & Rose 1989",
    conditions=conditions,
    counters=("endings",),
    judge=judge,
    shifts=(0,),
)
