"""The forward model: resolve turns on what one state knows, with orders of its own and guesses of the others'."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.foresight.luck import own_luck
from game.language import _
from game.opponents.choose import choose, numbers
from game.opponents.doctrines import BY_NAME
from game.orders.kind import Order
from game.orders.sheet import Draft, blank_draft, draft_of, write
from game.phases import resolve
from game.scripting.errors import Mistake, shown
from game.scripting.scene import Scene
from game.view import outlook
from game.world import World

LONGEST = 200
MOST_GAMES = 1024
IDLE = "hold"


def imagine(scene: Scene, luck: object) -> World:
    """The scene's world with luck that is the seat's own: the game's seed is hidden, and others' keys are.

    The same luck gives the same draws whatever is ordered, so that plans are compared on equal luck.
    """
    if isinstance(luck, bool) or not isinstance(luck, int):
        raise Mistake(_("expected luck to be a whole number, found {found}").format(found=shown(luck)))
    w, me = scene.world, scene.viewer
    seed, keys = own_luck(w, me, luck)
    return w.but(seed=seed, seat_seed=keys, last_turn=np.maximum(w.last_turn, w.turn + 1))


def doctrine(scene: Scene, name: object) -> str:
    """A doctrine by name; raises Mistake with the nearest."""
    return scene.word(name, BY_NAME, _("a doctrine"))


def drafted(world: World, viewer: int, orders: Sequence[Order]) -> Draft:
    """The viewer's orders in one game as a draft."""
    return draft_of(world, {viewer: list(orders)})


def play_on(world: World, viewer: int, turns: int, mine: Draft, others: str, then: str) -> World:
    """Resolve some turns, or fewer if the game ends: the viewer's draft first, then its doctrine `then`.

    The world may be a batch of games that stand at the same turn; finished ones stay as they are.
    """
    for turn in range(turns):
        if (world.ending != 0).all():
            break
        world = _step(world, viewer, mine if turn == 0 else None, others, then)
    return world


def _step(world: World, viewer: int, mine: Draft | None, others: str, own: str) -> World:
    """Resolve one turn: the viewer by its draft, or by the doctrine `own`, the others by the doctrine `others`."""
    if (world.turn >= world.last_turn).all():
        return resolve(world, write(world, blank_draft(world)))[0]
    names = [others] * world.n
    names[viewer] = own if mine is None else ""
    draft = blank_draft(world) if set(names) <= {IDLE, ""} else choose(outlook(world), numbers(names)).draft
    if mine is not None:
        draft = mine.where(np.arange(world.n) == viewer, draft)
    return resolve(world, write(world, draft))[0]


def play_many(
    worlds: Sequence[World], viewer: int, turns: int, plans: Sequence[Sequence[Order]], others: str, then: str
) -> list[list[World]]:
    """Resolve every plan in every world at once, as one batch: [plan][world]; the same as one by one."""
    draws = len(worlds)
    columns = {
        name: np.stack([each.__dict__[name] for _plan in plans for each in worlds]) for name in worlds[0].values()
    }
    drafts = [draft for plan in plans for draft in [drafted(worlds[0], viewer, plan)] * draws]
    mine = Draft(*(np.stack([getattr(draft, name) for draft in drafts]) for name in ("chosen", "shares", "terms")))
    after = play_on(World(worlds[0].setting, columns), viewer, turns, mine, others, then)
    return [[after.game(k * draws + draw) for draw in range(draws)] for k in range(len(plans))]


def how_many(turns: object) -> int:
    """A number of turns to play; raises Mistake."""
    if isinstance(turns, bool) or not isinstance(turns, int) or not 1 <= turns <= LONGEST:
        text = _("expected a whole number of turns from 1 to {most}, found {found}")
        raise Mistake(text.format(most=LONGEST, found=shown(turns)))
    return turns


def how_wide(plans: int, draws: object) -> range:
    """The draws of chance to play each plan with; raises Mistake if there are too many games."""
    if isinstance(draws, bool) or not isinstance(draws, int) or draws < 1 or plans * draws > MOST_GAMES:
        text = _("expected 1 draw or more and at most {most} games, found {plans} plans x {found}")
        raise Mistake(text.format(most=MOST_GAMES, plans=plans, found=shown(draws)))
    return range(draws)
