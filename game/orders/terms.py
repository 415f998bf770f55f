"""Terms of offers, demands and guarantees: what they may name and how it is said (Fearon 1995 on side payments)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from game.language import _, mark, plural
from game.measures.power import held_count
from game.measures.reach import reach
from game.measures.ties import bound, others, peaceful
from game.orders.common import bordering
from game.orders.kind import DEMANDED, PACT, REGION, Choice, Order, Refusal, Terms
from game.world import Bools, Ints, Setting, World, measure

GOODS = ("", "lift", "money", "arms", "region")
"""What can be given and asked, by its number in the world's columns."""
LIFT, MONEY, ARMS, LAND = 1, 2, 3, 4
FIELDS = ("turns", "against", "deal", "give", "ask", "region")
"""The terms in a draft's array [..., N, N, 6]; indices are kept plus 1, so that 0 is nothing."""

_GIVES = {
    "lift": mark("we lift our sanctions"),
    "money": mark("we send money"),
    "arms": mark("we send arms"),
    "region": mark("we cede {region}"),
}
_ASKS = {
    "lift": mark("they lift their sanctions"),
    "money": mark("they send money"),
    "arms": mark("they send arms"),
    "region": mark("they cede {region}"),
}
_ASKED_OF_YOU = {
    "lift": mark("you lift your sanctions"),
    "money": mark("you send money"),
    "arms": mark("you send arms"),
    "region": mark("you cede {region}"),
}
_EMPTY = Terms()


class Goods(NamedTuple):
    """Where each good that is no land can be given, [..., N, N] as giver and taker."""

    lift: Bools
    money: Bools
    arms: Bools


@measure("sanction", "war", uses=(reach, others, peaceful))
def givable(world: World) -> Goods:
    """What actor could give target beside land."""
    near = peaceful(world) & (reach(world) >= world.setting.rules.support.reach)
    return Goods(others(world) & (world.sanction > 0), near, near)


def cedable(world: World, giver: int, receiver: int, region: int) -> bool:
    """Say whether in one game the giver could cede a region: its own, not its last, next to the receiver."""
    own = int(world.owner[region]) == giver and bool(held_count(world)[giver] > 1)
    return own and bool(bordering(world)[receiver, region])


def encoded(terms: Terms, choice: Choice) -> Ints:
    """The terms of an order as numbers for the draft, [6]."""
    dealt = choice.deal if terms.give or terms.ask else 0
    indices = [0 if x is None else x + 1 for x in (terms.against, terms.region)]
    goods = [GOODS.index(terms.give), GOODS.index(terms.ask)]
    return np.array([terms.turns or 0, indices[0], dealt, *goods, indices[1]], np.int64)


def decoded(row: Ints, choice: Choice) -> Terms | None:
    """The terms that a draft's numbers [6] say of an order of this choice; None if nothing."""
    turns, against, deal, give, ask, region = (int(x) for x in row)
    mine = choice.deal != 0 and deal == choice.deal
    found = Terms(
        turns=turns if turns and "turns" in choice.takes else None,
        against=against - 1 if against and "against" in choice.takes else None,
        give=GOODS[give] if mine else "",
        ask=GOODS[ask] if mine else "",
        region=region - 1 if region and mine else None,
    )
    return None if found == _EMPTY else found


def receiver(world: World, order: Order, choice: Choice) -> int:
    """The state that an order of one game goes to: the target, or the owner of the target region."""
    assert order.target is not None
    return int(world.owner[order.target]) if choice.to == REGION else order.target


def faults(world: World, actor: int, order: Order, choice: Choice, draft: Sequence[Order]) -> Iterator[Refusal]:
    """Give what is wrong with the terms of an order in one game."""
    terms = order.terms or _EMPTY
    asked = [name for name in choice.needs if name != "shares"]
    if asked and not any(getattr(terms, name) not in (None, "") for name in asked):
        yield Refusal("terms", _("say what it is about: {terms}").format(terms=", ".join(asked)))
    odd = [name for name in ("turns", "against", "give", "ask", "region") if getattr(terms, name) not in (None, "")]
    if not odd:
        return
    stray = next((name for name in odd if name not in choice.takes), None)
    if stray is not None:
        yield Refusal("terms", _("this order takes no “{term}”").format(term=stray))
        return
    to = receiver(world, order, choice)
    yield from _plain_faults(world, actor, to, terms)
    if terms.give or terms.ask or terms.region is not None:
        yield from _deal_faults(world, actor, to, terms)
        if world.deal[actor, to] >= DEMANDED:
            yield Refusal("deal", _("your last terms still wait for their answer"))
        if any(o.terms is not None and (o.terms.give or o.terms.ask) and o.target == order.target for o in draft):
            yield Refusal("deal", _("you offer them one deal a turn"))


def _plain_faults(world: World, actor: int, to: int, terms: Terms) -> Iterator[Refusal]:
    """Terms that name a number of turns or a state."""
    r = world.setting.rules.treaties
    least, most = int(r.pact_least), int(r.pact_most)
    if terms.turns is not None and not least <= terms.turns <= most:
        text = _("a pact runs for {least} to {most} turns, not for {turns}")
        yield Refusal("turns", text.format(least=least, most=most, turns=terms.turns))
    foe = terms.against
    if foe is not None:
        if not 0 <= foe < world.n or foe in (actor, to) or not world.alive[foe]:
            yield Refusal("against", _("it takes a third living state"))
        elif bound(world)[actor, foe]:
            yield Refusal("against", _("a pact binds you to the state that it would be against"))


def _deal_faults(world: World, actor: int, to: int, terms: Terms) -> Iterator[Refusal]:
    """What is given or asked and cannot be had."""
    masks = givable(world)
    lacks = {
        "lift": (_("you have no sanctions on them"), _("they have no sanctions on you")),
        "money": (_("nothing of yours gets there"), _("nothing of theirs gets to you")),
        "arms": (_("nothing of yours gets there"), _("nothing of theirs gets to you")),
    }
    for side, good, giver, taker in ((0, terms.give, actor, to), (1, terms.ask, to, actor)):
        if good not in GOODS:
            yield Refusal("goods", _("there is no such thing to give as “{good}”").format(good=good))
        elif good in lacks and not getattr(masks, good)[giver, taker]:
            yield Refusal("goods", lacks[good][side])
        elif good == "region" and not _land_sound(world, giver, taker, terms.region):
            yield Refusal("goods", _("it takes a region of the giver’s, not its last, next to the receiver"))
    if terms.give and terms.give == terms.ask:
        yield Refusal("goods", _("the same thing cannot be given and asked"))
    if terms.region is not None and "region" not in (terms.give, terms.ask):
        yield Refusal("goods", _("a region is named and neither given nor asked"))


def _land_sound(world: World, giver: int, taker: int, region: int | None) -> bool:
    return region is not None and 0 <= region < world.setting.r and cedable(world, giver, taker, region)


def spoken(setting: Setting, terms: Terms | None) -> str:
    """Say the terms as they follow an order's sentence: “ for 3 turns: we lift our sanctions”."""
    if terms is None:
        return ""
    place = "" if terms.region is None else setting.region_names[terms.region]
    parts = [] if terms.against is None else [_("against {state}").format(state=setting.called(terms.against))]
    parts += _length(terms)
    goods = [_(_GIVES[terms.give]).format(region=place)] if terms.give else []
    goods += [_(_ASKS[terms.ask]).format(region=place)] if terms.ask else []
    return _joined(parts, goods)


def _length(terms: Terms) -> list[str]:
    return [] if terms.turns is None else [plural("for {n} turn", "for {n} turns", terms.turns)]


def _joined(parts: Sequence[str], goods: Sequence[str]) -> str:
    """Follow a sentence with how long and against whom it is, then with what changes hands."""
    return "".join(f" {part}" for part in parts) + (": " + "; ".join(goods) if goods else "")


def offered(world: World, by: int, to: int, deal: int) -> Terms | None:
    """The terms of an open offer in one game, None if it has none of its own."""
    found = Terms(turns=int(world.offer_turns[by, to]) or None if deal == PACT else None)
    if world.deal[by, to] == deal:
        region = int(world.deal_region[by, to])
        give, ask = GOODS[int(world.deal_give[by, to])], GOODS[int(world.deal_ask[by, to])]
        found = replace(found, give=give, ask=ask, region=region if region >= 0 else None)
    return None if found == _EMPTY else found


def heard(setting: Setting, terms: Terms | None) -> str:
    """Say the terms of an offer to who gets it: “ for 3 turns: they send money; you lift your sanctions”."""
    if terms is None:
        return ""
    place = "" if terms.region is None else setting.region_names[terms.region]
    goods = [_(_ASKS[terms.give]).format(region=place)] if terms.give else []
    goods += [_(_ASKED_OF_YOU[terms.ask]).format(region=place)] if terms.ask else []
    return _joined(_length(terms), goods)
