"""Stories of secret pacts: signed unseen, revealed by an attack, binding from then on."""

import numpy as np

from game.view import observe
from tests.stories.notation import play, put
from tests.stories.test_verbs_matter import both, full

SIGN = ("BR: ally secretly CO", "CO: yes secret BR")


def test_only_the_two_see_a_secret_pact_and_its_news() -> None:
    tale = play(full(), *SIGN)
    assert tale.get("secret", "BR", "CO") and tale.get("secret", "CO", "BR")
    assert not tale.world.pact[1, 2]
    assert [observe(tale.world, k).secret[1, 2].item() for k in range(5)] == [False, True, True, False, False]
    signed = [event for event in tale.events() if event.kind == "secret"]
    assert len(signed) == 1 and not signed[0].known_to(0) and not signed[0].known_to(None)


def test_an_attack_brings_the_pact_to_light_and_calls_the_partner() -> None:
    tale = play(full(), *SIGN, "AV: attack CO", "BR: yes call AV")
    assert tale.told("revealed", "BR", "CO")
    assert tale.get("pact", "BR", "CO", turn=3)
    assert not tale.world.secret.any()
    assert tale.told("honoured", "BR", "CO")


def test_who_stands_aside_breaks_a_revealed_pact_like_any_other() -> None:
    tale = play(full(), *SIGN, "AV: attack CO", "BR: no call AV")
    assert tale.told("abandoned", "BR", "CO")
    assert tale.get("broken", "BR") == 1


def test_to_attack_a_secret_partner_is_to_attack_a_partner() -> None:
    faithless, plain = play(full(), *SIGN, "BR: attack CO"), play(full(), "", "", "BR: attack CO")
    assert faithless.get("reputation", "BR") < plain.get("reputation", "BR")
    assert not faithless.world.secret.any() and not faithless.get("pact", "BR", "CO")


def test_a_secret_pact_costs_upkeep_and_ends_when_it_cannot_be_paid() -> None:
    stage = put(full(), secret=both("BR CO", True), secret_term=both("BR CO", 5), influence={"BR": 3.0, "CO": 3.0})
    free = put(full(), influence={"BR": 3.0, "CO": 3.0})
    assert play(stage, "").get("influence", "BR") == play(free, "").get("influence", "BR") - 0.5
    run_out = play(put(stage, secret_term=both("BR CO", 1)), "")
    assert not run_out.world.secret.any()


def test_an_open_pact_of_the_two_makes_the_secret_one_idle() -> None:
    tale = play(full(), *SIGN, "BR: ally CO", "CO: yes pact BR", "")
    assert tale.get("pact", "BR", "CO")
    assert not np.any(tale.world.secret)
