"""All options of all orders on one flat axis [..., N, M]: the same masks for menus, opponents and batches.

The axis runs over orders in the order of KINDS, over their choices, over targets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from game.language import _
from game.orders.kind import INITIATIVE, REGION, SELF, STATE, WORD, Choice, Kind, Order, Refusal, Rule
from game.orders.kinds import KINDS
from game.world import Bools, Floats, Ints, Setting, World, measure, snap
from game.world.chance import Keys
from game.world.columns import COLUMNS, HIDDEN


@dataclass(frozen=True)
class Strip:
    """The stretch of the axis that one choice takes: [start, stop) over its targets; its number among all."""

    kind: Kind
    choice: Choice
    start: int
    stop: int
    number: int

    @cached_property
    def place(self) -> slice:
        """The stretch as a slice of the axis."""
        return slice(self.start, self.stop)

    @cached_property
    def width(self) -> int:
        """Number of targets."""
        return self.stop - self.start

    @cached_property
    def name(self) -> tuple[str, str]:
        """The names of the order and of the choice."""
        return self.kind.name, self.choice.name

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that bear on this choice, one at least."""
        return tuple(rule for rule in self.kind.rules if not rule.only or self.choice.name in rule.only)


@dataclass(frozen=True, eq=False)
class Axis:
    """The flat axis of a setting, with what each of its M options costs and stands for.

    `number` is the number of each option's strip, [M]; `starts` and `widths` are those of the strips. `regional` are
    the strips about regions, each with one of the same kind about states. `keys` are the keys of chance of the targets,
    [M], 0 for oneself; `kind` the numbers of the orders, [M].
    """

    strips: tuple[Strip, ...]
    size: int
    price: Floats
    initiative: Bools
    word: Bools
    slot: Ints
    where: dict[tuple[str, str], Strip]
    number: Ints
    starts: Ints
    widths: Ints
    regional: tuple[tuple[Strip, Strip], ...]
    keys: Keys
    kind: Ints

    def index(self, order: Order) -> int | None:
        """Place of an order on the axis, None if there is no such option."""
        strip = self.where.get((order.kind, order.choice))
        if strip is None:
            return None
        if strip.choice.to == SELF:
            return strip.start if order.target is None else None
        target = order.target
        if target is None or not 0 <= target < strip.width:
            return None
        return strip.start + target

    def order(self, index: int) -> Order:
        """The order at a place of the axis."""
        strip = self.strip(index)
        target = None if strip.choice.to == SELF else index - strip.start
        return Order(strip.kind.name, strip.choice.name, target)

    def strip(self, index: int) -> Strip:
        """The stretch that a place of the axis lies in."""
        return next(s for s in self.strips if s.start <= index < s.stop)


@lru_cache(maxsize=64)
def axis(setting: Setting) -> Axis:
    """Lay out the axis for a setting: only the orders of its level."""
    targets = {SELF: 1, REGION: setting.r}
    strips: list[Strip] = []
    at = 0
    for kind, choice in _offered(setting.level):
        width = targets.get(choice.to, setting.n)
        strips.append(Strip(kind, choice, at, at + width, len(strips)))
        at += width
    price, initiative, word, slot = np.zeros(at), np.zeros(at, bool), np.zeros(at, bool), np.zeros(at, int)
    numbered: dict[tuple[str, ...], int] = {}
    for s in strips:
        price[s.place] = s.kind.price(s.choice, setting)
        initiative[s.place] = s.kind.group == INITIATIVE
        word[s.place] = s.kind.group == WORD
        for target in range(s.width):
            matter = (s.kind.name, s.choice.slot, "" if s.choice.to == SELF else STATE, str(target))
            slot[s.start + target] = numbered.setdefault(matter, len(numbered))
    regional = [
        (s, next(t for t in strips if t.kind is s.kind and t.choice.to == STATE))
        for s in strips
        if s.choice.to == REGION
    ]
    keys = {STATE: setting.keys["N"], REGION: setting.keys["R"], SELF: np.zeros(1, np.uint64)}
    starts, widths = np.array([(s.start, s.width) for s in strips]).T
    return Axis(
        strips=tuple(strips),
        size=at,
        price=snap(price),
        initiative=initiative,
        word=word,
        slot=slot,
        where={s.name: s for s in strips},
        number=np.repeat(np.arange(len(strips)), widths),
        starts=starts,
        widths=widths,
        regional=tuple(regional),
        keys=np.concatenate([keys[s.choice.to] for s in strips]),
        kind=np.repeat([KINDS.index(s.kind) for s in strips], widths),
    )


@measure("owner")
def slots(world: World) -> Ints:
    """The matter of each option, [..., M]: one order a matter. Asking for a region is a matter with its owner."""
    lay = axis(world.setting)
    game, option = np.indices((world.owner.size // world.setting.r, lay.size))
    return matters(world, game, option).reshape((*world.batch, lay.size))


def matters(world: World, game: Ints, option: Ints) -> Ints:
    """The matters of some options, each of the game with a flat index, two arrays of one shape."""
    lay = axis(world.setting)
    found = lay.slot[option]
    for s, twin in lay.regional:
        here = lay.number[option] == s.number
        owner = world.owner.reshape(-1, s.width)[game[here], option[here] - s.start]
        found[here] = lay.slot[twin.start + owner]
    return found


def _offered(level: int) -> Iterator[tuple[Kind, Choice]]:
    return ((kind, choice) for kind in KINDS for choice in kind.choices if level >= max(kind.level, choice.level))


def legal(world: World, strip: Strip) -> Bools:
    """Where a choice may be given, [..., N, T]."""
    mask = strip.rules[0].mask(world)
    for rule in strip.rules[1:]:
        mask = mask & rule.mask(world)
    return mask


@measure(*(name for name, column in COLUMNS.items() if column.seen != HIDDEN))
def options(world: World) -> Bools:
    """Every option that the rules allow, [..., N, M] over actor and the flat axis."""
    lay = axis(world.setting)
    mask = np.zeros((*world.batch, world.n, lay.size), bool)
    for s in lay.strips:
        mask[..., s.place] = legal(world, s)
    return mask


def refusals(world: World, actor: int, order: Order) -> list[Refusal]:
    """Why the rules forbid an order of one game, empty if they do not.

    An order of no known kind, choice or target is refused with code "unknown".
    """
    lay = axis(world.setting)
    index = lay.index(order)
    if index is None:
        return [Refusal("unknown", _("there is no such order at this level"))]
    strip = lay.strip(index)
    target = index - strip.start
    found = []
    for rule in strip.rules:
        mask = np.broadcast_to(rule.mask(world), (world.n, strip.width))
        if not mask[actor, target]:
            found.append(Refusal(rule.code, _(rule.sentence)))
    return found


__all__ = ["Axis", "Strip", "axis", "legal", "options", "refusals", "slots"]
