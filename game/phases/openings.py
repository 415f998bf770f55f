"""Openings of war: attacks, what they break, who is called, what all think of it."""

import numpy as np

from game.measures.reach import reach
from game.measures.ties import flip, narrow, obliged, others, peaceful
from game.orders.congress import MANDATE, RESTRAIN
from game.orders.sheet import Sheet
from game.phases.demands import settled
from game.phases.parting import without
from game.phases.secrets import reveal
from game.world import Bools, Floats, World, any_first, how_many, some, through, total
from game.world.setting import STANDARD


def attack(world: World, sheet: Sheet, conceded: Bools, piled: Bools) -> tuple[World, dict[str, Bools]]:
    """Open wars, fought from next turn; an attack is held back, its price returned, if the target gave way.

    `piled` are attacks on states at war already: no surprise, and no influence, but an attack all the same.
    """
    ready = sheet.attack & peaceful(world) & ~world.helps
    held = ready & (flip(conceded) | _bidden(world)[..., :, None])
    begun = (ready & ~held) | (piled & ~world.war & ~flip(conceded))
    record = {"held_back": held}
    if not some(begun):
        if some(held):
            world = world.but(influence=_returned(world, held))
        return world, {"attacked": begun, "surprised": begun, "revealed": np.zeros(begun.shape, bool), **record}
    world, record["revealed"] = reveal(world, begun)
    r = world.setting.rules
    licensed = world.backing == MANDATE
    causes = world.refused | piled | licensed | (world.setting.level < STANDARD)
    surprise = begun & ~causes
    both = begun | flip(begun)
    word = obliged(world)
    defied = begun & any_first(world.backing == RESTRAIN)[..., :, None]
    aggression = (
        r.opinion.aggression_attack * (begun & ~licensed)
        + r.congress.defy * defied
        + r.crises.surprise_aggression * surprise
    )
    faithless = how_many(begun & word).astype(np.int64)
    world = _resent(world, begun, licensed).but(
        influence=_returned(world, held),
        owed=world.owed | _owed(world, begun),
        reputation=np.maximum(world.reputation - total(_shame(world, sheet, begun, surprise)), 0.0),
        aggression=np.minimum(world.aggression + total(aggression), 1.0),
        broken=world.broken + faithless,
        war=world.war | both,
        began=world.began | begun,
        war_age=np.where(both, 0, world.war_age),
        quiet=np.where(both, 0, world.quiet),
        helps=world.helps & ~both,
        **without(world, both, "pact", "trade", "nonaggression", "guarantee"),
        **settled(world, both),
    )
    return world, {"attacked": begun & ~surprise & ~piled, "surprised": surprise, **record}


def _bidden(world: World) -> Bools:
    """The congress bade the state keep the peace this very turn: its attacks wait, [..., N]."""
    fresh = (world.backing == RESTRAIN) & (world.backing_term == int(world.setting.rules.congress.term))
    return any_first(fresh)


def _returned(world: World, held: Bools) -> Floats:
    """Influence with the price of attacks that were held back, [..., N]."""
    r = world.setting.rules.influence
    return np.minimum(r.cap, world.influence + r.attack * how_many(held))


def _shame(world: World, sheet: Sheet, begun: Bools, surprise: Bools) -> Floats:
    """Reputation lost by each attack: faith broken now or in this very turn, surprise, defiance of
    the congress, [..., N, N].
    """
    r = world.setting.rules
    just_left = sheet.leave_pact | sheet.leave_guarantee
    rest = r.treaties.attack_partner - r.treaties.break_pact
    shame = r.treaties.attack_partner * obliged(world) + rest * (just_left & ~obliged(world))
    shame = shame + r.treaties.attack_nonaggression * world.nonaggression
    shame = shame + r.congress.defy * any_first(world.backing == RESTRAIN)[..., :, None]
    return np.asarray(begun * shame + r.crises.surprise_reputation * surprise, np.float64)


def _owed(world: World, begun: Bools) -> Bools:
    """Who owes whom help now: actor has promised it to target, which is attacked, [..., N, N].

    Only against an attacker that the actor can reach and has promised nothing: who is bound to both counts
    for neither.
    """
    free = others(world) & ~obliged(world) & (reach(world) >= world.setting.rules.crises.join_reach)
    against = flip(through(flip(begun), flip(free)))  # of free over begun, which are few
    owed = obliged(world) & against & ~begun
    where = np.nonzero(owed & narrow(world))
    foe = world.guarantee_against[where]
    *game, actor, friend = where
    owed[where] = free[(*game, actor, foe)] & begun[(*game, foe, friend)]
    return owed


def _resent(world: World, begun: Bools, licensed: Bools) -> World:
    """Let victims think worse of attackers, and onlookers unless the congress gave a mandate."""
    r = world.setting.rules.opinion
    attacks = how_many(begun & ~licensed)[..., None, :]
    near = r.intent_attacked_far + (1.0 - r.intent_attacked_far) * flip(reach(world))
    seen = r.intent_attacked * r.intent_attacked_other * near * attacks
    intent = world.intent + np.where(flip(begun), r.intent_attacked, seen)
    attitude = world.attitude - np.where(flip(begun), r.attitude_attacked, r.attitude_partner_attacked * attacks)
    apart = others(world)
    return world.but(
        intent=np.where(apart, np.minimum(intent, 1.0), 0.0),
        attitude=np.where(apart, np.maximum(attitude, -1.0), 0.0),
    )
