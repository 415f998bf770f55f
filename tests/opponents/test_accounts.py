"""Why opponents did what they did: accounts that are exact, claims that betray nothing, changes that are real."""

import re

import numpy as np
import pytest

from game.match import Match, Turn
from game.opponents.accounts import CHANCE, UNSPOKEN, account, claim
from game.opponents.choose import choose
from game.opponents.swaying import changes, sway
from game.orders.kind import Order
from game.orders.options import axis, options
from game.view import observe, outlook
from game.world import World
from tests.worlds import ROOT, ground


def played(name: str, turns: int = 6) -> list[Turn]:
    match = Match.start(*ground(name), seed=7, level="standard")
    return [match.end_turn() for _turn in range(turns)]


def deeds(turns: list[Turn]) -> list[tuple[Turn, int, Order]]:
    return [
        (turn, state, order)
        for turn in turns
        for state, orders in enumerate(turn.orders)
        for order in orders
        if order.kind not in ("budget", "declare")
    ]


def test_what_was_rejected_was_allowed_and_not_given_and_came_next() -> None:
    seen = 0
    for turn, state, order in deeds(played("five-crowns")):
        told = turn.account(state, order)
        assert told is not None
        scores = [score for _other, score in told.rejected]
        assert scores == sorted(scores, reverse=True)
        for other, score in told.rejected:
            seen += 1
            assert other not in turn.orders[state]
            assert options(turn.before)[state, axis(turn.before.setting).index(other)], other
            again = turn.account(state, other)
            assert again is not None and again.total == pytest.approx(score)
    assert seen > 10


def test_a_claim_holds_only_what_speaks_for_the_deed_and_can_be_said_aloud() -> None:
    kept = 0
    for turn, state, order in deeds(played("europe-1900", 4)):
        told = turn.account(state, order)
        assert told is not None
        said = claim(told)
        kept += len(said.reasons)
        assert not {reason.says for reason in said.reasons} & UNSPOKEN
        assert not said.rejected
        side = 1 if told.weighed == told.order else -1
        assert all(side * reason.value > 0 for reason in said.reasons)
    assert kept > 20


def test_words_that_are_not_spoken_are_words_of_the_doctrines() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "game" / "opponents").rglob("*.py"))
    marked = set(re.findall(r'mark\("([^"]+)"\)', sources))
    assert marked >= CHANCE | UNSPOKEN


def test_what_is_claimed_hangs_on_nothing_that_the_reader_cannot_see() -> None:
    turn = played("five-crowns")[-1]
    reader = 1
    hidden = turn.before.but(
        attitude=np.where(np.arange(5)[:, None] == reader, turn.before.attitude, 0.9 - turn.before.attitude * 0.5),
        seat_seed=turn.before.seat_seed[::-1].copy(),
    )

    def claims(world: World) -> list[object]:
        view = observe(world, reader)
        chosen = choose(outlook(view), turn.who)
        return [
            account(view, chosen, state, order)
            for state, orders in enumerate(turn.orders)
            if state != reader
            for order in orders
        ]

    assert claims(hidden) == claims(turn.before)


def test_a_change_that_would_have_swayed_it_does_when_the_choice_is_made_again() -> None:
    found = 0
    for turn, state, order in deeds(played("five-crowns", 8)):
        movers = [k for k in range(turn.before.n) if k != state]
        swayed = sway(turn.before, turn.who, state, order, movers)
        if swayed is None:
            continue
        found += 1
        assert (swayed.before, swayed.after) == (1.0, 0.0)
        change = next(
            c for c in changes(turn.before, swayed.mover, state, set(range(turn.before.n))) if c.order == swayed.order
        )
        world = turn.before.but(**change.columns)
        index = axis(world.setting).index(order)
        assert index is not None
        assert options(world)[state, index], "it still could have, and did not want to"
        assert not choose(outlook(world), turn.who).draft.chosen[state, index]
    assert found > 5


def test_the_reader_s_own_change_comes_before_that_of_others() -> None:
    both = 0
    for turn, state, order in deeds(played("five-crowns", 8)):
        others = [k for k in range(turn.before.n) if k != state]
        for reader in others:
            mine = sway(turn.before, turn.who, state, order, [reader])
            every = sway(turn.before, turn.who, state, order, [reader, *(k for k in others if k != reader)])
            if mine is not None:
                assert every is not None and every.mover == reader
                both += 1
    assert both > 3


def test_where_nobody_may_change_anything_nothing_would_have_changed_its_mind() -> None:
    turn, state, order = deeds(played("five-crowns", 2))[0]
    assert sway(turn.before, turn.who, state, order, []) is None


def test_from_outside_the_odds_are_over_many_draws() -> None:
    odds = set()
    for turn, state, order in deeds(played("europe-1900", 4)[1:]):
        if order.kind not in ("support", "sanction", "answer") or state == 0:
            continue
        view = observe(turn.before, 0)
        swayed = sway(view, turn.who, state, order, [0], draws=8)
        if swayed is not None:
            assert swayed.after <= 0.5 * swayed.before
            odds |= {swayed.before, swayed.after}
    assert odds - {0.0, 1.0}, "what hangs on chance is neither sure nor out of the question"
