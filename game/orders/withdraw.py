"""Withdraw: end a pact, a treaty or a guarantee, with a turn's public notice or at once."""

from collections.abc import Callable

import numpy as np

from game.language import mark
from game.orders.common import OTHER
from game.orders.kind import INITIATIVE, Choice, Kind, Rule
from game.world import Bools, World

TIES = ("pact", "trade", "nonaggression", "guarantee")
_SAYS = {
    "pact": (mark("Give notice of the pact with {target}"), mark("Break the pact with {target}")),
    "trade": (mark("Give notice of trade with {target}"), mark("Break off trade with {target}")),
    "nonaggression": (
        mark("Give notice of non-aggression with {target}"),
        mark("Break non-aggression with {target}"),
    ),
    "guarantee": (mark("Give notice of the guarantee of {target}"), mark("Drop the guarantee of {target}")),
}


def _in_force(tie: str) -> Callable[[World], Bools]:
    return lambda world: np.asarray(getattr(world, tie))


def _no_notice(tie: str) -> Callable[[World], Bools]:
    notice = tie + "_notice"
    return lambda world: np.asarray(~getattr(world, notice))


def _choices(tie: str) -> tuple[Choice, Choice]:
    return (
        Choice(f"{tie}_notice", _SAYS[tie][0], f"notice_{tie}", slot=tie),
        Choice(f"{tie}_now", _SAYS[tie][1], f"leave_{tie}", price="withdraw_now", slot=tie),
    )


def _rules(tie: str) -> tuple[Rule, Rule]:
    both = (f"{tie}_notice", f"{tie}_now")
    return (
        Rule("none", mark("there is nothing of the kind between you"), _in_force(tie), both),
        Rule("noticed", mark("notice is given already"), _no_notice(tie), both[:1]),
    )


WITHDRAW = Kind(
    "withdraw",
    mark("Withdraw"),
    level=1,
    group=INITIATIVE,
    choices=tuple(choice for tie in TIES for choice in _choices(tie)),
    rules=(OTHER, *(rule for tie in TIES for rule in _rules(tie))),
    hostile=True,
    help=mark("With notice it ends a turn later at no cost; at once it costs influence and your good name."),
)
