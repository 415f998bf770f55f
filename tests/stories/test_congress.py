"""Stories of the congress: what restraint, mandates and free embargoes come to."""

import pytest

from game.world import World
from tests.stories.notation import play, put
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
