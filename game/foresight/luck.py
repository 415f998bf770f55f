"""Luck of a seat's own: the game's seed is hidden, and so are the others' keys."""

from hashlib import blake2b

from game.world import Ints, World, seat_seeds


def own_luck(world: World, viewer: int, luck: int) -> tuple[int, Ints]:
    """A seed for the game and keys for all seats [N], from the viewer's own key and a number alone.

    The same number gives the same draws whatever is ordered, so that plans are compared on equal luck.
    """
    own = int(world.seat_seed[viewer])
    seed = int.from_bytes(blake2b(f"{own} luck {luck}".encode(), digest_size=8).digest(), "little") >> 1
    keys = seat_seeds(seed, world.setting.ids)
    keys[viewer] = own
    return seed, keys
