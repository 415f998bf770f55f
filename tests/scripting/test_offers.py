"""Offers, demands and calls come with their answers."""

import numpy as np
import pytest

from game.scripting.errors import Mistake
from game.scripting.offers import TOPICS

from .games import begin, see


def asked():  # type: ignore[no-untyped-def]
    """A world in which all is asked of state 0, by states 1 to 4."""
    w = begin("lab:5x3:turns=12:level=full").world
    flag = np.zeros((5, 5), bool)
    one, two, three = flag.copy(), flag.copy(), flag.copy()
    one[1, 0] = two[2, 0] = three[3, 0] = True
    four = flag.copy()
    four[4, 3] = True
    war = flag.copy()
    war[0, 4] = war[4, 0] = war[1, 2] = war[2, 1] = True
    pact = flag.copy()
    pact[0, 1] = pact[1, 0] = True
    return w.but(
        offer_trade=one,
        offer_pact=two,
        offer_secret=three,
        motion=four * 1,
        offer_nonaggression=three,
        offer_peace=2 * np.eye(5, dtype=int)[::-1] * (np.arange(5) == 0),
        demand=3 * (three | two.T),
        deal=5 * two,
        deal_give=2 * two,
        war=war,
        war_age=war * 1,
        began=two[:, [1, 0, 2, 3, 4]],
        pact=pact,
        pact_term=pact * 5,
        owed=pact & (np.arange(5) == 0)[:, None],
    )


def test_every_topic_is_shown_and_can_be_answered() -> None:
    me, _world = see(asked())
    assert sorted(offer.topic for offer in me.offers) == sorted(TOPICS)
    for offer in me.offers:
        assert me.can(offer.yes()), offer
        assert me.can(offer.no()), offer


def test_an_offer_says_what_it_is_about() -> None:
    me, world = see(asked())
    by_topic = {offer.topic: offer for offer in me.offers}
    states = world.states
    assert by_topic["peace"].terms == "as_before"
    assert by_topic["demand"].terms == "disarm"
    assert by_topic["call"].against == states[2]
    assert by_topic["call"].by == states[1]
    assert (by_topic["vote"].by, by_topic["vote"].against) == (states[4], states[3])
    assert by_topic["vote"].terms == "censure"
    assert repr(by_topic["trade"]) == f"trade by {states[1].name}"


def test_an_answer_finds_the_only_topic_and_asks_for_it_otherwise() -> None:
    me, world = see(asked())
    assert me.answer(world.states[1], yes=False) == me.answer(world.states[1], "trade", yes=False)
    with pytest.raises(Mistake, match="asks nonaggression, secret, demand, vote of you; say which topic"):
        me.answer(world.states[3])
    offer = me.offers[0]
    assert me.answer(offer) == offer.yes()


def test_joining_against_a_state_honours_the_call_if_there_is_one() -> None:
    me, world = see(asked())
    assert me.join_against(world.states[2]).choice == "call_yes"
    assert me.join_against(world.states[1]).choice == "join"
