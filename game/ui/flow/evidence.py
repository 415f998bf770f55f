"""What can be measured of the reasons on a why-card: whom its state feared, and what stood against it."""

from __future__ import annotations

from collections.abc import Iterator

from game.language import _
from game.measures.power import power
from game.measures.threat import threat
from game.ui.flow.motives import Motive
from game.ui.text import sentence
from game.ui.theme import number

__all__ = ["evidence_of"]


def evidence_of(motive: Motive) -> Iterator[str]:
    """Yield sentences of numbers before the turn: as the reader can tell them, in truth as they were."""
    world = motive.turn.before if motive.true else motive.view
    fears, called = threat(world)[motive.state], world.setting.called
    ranked = sorted(range(world.n), key=lambda k: -float(fears[k]))
    first, second = ranked[:2]
    if float(fears[first]) > 0:
        text = _("It fears {name} most: threat {value}, then {other}, {next}.")
        yield sentence(text.format(name=called(first), value=number(float(fears[first]), 2), other=called(second),
                                   next=number(float(fears[second]), 2)))  # fmt: skip
    target = motive.target
    if target is not None and target != motive.state:
        text = _("{name} holds {theirs} % of all power against its {own} %; its reputation is {word} of 1.")
        shares = 100.0 * power(world)
        yield sentence(text.format(name=called(target), theirs=number(float(shares[target]), 1),
                                   own=number(float(shares[motive.state]), 1),
                                   word=number(float(world.reputation[target]), 2)))  # fmt: skip
