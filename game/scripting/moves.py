"""Moves: orders as scripts make them, whether the rules take them, and which would change nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.language import _
from game.orders.joint import problems
from game.orders.kind import Order, Refusal
from game.orders.kinds import KINDS
from game.orders.terms import spoken
from game.scripting.frozen import Frozen

if TYPE_CHECKING:
    from game.scripting.land import Land
    from game.scripting.regions import Region
    from game.scripting.scene import Scene

MOOT = frozenset(
    {
        ("posture", "same"),
        ("ally", "allied"),
        ("ally", "offered"),
        ("treaty", "trading"),
        ("treaty", "friendly"),
        ("treaty", "offered"),
        ("guarantee", "allied"),
        ("guarantee", "given"),
        ("sanction", "same"),
        ("sanction", "none"),
        ("demand", "open"),
        ("demand", "sanctions"),
        ("demand", "pacts"),
        ("attack", "war"),
        ("peace", "peace"),
        ("withdraw", "none"),
        ("withdraw", "noticed"),
        ("access", "given"),
        ("congress", "open"),
        ("congress", "same"),
    }
)
"""Refusals (kind, code) that mean: it is so already. Such orders are skipped, not faults."""
SAYS = {(kind.name, choice.name): choice.says for kind in KINDS for choice in kind.choices}
_LEVEL = {(kind.name, choice.name): max(kind.level, choice.level) for kind in KINDS for choice in kind.choices}


class Move(Frozen):
    """An order that was made; returned or yielded by `play` it is given. False if addressed to Nobody."""

    __slots__ = ("line", "order", "target")
    order: Order | None
    target: Land | Region | None
    line: int | None

    def __init__(self, order: Order | None, target: Land | Region | None, line: int | None) -> None:
        self._set(order=order, target=target, line=line)

    def __bool__(self) -> bool:
        return self.order is not None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Move) and other.order == self.order

    def __hash__(self) -> int:
        at = -1 if self.order is None or self.order.target is None else self.order.target
        return hash(at)

    def __repr__(self) -> str:
        return self.text

    def _title(self) -> str:
        return _("an order")

    @property
    def kind(self) -> str:
        """The order's name: “ally”."""
        return "" if self.order is None else self.order.kind

    @property
    def choice(self) -> str:
        """Which way to give it: “pact”."""
        return "" if self.order is None else self.order.choice

    @property
    def text(self) -> str:
        """What it says: “Offer France a pact of mutual defence”."""
        if self.order is None:
            return _("an order to nobody")
        name = "" if self.target is None else self.target.name
        said = _(SAYS[self.order.kind, self.order.choice]).format(target=name)
        if self.order.shares is None:
            setting = None if self.target is None else self.target._scene.world.setting
            return said if setting is None else said + spoken(setting, self.order.terms)
        return said + " ({:.2f}, {:.2f}, {:.2f})".format(*self.order.shares)


class Verdict(Frozen):
    """Whether the rules take an order: true, or false with a code for programs and a sentence for people.

    `moot`: refused only because there is nothing to do; such an order may be given and is skipped.
    """

    __slots__ = ("code", "moot", "move", "sentence")
    move: Move
    code: str
    sentence: str
    moot: bool

    def __init__(self, move: Move, refusal: Refusal | None = None, moot: bool = False) -> None:
        code, sentence = ("", "") if refusal is None else (refusal.code, refusal.sentence)
        self._set(move=move, code=code, sentence=sentence, moot=moot)

    def __bool__(self) -> bool:
        return not self.code

    def __repr__(self) -> str:
        return _("yes") if self else _("no ({code}): {sentence}").format(code=self.code, sentence=self.sentence)

    def _title(self) -> str:
        return _("an answer of me.can(...)")


class Check(Frozen):
    """Whether the rules take all of several orders together: true, or false with the `refused` ones."""

    __slots__ = ("refused",)
    refused: tuple[Verdict, ...]

    def __init__(self, refused: Sequence[Verdict]) -> None:
        self._set(refused=tuple(refused))

    def __bool__(self) -> bool:
        return not self.refused

    def __repr__(self) -> str:
        return _("yes") if self else "; ".join(f"{each.move.text}: {each.sentence}" for each in self.refused)

    def _title(self) -> str:
        return _("an answer of me.check(...)")


def judge(scene: Scene, draft: Sequence[Order], move: Move) -> Verdict:
    """Say whether an order can be added to those of the draft; see MOOT for what counts as nothing to do."""
    order = move.order
    if order is None:
        return Verdict(move, Refusal("nobody", _("there is nobody to address it to")), moot=True)
    if order in draft:
        return Verdict(move, Refusal("given", _("you have given it already")), moot=True)
    if _LEVEL.get((order.kind, order.choice), 0) > scene.world.setting.level:
        return Verdict(move, Refusal("level", _("there is no such order at this level of the rules")), moot=True)
    found = problems(scene.world, scene.viewer, list(draft), order)
    if not found:
        return Verdict(move)
    real = [refusal for refusal in found if (order.kind, refusal.code) not in MOOT]
    return Verdict(move, real[0]) if real else Verdict(move, found[0], moot=True)


def sift(scene: Scene, draft: Sequence[Order], moves: Sequence[Move]) -> tuple[list[Order], list[Verdict]]:
    """Split orders into the draft with those that stand, and verdicts on those that are refused or moot."""
    taken, refused = list(draft), []
    for move in moves:
        verdict = judge(scene, taken, move)
        if verdict and move.order is not None:
            taken.append(move.order)
        else:
            refused.append(verdict)
    return taken, refused
