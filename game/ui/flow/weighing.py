"""What a view says of the balance: who hangs where, with what share of power."""

from __future__ import annotations

from collections.abc import Sequence

from game.measures.blocs import sides
from game.measures.power import leader, power
from game.ui.flow.faces import Face
from game.ui.panels.balance import AFRAID, AGAINST, NEITHER, WITH, Balance, Weight
from game.view import View, observe, reputed
from game.world import World

__all__ = ["as_public", "balance_of", "between", "public_balance"]

_SIDES = (WITH, AGAINST, AFRAID, NEITHER)
PER_CENT = 100.0


def as_public(world: World, at: World | None = None) -> View:
    """Show a world as anybody may see it.

    It is what its leader (or that of `at`) sees, if it believes of itself what all do: feelings but the leader's
    are guesses from public ties, arms are those published.
    """
    world = reputed(world)
    return observe(world, int(leader(world if at is None else reputed(at))))


def balance_of(view: World, faces: Sequence[Face]) -> Balance:
    """Weigh the living states as a view sees them."""
    head, stands, shares = int(leader(view)), sides(view), power(view)
    weights = tuple(
        Weight(face.code, face.colour, float(shares[k]) * PER_CENT, _SIDES[int(stands[k])])
        for k, face in enumerate(faces)
        if view.alive[k]
    )
    rules = view.setting.rules.hegemony
    count = int(view.hegemony_count)
    words = f"{count} / {int(rules.turns)}" if count else ""
    return Balance(faces[head].code, faces[head].called, weights, rules.share * PER_CENT, words)


def public_balance(world: World, faces: Sequence[Face]) -> Balance:
    """Weigh the states as anybody may see them; the leader's own feelings decide nothing, it hangs on its own side."""
    return balance_of(as_public(world), faces)


def between(before: Balance, after: Balance, share: float) -> Balance:
    """Give the balance on its way from one to the other; who changes sides has weight on both meanwhile."""
    if share >= 1.0 or before.leader != after.leader:
        return after if share > 0 else before
    weights = [
        Weight(weight.code, weight.colour, weight.share * part, weight.side)
        for balance, part in ((before, 1.0 - share), (after, share))
        for weight in balance.weights
    ]
    merged: dict[tuple[str, str], Weight] = {}
    for weight in weights:
        key = weight.code, weight.side
        known = merged.get(key)
        merged[key] = weight if known is None else Weight(*key[:1], weight.colour, known.share + weight.share, key[1])
    return Balance(after.leader, after.name, tuple(merged.values()), after.hegemony, after.count)
