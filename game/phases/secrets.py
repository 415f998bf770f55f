"""Secret pacts: signed unseen, they cost upkeep, and come to light when one of the two is attacked (Snyder 1997)."""

from typing import Any

import numpy as np

from game.measures.ties import flip, peaceful
from game.orders.sheet import Sheet
from game.world import Bools, World, any_first, how_many, some


def sign_secretly(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools]]:
    """Let secret offers meet or be accepted, run down the terms, drop what war or an open pact has overtaken.

    Each secret pact costs upkeep; who cannot pay it has none any more.
    """
    offer = sheet.offer_secret & peaceful(world) & ~world.pact & ~world.secret
    none = np.zeros(world.war.shape, bool)
    if not (some(offer) or some(world.offer_secret) or some(world.secret)):
        return world, {"secret_signed": none, "offered_secret": none}
    upkeep = world.setting.rules.influence.upkeep * how_many(world.secret)
    broke = (upkeep > world.influence)[..., None]
    over = world.war | world.pact | (world.secret_term <= 1) | broke | flip(broke)
    willing = (offer & flip(offer)) | (flip(world.offer_secret) & (offer | sheet.yes_secret))
    signed = (willing | flip(willing)) & peaceful(world) & ~world.pact & ~world.secret
    secret = (world.secret & ~over) | signed
    term = np.where(signed, int(world.setting.rules.treaties.pact_term), np.maximum(world.secret_term - 1, 0))
    world = world.but(
        influence=np.maximum(world.influence - upkeep, 0.0),
        secret=secret,
        secret_term=np.where(secret, term, 0),
        offer_secret=offer & ~signed,
    )
    return world, {"secret_signed": signed, "offered_secret": offer & ~signed}


def reveal(world: World, begun: Bools) -> tuple[World, Bools]:
    """Make public the secret pacts of those who are attacked: begun and the result [..., N, N]."""
    if not some(world.secret):
        return world, np.zeros(world.war.shape, bool)
    victim = any_first(begun)
    shown = world.secret & (victim[..., :, None] | victim[..., None, :])
    open_ = shown & ~world.war
    changes: dict[str, Any] = {
        "secret": world.secret & ~shown,
        "secret_term": np.where(shown, 0, world.secret_term),
        "pact": world.pact | open_,
        "pact_term": np.where(open_ & ~world.pact, world.secret_term, world.pact_term),
    }
    return world.but(**changes), open_
