"""What an order is: its choices, what they write, what they cost, and one list of rules for all uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.world import Bools, Setting, World

PLAN, INITIATIVE, ANSWER, WORD = "plan", "initiative", "answer", "word"
SELF, STATE, REGION = "self", "state", "region"
GIVES = ("give", "region")
DEAL = ("give", "ask", "region")
"""Terms that name what is given, or given and asked."""
PACT, TRADE, NONAGGRESSION, DEMANDED, SETTLEMENT = 1, 2, 3, 4, 5
DEALS = {"pact": PACT, "trade": TRADE, "nonaggression": NONAGGRESSION, "demand": DEMANDED, "settle": SETTLEMENT}
"""What a deal is part of, by its number in the column `deal`."""


@dataclass(frozen=True)
class Rule:
    """Why an order may be refused: a code, a sentence, and where the order is allowed.

    `mask(world)` gives True where allowed, [..., N, T] over actor and target (T = 1, N or R).
    `only` names the choices that the rule is about; empty means all.
    """

    code: str
    sentence: str
    mask: Callable[[World], Bools]
    only: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """One way to give an order: the sheet field and value that it writes, and its price.

    `says` is a sentence with {actor} and {target}; `price` names a coefficient of rules.influence.
    `slot` names the matter it is about: of one matter, towards one target, only one choice can be given.
    `level` is the first at which it is offered, where that is later than its order.
    `takes` lists the terms that may go with it, `needs` those without which it says nothing; `deal` is the
    matter that what is given and asked belongs to (see `game.orders.terms`).
    """

    name: str
    says: str
    writes: str
    value: float = 1
    to: str = STATE
    price: str | None = None
    slot: str = ""
    level: int = 1
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    deal: int = 0

    @property
    def plain(self) -> bool:
        """Whether it can be given by naming a target and nothing else."""
        return not self.needs


@dataclass(frozen=True)
class Kind:
    """One order: the plan, an initiative, an answer or a word."""

    name: str
    title: str
    level: int
    group: str
    choices: tuple[Choice, ...]
    rules: tuple[Rule, ...]
    hostile: bool = False
    help: str = field(default="", repr=False)

    def price(self, choice: Choice, setting: Setting) -> float:
        """Influence that a choice costs."""
        return 0.0 if choice.price is None else float(getattr(setting.rules.influence, choice.price))


@dataclass(frozen=True)
class Refusal:
    """Why an order was not taken: a code for programs, a sentence for people."""

    code: str
    sentence: str


@dataclass(frozen=True)
class Terms:
    """What an order names beside its target.

    `turns` a pact shall run; `against` the one state that a guarantee is about; `give` and `ask`: "", "lift"
    (sanctions), "money", "arms" or "region"; `region` the region that is given or asked.
    """

    turns: int | None = None
    against: int | None = None
    give: str = ""
    ask: str = ""
    region: int | None = None


@dataclass(frozen=True)
class Order:
    """One order as people, opponents and files give it: indices of a state or region, or None.

    `shares` are (arms, growth, home), for the budget's sliders only; `terms` go with offers, guarantees,
    demands and counter-offers.
    """

    kind: str
    choice: str
    target: int | None = None
    shares: tuple[float, float, float] | None = None
    terms: Terms | None = None
