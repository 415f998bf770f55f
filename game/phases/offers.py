"""Offers: two that meet, or one that is accepted, make a treaty, with all that it names; guarantees are given."""

from functools import reduce
from typing import Any

import numpy as np

from game.measures.ties import flip, peaceful
from game.orders.kind import DEALS, DEMANDED
from game.orders.sheet import Sheet
from game.phases.deals import DEAL_COLUMNS, carry_out, cleared, possible
from game.phases.parting import TWO_SIDED
from game.world import Bools, Ints, World, places, put, some

_TOLD = ("{}_signed", "{}_renewed", "offered_{}", "renewal_{}")
"""What is told of a treaty: signed, signed anew, offered, offered anew."""


def sign(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools | Ints]]:
    """Sign treaties, carry out what they name, open the other offers for a turn, give guarantees."""
    changes: dict[str, Any] = {}
    record: dict[str, Bools | Ints] = {}
    none = np.zeros(world.war.shape, bool)
    none.setflags(write=False)
    done = open_deal = none
    for tie in TWO_SIDED:
        offer = getattr(sheet, f"offer_{tie}") & peaceful(world)
        if not (some(offer) or some(getattr(world, f"offer_{tie}"))):
            changes[f"offer_{tie}"] = none
            record |= {name.format(tie): none for name in _TOLD}
            continue
        signed, accepted = _meeting(world, sheet, tie, offer)
        held = getattr(world, tie)
        cells = places(signed)
        if cells.size:
            turns = _turns(world, sheet, tie).reshape(-1)[cells]
            changes[tie] = put(held, cells, True)
            changes[f"{tie}_term"] = put(getattr(world, f"{tie}_term"), cells, turns)
            changes[f"{tie}_notice"] = put(getattr(world, f"{tie}_notice"), cells, False)
        changes[f"offer_{tie}"] = offer & ~signed
        done = done | (accepted & (world.deal == DEALS[tie]))
        open_deal = open_deal | (changes[f"offer_{tie}"] & (sheet.deal == DEALS[tie]))
        told = signed & ~held, signed & held, offer & ~signed & ~held, offer & ~signed & held
        record |= {name.format(tie): mask for name, mask in zip(_TOLD, told, strict=True)}
    changes["spurned"] = _patience(world, record)
    changes["offer_turns"] = np.where(changes["offer_pact"], sheet.turns, 0)
    changes |= _guarantees(world, sheet, record)
    world, dealt = carry_out(world, done)
    record |= dealt
    stays = world.deal >= DEMANDED
    changes |= cleared(world, ~stays)
    cells = places(open_deal & ~stays)
    for name in DEAL_COLUMNS:
        changes[name] = put(changes[name], cells, getattr(sheet, name).reshape(-1)[cells])
    declined = sheet.decline_pact | sheet.decline_trade | sheet.decline_nonaggression
    return world.but(**changes), {**record, "declined": declined}


def _meeting(world: World, sheet: Sheet, tie: str, offer: Bools) -> tuple[Bools, Bools]:
    """Where a treaty is signed, symmetric, and whose open offer was accepted, each [..., N, N].

    Two plain offers meet; an open offer with terms must be accepted by a yes, and only as long as both can
    still give what it names.
    """
    deal = DEALS[tie]
    plain = offer & (sheet.deal != deal)
    waiting = getattr(world, f"offer_{tie}") & peaceful(world)
    bare = waiting & (world.deal != deal)
    yes = flip(getattr(sheet, f"yes_{tie}"))
    named = waiting & yes & ~bare
    if some(named):
        named = possible(world, named)
    accepted = (bare & yes) | named | (bare & flip(plain) & _same_length(world, sheet, tie))
    willing = accepted | (plain & flip(plain))
    return willing | flip(willing), accepted


def _same_length(world: World, sheet: Sheet, tie: str) -> Bools:
    """The target's offer of this turn asks for no other length than actor's open one, [..., N, N]."""
    theirs = flip(sheet.turns)
    return np.asarray((theirs == 0) | (theirs == world.offer_turns) | (tie != "pact"))


def _turns(world: World, sheet: Sheet, tie: str) -> Ints:
    """For how long a treaty of two would run, symmetric: as offered; of two offers the shorter, [..., N, N]."""
    r = world.setting.rules.treaties
    if tie != "pact":
        return np.full(world.war.shape, int(r.treaty_term))
    asked = np.where(world.offer_pact, world.offer_turns, np.where(sheet.offer_pact, sheet.turns, 0))
    own = np.where(asked > 0, asked, int(r.pact_term))
    spoke = world.offer_pact | sheet.offer_pact
    wished = np.where(spoke, own, int(r.pact_most))
    shorter: Ints = np.minimum(wished, flip(wished))
    return shorter


def _patience(world: World, record: dict[str, Bools | Ints]) -> Ints:
    """Turns until who was left without an answer asks again, [..., N, N]."""
    waited = world.offer_pact | world.offer_trade | world.offer_nonaggression
    left = np.maximum(world.spurned - 1, 0)
    if not some(waited):
        return left
    signed, renewed, offered, again = (
        reduce(np.logical_or, (record[name.format(tie)] for tie in TWO_SIDED)) for name in _TOLD
    )
    patience: Ints = np.where(
        waited & ~(signed | renewed | flip(offered | again)), int(world.setting.rules.treaties.spurned), left
    )
    return patience


def _guarantees(world: World, sheet: Sheet, record: dict[str, Bools | Ints]) -> dict[str, Any]:
    """Give guarantees, against all or against one."""
    given = sheet.guarantee & peaceful(world) & ~world.guarantee
    against = np.where(given, sheet.against, world.guarantee_against)
    record["guaranteed"] = given & (sheet.against < 0)
    record["guaranteed_one"], record["whom"] = given & (sheet.against >= 0), against
    return {"guarantee": world.guarantee | given, "guarantee_against": against}
