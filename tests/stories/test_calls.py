"""Stories of calls to arms: who is called, who comes, who stands aside, what nobody can dodge."""

import numpy as np
import pytest

from game.measures.reach import reach
from game.measures.ties import calls
from game.world import World
from tests.stories.notation import Tale, get, play, put, seat
from tests.stories.test_crises import rules
from tests.stories.test_verbs_matter import both, called, crowns, tied


def test_a_partner_called_who_stands_aside_loses_the_pact_and_its_good_name() -> None:
    tale = play(called(), "DO: no call AV")
    r = rules(tale.world)
    lost = get(called(), "reputation", "DO") - tale.get("reputation", "DO")
    assert lost > r.crises.aside - r.opinion.reputation_back
    assert not tale.get("pact", "DO", "BR")
    assert tale.get("broken", "DO") == 1
    assert tale.get("attitude", "BR", "DO") < get(called(), "attitude", "BR", "DO")
    assert tale.told("abandoned", "DO", "BR")


def test_a_partner_who_says_nothing_stands_aside() -> None:
    assert play(called(), "").told("abandoned", "DO", "BR")


def test_a_partner_who_comes_keeps_its_promise_and_fights_beside() -> None:
    tale = play(called(), "DO: yes call AV")
    assert tale.get("war", "DO", "AV") and tale.get("helps", "DO", "BR")
    assert (tale.get("called", "DO"), tale.get("kept", "DO"), tale.get("broken", "DO")) == (1, 1, 0)
    assert tale.get("attitude", "BR", "DO") > get(called(), "attitude", "BR", "DO")
    assert tale.get("aggression", "DO") <= get(called(), "aggression", "DO")
    assert tale.told("honoured", "DO", "BR")


def near(world: World) -> World:
    """Everybody can reach everybody."""
    return world.but(far=np.where(np.eye(world.n, dtype=bool), world.far, 1.0))


def promised(*pairs: str) -> World:
    """Guarantees, and everybody within reach."""
    return near(put(crowns(), guarantee=dict.fromkeys(pairs, True)))


def called_against(tale: Tale, code: str) -> set[str]:
    """Who is called to arms against a state after a tale."""
    world = tale.world
    return {c for c, each in zip(world.setting.codes, calls(world)[:, seat(world, code)], strict=True) if each}


def test_a_guarantor_is_called_like_a_partner() -> None:
    attacked = play(promised("DO BR"), "AV: attack BR")
    assert called_against(attacked, "AV") == {"DO"}
    aside = play(attacked.world, "DO: no call AV")
    assert aside.told("abandoned", "DO", "BR")
    assert not aside.get("guarantee", "DO", "BR")
    assert aside.get("reputation", "DO") < get(attacked.world, "reputation", "DO")


def test_who_is_guaranteed_owes_nothing_in_return() -> None:
    """Doria promised Brenmark help unasked; when Doria is attacked Brenmark is neither called nor blamed."""
    attacked = play(promised("BR DO"), "AV: attack BR")
    assert called_against(attacked, "AV") == set()
    assert not attacked.world.owed.any()


def test_a_promise_is_owed_from_the_attack_on_to_the_next_turns_answers_and_no_longer() -> None:
    tale = play(promised("DO BR"), "AV: attack BR", "")
    assert np.argwhere(tale.worlds[1].owed).tolist() == [[seat(tale.world, "DO"), seat(tale.world, "BR")]]
    assert not tale.world.owed.any()
    assert tale.told("abandoned", "DO", "BR")


@pytest.mark.parametrize("dodge", ["guarantee AV", "ally AV", "notice guarantee BR", "break guarantee BR"])
def test_no_promise_made_or_ended_between_attack_and_call_dissolves_what_is_owed(dodge: str) -> None:
    """Orders of the turn of the attack are made before it is known, those of the next come too late."""
    world = promised("DO BR")
    attacked = play(world, "AV: attack BR")
    late = play(attacked.world, f"DO: {dodge}")
    assert late.told("abandoned", "DO", "BR")
    assert late.get("reputation", "DO") < get(attacked.world, "reputation", "DO") - rules(world).crises.aside / 2


def test_a_guarantee_of_the_attacker_given_after_the_attack_leaves_the_call_as_it_was() -> None:
    attacked = play(promised("DO BR"), "AV: attack BR")
    torn = put(attacked.world, guarantee={"DO AV": True})
    assert calls(torn)[seat(torn, "DO"), seat(torn, "AV")]
    assert play(torn, "DO: yes call AV").told("honoured", "DO", "BR")


def test_a_promise_made_after_the_attack_calls_nobody() -> None:
    attacked = play(near(crowns()), "AV: attack BR")
    late = play(attacked.world, "DO: guarantee BR")
    assert called_against(attacked, "AV") == set()
    assert not late.told("abandoned") and late.get("guarantee", "DO", "BR")


def test_who_had_promised_both_sides_help_before_the_attack_is_not_called() -> None:
    torn = put(tied("pact")(), pact=both("AV DO", True), pact_term=both("AV DO", 6))
    attacked = play(near(torn), "AV: attack BR")
    assert called_against(attacked, "AV") == set()
    tale = play(attacked.world, "DO: yes call AV (refused: call)")
    assert not tale.told("abandoned")
    assert tale.get("reputation", "DO") >= get(attacked.world, "reputation", "DO")
    assert tale.get("pact", "DO", "BR")


def test_who_cannot_reach_the_attacker_is_not_called() -> None:
    """Estmere and Brenmark do not touch: whether its promise to Corvane is called hangs on how far it can reach."""
    within = promised("ES CO")
    beyond = within.but(far=within.far * 0.0)
    assert reach(beyond)[seat(beyond, "ES"), seat(beyond, "BR")] < rules(beyond).crises.join_reach
    assert called_against(play(within, "BR: attack CO"), "BR") == {"ES"}
    assert called_against(play(beyond, "BR: attack CO"), "BR") == set()


def test_nobody_abandons_in_the_epilogue_when_no_orders_can_be_given() -> None:
    attacked = play(promised("DO BR"), "AV: attack BR").world
    last = attacked.but(last_turn=attacked.turn)
    before, after = play(attacked, ""), play(last, "")
    assert before.told("abandoned", "DO", "BR") and not after.told("abandoned")
    assert after.get("guarantee", "DO", "BR")
    assert after.get("broken", "DO") == get(attacked, "broken", "DO")
    assert after.get("reputation", "DO") >= get(attacked, "reputation", "DO")
    assert not after.world.owed.any()


def test_nobody_is_called_by_an_attacker() -> None:
    tale = play(tied("pact", "AV DO")(), "AV: attack CO", "")
    assert not calls(tale.worlds[1])[seat(tale.world, "DO")].any()
    assert tale.get("pact", "AV", "DO")


def test_whoever_attacks_its_partner_breaks_its_word() -> None:
    tale = play(tied("pact")(), "BR: attack DO")
    plain = play(put(tied("pact")(), pact=both("BR DO", False), pact_term=both("BR DO", 0)), "BR: attack DO")
    assert tale.get("reputation", "BR") < plain.get("reputation", "BR")
    assert tale.get("broken", "BR") == 1
    assert not tale.get("pact", "BR", "DO")


def test_an_attack_in_spite_of_non_aggression_costs_more_of_a_good_name() -> None:
    sworn = play(tied("nonaggression")(), "BR: attack DO")
    plain = play(crowns(), "BR: attack DO")
    assert sworn.get("reputation", "BR") < plain.get("reputation", "BR")
    assert not sworn.get("nonaggression", "BR", "DO")
