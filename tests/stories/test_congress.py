"""Stories of the congress: what restraint, mandates and free embargoes come to."""

import numpy as np
import pytest

from game.measures.power import power
from game.opponents.choose import choose, numbers
from game.phases.land import bury
from game.view import observe, outlook
from game.world import World
from tests.stories.notation import order, play, put, seat, under, wishes
from tests.stories.test_verbs_matter import full


def restrained() -> World:
    """Brenmark and Corvane voted last turn to restrain Avar."""
    return put(full(), backing={"BR AV": 2, "CO AV": 2}, backing_term={"BR AV": 2, "CO AV": 2})


def mandated() -> World:
    return put(full(), backing={"BR AV": 3}, backing_term={"BR AV": 2})


def test_a_resolution_without_a_majority_spares_its_target() -> None:
    tale = play(full(), "BR: move restrain AV", "CO: no vote AV; DO: no vote AV")
    assert tale.told("motion", "BR", "AV")
    assert tale.told("resolution", "AV")
    assert not tale.world.backing.any()
    assert not tale.world.motion.any()


def test_who_does_not_vote_abstains_and_a_lonely_mover_misses_the_quorum() -> None:
    tale = play(full(), "ES: move censure CO", "")
    assert tale.get("reputation", "CO") == play(full(), "", "").get("reputation", "CO")


def test_a_mover_may_vote_against_its_own_motion() -> None:
    tale = play(put(full(), motion={"BR AV": 1}), "BR: no vote AV; CO: yes vote AV")
    assert not tale.told("resolution", "BR")
    assert not [e for e in tale.events() if e.sentence.startswith("Brenmark votes for")]


def test_an_attack_held_back_by_the_congress_gets_its_price_back_and_may_come_a_turn_later() -> None:
    stage = put(full(), motion={"BR AV": 2})
    tale = play(stage, "CO: yes vote AV; DO: yes vote AV; AV: attack CO", "AV: attack CO")
    assert not tale.get("war", "AV", "CO", turn=1)
    assert tale.told("held_back", "AV", "CO")
    assert tale.get("war", "AV", "CO")


def test_to_attack_in_spite_of_restraint_costs_more() -> None:
    defiant, plain = play(restrained(), "AV: attack CO"), play(full(), "AV: attack CO")
    assert defiant.get("reputation", "AV") < plain.get("reputation", "AV")
    assert defiant.get("aggression", "AV") > plain.get("aggression", "AV")


def test_an_embargo_on_the_restrained_is_free_for_those_who_voted_for_it() -> None:
    poor = {"influence": {"BR": 2.0}}
    free = play(put(restrained(), **poor), "BR: embargo AV")
    dear = play(put(full(), **poor), "BR: embargo AV")
    assert free.get("influence", "BR", turn=1) > dear.get("influence", "BR", turn=1)


def test_a_war_under_a_mandate_is_neither_aggression_nor_a_surprise() -> None:
    licensed, bare = play(mandated(), "BR: attack AV"), play(full(), "BR: attack AV")
    assert licensed.told("attack", "BR", "AV")
    assert bare.told("surprise", "BR", "AV")
    assert licensed.get("aggression", "BR") < bare.get("aggression", "BR")
    assert licensed.get("intent", "DO", "BR") < bare.get("intent", "DO", "BR")
    assert licensed.get("intent", "AV", "BR") == pytest.approx(bare.get("intent", "AV", "BR"), abs=0.05)


def test_resolutions_run_out() -> None:
    tale = play(restrained(), "", "", "")
    assert not tale.world.backing.any()
    assert not tale.world.backing_term.any()


def test_no_second_motion_on_a_state_while_one_is_open_or_in_force() -> None:
    play(put(full(), motion={"BR AV": 1}), "CO: move mandate AV (refused: open)")
    play(restrained(), "CO: move restrain AV (refused: same)")


def test_of_two_motions_on_a_state_that_of_the_most_powerful_stands() -> None:
    tale = play(full(), "BR: move restrain AV; CO: move censure AV")
    assert (tale.get("motion", "BR", "AV"), tale.get("motion", "CO", "AV")) == (2, 0)


def exiled(world: World, code: str = "ES", kind: int = 1) -> World:
    """A state is no more, its land is Corvane's, and Brenmark has moved a censure of Avar."""
    gone = np.arange(world.n) == seat(world, code)
    world = bury(world.but(owner=np.where(world.owner == seat(world, code), 2, world.owner)), gone)
    return put(world, motion={"BR AV": kind})


def test_the_vote_of_the_defeated_may_decide() -> None:
    stage = exiled(full())
    without, with_ = (play(stage, f"CO: no vote AV{line}") for line in ("", "; ES: yes vote AV"))
    assert with_.get("reputation", "AV") < without.get("reputation", "AV")
    assert any(e.sentence == "Estmere votes for the resolution on Avar." for e in with_.events())


def test_the_vote_of_the_defeated_weighs_what_the_rules_say() -> None:
    """Corvane outweighs Brenmark by less than a tenth of a weight, and by more than a hundredth."""
    stage = exiled(full())
    share = np.sqrt(power(stage))
    assert 0.01 < share[2] - share[1] < stage.setting.rules.congress.exile
    lines = "CO: no vote AV; ES: yes vote AV"
    passed = [
        bool(play(under(stage, congress__exile=weight), lines).record("congress")["was_censured"][0])
        for weight in (0.0, 0.01, 0.1, 0.4)
    ]
    assert passed == [False, False, True, True]


def test_the_defeated_vote_and_do_nothing_else() -> None:
    play(exiled(full()), "ES: yes vote AV, move censure CO (refused: other), attack AV (refused: other)")
    play(exiled(full()), "ES: yes vote CO (refused: vote), join AV (refused: other), yes pact BR (refused: other)")


def test_nobody_votes_on_the_defeated() -> None:
    play(exiled(full()), "BR: yes vote ES (refused: other); CO: yes vote ES (refused: vote)")


def test_the_defeated_sign_no_mandate_and_are_not_resented() -> None:
    tale = play(exiled(full(), kind=3), "ES: yes vote AV; CO: yes vote AV; DO: yes vote AV")
    assert tale.told("resolution", "AV")
    assert tale.get("backing", "CO", "AV") == 3
    assert tale.get("backing", "ES", "AV") == 0 and tale.get("backing_term", "ES", "AV") == 0
    assert tale.get("attitude", "AV", "ES") == 0.0


def test_who_is_no_more_loses_its_motion_and_keeps_its_vote() -> None:
    stage = exiled(put(full(), motion={"ES CO": 1}))
    assert stage.motion[4].sum() == 0
    play(stage, "ES: no vote AV")


def test_an_opponent_in_exile_votes_on_the_public_record() -> None:
    yes = {order(full(), "yes vote AV")}
    for doctrine in ("balancer", "jackal", "offensive_realist"):
        peaceful, warlike = (put(exiled(full()), aggression={"AV": record}) for record in (0.1, 0.9))
        assert wishes(peaceful, doctrine, "ES") == set()
        assert wishes(warlike, doctrine, "ES") == yes


def test_an_opponent_in_exile_decides_the_same_on_its_own_view_whoever_sits_beside_it() -> None:
    world = put(exiled(full()), aggression={"AV": 0.9})
    for company in ("balancer", "hold", ""):
        who = numbers([company] * 4 + ["jackal"])
        whole, own = (choose(outlook(each), who).draft.chosen[4] for each in (world, observe(world, 4)))
        assert np.array_equal(whole, own)
        assert whole.sum() == 1


def test_opponents_that_weigh_nothing_abstain_in_exile() -> None:
    for doctrine in ("hold", "random"):
        assert wishes(put(exiled(full()), aggression={"AV": 0.9}), doctrine, "ES") == set()
