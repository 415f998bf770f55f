"""Two golden games as readable text: a change of the rules is read as a change of a game.

COUNTERPOISE_GOLDEN=1 writes them anew; the difference then shows what the change did.
"""

import os
from pathlib import Path

import pytest

from game.match import Match
from game.measures.blocs import weights
from game.measures.power import power
from game.orders.options import axis
from game.storage.codec import digest
from game.storage.scenarios import read_with_map

HERE = Path(__file__).parent
GAMES = [("five-crowns", 7), ("europe-1900", 1914)]


def told(scenario: str, seed: int) -> str:
    """A whole game as text: orders, events, power shares, the balance, a hash a turn."""
    match = Match.start(*read_with_map(scenario), seed=seed)
    codes = match.world.setting.codes
    lines = [f"{match.scenario.title}, seed {seed}", ""]
    while not match.over:
        turn = match.end_turn()
        lines.append(f"== Turn {turn.number + 1} ({match.world.setting.start + turn.number})")
        for state, orders in enumerate(turn.orders):
            lines += [f"  {codes[state]}: {words(match, order)}" for order in orders if order.kind != "budget"]
        lines += [f"  - {event.sentence}" for event in turn.events]
        shares = power(match.world)
        lines.append("  power " + " ".join(f"{c} {100 * float(p):.1f}" for c, p in zip(codes, shares, strict=True)))
        sides = zip(("with", "against", "afraid", "neither"), weights(match.world), strict=True)
        lines.append("  balance " + " ".join(f"{name} {100 * float(x):.1f}" for name, x in sides))
        lines.append(f"  hash {digest(match.world)[:16]}")
    lines.append("== Scores " + " ".join(f"{c} {x:.1f}" for c, x in match.scores().items()))
    lines.append("won by " + ", ".join(match.winners()))
    return "\n".join(lines) + "\n"


def words(match: Match, order) -> str:
    place = axis(match.world.setting).where[order.kind, order.choice]
    if order.target is None:
        return f"{order.kind} {order.choice}"
    names = match.world.setting.region_ids if place.choice.to == "region" else match.world.setting.codes
    return f"{order.kind} {order.choice} {names[order.target]}"


@pytest.mark.parametrize(("scenario", "seed"), GAMES)
def test_the_golden_game_comes_out_as_it_is_written(scenario: str, seed: int) -> None:
    path = HERE / f"{scenario}-{seed}.txt"
    text = told(scenario, seed)
    if os.environ.get("COUNTERPOISE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
