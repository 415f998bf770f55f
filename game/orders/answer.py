"""Answer: yes or no to an offer, a demand, a call to arms, a resolution; or join a war unbidden."""

from collections.abc import Callable

import numpy as np

from game.language import mark
from game.measures.power import held_count
from game.measures.ties import balloted, calls, flip, obliged
from game.orders.common import HEARS, OTHER, may_join
from game.orders.kind import ANSWER, DEAL, NONAGGRESSION, PACT, SETTLEMENT, TRADE, Choice, Kind, Rule
from game.world import Bools, World, measure
from game.world.setting import FOUNDATIONS, FULL

OFFERS = ("pact", "trade", "nonaggression", "peace")


@measure("demand", "refused")
def demanded(world: World) -> Bools:
    """The target's demand waits for the actor's answer, [..., N, N]."""
    return np.asarray(flip((world.demand > 0) & ~world.refused))


def _uncountered(world: World) -> Bools:
    """The actor has not yet offered the target something instead, [..., N, N]."""
    return np.asarray(world.deal != SETTLEMENT)


def _can_spare(world: World) -> Bools:
    """What the target demands is not the actor's last region, [..., N, N]."""
    return np.asarray((held_count(world) > 1)[..., :, None] | (flip(world.demand) != 1))


def _offered(topic: str) -> Callable[[World], Bools]:
    offer = "offer_" + topic
    return lambda world: np.asarray(flip(getattr(world, offer) > 0))


@measure("demand", "refused", "deal")
def proposed(world: World) -> Bools:
    """The target offers something in place of what the actor demands of it, [..., N, N]."""
    return np.asarray(flip(world.deal == SETTLEMENT) & (world.demand > 0) & ~world.refused)


def _pair(topic: str, yes: str, no: str, writes: str, level: int = FOUNDATIONS) -> tuple[Choice, Choice]:
    return (
        Choice(f"{topic}_yes", yes, writes, slot=topic, level=level),
        Choice(f"{topic}_no", no, f"decline_{topic}", slot=topic, level=level),
    )


def _answers(topic: str) -> tuple[str, ...]:
    """The names of the choices that answer an offer."""
    words = ("yes", "no") if topic == "peace" else ("yes", "no", "counter")
    return tuple(f"{topic}_{word}" for word in words)


def _counter(topic: str, says: str, writes: str, deal: int) -> Choice:
    takes = ("turns", *DEAL) if deal == PACT else DEAL
    needs = ("give",) if deal == SETTLEMENT else takes[:-1]
    return Choice(f"{topic}_counter", says, writes, slot=topic, takes=takes, needs=needs, deal=deal)


def unbidden(world: World) -> Bools:
    """The actor may join against the target without having been called, [..., N, N]."""
    return np.asarray(may_join(world) & ~obliged(world) & ~calls(world))


def _on_ballot(world: World) -> Bools:
    """A resolution on the target is put to the vote, [..., 1, N]."""
    return np.asarray(balloted(world)[..., None, :])


_CHOICES = (
    *_pair("pact", mark("Accept the pact with {target}"), mark("Decline the pact with {target}"), "yes_pact"),
    *_pair(
        "secret",
        mark("Accept the secret pact with {target}"),
        mark("Decline the secret pact with {target}"),
        "yes_secret",
        FULL,
    ),
    *_pair("trade", mark("Accept trade with {target}"), mark("Decline trade with {target}"), "yes_trade"),
    *_pair(
        "nonaggression",
        mark("Accept non-aggression with {target}"),
        mark("Decline non-aggression with {target}"),
        "yes_nonaggression",
    ),
    *_pair("peace", mark("Accept peace with {target}"), mark("Fight on against {target}"), "yes_peace"),
    *_pair("demand", mark("Concede to {target}"), mark("Refuse {target}’s demand"), "concede"),
    _counter("pact", mark("Answer {target}’s offer of a pact with other terms"), "offer_pact", PACT),
    _counter("trade", mark("Answer {target}’s offer of trade with other terms"), "offer_trade", TRADE),
    _counter(
        "nonaggression",
        mark("Answer {target}’s offer of non-aggression with other terms"),
        "offer_nonaggression",
        NONAGGRESSION,
    ),
    _counter("demand", mark("Offer {target} something else than it demands"), "counter_demand", SETTLEMENT),
    *_pair("settle", mark("Take what {target} offers instead"), mark("Insist on the demand on {target}"), "settle"),
    *_pair("call", mark("Honour the call against {target}"), mark("Stand aside from {target}’s war"), "join"),
    *_pair(
        "vote",
        mark("Vote for the resolution on {target}"),
        mark("Vote against the resolution on {target}"),
        "vote_yes",
        FULL,
    ),
    Choice("join", mark("Join the war against {target}"), "join", slot="call"),
)
_VOTES = ("vote_yes", "vote_no")
"""What also those answer who are no more: a government in exile keeps its vote."""
_OF_THE_LIVING = tuple(choice.name for choice in _CHOICES if choice.name not in _VOTES)

ANSWER_ORDER = Kind(
    "answer",
    mark("Answer"),
    level=1,
    group=ANSWER,
    choices=_CHOICES,
    rules=(
        Rule(OTHER.code, OTHER.sentence, OTHER.mask, _OF_THE_LIVING),
        Rule(HEARS.code, HEARS.sentence, HEARS.mask, _VOTES),
        *(Rule("offer", mark("they have made you no such offer"), _offered(t), _answers(t)) for t in OFFERS),
        Rule("offer", mark("they have made you no such offer"), _offered("secret"), ("secret_yes", "secret_no")),
        Rule("demand", mark("they demand nothing of you"), demanded, ("demand_yes", "demand_no", "demand_counter")),
        Rule(
            "countered",
            mark("you have answered it already"),
            _uncountered,
            ("demand_yes", "demand_no", "demand_counter"),
        ),
        Rule("settle", mark("they offer nothing instead"), proposed, ("settle_yes", "settle_no")),
        Rule("last", mark("it is your last region"), _can_spare, ("demand_yes",)),
        Rule("call", mark("no partner calls you against them"), calls, ("call_yes", "call_no")),
        Rule("vote", mark("no resolution on them is before the congress"), _on_ballot, _VOTES),
        Rule("join", mark("there is no war of theirs that you could join"), unbidden, ("join",)),
    ),
    help=mark("Answers are free and never counted."),
)
