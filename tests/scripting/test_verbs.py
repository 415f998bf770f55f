"""Verbs make orders, all of them, and only such as the rules know."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from game.match import Match
from game.orders.joint import problems
from game.orders.kind import Order
from game.orders.kinds import KINDS
from game.orders.options import axis
from game.scripting.me import GOODS, WORDS, Me
from game.scripting.moves import MOOT, Move
from game.scripting.offers import TOPICS
from game.storage.scenarios import read_with_map
from game.view import observe

from .games import begin, see
from .test_offers import asked

TIES = ("pact", "trade", "nonaggression", "guarantee")


def verbs(me: Any, world: Any) -> dict[str, list[Move]]:
    """All that the verbs can make of a neighbour."""
    x = me.neighbours.strongest
    return {
        "arm": [me.arm()],
        "invest": [me.invest()],
        "disarm": [me.disarm()],
        "budget": [me.budget(0.5, 0.3, 0.2), me.budget(0.9, 0.1)],
        "posture": [me.posture(each) for each in ("shield", "both", "sword")],
        "ally_with": [me.ally_with(x)],
        "trade_with": [me.trade_with(x)],
        "promise_peace_to": [me.promise_peace_to(x)],
        "guarantee": [me.guarantee(x), me.guarantee(x, against=world.strongest(other_than=[me, x]))],
        "support": [me.support(x, each) for each in GOODS],
        "withdraw_from": [me.withdraw_from(x, tie, now) for tie in TIES for now in (False, True)],
        "sanction": [me.sanction(x)],
        "censure": [me.censure(x)],
        "lift": [me.lift(x)],
        "demand": [me.demand(x.regions.near(me).richest)],
        "demand_of": [me.demand_of(x, each) for each in ("disarm", "end_sanctions", "end_pacts")],
        "attack": [me.attack(x)],
        "make_peace_with": [me.make_peace_with(x, each) for each in ("as_held", "as_before")],
        "join_against": [me.join_against(x)],
        "answer": [me.answer(x, topic, yes) for topic in TOPICS for yes in (True, False)],
        "declare": [me.declare(each, x) for each in WORDS],
    }


def made() -> list[Move]:
    return [move for moves in verbs(*see()).values() for move in moves]


def test_every_verb_makes_orders_that_the_options_know() -> None:
    lay = axis(begin().world.setting)
    assert all(move and move.order is not None and lay.index(move.order) is not None for move in made())


def test_every_method_that_makes_an_order_is_among_the_verbs() -> None:
    methods = [name for name, f in inspect.getmembers(Me, inspect.isfunction) if not name.startswith("_")]
    makers = {name for name in methods if inspect.signature(getattr(Me, name)).return_annotation == "Move"}
    assert makers == set(verbs(*see()))


def test_every_choice_of_every_order_has_a_verb() -> None:
    _me, _world = see()
    every = {(kind.name, c.name) for kind in KINDS for c in kind.choices if max(kind.level, c.level) <= 2}
    by_verb = {(move.kind, move.choice) for move in made()}
    offers = [offer for offer in see(asked())[0].offers if offer.topic in ("pact", "trade", "nonaggression", "demand")]
    by_verb |= {(move.kind, move.choice) for move in (offer.counter(give="money") for offer in offers)}
    assert every - by_verb == {("budget", "balanced")}, "balanced shares are me.budget(...)"


def test_an_order_reads_as_what_it_says() -> None:
    me, _world = see()
    x = me.neighbours.strongest
    assert repr(me.ally_with(x)) == f"Offer {x.name} a pact of mutual defence"
    assert repr(me.budget(0.5, 0.25)).endswith("(0.50, 0.25, 0.25)")


def test_a_budget_that_leaves_home_out_gives_it_the_rest() -> None:
    me, _world = see()
    for arms, growth in ((0.9, 0.1), (0.7, 0.3), (1, 0), (0.1, 0.2)):
        assert me.can(me.budget(arms, growth)), (arms, growth)


def mid_game(level: str = "standard") -> Match:
    match = begin(f"lab:5x3:turns=20:level={level}:doctrines=random", seed=3)
    match.bots[0] = lambda view, state: []
    for _ in range(6):
        match.end_turn()
    return match


@pytest.mark.parametrize("level", ["foundations", "standard", "full"])
def test_every_option_may_be_given_and_every_other_order_is_refused(level: str) -> None:
    world = mid_game(level).world
    view = observe(world, 0)
    me, _seen = see(world)
    options = {move.order for move in me.options()}
    lay = axis(world.setting)
    for place in range(lay.size):
        order = lay.order(place)
        if lay.strip(place).choice.plain:
            assert (order in options) == (not problems(view, 0, [], order))
    assert all(me.can(move) for move in me.options())


def test_me_can_says_why_not() -> None:
    me, _world = see()
    verdict = me.can(me.attack(me))
    assert not verdict
    assert verdict.code == "other"
    assert verdict.sentence == "it takes another living state"
    assert not verdict.moot


def test_me_check_weighs_orders_together() -> None:
    me, world = see()
    others = list(world.states.without(me))
    assert me.check([me.arm(), me.ally_with(others[0])])
    four = me.check([me.declare("warn", others[0]), me.declare("warn", others[1])])
    assert [each.code for each in four.refused] == ["words"]


def test_what_is_so_already_is_moot_and_not_wrong() -> None:
    world = begin().world
    pact = world.pact.copy()
    pact[0, 1] = pact[1, 0] = True
    me, seen = see(world.but(pact=pact, pact_term=pact * 9))
    ally = seen.states[1]
    verdict = me.can(me.ally_with(ally))
    assert (bool(verdict), verdict.code, verdict.moot) == (False, "allied", True)
    assert me.check([me.ally_with(ally)])
    assert me.can(me.posture(me.stance)).moot


def test_the_refusals_that_count_as_moot_are_rules_that_exist() -> None:
    rules = {(kind.name, rule.code) for kind in KINDS for rule in kind.rules}
    assert rules >= MOOT


def test_a_verb_that_this_level_does_not_have_is_skipped() -> None:
    match = begin("lab:4x3:level=foundations")
    me, _world = see(match.world)
    verdict = me.can(me.trade_with(me.neighbours.strongest))
    assert (verdict.code, verdict.moot) == ("level", True)


def test_orders_come_out_as_the_rules_write_them() -> None:
    me, _world = see()
    x = me.neighbours.strongest
    assert me.sanction(x).order == Order("sanction", "economic", x._index)
    assert me.arm().order == Order("budget", "guns")


def test_a_world_of_a_shipped_scenario_is_named_as_people_name_it() -> None:
    scenario, map_document = read_with_map("europe-1900")
    me, world = see(Match.start(scenario, map_document).world, 2)
    assert world["FR"] == world["fr"] == world["France"] == world["france"]
    assert world["FR"].code == "FR"
    assert world.region(me.capital.name) == me.capital
    assert me.capital in me.regions
