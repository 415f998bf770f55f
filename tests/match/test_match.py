"""A match from seats to scores: who is asked, what is recorded, what is explained."""

import numpy as np
import pytest

from game.keeping import keep, resume
from game.match import BOT, DOCTRINE, PERSON, Match, Seat, play_out
from game.opponents.choose import numbers
from game.orders.kind import Order
from game.orders.options import axis, options
from game.storage.codec import digest
from game.view import View
from game.world import snap
from tests.worlds import SHIPPED, differing, ground, mixed, playing, start


def table(*seats: Seat, seed: int = 7) -> Match:
    own = [*seats, *[Seat(DOCTRINE, "balancer")] * (5 - len(seats))]
    return Match.start(*ground("five-crowns"), own, seed=seed, level="standard")


ADA = Seat(PERSON, player="Ada")


@pytest.mark.parametrize("name", SHIPPED)
def test_without_seats_the_doctrines_of_the_scenario_play_to_the_end(name: str) -> None:
    match = Match.start(*ground(name), seed=5)
    assert [seat.name for seat in match.seats] == [state.doctrine for state in ground(name)[0].states]
    while not match.over:
        match.end_turn()
    assert len(match.history) == int(match.world.turn) >= 1
    assert match.winners()
    assert set(match.winners()) == {c for c, s in match.scores().items() if s == max(match.scores().values())}


def test_a_match_and_the_engine_alone_come_to_the_same_world() -> None:
    match = Match.start(*ground("five-crowns"), [Seat(DOCTRINE, "jackal")] * 5, seed=3, turns=10, level="standard")
    world = start("five-crowns", 3, turns=10)
    for _turn in range(6):
        match.end_turn()
    worlds = [before for before, _draft, _steps in playing(world, numbers(["jackal"] * 5))]
    assert differing(match.world, worlds[6]) == []


def test_a_recorded_match_replays_to_the_same_hash_after_every_turn() -> None:
    match, again = table(ADA), table(ADA)
    match.give(0, Order("budget", "guns"))
    while not match.over:
        match.end_turn()
    for turn in match.history:
        again.replay_turn(turn.orders)
        assert again.history[-1].orders == turn.orders
        assert [event.sentence for event in again.history[-1].events] == [event.sentence for event in turn.events]
    assert digest(again.world) == digest(match.world)


def test_a_person_s_orders_are_carried_out_and_the_plan_is_empty_afterwards() -> None:
    match = table(ADA)
    assert match.people == [0]
    assert match.give(0, Order("budget", "guns")) == []
    assert match.give(0, Order("sanction", "diplomatic", 1)) == []
    turn = match.end_turn()
    assert set(turn.orders[0]) == {Order("budget", "guns"), Order("sanction", "diplomatic", 1)}
    assert match.world.sanction[0, 1] == 1
    assert match.plan(0) == []


def test_a_person_who_orders_nothing_keeps_the_plan_in_force() -> None:
    match = table(ADA)
    match.give(0, Order("budget", "guns"))
    match.end_turn()
    arms = match.world.budget_arms[0]
    match.end_turn()
    assert match.world.budget_arms[0] == arms == snap(np.array(match.world.setting.rules.budget.guns_arms))


def test_orders_of_a_script_that_are_refused_are_recorded_with_the_reason_and_change_nothing() -> None:
    good = Order("sanction", "diplomatic", 1)
    bad = [Order("attack", "war", 0), Order("dance", "waltz"), Order("ally", "pact", 99), good]

    def script(view: View, seat: int) -> list[Order]:
        assert (type(view), view.viewer, seat) == (View, 0, 0)
        return [good, *bad]

    match, plain = table(Seat(BOT, "script.py")), table(Seat(BOT, "script.py"))
    match.bots[0] = script
    plain.bots[0] = lambda view, seat: [good]
    turn, other = match.end_turn(), plain.end_turn()
    assert [order for _seat, order, _why in turn.refused] == bad
    assert {why.code for _seat, _order, why in turn.refused} == {"other", "unknown", "matter"}
    assert all(why.sentence for _seat, _order, why in turn.refused)
    assert other.refused == []
    assert digest(match.world) == digest(plain.world)


def test_a_script_s_view_tells_nothing_that_its_seat_may_not_know() -> None:
    seen = []
    match = table(Seat(BOT, "script.py"), ADA)
    match.bots[0] = lambda view, seat: seen.append(view) or []  # type: ignore[func-returns-value]
    match.give(1, Order("ally", "pact", 3))
    match.end_turn()
    match.end_turn()
    assert match.history[0].orders[1] == [Order("ally", "pact", 3)]
    assert match.history[1].before.offer_pact[1, 3]
    assert not seen[1].offer_pact[1, 3]
    assert not seen[1].knows("offer_pact")


def test_every_order_of_an_opponent_has_its_account_and_a_person_s_has_none() -> None:
    match = table(ADA)
    match.give(0, Order("budget", "guns"))
    turn = match.end_turn()
    assert turn.account(0, Order("budget", "guns")) is None
    for state in range(1, 5):
        for order in turn.orders[state]:
            told = turn.account(state, order)
            assert told is not None and told.reasons, order
            assert abs(sum(reason.value for reason in told.reasons) - told.total) <= 2.0**-24


def test_the_account_of_a_turn_is_the_same_after_the_game_was_loaded() -> None:
    match = table()
    for _turn in range(6):
        match.end_turn()
    again = resume(keep(match))
    for turn, replayed in zip(match.history, again.history, strict=True):
        for state, orders in enumerate(turn.orders):
            assert replayed.decided(state) == turn.decided(state)
            for order in orders:
                assert replayed.account(state, order) == turn.account(state, order)


def test_orders_that_a_doctrine_would_not_have_given_are_not_explained_by_it() -> None:
    match = table(ADA)
    match.give(0, Order("ally", "pact", 3))
    match.end_turn()
    again = resume(keep(match))
    again.seats[0] = Seat(DOCTRINE, "balancer")
    assert not again.history[0].decided(0)
    assert again.history[0].account(0, Order("ally", "pact", 3)) is None
    assert again.history[0].decided(1)


def test_events_name_the_turn_in_which_they_happened() -> None:
    match = table(*[Seat(DOCTRINE, "random")] * 5)
    for number in range(5):
        turn = match.end_turn()
        assert turn.number == number
        assert {event.turn for event in turn.events} <= {number}
    assert any(turn.events for turn in match.history)


def test_the_same_seed_plays_the_same_game_and_another_seed_another() -> None:
    def played(seed: int) -> str:
        match = table(seed=seed)
        for _turn in range(6):
            match.end_turn()
        return digest(match.world)

    assert played(1) == played(1) != played(2)


def test_a_level_hides_the_orders_above_it() -> None:
    match = Match.start(*ground("five-crowns"), seed=1, level="foundations")
    assert match.why_not(0, Order("treaty", "trade", 1))[0].code == "unknown"


def test_play_out_gives_each_turn_with_its_orders_and_ends_every_game() -> None:
    world = start("five-crowns", 4, turns=7)
    turns = list(play_out(world, mixed(world)))
    assert len(turns) <= 7
    assert int(turns[-1][0].ending) != 0
    for after, draft, steps in turns:
        assert draft.chosen.shape == (world.n, axis(world.setting).size)
        assert steps[-1][1].turn == after.turn


def test_what_a_person_may_do_is_what_the_mask_of_the_view_says() -> None:
    match = table(ADA)
    view = match.view(0)
    lay = axis(view.setting)
    mask = options(view)[0]
    poor = {"influence"}
    for m in np.flatnonzero(mask):
        order = lay.order(int(m))
        if lay.strip(int(m)).choice.plain:
            assert {why.code for why in match.why_not(0, order)} <= poor
    for m in np.flatnonzero(~mask):
        assert match.why_not(0, lay.order(int(m)))
