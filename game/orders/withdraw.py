"""Withdraw: end a pact, a treaty, a guarantee or a closure, with a turn's public notice or at once."""

from collections.abc import Callable

import numpy as np

from game.language import mark
from game.orders.common import OTHER
from game.orders.kind import INITIATIVE, Choice, Kind, Rule
from game.world import Bools, World
from game.world.setting import FOUNDATIONS, FULL

TIES = ("pact", "trade", "nonaggression", "guarantee", "access")
_COLUMN = {"access": "closed"}
_LEVEL = {"access": FULL}
_SAYS = {
    "pact": (mark("Give notice of the pact with {target}"), mark("Break the pact with {target}")),
    "trade": (mark("Give notice of trade with {target}"), mark("Break off trade with {target}")),
    "nonaggression": (
        mark("Give notice of non-aggression with {target}"),
        mark("Break non-aggression with {target}"),
    ),
    "guarantee": (mark("Give notice of the guarantee of {target}"), mark("Drop the guarantee of {target}")),
    "access": (mark("Give notice of opening to {target}"), mark("Open to {target} at once")),
}


def _in_force(tie: str) -> Callable[[World], Bools]:
    column = _COLUMN.get(tie, tie)
    return lambda world: np.asarray(getattr(world, column))


def _no_notice(tie: str) -> Callable[[World], Bools]:
    notice = _COLUMN.get(tie, tie) + "_notice"
    return lambda world: np.asarray(~getattr(world, notice))


def _choices(tie: str) -> tuple[Choice, Choice]:
    level = _LEVEL.get(tie, FOUNDATIONS)
    return (
        Choice(f"{tie}_notice", _SAYS[tie][0], f"notice_{tie}", slot=tie, level=level),
        Choice(f"{tie}_now", _SAYS[tie][1], f"leave_{tie}", price="withdraw_now", slot=tie, level=level),
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
