"""Stories of the end: hegemony and who holds it in check, the calendar, the epilogue, what is hidden of it."""

import numpy as np
import pytest

from game.events import tell
from game.match import PERSON, Match, Seat, play_out
from game.measures.blocs import checked
from game.measures.power import economy_share, leader, power
from game.measures.scores import hegemon, parts, scores, winners
from game.opponents.choose import numbers
from game.phases.balance import contender
from game.storage.founding import found, found_batch
from game.view import observe, outlook
from game.world import Ending, World
from tests.stories.notation import play, put, seat, under
from tests.stories.test_verbs_matter import both, crowns
from tests.worlds import ground


def towering() -> World:
    """Avar has most of all arms and far more than half of the power."""
    return put(crowns(), arms={"AV": 400.0}, pact={**both("AV ES", False)}, pact_term=both("AV ES", 0))


def counts(world: World) -> int:
    return int(world.setting.rules.hegemony.turns)


def test_a_hegemon_wins_after_two_ends_of_a_turn_and_is_near_after_one() -> None:
    world = towering()
    tale = play(world, *[""] * counts(world))
    assert tale.told("near_hegemony", "AV") and tale.told("hegemony", "AV")
    assert [int(w.hegemony_count) for w in tale.worlds] == list(range(counts(world) + 1))
    assert int(tale.world.ending) == Ending.HEGEMONY
    assert all(int(w.ending) == Ending.GOING for w in tale.worlds[:-1])
    assert int(hegemon(tale.world)) == seat(world, "AV")


def test_the_count_begins_anew_when_the_leader_falls_back() -> None:
    tale = play(towering(), "")
    fallen = play(put(tale.world, arms={"AV": 5.0}), "")
    assert int(tale.world.hegemony_count) == 1
    assert (int(fallen.world.hegemony_count), int(fallen.world.contender)) == (0, -1)


def test_power_alone_is_no_hegemony_while_the_others_could_hold_it_in_check() -> None:
    """The same leader above the line: the others' arms are what makes the difference."""
    strong = put(crowns(), arms=dict.fromkeys(("BR", "CO", "DO", "ES"), 30.0) | {"AV": 60.0}, pact=both("AV ES", False))
    strong = under(strong, hegemony__share=0.3, hegemony__margin=-1.0)
    weak = put(strong, arms=dict.fromkeys(("BR", "CO", "DO", "ES"), 0.5))
    head = int(leader(strong))
    assert power(strong)[head] > 0.3 and int(leader(weak)) == head
    assert checked(strong)[head] and not checked(weak)[head]
    assert not contender(strong)[1]
    assert [int(x) for x in contender(weak)] == [head, True]


def rich(**arms: float) -> World:
    """Estmere has nine tenths of all economy and few arms; force reaches neighbours only."""
    world = put(crowns(), pact=both("AV ES", False), pact_term=both("AV ES", 0), arms={"ES": 4.0, **arms})
    wealth = np.where(world.owner == seat(world, "ES"), world.wealth * 64.0, world.wealth)
    return under(world.but(wealth=wealth, far=world.far * 0.0), hegemony__share=0.8, hegemony__margin=0.0)


def test_who_reached_the_line_by_economy_is_no_hegemon_while_the_others_could_hold_it_in_check() -> None:
    """Power share below the line, economy above: arms beside it keep it from hegemony, the same far away do not."""
    held, free = rich(AV=2.5, BR=0.1, CO=0.1, DO=2.5), rich(AV=0.1, BR=2.5, CO=2.5, DO=0.1)
    held, free = (under(world, hegemony__counterweight=0.8) for world in (held, free))
    for world in (held, free):
        assert power(world)[4] < 0.8 < economy_share(world)[4]
    assert checked(held)[4] and not contender(held)[1]
    assert not checked(free)[4]
    assert [int(x) for x in contender(free)] == [seat(free, "ES"), True]


def test_the_strongest_who_is_in_check_does_not_shield_a_weaker_one_who_is_not() -> None:
    """Each that reached the line is looked at by itself, and the strongest not in check is the contender."""
    world = under(
        put(crowns(), pact=both("AV ES", False)),
        hegemony__share=0.15,
        hegemony__margin=-1.0,
        hegemony__counterweight=0.8,
    )
    world = put(world, arms={"AV": 0.1, "BR": 20.0, "CO": 20.0, "DO": 0.1, "ES": 40.0})
    wealth = np.where(world.owner == seat(world, "BR"), world.wealth * 6.0, world.wealth)
    world = world.but(wealth=wealth, far=world.far * 0.0)  # Brenmark and Estmere face Corvane, not each other
    assert int(leader(world)) == seat(world, "BR")
    assert checked(world)[[1, 4]].tolist() == [True, False]
    assert [int(x) for x in contender(world)] == [seat(world, "ES"), True]


def test_partners_of_the_leader_hold_nobody_in_check() -> None:
    world = put(crowns(), arms=dict.fromkeys(("BR", "CO", "DO", "ES"), 8.0), pact=both("AV ES", False))
    world = put(world, arms={"AV": 12.0})
    bound = put(world, pact={k: True for c in ("BR", "CO", "DO", "ES") for k in both(f"AV {c}", True)})
    assert checked(world)[0]
    assert not checked(bound)[0]


def test_who_is_guaranteed_unasked_still_holds_its_guarantor_in_check() -> None:
    """A leader cannot buy off its rivals by promises that they did not ask for."""
    world = put(crowns(), arms=dict.fromkeys(("BR", "CO", "DO", "ES"), 8.0) | {"AV": 12.0}, pact=both("AV ES", False))
    promised = put(world, guarantee={f"AV {code}": True for code in ("BR", "CO", "DO", "ES")})
    assert checked(promised)[0]
    assert np.array_equal(checked(promised), checked(world))


def test_a_share_is_not_enough_for_who_began_with_it() -> None:
    """A state that starts above the line must grow by the margin."""
    world = put(towering(), power_start={"AV": 0.99})
    assert not contender(world)[1]


def test_the_last_turn_is_drawn_within_the_spread_and_every_turn_of_it_occurs() -> None:
    scenario, map_document = ground("five-crowns")
    batch = found_batch(scenario, map_document, range(200))
    spread = batch.setting.spread
    assert spread == int(batch.setting.rules.hegemony.spread) > 0
    assert set(batch.last_turn.tolist()) == set(range(scenario.turns - spread, scenario.turns + spread + 1))


def test_a_game_of_chosen_length_has_no_spread_and_no_epilogue() -> None:
    world = found(*ground("five-crowns"), 3, turns=9)
    assert (int(world.last_turn), world.setting.spread, world.setting.epilogue) == (9, 0, 0)


def test_nobody_sees_the_drawn_last_turn() -> None:
    scenario, map_document = ground("five-crowns")
    batch = found_batch(scenario, map_document, range(60))
    for k in range(60):
        world = batch.game(k)
        assert int(observe(world, k % world.n).last_turn) == scenario.turns
        assert int(outlook(world).last_turn) == scenario.turns


def test_after_the_last_turn_wars_pacts_and_sanctions_run_on_without_orders() -> None:
    scenario, map_document = ground("five-crowns")
    seats = [Seat(PERSON, player="Ada"), *[Seat("doctrine", "random")] * 4]
    for seed in range(4):
        match = Match.start(scenario, map_document, seats, seed=seed, level="standard")
        last, epilogue = int(match.world.last_turn), match.world.setting.epilogue
        while not match.over:
            turn = match.end_turn()
            assert any(turn.orders) == (turn.number < last)
        if int(match.world.ending) == Ending.CALENDAR:
            assert int(match.world.turn) == last + epilogue
    assert epilogue == int(match.world.setting.rules.hegemony.epilogue) > 0


def test_doctrines_that_play_out_give_no_orders_in_the_epilogue() -> None:
    scenario, map_document = ground("five-crowns")
    world = found(scenario, map_document, 2, level="standard")
    last = int(world.last_turn)
    drafts = [draft for _world, draft, _steps in play_out(world, numbers(["random"] * 5))]
    assert [bool(draft.chosen.any()) for draft in drafts[:last]] == [True] * min(last, len(drafts))
    assert not any(draft.chosen.any() for draft in drafts[last:])


def test_a_game_that_is_over_takes_no_more_turns() -> None:
    match = Match.start(*ground("five-crowns"), seed=1, turns=1)
    match.end_turn()
    assert match.over
    with pytest.raises(ValueError, match="over"):
        match.end_turn()


def test_the_last_one_alive_ends_the_game() -> None:
    world = crowns()
    alone = world.but(
        owner=np.zeros_like(world.owner), alive=np.arange(world.n) == 0, arms=np.where(np.arange(5) == 0, 9.0, 0.0)
    )
    ended = play(alone, "").world
    assert int(ended.ending) == Ending.ALONE
    assert winners(ended).tolist() == [True, False, False, False, False]


# scores


def test_scores_lie_between_0_and_100_and_are_the_sum_of_their_parts() -> None:
    world = play(crowns(), *["AV: attack CO"], *[""] * 6).world
    added = sum(parts(world).values())
    assert np.allclose(scores(world), added)
    assert ((scores(world) >= 0) & (scores(world) <= 100)).all()


def test_a_hegemon_scores_100_its_partner_half_and_the_others_a_quarter_of_their_own() -> None:
    world = put(towering(), pact=both("AV ES", True), pact_term=both("AV ES", 9), pact_age=both("AV ES", 9))
    ended = play(world, *[""] * counts(world)).world
    r = ended.setting.rules.scores
    own = np.sum(list(parts(ended).values()), 0)
    assert int(ended.ending) == Ending.HEGEMONY
    assert scores(ended)[0] == 100
    assert scores(ended)[seat(world, "ES")] == pytest.approx(own[4] * r.partner, abs=1e-5)
    assert scores(ended)[seat(world, "BR")] == pytest.approx(own[1] * r.subject, abs=1e-5)
    assert winners(ended).tolist() == [True, False, False, False, False]


def test_a_new_partner_of_a_hegemon_is_a_subject_like_the_others() -> None:
    world = put(towering(), pact=both("AV ES", True), pact_term=both("AV ES", 9), pact_age=both("AV ES", 0))
    ended = play(under(world, hegemony__turns=1.0), "").world
    own = np.sum(list(parts(ended).values()), 0)
    assert scores(ended)[4] == pytest.approx(own[4] * ended.setting.rules.scores.subject, abs=1e-5)


def test_equal_states_share_the_victory() -> None:
    world = found(*ground("lab:3x2:seed=2:offence=.7"), 1)
    assert winners(world).all()


def test_honour_is_promises_kept_of_those_kept_and_broken_and_never_tried_is_neither() -> None:
    """Promises broken uncalled count as well: attacking a partner is no less than leaving one."""
    world = put(crowns(), called={"BR": 2, "DO": 2}, kept={"BR": 2, "DO": 1}, broken={"CO": 1, "DO": 1})
    honour = parts(world)["honour"]
    assert honour[1] > honour[3] > honour[2] == 0
    assert honour[3] == pytest.approx(honour[1] / 2, abs=1e-5)
    r = world.setting.rules.scores
    assert honour[0] == honour[4] == pytest.approx(honour[1] * r.honour_never / r.honour)


def test_the_news_of_hegemony_stands_among_the_events_of_its_turn() -> None:
    tale = play(towering(), *[""] * counts(towering()))
    told = [event.kind for event in tell(0, tale.steps[-1])]
    assert "hegemony" in told and "near_hegemony" not in told
    assert float(power(tale.world)[0]) > 0.5
