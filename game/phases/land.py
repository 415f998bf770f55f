"""What follows when land changes hands: owners, capitals, and states that are no more."""

from typing import Any

import numpy as np

from game.measures.power import held_count
from game.phases.parting import without
from game.world import COLUMNS, Bools, Ints, World, places, put, some, take, through


def hand_over(world: World, game: Ints, region: Ints, taker: Ints, integration: float) -> World:
    """Give regions (flat game index [K], region [K]) to takers [K]; core land of the taker is whole at once."""
    if not game.size:
        return world
    shape = world.owner.shape
    r = world.setting.r
    owner, grip = world.owner.reshape(-1, r).copy(), world.integration.reshape(-1, r).copy()
    prior = world.prior.reshape(-1, r).copy()
    loser = owner[game, region]
    at_home = world.core.reshape(-1, r)[game, region] == taker
    n = world.n
    fought = world.war.reshape(-1, n, n)[game, loser, taker]
    before = prior[game, region]
    prior[game, region] = np.where(at_home | ~fought, -1, np.where(before >= 0, before, loser))
    owner[game, region] = taker
    grip[game, region] = np.where(at_home, 1.0, integration)
    return world.but(owner=owner.reshape(shape), integration=grip.reshape(shape), prior=prior.reshape(shape))


def settle(world: World, shock: bool) -> tuple[World, Bools, Bools]:
    """Move capitals that were lost, and bury states without land: (world, lost capital, died), each [..., N].

    With `shock` a lost capital costs cohesion and arms (war); a capital given away does not.
    """
    landless = world.alive & (held_count(world) == 0)
    theirs = take(world.owner, np.maximum(world.capital, 0))
    lost = world.alive & ~landless & ((world.capital < 0) | (theirs != np.arange(world.n)))
    if some(lost):
        world = _move_capital(world, lost, shock)
    if some(landless):
        world = bury(world, landless)
    return world, lost, landless


def _move_capital(world: World, lost: Bools, shock: bool) -> World:
    r = world.setting.rules.campaigns
    seats = places(lost)
    game, state = np.divmod(seats, world.n)
    owner, wealth = (x.reshape(-1, world.setting.r)[game] for x in (world.owner, world.wealth))
    richest = np.where(owner == state[:, None], wealth, -1.0).argmax(-1)
    changes: dict[str, Any] = {"capital": put(world.capital, seats, richest)}
    if shock:
        changes["cohesion"] = np.where(lost, world.cohesion * r.capital_cohesion, world.cohesion)
        changes["arms"] = np.where(lost, world.arms * r.capital_arms, world.arms)
    return world.but(**changes)


def bury(world: World, dead: Bools) -> World:
    """Clear everything that a dead state had, as the table of columns says: [..., N]."""
    single, pair = places(dead), places(dead[..., :, None] | dead[..., None, :])
    changes: dict[str, Any] = {}
    for name, column in COLUMNS.items():
        if column.dead is not None:
            changes[name] = put(getattr(world, name), single if column.axes == "N" else pair, column.dead)
    gone = take(dead, np.maximum(world.prior, 0)) & (world.prior >= 0)
    foe = world.guarantee_against
    rows = np.broadcast_to(dead[..., None, :], foe.shape)
    world = world.but(alive=world.alive & ~dead, prior=np.where(gone, -1, world.prior), **changes)
    void = take(np.ascontiguousarray(rows), np.maximum(foe, 0)) & (foe >= 0)
    return world.but(**without(world, void, "guarantee"), helps=still_helping(world.helps, world.war))


def still_helping(helps: Bools, war: Bools) -> Bools:
    """Keep only the help for states that fight a common enemy, [..., N, N]."""
    return helps & through(war, war)
