"""Verbs make orders, all of them, and only such as the rules know."""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
import pytest

from game.match import Match
from game.measures.aims import reached
from game.orders.aim import AIMS
from game.orders.joint import problems
from game.orders.kind import Order
from game.orders.kinds import KINDS
from game.orders.options import axis
from game.scripting.dealings import CLOSURE, MOTIONS
from game.scripting.errors import Mistake
from game.scripting.me import Me
from game.scripting.moves import MOOT, Move
from game.scripting.offers import TOPICS
from game.scripting.verbs import GOODS, WORDS
from game.storage.scenarios import read_with_map
from game.view import observe

from .games import begin, see
from .test_offers import asked

TIES = ("pact", "trade", "nonaggression", "guarantee", CLOSURE)
FULL = "lab:5x3:turns=20:level=full"


def verbs(me: Any, world: Any) -> dict[str, list[Move]]:
    """All that the verbs can make of a neighbour."""
    return of(me, world, me.neighbours.strongest)


def of(me: Any, world: Any, x: Any) -> dict[str, list[Move]]:
    """All that the verbs can make of a state."""
    return {
        "arm": [me.arm()],
        "invest": [me.invest()],
        "disarm": [me.disarm()],
        "budget": [me.budget(0.5, 0.3, 0.2), me.budget(0.9, 0.1)],
        "posture": [me.posture(each) for each in ("shield", "both", "sword")],
        "reform": [me.reform()],
        "keep_aim": [me.keep_aim(name) for name in AIMS],
        "ally_with": [me.ally_with(x), me.ally_with(x, secret=True)],
        "trade_with": [me.trade_with(x)],
        "promise_peace_to": [me.promise_peace_to(x)],
        "guarantee": [me.guarantee(x), me.guarantee(x, against=world.strongest(other_than=[me, x]))],
        "support": [me.support(x, each) for each in GOODS],
        "withdraw_from": [me.withdraw_from(x, tie, now) for tie in TIES for now in (False, True)],
        "sanction": [me.sanction(x)],
        "censure": [me.censure(x)],
        "lift": [me.lift(x)],
        "close_to": [me.close_to(x)],
        "move_against": [me.move_against(x, each) for each in MOTIONS[1:]],
        "vote_on": [me.vote_on(x), me.vote_on(x, yes=False)],
        "demand": [me.demand(x.regions.near(me).richest)],
        "demand_of": [me.demand_of(x, each) for each in ("disarm", "end_sanctions", "end_pacts")],
        "attack": [me.attack(x)],
        "make_peace_with": [me.make_peace_with(x, each) for each in ("as_held", "as_before")],
        "join_against": [me.join_against(x)],
        "answer": [me.answer(x, topic, yes) for topic in TOPICS for yes in (True, False)],
        "declare": [me.declare(each, x) for each in WORDS],
    }


def made() -> list[Move]:
    return [move for moves in verbs(*see(begin(FULL).world)).values() for move in moves]


def test_every_verb_makes_orders_that_the_options_know() -> None:
    lay = axis(begin(FULL).world.setting)
    assert all(move and move.order is not None and lay.index(move.order) is not None for move in made())


def test_every_method_that_makes_an_order_is_among_the_verbs() -> None:
    methods = [name for name, f in inspect.getmembers(Me, inspect.isfunction) if not name.startswith("_")]
    makers = {name for name in methods if inspect.signature(getattr(Me, name)).return_annotation == "Move"}
    assert makers == set(verbs(*see()))


def test_every_choice_of_every_order_has_a_verb() -> None:
    every = {(kind.name, c.name) for kind in KINDS for c in kind.choices}
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


def rich() -> Any:
    """The start of a game at level full, with influence for every order."""
    world = begin(FULL).world
    return world.but(influence=np.full(world.n, 6.0))


def test_the_verbs_of_level_full_are_taken_there_and_refused_below() -> None:
    for level, name in ((3, FULL), (2, "lab:5x3:turns=20")):
        world = begin(name).world
        me, _world = see(world.but(influence=np.full(world.n, 6.0)))
        x = me.neighbours.strongest
        aim = me.cards[0] if me.cards else "lion"
        moves = [me.reform(), me.close_to(x), me.ally_with(x, secret=True), me.move_against(x, "restrain")]
        moves.append(me.keep_aim(aim))
        verdicts = [me.can(move) for move in moves]
        assert [each.code for each in verdicts] == ["" if level == 3 else "level"] * 5, level


def test_what_is_closed_is_opened_by_withdrawing_access() -> None:
    world = rich()
    closed = np.zeros((5, 5), bool)
    closed[0, 1] = True
    me, seen = see(world.but(closed=closed))
    other = seen.states[1]
    assert me.closes_to(other) and not other.closes_to(me)
    assert me.can(me.close_to(other)).moot
    assert me.can(me.withdraw_from(other, "access"))
    assert me.can(me.withdraw_from(other, "access", at_once=True))
    assert me.can(me.withdraw_from(seen.states[2], "access")).moot


def test_an_aim_is_read_and_kept_on_the_first_turn_and_only_if_it_was_dealt() -> None:
    world = rich()
    me, _world = see(world)
    assert len(me.cards) == 3 and set(me.cards) <= set(AIMS)
    assert me.aim in me.cards and me.aim == list(AIMS)[int(world.aim[0]) - 1]
    assert all(me.can(me.keep_aim(name)) for name in me.cards)
    assert {me.can(me.keep_aim(name)).code for name in AIMS if name not in me.cards} == {"dealt"}
    late, _world = see(world.but(turn=np.asarray(3)))
    assert late.can(late.keep_aim(me.cards[0])).code == "late"
    plain, _world = see()
    assert (plain.aim, plain.cards) == ("", [])


def test_an_aim_that_is_chosen_is_the_one_that_is_kept() -> None:
    match = begin(FULL)
    me, _world = see(match.world)
    wanted = next(name for name in me.cards if name != me.aim)
    match.bots[0] = lambda view, state: [see(view)[0].keep_aim(wanted).order]
    match.end_turn()
    after, _world = see(match.world)
    assert after.aim == wanted
    assert after.aim_reached == (float(reached(match.world)[0]) == 1.0)


def test_an_aim_is_seen_by_nobody_else() -> None:
    world = rich()
    other = np.where(np.arange(5) == 1, world.aim % 10 + 1, world.aim)
    assert see(world)[0].aim == see(world.but(aim=other))[0].aim
    assert not hasattr(see(world)[1].states[1], "aim")


def test_a_resolution_is_moved_one_turn_and_voted_on_the_next() -> None:
    match = begin(FULL)
    match.world = rich()
    match.bots[0] = lambda view, state: [see(view)[0].move_against(see(view)[1].states[1], "censure").order]
    match.end_turn()
    me, world = see(match.world)
    about = world.states[1]
    assert me.moves_against(about) == "censure"
    [ballot] = [offer for offer in me.offers if offer.topic == "vote"]
    assert (ballot.against, ballot.terms, ballot.by) == (about, "censure", world.me)
    assert me.can(ballot.yes()) and me.can(ballot.no())
    assert ballot.yes() == me.vote_on(about) == me.answer(about, "vote")
    assert me.can(me.vote_on(world.states[2])).code == "vote"
    assert me.can(me.move_against(about, "restrain")).moot


def test_nobody_is_asked_to_vote_on_itself() -> None:
    motion = np.zeros((5, 5), int)
    motion[1, 0] = 1
    me, _world = see(rich().but(motion=motion))
    assert [offer for offer in me.offers if offer.topic == "vote"] == []


def test_a_secret_pact_is_signed_by_two_scripts_and_known_to_them_alone() -> None:
    match = begin(FULL)
    match.world = rich().but(offer_secret=np.eye(5, dtype=bool)[[4, 0, 4, 4, 4]] & (np.arange(5) == 0))
    me, _world = see(match.world)
    [offer] = [each for each in me.offers if each.topic == "secret"]
    assert me.can(offer.yes()) and me.can(offer.no())
    match.bots[0] = lambda view, state: [see(view)[0].offers[0].yes().order]
    match.end_turn()
    me, world = see(match.world)
    friend = world.states[1]
    assert me.secretly_allied_with(friend) and not me.allied_with(friend)
    _stranger, seen = see(match.world, 3)
    assert not seen.states[0].secretly_allied_with(seen.states[1])


def test_a_secret_pact_takes_no_terms() -> None:
    me, _world = see(rich())
    x = me.neighbours.strongest
    for more in ({"turns": 4}, {"give": "money"}, {"ask": "arms"}):
        with pytest.raises(Mistake, match="a secret pact takes no terms"):
            me.ally_with(x, secret=True, **more)


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        (lambda me, x: me.keep_aim("lyon"), "did you mean “lion”"),
        (lambda me, x: me.move_against(x, "restrian"), "did you mean “restrain”"),
        (lambda me, x: me.move_against(x, 2), "expected a resolution"),
        (lambda me, x: me.withdraw_from(x, "acess"), "did you mean “access”"),
        (lambda me, x: me.answer(x, "vot"), "did you mean “vote”"),
        (lambda me, x: me.close_to(3), "states and regions have names, not numbers"),
        (lambda me, x: me.vote_on("Nowhereland"), "there is no state"),
    ],
)
def test_a_word_that_is_none_is_told_with_the_nearest(wrong: Any, hint: str) -> None:
    me, _world = see(rich())
    with pytest.raises(Mistake, match=hint):
        wrong(me, me.neighbours.strongest)


def test_all_that_the_rules_take_at_level_full_can_be_made_by_verbs() -> None:
    """Every option of a game in full swing is what some verb makes of its target."""
    world = mid_game("full").world
    me, seen = see(world.but(influence=np.full(world.n, 6.0)))
    made = {("budget", "balanced")}
    for x in seen.states.without(me):
        made |= {(move.kind, move.choice) for moves in of(me, seen, x).values() for move in moves}
    assert {(move.kind, move.choice) for move in me.options()} <= made
