"""The forward model: resolve turns on what one state knows, with orders of its own and guesses of the others'."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from game.language import _
from game.opponents.choose import choose, numbers
from game.opponents.doctrines import BY_NAME
from game.orders.kind import Order
from game.orders.sheet import Draft, blank_draft, draft_of, write
from game.phases import resolve
from game.scripting.errors import Mistake, shown
from game.scripting.scene import Scene
from game.view import outlook
from game.world import World, seat_seeds

LONGEST = 200
IDLE = "hold"


def imagine(scene: Scene, luck: object) -> World:
    """The scene's world with luck that is the seat's own: the game's seed is hidden, and others' keys are.

    The same luck gives the same draws whatever is ordered, so that plans are compared on equal luck.
    """
    if isinstance(luck, bool) or not isinstance(luck, int):
        raise Mistake(_("expected luck to be a whole number, found {found}").format(found=shown(luck)))
    w, me = scene.world, scene.viewer
    own = int(w.seat_seed[me])
    seed = int.from_bytes(blake2b(f"{own} luck {luck}".encode(), digest_size=8).digest(), "little") >> 1
    keys = seat_seeds(seed, w.setting.ids)
    keys[me] = own
    return w.but(seed=seed, seat_seed=keys, last_turn=np.maximum(w.last_turn, w.turn + 1))


def doctrine(scene: Scene, name: object) -> str:
    """A doctrine by name; raises Mistake with the nearest."""
    return scene.word(name, BY_NAME, _("a doctrine"))


def step(world: World, viewer: int, orders: Sequence[Order] | None, others: str, own: str = "") -> World:
    """Resolve one turn: the viewer's orders (None: by the doctrine `own`), the others by the doctrine `others`."""
    if world.turn >= world.last_turn:
        return resolve(world, write(world, blank_draft(world)))[0]
    names = [others] * world.n
    names[viewer] = own if orders is None else ""
    draft = blank_draft(world) if set(names) <= {IDLE, ""} else choose(outlook(world), numbers(names)).draft
    if orders is not None:
        mine = draft_of(world, {viewer: list(orders)})
        row = (np.arange(world.n) == viewer)[:, None]
        draft = Draft(np.where(row, mine.chosen, draft.chosen), np.where(row, mine.shares, draft.shares))
    return resolve(world, write(world, draft))[0]


def play_on(world: World, viewer: int, turns: int, orders: Sequence[Order], others: str, then: str) -> World:
    """Resolve some turns, or fewer if the game ends: the orders first, then the viewer's doctrine `then`."""
    for turn in range(turns):
        if world.ending != 0:
            break
        world = step(world, viewer, orders if turn == 0 else None, others, then)
    return world


def how_many(turns: object) -> int:
    """A number of turns to play; raises Mistake."""
    if isinstance(turns, bool) or not isinstance(turns, int) or not 1 <= turns <= LONGEST:
        text = _("expected a whole number of turns from 1 to {most}, found {found}")
        raise Mistake(text.format(most=LONGEST, found=shown(turns)))
    return turns
