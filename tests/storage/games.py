"""Small games to be saved: played with random legal orders from a seed."""

from functools import cache

import numpy as np

from game.orders.joint import addable
from game.orders.kind import Order
from game.orders.sheet import Draft, blank_draft, orders_of, write
from game.phases import resolve
from game.storage.saves import Saved, SeatRecord, TurnRecord
from game.storage.scenarios import found, read_with_map
from game.world import COLUMNS, World

CHARTED = tuple(column.name for column in COLUMNS.values() if column.axes in ("N", "R"))


def random_draft(world: World, rng: np.random.Generator, picks: int = 3) -> Draft:
    """Choose a few legal options for every state."""
    draft = blank_draft(world)
    chosen = draft.chosen.copy()
    for _ in range(picks):
        open_options = addable(world, chosen)
        for state in range(world.n):
            places = np.flatnonzero(open_options[state])
            if len(places):
                chosen[state, rng.choice(places)] = True
    return Draft(chosen, draft.shares, draft.terms)


def play(name: str = "five-crowns", turns: int = 4, seed: int = 5, limit: int | None = None) -> Saved:
    """Play some turns of a scenario and give the game as it would be saved."""
    scenario, map_document = read_with_map(name)
    world = found(scenario, map_document, seed, turns=limit)
    rng = np.random.default_rng(seed)
    past = []
    for turn in range(turns):
        draft = random_draft(world, rng)
        orders = orders_of(world, draft)
        world = resolve(world, write(world, draft))[0]
        columns = {column: world.values()[column] for column in CHARTED}
        past.append(TurnRecord(orders, columns, world if (turn + 1) % 10 == 0 else None))
    seats = [SeatRecord("person", "", "Ann"), *[SeatRecord("doctrine", "balancer", "")] * (world.n - 1)]
    plans = [[Order("budget", "guns")] if state == 1 else [] for state in range(world.n)]
    return Saved(scenario, seed, limit, seats, past, world, plans=plans)


@cache
def small_game() -> Saved:
    """The smallest game worth saving: two states, three turns. Shared; never changed."""
    return play("lab:2x2", turns=3, limit=10)
