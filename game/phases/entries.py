"""Entries into war: partners who are called come or stand aside; others join (Leeds 2003; Schweller 1994)."""

import numpy as np

from game.measures.ties import calls, flip, obliged, peaceful, wanted
from game.orders.sheet import Sheet
from game.phases.demands import settled
from game.phases.parting import without
from game.world import Bools, World, any_of, how_many, some, through, total


def enter(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools]]:
    """Let states enter wars at once; of those called, who comes gains a good name, who stands aside loses it.

    Joining against a state that began no war is an attack of its own: it is given back as `piled_on`.
    Nobody is held to a promise in the epilogue, when no orders can be given.
    """
    if not some(world.war):
        none = np.zeros(world.war.shape, bool)
        world = world.but(owed=none) if some(world.owed) else world
        return world, dict.fromkeys(("joined", "honoured", "abandoned", "piled_on"), none)
    called = calls(world)
    wants = sheet.join & peaceful(world) & any_of(world.war)[..., None, :]
    wants &= called | ~obliged(world)
    wants &= ~through(wants, world.war) | called
    guilty = any_of(world.began)[..., None, :]
    joined = wants & (guilty | called)
    answerable = (world.turn < world.last_turn)[..., None, None]
    victims = world.began & (world.war_age == 1)
    kept = world.owed & through(called & joined, victims)
    left = world.owed & through(wanted(world) & ~joined, victims) & ~kept & answerable
    faithless = (joined & ~called & world.nonaggression).astype(np.float64)
    shame = world.setting.rules.treaties.attack_nonaggression * total(faithless)
    world = _at_war(world, joined)
    world = _judge(world.but(reputation=np.maximum(world.reputation - shame, 0.0)), kept, left)
    record = {"joined": joined & ~called, "honoured": kept, "abandoned": left, "piled_on": wants & ~joined}
    return world.but(owed=np.zeros(world.war.shape, bool)), record


def _at_war(world: World, joined: Bools) -> World:
    """Put who joined at war, fighting this turn, for all who fight the same enemy."""
    beside = through(joined, world.war) & peaceful(world)
    both = joined | flip(joined)
    return world.but(
        war=world.war | both,
        war_age=np.where(both & ~world.war, 1, world.war_age),
        quiet=np.where(both, 0, world.quiet),
        helps=world.helps | (beside & ~both),
        **without(world, both, "pact", "trade", "nonaggression", "guarantee"),
        **settled(world, both),
    )


def _judge(world: World, kept: Bools, left: Bools) -> World:
    """Settle names and feelings of those who came and those who stood aside."""
    r = world.setting.rules
    came, stayed = how_many(kept), how_many(left)
    gain = r.opinion.attitude_honoured * flip(kept) - r.opinion.attitude_abandoned * flip(left)
    standing = world.reputation + r.crises.honour * came - r.crises.aside * (stayed > 0)
    return world.but(
        reputation=standing.clip(0.0, 1.0),
        attitude=(world.attitude + gain).clip(-1.0, 1.0),
        called=world.called + (came + stayed).astype(np.int64),
        kept=world.kept + came.astype(np.int64),
        broken=world.broken + stayed.astype(np.int64),
        **without(world, left | flip(left), "pact"),
        **without(world, left, "guarantee"),
    )
