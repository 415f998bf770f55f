"""Worlds that tests start from: shipped scenarios, laboratory ones, and what play makes of them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from game.opponents.choose import choose, numbers
from game.opponents.doctrines import DOCTRINES
from game.orders.joint import accepted, addable
from game.orders.kind import Order, Terms
from game.orders.options import axis
from game.orders.sheet import Draft, blank_draft, draft_of, orders_of, write
from game.orders.terms import GOODS
from game.phases import Step, resolve
from game.storage.documents import MapDocument, Scenario
from game.storage.founding import found
from game.storage.scenarios import read_with_map
from game.view import outlook
from game.world import COLUMNS, Ints, World

LONG = bool(os.environ.get("COUNTERPOISE_LONG"))
"""Play the long versions: many more examples."""

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = tuple(sorted(path.stem for path in (ROOT / "assets" / "scenarios").glob("*.json")))
LAB = "lab:6x4:leader=.29"
GROUNDS = (*SHIPPED, LAB, "lab:3x2:seed=2:offence=.7")
"""Scenarios that contracts and properties play: the shipped ones and two of the laboratory."""

NAMES = tuple(doctrine.name for doctrine in DOCTRINES)


@cache
def ground(name: str) -> tuple[Scenario, MapDocument]:
    return read_with_map(name)


@cache
def start(name: str, seed: int = 1, level: str = "standard", turns: int | None = 60) -> World:
    """The world at the start of a long game at a level; with turns=None as long as the scenario says."""
    return found(*ground(name), seed, level=level, turns=turns)


def mixed(world: World, shift: int = 0) -> Ints:
    """Every seat another doctrine, all doctrines in turn: numbers [N]."""
    return numbers([NAMES[(k + shift) % len(NAMES)] for k in range(world.n)])


def playing(world: World, who: Ints) -> Iterator[tuple[World, Draft, list[Step]]]:
    """Let doctrines play on: each world, the orders that it got and how they were resolved."""
    while not np.all(world.ending):
        draft = choose(outlook(world), who).draft
        after, steps = resolve(world, write(world, draft))
        yield world, draft, steps
        world = after


@cache
def reached(name: str, games: int = 4, every: int = 3, turns: int = 15) -> tuple[World, ...]:
    """Worlds met in play: some games, each of another mixture of doctrines, every few turns, every other at full."""
    met = []
    for seed in range(games):
        world = start(name, seed, ("standard", "full")[seed % 2])
        for each, _draft, _steps in playing(world, mixed(world, seed)):
            if each.turn > turns:
                break
            if each.turn % every == seed % every:
                met.append(each)
    return tuple(met)


def all_reached(every: int = 3) -> list[World]:
    return [world for name in GROUNDS for world in reached(name, every=every)]


def anything(world: World, rng: np.random.Generator, tries: int = 8) -> dict[int, list[Order]]:
    """Orders of every seat picked blindly, legal or not; sliders get shares on a grid of 64."""
    lay = axis(world.setting)
    return {i: [_shaped(lay.order(int(m)), rng) for m in rng.integers(lay.size, size=tries)] for i in range(world.n)}


def _shaped(order: Order, rng: np.random.Generator) -> Order:
    if order.choice != "sliders":
        return order
    cuts = np.sort(rng.integers(0, 65, size=2))
    shares = (float(cuts[0] / 64), float((cuts[1] - cuts[0]) / 64), float((64 - cuts[1]) / 64))
    return Order(order.kind, order.choice, order.target, shares)


def standing(world: World, orders: dict[int, list[Order]]) -> dict[int, list[Order]]:
    """What stands of blindly given orders, by state."""
    return {i: accepted(world, i, given)[0] for i, given in orders.items()}


def blind_draft(world: World, rng: np.random.Generator, orders: int = 8) -> Draft:
    """A legal draft of up to so many orders a seat, picked blindly of what may still be added."""
    lay = axis(world.setting)
    empty = blank_draft(world)
    chosen = np.zeros((world.n, lay.size), bool)
    for _order in range(orders):
        likely = np.where(addable(world, chosen), rng.random(chosen.shape), 0.0)
        pick = likely.argmax(-1)
        chosen[np.arange(world.n), pick] |= likely.max(-1) > 0
    arms = rng.integers(0, 65, world.n)
    growth = rng.integers(0, 65 - arms)
    sliding = chosen[:, lay.where["budget", "sliders"].start]
    shares = np.where(sliding[:, None], np.stack([arms, growth], -1) / 64, empty.shares)
    plain = Draft(chosen, shares, empty.terms)
    given = orders_of(world, plain)
    named = {i: accepted(world, i, [_dealt(world, order, rng) for order in row])[0] for i, row in enumerate(given)}
    return Draft(draft_of(world, named).chosen, shares, draft_of(world, named).terms)


def shaped(world: World, order: Order, rng: np.random.Generator) -> Order:
    """The order with the shares or terms that it takes, sound or not."""
    return _shaped(_dealt(world, order, rng), rng)


def _dealt(world: World, order: Order, rng: np.random.Generator) -> Order:
    """The order with some terms, sound or not, where it takes any."""
    takes = axis(world.setting).where[order.kind, order.choice].choice.takes
    if not takes or (rng.random() < 0.4 and axis(world.setting).where[order.kind, order.choice].choice.plain):
        return order
    goods = rng.choice(GOODS, 2)
    terms = Terms(
        turns=int(rng.integers(2, 9)) if "turns" in takes else None,
        against=int(rng.integers(world.n)) if "against" in takes else None,
        give=str(goods[0]) if "give" in takes else "",
        ask=str(goods[1]) if "ask" in takes else "",
        region=int(rng.integers(world.setting.r)) if "region" in takes and "region" in goods else None,
    )
    return replace(order, terms=terms)


def half_blind(world: World, rng: np.random.Generator, who: Ints) -> Draft:
    """Some seats give orders blindly, the others by doctrine."""
    blind, minded = blind_draft(world, rng), choose(outlook(world), who).draft
    seats = rng.random(world.n) < 0.5
    return blind.where(seats, minded)


def differing(one: World, other: World) -> list[str]:
    """Names of the columns in which two worlds differ."""
    return [name for name in COLUMNS if not same(one.values()[name], other.values()[name])]


def same(one: object, other: object) -> bool:
    """Equal to the bit: type, shape and every byte."""
    a, b = np.asarray(one), np.asarray(other)
    return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()


def stack(worlds: Sequence[World]) -> World:
    """Make a batch of single games that share a setting."""
    columns = {name: np.stack([world.values()[name] for world in worlds]) for name in COLUMNS}
    return World(worlds[0].setting, columns)
