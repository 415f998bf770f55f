"""Stories of treaties and of soft pressure: notice, terms, upkeep, influence, sanctions."""

from typing import Any

import numpy as np
import pytest

from game.measures.power import economy, power
from game.measures.ties import flip
from game.measures.trade import squeeze, trade_gain
from game.world import World
from tests.stories.notation import get, play, put, seat, under
from tests.stories.test_verbs_matter import both, crowns, embargoed, tied

TIES = ("pact", "trade", "nonaggression")


@pytest.mark.parametrize("tie", TIES)
def test_a_treaty_ends_a_turn_after_public_notice_at_no_cost(tie: str) -> None:
    world = tied(tie)()
    tale, quiet = play(world, f"BR: notice {tie} DO", ""), play(world, "", "")
    assert tale.get(tie, "BR", "DO", turn=1) and tale.get(f"{tie}_notice", "BR", "DO", turn=1)
    assert not tale.get(tie, "BR", "DO") and not tale.get(f"{tie}_notice", "BR", "DO")
    assert tale.get("reputation", "BR") == quiet.get("reputation", "BR")
    assert tale.get("influence", "BR", turn=1) == quiet.get("influence", "BR", turn=1)
    assert tale.told("notice", "BR", "DO")


def test_a_guarantee_ends_a_turn_after_public_notice_at_no_cost() -> None:
    world = put(crowns(), guarantee={"AV CO": True})
    tale, quiet = play(world, "AV: notice guarantee CO", ""), play(world, "", "")
    assert tale.get("guarantee", "AV", "CO", turn=1)
    assert not tale.get("guarantee", "AV", "CO")
    assert tale.get("reputation", "AV") == quiet.get("reputation", "AV")


@pytest.mark.parametrize("tie", TIES)
def test_a_treaty_broken_at_once_is_over_at_once_and_the_one_left_resents_it(tie: str) -> None:
    world = tied(tie)()
    tale, quiet = play(world, f"BR: break {tie} DO"), play(world, "")
    assert not tale.get(tie, "BR", "DO")
    assert tale.get("attitude", "DO", "BR") < quiet.get("attitude", "DO", "BR")
    assert tale.get("influence", "BR") < quiet.get("influence", "BR")


@pytest.mark.parametrize("tie", ["pact", "nonaggression"])
def test_a_broken_word_costs_a_good_name(tie: str) -> None:
    world = tied(tie)()
    assert play(world, f"BR: break {tie} DO").get("reputation", "BR") < play(world, "").get("reputation", "BR")


@pytest.mark.parametrize("tie", TIES)
def test_a_treaty_runs_out_at_the_end_of_its_term(tie: str) -> None:
    world = put(tied(tie)(), **{f"{tie}_term": both("BR DO", 2)})
    tale = play(world, "", "")
    assert tale.get(tie, "BR", "DO", turn=1)
    assert not tale.get(tie, "BR", "DO")


def test_a_pact_renewed_in_its_last_turns_runs_on() -> None:
    world = put(tied("pact")(), pact_term=both("BR DO", 2))
    tale = play(world, "BR: ally DO", "DO: yes pact BR")
    assert tale.get("pact", "BR", "DO")
    assert tale.get("pact_term", "BR", "DO") == int(world.setting.rules.treaties.pact_term)
    play(put(world, pact_term=both("BR DO", 4)), "BR: ally DO (refused: allied)")


@pytest.mark.parametrize("word", ["ally", "offer trade", "offer nonaggression"])
def test_two_offers_that_meet_are_a_treaty_at_once(word: str) -> None:
    tie = {"ally": "pact", "offer trade": "trade", "offer nonaggression": "nonaggression"}[word]
    tale = play(crowns(), f"CO: {word} ES; ES: {word} CO")
    assert tale.get(tie, "CO", "ES") and tale.get(tie, "ES", "CO")


def test_an_offer_is_open_for_one_turn() -> None:
    tale = play(crowns(), "BR: ally CO", "", "CO: yes pact BR (refused: offer)")
    assert tale.get("offer_pact", "BR", "CO", turn=1)
    assert not tale.get("offer_pact", "BR", "CO", turn=2)


def test_no_treaty_comes_of_an_offer_that_war_has_overtaken() -> None:
    tale = play(crowns(), "BR: ally CO, attack CO", "CO: yes pact BR")
    assert not tale.get("pact", "BR", "CO")
    assert tale.get("war", "BR", "CO")


def test_what_cannot_be_paid_lapses_newest_first() -> None:
    """Brenmark has four pacts and nothing to spend: it earns less than their upkeep."""
    partners = ("AV", "CO", "DO", "ES")
    pacts = {k: True for code in partners for k in both(f"BR {code}", True)}
    ages = {k: age for age, code in enumerate(partners, 3) for k in both(f"BR {code}", age)}
    terms = {k: 9 for code in partners for k in both(f"BR {code}", 9)}
    world = put(crowns(), pact=pacts, pact_age=ages, pact_term=terms, influence={"BR": 0.0})
    world = under(world, influence__income=0.0, influence__income_power=0.0)
    poor = world.setting.rules
    tale = play(world, "")
    kept = [code for code in partners if tale.get("pact", "BR", code)]
    free = int(poor.influence.free_pacts)
    assert poor.influence.upkeep * (len(partners) - free) > 0
    assert len(kept) == free
    assert kept == list(partners[len(partners) - len(kept) :])
    assert len(kept) < len(partners)
    assert tale.told("lapsed", "BR", "AV") and not tale.told("lapsed", "BR", "ES")
    assert tale.get("influence", "BR") == 0.0


def indebted(**columns: dict[str, Any]) -> World:
    """Brenmark earns nothing and has nothing: what costs upkeep must go."""
    world = put(crowns(), influence={"BR": 0.0}, **columns)
    return under(world, influence__income=0.0, influence__income_power=0.0)


def test_what_costs_no_upkeep_never_lapses() -> None:
    free = int(crowns().setting.rules.influence.free_pacts)
    guarantees = {f"BR {code}": True for code in ("CO", "DO", "ES")[:free]}
    tale = play(indebted(guarantee=guarantees, sanction={"BR AV": 1}), "")
    assert not tale.told("lapsed")
    assert tale.world.guarantee[1].sum() == free
    assert tale.get("sanction", "BR", "AV") == 1


def test_an_embargo_that_cannot_be_paid_lapses_and_harms_no_good_name() -> None:
    world = indebted(sanction={"BR AV": 2})
    tale, quiet = play(world, ""), play(put(world, sanction={"BR AV": 0}), "")
    assert tale.told("lapsed", "BR", "AV")
    assert tale.get("sanction", "BR", "AV") == 0
    assert tale.get("reputation", "BR") == quiet.get("reputation", "BR")


def test_a_promise_that_lapses_costs_half_of_one_broken_and_the_partner_takes_it_ill() -> None:
    partners = ("AV", "CO", "DO")
    pacts = {k: True for code in partners for k in both(f"BR {code}", True)}
    terms = {k: 9 for code in partners for k in both(f"BR {code}", 9)}
    ages = {k: age for age, code in zip((5, 1, 4), partners, strict=True) for k in both(f"BR {code}", age)}
    world = indebted(pact=pacts, pact_term=terms, pact_age=ages)
    tale, paid = play(world, ""), play(put(world, influence={"BR": 1.0}), "")
    r = world.setting.rules.treaties
    assert tale.told("lapsed", "BR", "CO") and not paid.told("lapsed")
    lost = paid.get("reputation", "BR") - tale.get("reputation", "BR")
    mended = world.setting.rules.opinion.reputation_back
    assert lost == pytest.approx(r.break_pact / 2 * (1 - mended), abs=1e-5)
    assert tale.get("attitude", "CO", "BR") < paid.get("attitude", "CO", "BR") - r.break_attitude / 2


def test_what_is_spent_is_gone_and_income_grows_with_power_up_to_the_cap() -> None:
    world = put(crowns(), influence=dict.fromkeys(crowns().setting.codes, 2.0))
    r = world.setting.rules.influence
    quiet, busy = play(world, ""), play(world, "BR: ally CO")
    earned = quiet.world.influence - 2.0
    assert np.allclose(earned, r.income + r.income_power * power(world), atol=1e-6)
    assert quiet.get("influence", "BR") - busy.get("influence", "BR") == pytest.approx(r.ally)
    assert (play(world, *[""] * 6).world.influence == r.cap).all()


def test_many_pacts_cost_upkeep_and_few_do_not() -> None:
    r = crowns().setting.rules.influence
    partners = ("AV", "CO", "DO", "ES")
    left = []
    for count in range(len(partners) + 1):
        pacts = {k: True for code in partners[:count] for k in both(f"BR {code}", True)}
        terms = {k: 9 for code in partners[:count] for k in both(f"BR {code}", 9)}
        world = put(crowns(), pact={**both("AV ES", False), **pacts}, pact_term=terms, influence={"BR": 1.0})
        left.append(play(world, "").get("influence", "BR"))
    for count, influence in enumerate(left):
        expected = left[0] - r.upkeep * max(0.0, count - r.free_pacts)
        assert influence == pytest.approx(expected, abs=1e-6)


def test_guarantees_count_with_pacts_for_upkeep_and_embargoes_cost_as_much_each() -> None:
    r = crowns().setting.rules.influence

    def left(**columns: dict[str, Any]) -> float:
        return float(play(put(crowns(), influence={"BR": 2.0}, **columns), "").get("influence", "BR"))

    pacts = {k: True for code in ("AV", "CO") for k in both(f"BR {code}", True)}
    terms = {k: 9 for code in ("AV", "CO") for k in both(f"BR {code}", 9)}
    tied_down: dict[str, dict[str, Any]] = {"pact": pacts, "pact_term": terms}
    assert left(**tied_down) == left()
    assert left() - left(**tied_down, guarantee={"BR DO": True}) == pytest.approx(r.upkeep, abs=1e-6)
    assert left() - left(**tied_down, guarantee={"BR DO": True, "BR ES": True}) == pytest.approx(2 * r.upkeep, abs=1e-6)
    assert left(guarantee={"BR DO": True, "BR ES": True}) == left()
    assert left(**tied_down, guarantee={"DO BR": True}) == left()
    assert left() - left(sanction={"BR AV": 2, "BR CO": 1}) == pytest.approx(r.upkeep, abs=1e-6)


# soft pressure


def test_sanctions_wear_off_year_by_year() -> None:
    years = (0, 1, 4)
    bites = [squeeze(put(embargoed(), sanction_years={"CO AV": year}))[2, 0] for year in years]
    wear = embargoed().setting.rules.soft.wear
    assert bites[1] == pytest.approx(bites[0] * wear, rel=1e-4)
    assert bites[2] == pytest.approx(bites[0] * wear**4, rel=1e-4)
    tale = play(embargoed(), "", "")
    assert tale.get("sanction_years", "CO", "AV") == 2 * tale.world.setting.years


def test_only_the_target_of_sanctions_takes_offence() -> None:
    tale, quiet = play(crowns(), "CO: embargo AV"), play(crowns(), "")
    assert tale.get("attitude", "AV", "CO") < quiet.get("attitude", "AV", "CO")
    assert tale.get("attitude", "CO", "AV") == quiet.get("attitude", "CO", "AV")


def test_sanctions_cannot_push_growth_below_zero() -> None:
    world = put(crowns(), sanction={f"{code} AV": 2 for code in ("BR", "CO", "DO", "ES")})
    tale = play(under(world, soft__target=5.0), "")
    growth = tale.record("economy")["growth"]
    natural = play(crowns(), "").record("economy")["growth"]
    assert growth[0] == pytest.approx(min(0.0, natural[0]), abs=1e-6)


def test_many_senders_slow_more_than_one_and_an_embargo_more_than_a_censure() -> None:
    def lost(**by: int) -> float:
        world = put(crowns(), sanction={f"{code} AV": level for code, level in by.items()})
        return float(flip(squeeze(world))[0].sum())

    assert 0 < lost(CO=1) < lost(CO=2) < lost(CO=2, BR=2)


def test_an_embargo_ends_trade_and_a_censure_does_not() -> None:
    trading = tied("trade", "CO AV")()
    assert not play(trading, "CO: embargo AV").get("trade", "CO", "AV")
    assert play(trading, "CO: censure AV").get("trade", "CO", "AV")
    play(put(crowns(), sanction={"CO AV": 2}), "AV: offer trade CO (refused: sanctions)")


def test_nobody_sanctions_those_it_is_bound_to() -> None:
    play(tied("pact")(), "BR: censure DO (refused: bound), embargo DO (refused: bound)")


def test_trade_earns_by_the_root_of_the_partners_weight() -> None:
    world = put(crowns(), trade={**both("BR DO", False), **both("CO ES", True)})
    r = world.setting.rules.economy
    whole = economy(world).sum()
    expected = r.trade * np.sqrt(economy(world)[seat(world, "ES")] / whole)
    assert trade_gain(world)[seat(world, "CO")] == pytest.approx(expected, rel=1e-3)
    assert trade_gain(world)[seat(world, "AV")] == 0


def test_the_sender_bears_a_part_of_the_harm() -> None:
    tale, quiet = play(crowns(), "BR: embargo AV"), play(crowns(), "")
    own = economy(quiet.world)[1] - economy(tale.world)[1]
    harm = economy(quiet.world)[0] - economy(tale.world)[0]
    assert 0 < own < harm
    assert own / harm == pytest.approx(crowns().setting.rules.soft.sender, rel=0.05)


def worn(**years: int) -> World:
    return put(embargoed(), sanction_years={f"{code} AV": year for code, year in years.items()})


def test_an_embargo_cannot_be_laid_on_twice_and_lifting_it_does_not_make_it_new() -> None:
    play(embargoed(), "CO: embargo AV (refused: same)")
    tale = play(worn(CO=8), "CO: lift AV", "", "CO: embargo AV")
    assert get(tale.worlds[1], "sanction", "CO", "AV") == 0
    assert tale.get("sanction_years", "CO", "AV") >= 8
    assert 0 < squeeze(tale.world)[2, 0] < squeeze(worn(CO=0))[2, 0] / 2


def test_laying_embargoes_on_and_off_harms_no_more_than_one_that_stands() -> None:
    cycled = play(crowns(), *["CO: embargo AV", "", "CO: lift AV"] * 4)
    kept = play(crowns(), "CO: embargo AV", *[""] * 11)
    harm = [sum(squeeze(world)[2, 0] for world in tale.worlds) for tale in (cycled, kept)]
    assert 0 < harm[0] <= harm[1]


def test_changing_the_level_of_sanctions_does_not_make_them_new() -> None:
    """Censure and embargo in turn: every embargo bites as weakly as if it had stood all the time."""
    cycled = play(embargoed(), "CO: censure AV", "CO: embargo AV", "CO: censure AV", "CO: embargo AV")
    kept = play(embargoed(), "", "", "", "")
    years = [[get(world, "sanction_years", "CO", "AV") for world in tale.worlds] for tale in (cycled, kept)]
    assert years[0] == years[1] == [0, 1, 2, 3, 4]
    harm = [sum(squeeze(world)[2, 0] for world in tale.worlds) for tale in (cycled, kept)]
    assert harm[0] < harm[1]
