"""Stories of terms: how long a pact runs, against whom a guarantee is, what is given and asked, counter-offers."""

import numpy as np
import pytest

from game.measures.ties import calls
from game.orders.joint import problems
from game.orders.kind import Order, Terms
from game.phases.land import settle
from game.storage.codec import Tables
from game.storage.save_document import OrderDocument, read_orders, write_orders
from game.view import observe
from tests.stories.notation import Tale, get, play, put, region, seat, wishes
from tests.stories.test_verbs_matter import both, crowns, embargoed, haggling


def test_a_pact_runs_for_as_many_turns_as_were_offered() -> None:
    tale = play(crowns(), "BR: ally CO {turns 3}", "CO: yes pact BR", "", "", "")
    assert [tale.get("pact", "BR", "CO", turn=t) for t in range(1, 6)] == [False, True, True, True, False]


def test_of_two_offers_that_meet_the_shorter_term_counts() -> None:
    tale = play(crowns(), "BR: ally CO {turns 9}; CO: ally BR {turns 4}")
    assert tale.get("pact_term", "BR", "CO") == 4


def test_an_offer_of_another_length_is_an_answer_and_no_signature() -> None:
    tale = play(crowns(), "BR: ally CO {turns 9}", "CO: counter pact BR {turns 2}", "BR: yes pact CO")
    assert not tale.get("pact", "BR", "CO", turn=2)
    assert tale.get("pact_term", "BR", "CO") == 2


@pytest.mark.parametrize("turns", [1, 13, 99])
def test_a_pact_of_no_sensible_length_is_refused(turns: int) -> None:
    play(crowns(), f"BR: ally CO {{turns {turns}}} (refused: turns)")


def test_a_guarantee_against_one_calls_its_giver_against_that_one_only() -> None:
    world = put(crowns(), guarantee={"DO CO": True}, guarantee_against={"DO CO": seat(crowns(), "AV")})
    struck = play(world, "AV: attack CO", "").worlds[1]
    spared = play(world, "BR: attack CO", "").worlds[1]
    assert calls(struck)[seat(world, "DO"), seat(world, "AV")]
    assert not calls(spared)[seat(world, "DO"), seat(world, "BR")]
    ignored = play(world, "BR: attack CO", "")
    assert ignored.get("reputation", "DO") == play(world, "", "").get("reputation", "DO")
    assert play(world, "AV: attack CO", "DO: no call AV").get("reputation", "DO") < ignored.get("reputation", "DO")


def test_a_guarantee_against_one_of_two_attackers_is_kept_by_fighting_that_one() -> None:
    world = put(crowns(), guarantee={"DO CO": True}, guarantee_against={"DO CO": seat(crowns(), "BR")})
    tale = play(world, "AV: attack CO; BR: attack CO", "DO: yes call BR")
    assert tale.told("honoured", "DO", "CO")
    assert not calls(tale.worlds[1])[seat(world, "DO"), seat(world, "AV")]


def test_a_guarantee_needs_a_third_state_to_be_against() -> None:
    play(crowns(), "AV: guarantee one CO (refused: terms)")
    for foe in ("AV", "CO"):
        play(crowns(), f"AV: guarantee one CO {{against {foe}}} (refused: against)")
    allied = put(crowns(), pact=both("AV BR", True), pact_term=both("AV BR", 5))
    play(allied, "AV: guarantee one CO {against BR} (refused: against)")


def test_a_guarantee_against_a_state_that_is_no_more_is_over() -> None:
    world = put(crowns(), guarantee={"AV CO": True}, guarantee_against={"AV CO": seat(crowns(), "ES")})
    gone = world.but(owner=np.where(world.owner == seat(world, "ES"), seat(world, "DO"), world.owner))
    after, _lost, died = settle(gone, shock=False)
    assert died[seat(world, "ES")]
    assert not get(after, "guarantee", "AV", "CO") and get(after, "guarantee_against", "AV", "CO") == -1


def test_what_an_offer_gives_and_asks_changes_hands_when_it_is_accepted() -> None:
    world = put(crowns(), sanction={"CO BR": 2})
    tale = play(world, "BR: offer nonaggression CO {give money ask lift}", "CO: yes nonaggression BR")
    plain = play(world, "BR: offer nonaggression CO", "CO: yes nonaggression BR")
    assert tale.get("nonaggression", "BR", "CO") and plain.get("nonaggression", "BR", "CO")
    assert tale.get("sanction", "CO", "BR") == 0 and plain.get("sanction", "CO", "BR") == 2
    assert tale.get("arms", "CO") > plain.get("arms", "CO")
    assert tale.get("arms", "BR") < plain.get("arms", "BR")
    assert tale.told("sanction_lifted", "CO", "BR") and tale.told("support", "BR", "CO")


def test_arms_given_with_an_offer_are_as_many_as_support_would_send() -> None:
    dealt = play(crowns(), "BR: ally CO {give arms}", "CO: yes pact BR")
    plain = play(crowns(), "BR: ally CO", "CO: yes pact BR")
    sent = play(crowns(), "BR: ally CO", "CO: yes pact BR; BR: send arms CO")
    assert dealt.get("arms", "CO") == pytest.approx(sent.get("arms", "CO"), rel=0.02)
    assert dealt.get("arms", "CO") > plain.get("arms", "CO")


def land_ceded() -> Tale:
    """Corvane buys a pact with a region."""
    return play(crowns(), "CO: ally AV {give sablecoast}", "AV: yes pact CO")


def test_a_region_can_be_ceded_for_a_pact() -> None:
    tale = land_ceded()
    assert tale.get("owner", "sablecoast") == seat(tale.world, "AV")
    assert tale.get("pact", "AV", "CO")
    assert any("Corvane cedes" in event.sentence for event in tale.events())


def test_a_deal_whose_region_has_gone_to_another_is_not_signed() -> None:
    world = play(crowns(), "CO: ally AV {give sablecoast}").world
    world = put(world, owner={"sablecoast": seat(world, "BR")})
    assert not play(world, "AV: yes pact CO").get("pact", "AV", "CO")


def test_an_offer_with_terms_needs_a_yes_and_does_not_meet_a_plain_offer() -> None:
    tale = play(crowns(), "BR: ally CO {ask money}", "CO: ally BR")
    assert not tale.get("pact", "BR", "CO")
    assert tale.get("offer_pact", "CO", "BR")


def test_a_counter_offer_is_free_and_is_taken_by_a_yes() -> None:
    tale = play(crowns(), "BR: offer trade CO", "CO: counter trade BR {ask money}", "BR: yes trade CO")
    quiet = play(crowns(), "BR: offer trade CO", "")
    assert tale.get("influence", "CO", turn=2) == quiet.get("influence", "CO", turn=2)
    assert not tale.get("trade", "BR", "CO", turn=2)
    assert tale.get("trade", "BR", "CO")


def test_what_is_not_there_cannot_be_given_or_asked() -> None:
    play(crowns(), "BR: ally CO {give lift} (refused: goods)")
    play(crowns(), "BR: ally CO {ask tarrow} (refused: goods)")
    play(crowns(), "BR: ally CO {give money ask money} (refused: goods)")
    play(crowns(), "BR: guarantee CO {give money} (refused: terms)")
    play(crowns(), "BR: ally CO {give money}, offer trade CO {give arms} (refused: deal)")


def test_something_else_can_be_offered_in_place_of_what_is_demanded() -> None:
    tale = play(crowns(), "AV: demand sablecoast", "CO: counter demand AV {give money}", "AV: yes settle CO")
    assert not tale.get("refused", "AV", "CO", turn=2)
    assert tale.get("demand", "AV", "CO", turn=2) == 1
    assert tale.get("demand", "AV", "CO") == 0 and tale.get("deal", "CO", "AV") == 0
    assert tale.get("owner", "sablecoast") == seat(tale.world, "CO")
    assert tale.told("countered", "CO", "AV") and tale.told("settled", "AV", "CO")
    assert tale.get("conceded_age", "CO", "AV") <= 1


def test_who_insists_has_a_cause_for_war_a_turn_later() -> None:
    tale = play(crowns(), "AV: demand sablecoast", "CO: counter demand AV {give money}", "AV: no settle CO")
    assert tale.get("refused", "AV", "CO")
    assert play(haggling(), "").get("refused", "AV", "CO"), "silence is no agreement"


def test_a_demand_is_answered_with_other_terms_only_once() -> None:
    play(haggling(), "CO: counter demand AV {give arms} (refused: countered)")


def test_an_attack_is_held_back_when_the_quarrel_is_settled() -> None:
    tale = play(haggling(), "AV: yes settle CO, attack CO")
    assert not tale.get("war", "AV", "CO")


def test_a_demand_may_say_what_is_given_for_it() -> None:
    tale = play(crowns(), "AV: demand sablecoast {give money}", "CO: yes demand AV")
    plain = play(crowns(), "AV: demand sablecoast", "CO: yes demand AV")
    assert tale.get("owner", "sablecoast") == plain.get("owner", "sablecoast") == seat(tale.world, "AV")
    assert tale.get("arms", "CO") > plain.get("arms", "CO")


def test_terms_are_kept_in_a_save_by_names() -> None:
    world = embargoed()
    tables = Tables.of(world.setting)
    orders = [[] for _code in world.setting.codes]
    orders[2] = [
        Order("ally", "pact", 0, terms=Terms(turns=4, give="lift", ask="region", region=region(world, "tarrow"))),
        Order("guarantee", "one", 1, terms=Terms(against=3)),
    ]
    written = write_orders(orders, tables)
    assert written["CO"][1]["terms"] == {"against": "DO"}
    documents = {code: [OrderDocument.model_validate(each) for each in rows] for code, rows in written.items()}
    assert read_orders(documents, tables, "test") == orders


def test_terms_are_seen_by_the_two_and_by_nobody_else() -> None:
    world = play(crowns(), "BR: ally CO {turns 3 ask money}").world
    for code, sees in (("BR", True), ("CO", True), ("AV", False)):
        view = observe(world, seat(world, code))
        assert (get(view, "deal_ask", "BR", "CO") != 0) == sees
        assert (get(view, "offer_turns", "BR", "CO") != 0) == sees


def test_an_opponent_weighs_what_is_given() -> None:
    """Somewhere an offer that is not taken as it stands is accepted with money beside it."""
    won = 0
    for doctrine in ("balancer", "threat_balancer", "buck_passer", "jackal", "soft_balancer"):
        for by, to in (("AV", "CO"), ("AV", "ES"), ("BR", "DO"), ("BR", "ES"), ("DO", "ES")):
            word = Order("answer", "nonaggression_yes", seat(crowns(), by))
            plain = play(crowns(), f"{by}: offer nonaggression {to}").world
            sweet = play(crowns(), f"{by}: offer nonaggression {to} {{give money}}").world
            won += word in wishes(sweet, doctrine, to) and word not in wishes(plain, doctrine, to)
    assert won > 0


def test_why_an_order_with_terms_is_refused_is_a_sentence() -> None:
    world = crowns()
    found = problems(world, 0, [], Order("ally", "pact", 2, terms=Terms(give="lift")))
    assert [refusal.sentence for refusal in found] == ["you have no sanctions on them"]
