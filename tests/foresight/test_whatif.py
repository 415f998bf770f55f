"""What if: a change that matters is seen to matter, one that does not is not, and nothing hidden speaks."""

import numpy as np
import pytest

from game.foresight.forks import Change, Foreseen, Fork, Recorded, alternatives
from game.foresight.whatif import Comparison, happened, what_if
from game.match import Match
from game.orders.kind import Order
from game.storage.scenarios import read_with_map
from game.view import observe
from tests.ui_play.test_secrets import with_other_secrets


@pytest.fixture(scope="module")
def match() -> Match:
    """A game in which Austria-Hungary guarantees Romania in its fifth turn, and Russia attacks it later."""
    played = Match.start(*read_with_map("europe-1900"), seed=2, level="standard")
    while not played.over:
        played.end_turn()
    return played


def doctrines(match: Match) -> tuple[str, ...]:
    return tuple(state.doctrine for state in match.scenario.states)


def recorded(match: Match, turn: int) -> Recorded:
    return Recorded(match.history[turn], doctrines(match))


def index(match: Match, code: str) -> int:
    return match.world.setting.codes.index(code)


def answer(fork: Fork, change: Change, turns: int | None = None, seeds: range = range(24)) -> Comparison:
    steps = what_if(fork, change, turns, seeds)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: Comparison = done.value
            return found


def same(one: Comparison, other: Comparison) -> bool:
    pairs = [(one.without, other.without), (one.changed, other.changed)]
    return all(np.array_equal(getattr(a, name), getattr(b, name)) for a, b in pairs for name in vars(a))


def test_a_small_state_dies_more_often_without_the_guarantee_that_it_was_given(match: Match) -> None:
    guarantor, small = index(match, "AH"), index(match, "RO")
    fork = recorded(match, 4)
    promise = next(each for each in fork.orders(guarantor) if (each.kind, each.target) == ("guarantee", small))
    survival = answer(fork, Change(guarantor, promise), seeds=range(64)).survival(small)
    assert survival.changed < survival.without - 0.2
    assert survival.sure


def test_what_changes_nothing_differs_in_nothing(match: Match) -> None:
    fork = recorded(match, 4)
    nothing = answer(fork, Change(index(match, "FR")))
    assert np.array_equal(nothing.without.power, nothing.changed.power)
    assert all(each.by == 0 and not each.sure for each in nothing.differences)


def test_giving_up_an_order_for_itself_changes_nothing(match: Match) -> None:
    fork, state = recorded(match, 4), index(match, "AH")
    order = fork.orders(state)[0]
    again = answer(fork, Change(state, order, order), turns=3)
    assert np.array_equal(again.without.power, again.changed.power)


def test_the_same_question_has_the_same_answer(match: Match) -> None:
    fork, state = recorded(match, 4), index(match, "AH")
    change = Change(state, None, alternatives(fork, state, None)[0])
    assert same(answer(fork, change), answer(fork, change))


def test_more_games_join_to_what_all_at_once_give(match: Match) -> None:
    fork, state = recorded(match, 6), index(match, "DE")
    change = Change(state, fork.orders(state)[0])
    parts = [answer(fork, change, 4, seeds) for seeds in (range(10), range(10, 24))]
    assert same(parts[0].joined(parts[1]), answer(fork, change, 4, range(24)))


def test_without_a_change_of_luck_the_turn_itself_is_the_one_that_was_played(match: Match) -> None:
    """Orders of the record are resolved in every game: what needs no luck, such as a treaty, comes about in all."""
    fork = recorded(match, 4)
    lot = next(fork.lots(Change(0), range(6)))
    after = match.history[5].before
    assert (lot.without.guarantee == after.guarantee).all()
    assert (lot.without.pact == after.pact).all()
    assert len(set(lot.without.seed.tolist())) == 6


def test_a_horizon_ends_the_games_after_so_many_turns(match: Match) -> None:
    fork = recorded(match, 2)
    for turns in (1, 3):
        found = answer(fork, Change(0), turns, range(4))
        assert found.without.power.shape[1] == turns + 1
    assert answer(fork, Change(0), None, range(4)).without.power.shape[1] > 9


def test_a_fan_opens_from_what_was(match: Match) -> None:
    fork = recorded(match, 2)
    fan = answer(fork, Change(0), None).without.fan(0)
    assert (np.diff(fan, axis=0) >= 0).all()
    assert fan[0, 0] == fan[-1, 0]
    assert fan[-1, -1] > fan[0, -1]


def test_the_record_s_own_course_is_a_run_of_one(match: Match) -> None:
    worlds = [turn.before for turn in match.history[4:]] + [match.world]
    run = happened(worlds)
    assert run.power.shape == (1, len(worlds), match.world.n)
    assert (run.alive[0] == match.world.alive).all()
    assert run.score[0].tolist() == list(match.scores().values())


def test_alternatives_are_lawful_and_leave_room_for_one_initiative_less(match: Match) -> None:
    fork, state = recorded(match, 4), index(match, "AH")
    for dropped in (None, fork.orders(state)[-1]):
        for order in alternatives(fork, state, dropped)[::7]:
            from game.orders.joint import accepted

            wanted = Change(state, dropped, order).of(fork.orders(state))
            assert accepted(fork.world, state, wanted)[1] == []


def test_while_the_game_runs_nothing_hidden_changes_the_answer(match: Match) -> None:
    me, turn = index(match, "FR"), match.history[3]
    mind, found = doctrines(match)[me], []
    for world in (turn.before, with_other_secrets(turn.before, me)):
        fork = Foreseen(observe(world, me), turn.orders[me], mind)
        offers = alternatives(fork, me, None)
        found.append((offers, answer(fork, Change(me, None, offers[0]), 4)))
    assert found[0][0] == found[1][0]
    assert same(found[0][1], found[1][1])


def test_while_the_game_runs_only_ones_own_orders_can_be_changed(match: Match) -> None:
    me, turn = index(match, "FR"), match.history[3]
    fork = Foreseen(observe(turn.before, me), turn.orders[me], "balancer")
    assert fork.orders(me + 1) == ()
    with pytest.raises(ValueError, match="own orders"):
        answer(fork, Change(me + 1, None, Order("budget", "guns")))


def test_an_order_that_was_not_given_cannot_be_dropped(match: Match) -> None:
    with pytest.raises(ValueError):
        answer(recorded(match, 4), Change(0, Order("attack", "war", 1)))


def test_a_question_left_halfway_leaves_nothing_behind(match: Match) -> None:
    fork, change = recorded(match, 4), Change(index(match, "AH"))
    whole = answer(fork, change, 3)
    steps = what_if(fork, change, 3, range(24))
    next(steps)
    steps.close()
    assert same(answer(fork, change, 3), whole)
