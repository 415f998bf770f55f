"""Demand: an ultimatum for a region, an end of sanctions or of pacts, or disarmament."""

from typing import Any

import numpy as np

from game.language import mark
from game.measures.reach import contact
from game.measures.ties import flip
from game.orders.common import OTHER, PEACE, UNBOUND, bordering, foreign_region, take_owner
from game.orders.kind import DEMANDED, GIVES, INITIATIVE, REGION, Choice, Kind, Rule
from game.world import Bools, World, any_of, measure

_STATES = ("end_sanctions", "disarm", "end_pacts")


@measure("demand")
def no_demand(world: World) -> Bools:
    """No demand of the actor on the target is open, [..., N, N]."""
    return np.asarray(world.demand == 0)


def _sanctioned(world: World) -> Bools:
    return np.asarray(flip(world.sanction) > 0)


def _has_pacts(world: World) -> Bools:
    return any_of(world.pact)[..., None, :]


_TERMS: dict[str, Any] = {"price": "demand", "takes": GIVES, "deal": DEMANDED}

DEMAND = Kind(
    "demand",
    mark("Demand"),
    level=2,
    group=INITIATIVE,
    choices=(
        Choice("region", mark("Demand {target}"), "demand_region", to=REGION, **_TERMS),
        Choice("end_sanctions", mark("Demand that {target} lift its sanctions"), "demand", 2, **_TERMS),
        Choice("disarm", mark("Demand that {target} disarm"), "demand", 3, **_TERMS),
        Choice("end_pacts", mark("Demand that {target} leave its pacts"), "demand", 4, **_TERMS),
    ),
    rules=(
        Rule("other", mark("it takes land of another living state"), foreign_region, ("region",)),
        Rule("border", mark("the region does not touch your land"), bordering, ("region",)),
        Rule("war", PEACE.sentence, lambda w: take_owner(w, ~w.war), ("region",)),
        Rule("bound", UNBOUND.sentence, lambda w: take_owner(w, UNBOUND.mask(w)), ("region",)),
        Rule(
            "open",
            mark("a demand on them is open already"),
            lambda w: take_owner(w, no_demand(w)),
            ("region",),
        ),
        Rule(OTHER.code, OTHER.sentence, OTHER.mask, _STATES),
        Rule("war", PEACE.sentence, PEACE.mask, _STATES),
        Rule("bound", UNBOUND.sentence, UNBOUND.mask, _STATES),
        Rule("open", mark("a demand on them is open already"), no_demand, _STATES),
        Rule("contact", mark("they are neither across a border nor a narrow sea"), contact, _STATES),
        Rule("sanctions", mark("they have no sanctions on you"), _sanctioned, ("end_sanctions",)),
        Rule("pacts", mark("they have no pacts"), _has_pacts, ("end_pacts",)),
    ),
    hostile=True,
    help=mark("They answer next turn, in public. A refusal gives you cause for war; dropping it costs face."),
)
