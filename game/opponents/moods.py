"""What seats leave to chance of their own this turn, drawn for all purposes at once."""

from game.world import Floats, World, measure
from game.world.chance import private_each

PURPOSES = ("attack", "demand", "force", "concede", "honour", "join", "peace", "send money", "send arms")
_PLACE = {purpose: k for k, purpose in enumerate(PURPOSES)}


@measure("seat_seed", "turn")
def _drawn(world: World) -> list[Floats]:
    """One draw in [0, 1) for each purpose, actor and target, [..., N, N] each."""
    return private_each(world, PURPOSES, "NN")


def whim(world: World, purpose: str) -> Floats:
    """Draw in [0, 1) for each actor and target from the actor's own key, [..., N, N]; KeyError for another purpose."""
    return _drawn(world)[_PLACE[purpose]]
