"""Concepts told from numbers: each occurs in one game and is withheld in another that looks alike."""

from __future__ import annotations

import numpy as np
import pytest

from game.measures.threat import beatable
from game.report.concepts import BY_NAME, CONCEPTS, Turned, of_event, tags, told
from game.world import World
from tests.stories.notation import Tale, get, play, put, seat, under
from tests.stories.test_calls import near
from tests.stories.test_verbs_matter import at_war, both, called, crowns, full, tied


def shown(tale: Tale, turn: int = -1, public: bool = False) -> set[str]:
    """What a turn of a tale showed, in words: `soft_balancing CO AV`."""
    after = len(tale.steps) if turn == -1 else turn + 1
    found = told(tags(tale.worlds[after - 1], tale.worlds[after], tale.steps[turn], public=public))
    codes = tale.world.setting.codes
    return {f"{each.concept} {codes[each.actor]} {codes[each.target]}" for each in found}


def names(tale: Tale, concept: str) -> set[str]:
    """Who did it to whom, of one concept, in the last turn: `CO AV`."""
    return {words.partition(" ")[2] for words in shown(tale) if words.startswith(f"{concept} ")}


def on_event(tale: Tale, kind: str, *codes: str) -> str | None:
    """The concept on an event of the last turn."""
    turned = Turned(tale.worlds[-2], tale.worlds[-1], tale.steps[-1])
    return of_event(turned, kind, [seat(tale.world, code) for code in codes])


def quiet(world: World | None = None) -> World:
    """Five crowns without pacts, with small arms budgets and a spotless record."""
    stage = crowns() if world is None else world
    r = stage.setting.rules.budget
    return stage.but(
        pact=stage.pact & False,
        pact_term=stage.pact_term * 0,
        pact_age=stage.pact_age * 0,
        aggression=stage.aggression * 0.0,
        budget_arms=np.full(stage.n, r.butter_arms),
        budget_growth=np.full(stage.n, r.butter_growth),
    )


def trusting(world: World) -> World:
    """Nobody thinks ill of anybody: no threat counts."""
    return world.but(intent=world.intent * 0.0)


def test_internal_balancing_is_arming_against_a_danger_and_arming_without_one_is_not() -> None:
    afraid, calm = play(quiet(), "BR: guns"), play(trusting(quiet()), "BR: guns")
    assert names(afraid, "internal_balancing") == {"BR AV"}
    assert names(calm, "internal_balancing") == set()


def test_what_counts_as_arming_is_a_number_of_the_rules() -> None:
    """Guns are twice a balanced budget: enough for the shipped threshold, not for one of three times that budget."""
    strict = under(quiet(), concepts__effort=3.0)
    assert names(play(quiet(), "BR: guns"), "internal_balancing") == {"BR AV"}
    assert names(play(strict, "BR: guns"), "internal_balancing") == set()


def test_the_strongest_that_arms_balances_against_nobody() -> None:
    assert names(play(quiet(), "AV: guns"), "internal_balancing") == set()


def test_external_balancing_is_a_pact_against_a_common_danger() -> None:
    afraid, calm = (play(w, "BR: ally CO; CO: ally BR") for w in (quiet(), trusting(quiet())))
    assert {"BR CO", "CO BR"} <= names(afraid, "external_balancing")
    assert on_event(afraid, "pact_signed", "BR", "CO") == "external_balancing"
    assert afraid.told("pact_signed", "BR", "CO") and calm.told("pact_signed", "BR", "CO")
    assert names(calm, "external_balancing") == set()
    assert on_event(calm, "pact_signed", "BR", "CO") is None


def test_a_danger_of_one_alone_makes_no_common_cause() -> None:
    """Doria fears nobody here: its pact with Brenmark may be friendship."""
    world = quiet()
    fearless = world.but(intent=np.where(np.arange(world.n)[:, None] == seat(world, "DO"), 0.0, world.intent))
    tale = play(fearless, "BR: ally DO; DO: ally BR")
    assert names(tale, "external_balancing") == set()
    assert {"BR DO", "DO BR"} <= names(play(world, "BR: ally DO; DO: ally BR"), "external_balancing")


@pytest.mark.parametrize(
    ("deed", "kind"), [("send arms", "support"), ("send money", "support"), ("guarantee", "guaranteed")]
)
def test_backing_who_resists_the_same_danger_is_external_balancing(deed: str, kind: str) -> None:
    afraid, calm = play(quiet(), f"DO: {deed} CO"), play(trusting(quiet()), f"DO: {deed} CO")
    assert afraid.told(kind, "DO", "CO") and calm.told(kind, "DO", "CO")
    assert on_event(afraid, kind, "DO", "CO") == "external_balancing"
    assert on_event(calm, kind, "DO", "CO") is None


def test_a_pact_renewed_against_the_danger_is_balancing_anew() -> None:
    sworn = put(quiet(), pact=both("BR CO", True), pact_term=both("BR CO", 2))
    tale = play(sworn, "BR: ally CO; CO: ally BR")
    assert tale.record("treaties")["pact_renewed"].any()
    assert {"BR CO", "CO BR"} <= names(tale, "external_balancing")


def test_a_pact_balances_if_it_does_so_for_one_of_the_two() -> None:
    """Brenmark fights Avar and fears it not; Doria does, and joins forces with who resists it."""
    world = quiet(at_war())
    brenmark = np.arange(world.n)[:, None] == seat(world, "BR")
    tale = play(world.but(intent=np.where(brenmark, 0.0, world.intent)), "BR: ally DO; DO: ally BR")
    assert names(tale, "external_balancing") == {"DO BR"}
    assert on_event(tale, "pact_signed", "BR", "DO") == "external_balancing"


def test_joining_the_war_against_the_danger_is_balancing_and_against_a_harmless_state_it_is_not() -> None:
    world = quiet(at_war())
    afraid, calm = play(world, "CO: join AV"), play(trusting(world), "CO: join AV")
    assert afraid.told("joined", "CO", "AV") and calm.told("joined", "CO", "AV")
    assert on_event(afraid, "joined", "CO", "AV") == "external_balancing"
    assert on_event(calm, "joined", "CO", "AV") is None


def test_soft_balancing_is_a_sanction_on_the_danger_and_one_on_a_weak_rival_is_not() -> None:
    strong, weak = play(quiet(), "CO: embargo AV"), play(quiet(), "CO: embargo ES")
    assert on_event(strong, "sanction", "CO", "AV") == "soft_balancing"
    assert names(strong, "soft_balancing") == {"CO AV"}
    assert weak.told("sanction", "CO", "ES") and names(weak, "soft_balancing") == set()


def test_a_sanction_on_a_stronger_state_that_nobody_need_fear_is_no_balancing_but_on_one_with_a_third_of_all_is() -> (
    None
):
    world = trusting(quiet())
    towering = put(world, arms={"AV": 30.0})
    assert names(play(world, "CO: embargo AV"), "soft_balancing") == set()
    assert names(play(towering, "CO: embargo AV"), "soft_balancing") == {"CO AV"}


def test_closing_one_s_ports_to_the_danger_is_soft_balancing_and_to_a_weak_rival_it_is_not() -> None:
    world = quiet(full())
    strong, weak = play(world, "CO: close AV"), play(world, "CO: close ES")
    assert on_event(strong, "closed", "CO", "AV") == "soft_balancing"
    assert weak.told("closed", "CO", "ES") and names(weak, "soft_balancing") == set()


def test_censure_moved_and_voted_against_the_danger_is_soft_balancing_and_a_mandate_for_war_is_not() -> None:
    world = quiet(full())
    censure = play(world, "BR: move censure AV", "CO: yes vote AV; ES: no vote AV")
    assert shown(censure, 0) >= {"soft_balancing BR AV"}
    assert on_event(censure, "vote", "CO", "AV") == "soft_balancing"
    assert on_event(censure, "vote", "ES", "AV") is None
    assert names(play(world, "BR: move censure ES"), "soft_balancing") == set()
    mandate = play(world, "BR: move mandate AV", "CO: yes vote AV")
    assert mandate.told("vote", "CO", "AV")
    assert "soft_balancing BR AV" not in shown(mandate, 0) and names(mandate, "soft_balancing") == set()


def test_reform_in_the_face_of_a_danger_is_internal_balancing_and_the_strongest_s_is_not() -> None:
    world = put(quiet(full()), quality={"BR": 0.8, "AV": 0.8})
    weak, strong = play(world, "BR: reform"), play(world, "AV: reform")
    assert on_event(weak, "reform", "BR") == "internal_balancing"
    assert strong.told("reform", "AV") and on_event(strong, "reform", "AV") is None


def test_bandwagoning_is_a_pact_with_the_danger_and_with_a_harmless_strong_state_it_is_not() -> None:
    line = "CO: ally AV; AV: ally CO"
    afraid, calm = play(quiet(), line), play(trusting(quiet()), line)
    assert names(afraid, "bandwagoning") == {"CO AV"}
    assert on_event(afraid, "pact_signed", "AV", "CO") == "bandwagoning"
    assert names(afraid, "external_balancing") == set()
    assert calm.told("pact_signed", "AV", "CO") and names(calm, "bandwagoning") == set()


def test_falling_upon_a_losing_state_beside_a_stronger_one_is_bandwagoning_and_upon_the_stronger_is_not() -> None:
    world = trusting(quiet(at_war()))
    jackal, hero = play(world, "ES: join BR"), play(world, "ES: join AV")
    assert names(jackal, "bandwagoning") == {"ES AV"}
    assert on_event(jackal, "attack", "ES", "BR") == "bandwagoning"
    assert names(hero, "bandwagoning") == set()


def test_buck_passing_is_to_do_nothing_while_another_arms_against_the_common_danger() -> None:
    """Corvane keeps arming against Avar; Brenmark keeps to butter in one game and arms in the other."""
    world = put(quiet(), budget_arms={"CO": 0.6}, budget_growth={"CO": 0.2})
    passes, shares = play(world, "BR: butter"), play(world, "BR: guns")
    assert "BR CO" in names(passes, "buck_passing")
    assert "BR CO" not in names(shares, "buck_passing")
    assert "DO CO" in names(shares, "buck_passing")


def test_who_helps_the_one_that_fights_passes_no_buck() -> None:
    world = quiet(at_war())
    passes, helps = play(world, ""), play(world, "DO: send arms BR")
    assert "DO BR" in names(passes, "buck_passing")
    assert "DO BR" not in names(helps, "buck_passing")


def test_chain_ganging_is_war_for_an_ally_without_whom_one_is_lost_and_entrapment_for_one_s_ally_alone() -> None:
    """Doria comes to Brenmark's aid against Avar: mighty and feared in one game, weak in the other."""
    strong = put(called(), arms={"AV": 16.0})
    weak = trusting(put(called(), arms={"AV": 4.0}))
    chained, trapped = play(strong, "DO: yes call AV"), play(weak, "DO: yes call AV")
    assert names(chained, "chain_ganging") == {"DO BR"} and names(chained, "entrapment") == set()
    assert names(trapped, "entrapment") == {"DO BR"} and names(trapped, "chain_ganging") == set()
    assert on_event(chained, "honoured", "DO", "BR") == "chain_ganging"
    assert on_event(trapped, "honoured", "DO", "BR") == "entrapment"


def test_an_ally_that_one_could_do_without_chains_nobody() -> None:
    """The same war, but where the defender has it easy Avar could not beat Doria alone."""
    alone = put(called(), pact=both("AV ES", False), pact_term=both("AV ES", 0), pact_age=both("AV ES", 0))
    hard = put(alone, arms={"AV": 12.0})
    easy = hard.but(offence=0.0)
    together = beatable(hard)[seat(hard, "DO"), seat(hard, "AV")]
    assert together < 1.0, "with its ally it holds"
    assert names(play(hard, "DO: yes call AV"), "chain_ganging") == {"DO BR"}
    tale = play(easy, "DO: yes call AV")
    assert tale.told("honoured", "DO", "BR") and names(tale, "chain_ganging") == set()


def at_war_together() -> World:
    """Avar fights Doria, who has a pact with Brenmark; both of them fear Avar."""
    return put(
        tied("pact")(), war=both("AV DO", True), war_age=both("AV DO", 2), began={"AV DO": True}, arms={"AV": 12.0}
    )


def test_who_is_attacked_itself_was_neither_chained_nor_trapped() -> None:
    attacked, joins = play(at_war_together(), "AV: attack BR"), play(at_war_together(), "BR: join AV")
    assert attacked.get("war", "BR", "AV") and joins.get("war", "BR", "AV")
    assert names(joins, "chain_ganging") == {"BR DO"}
    assert names(attacked, "chain_ganging") == names(attacked, "entrapment") == set()


def test_who_joins_without_a_promise_or_has_fought_all_along_is_chained_to_nobody() -> None:
    strong = put(near(crowns()), war=both("AV BR", True), war_age=both("AV BR", 2), began={"AV BR": True})
    strong = put(strong, arms={"AV": 16.0})
    joins = play(strong, "CO: join AV")
    assert joins.told("joined", "CO", "AV") and names(joins, "chain_ganging") == set()
    fighting = put(at_war_together(), war=both("AV BR", True), war_age=both("AV BR", 2), began={"AV BR": True})
    assert names(play(fighting, ""), "chain_ganging") == set()


def test_abandonment_is_to_stand_aside_when_called_and_who_comes_abandons_nobody() -> None:
    aside, comes = play(called(), "DO: no call AV"), play(called(), "DO: yes call AV")
    assert names(aside, "abandonment") == {"DO BR"}
    assert on_event(aside, "abandoned", "DO", "BR") == "abandonment"
    assert names(comes, "abandonment") == set()


def test_a_pact_broken_in_a_crisis_is_abandonment_and_in_quiet_times_it_is_not() -> None:
    peace = tied("pact")()
    crisis = put(peace, demand={"AV BR": 3}, refused={"AV BR": True})
    left, parted = play(crisis, "DO: break pact BR"), play(peace, "DO: break pact BR")
    assert on_event(left, "broken", "DO", "BR") == "abandonment"
    assert parted.told("broken", "DO", "BR") and names(parted, "abandonment") == set()


def wary() -> World:
    """Brenmark fears Avar and has armed; Corvane begins to fear Brenmark."""
    return put(quiet(), arms={"BR": 10.0, "AV": 14.0}, intent={"CO BR": 0.6, "BR AV": 0.6})


def test_the_security_dilemma_is_arming_out_of_fear_that_frightens_a_third_who_did_no_harm() -> None:
    arms, rests = play(wary(), "BR: guns"), play(wary(), "BR: butter")
    assert names(arms, "security_dilemma") == {"BR CO"}
    assert names(rests, "security_dilemma") == set()


def test_the_arming_of_who_fears_nobody_is_no_dilemma() -> None:
    tale = play(wary(), "AV: guns")
    assert tale.get("arms", "AV") > get(wary(), "arms", "AV")
    assert names(tale, "security_dilemma") == set()


def test_the_arming_of_an_aggressor_is_no_dilemma_but_a_danger() -> None:
    guilty = put(wary(), aggression={"BR": 0.5})
    assert names(play(guilty, "BR: guns"), "security_dilemma") == set()


def test_underbalancing_is_to_do_nothing_about_a_danger_that_could_beat_one() -> None:
    """Nobody resists Avar in one game; in the other Brenmark arms and so does not underbalance."""
    lazy, arming = play(quiet(), "BR: butter"), play(quiet(), "BR: guns")
    assert "BR AV" in names(lazy, "underbalancing")
    assert "BR AV" not in names(arming, "underbalancing")


def test_while_another_bears_the_burden_idleness_is_buck_passing_and_no_underbalancing() -> None:
    world = put(quiet(), budget_arms={"CO": 0.6}, budget_growth={"CO": 0.2})
    tale = play(world, "BR: butter")
    assert "BR CO" in names(tale, "buck_passing") and "BR AV" not in names(tale, "underbalancing")


def overtaking(start: float) -> World:
    """Brenmark is about to overtake Avar in power; at the start it had so much of Avar's share."""
    world = quiet()
    even = put(world, arms={"AV": 9.0, "BR": 8.0}, wealth=level_wealth(world))
    return put(even, power_start={"AV": 0.4, "BR": start * 0.4})


def level_wealth(world: World) -> dict[str, float]:
    mine, theirs = (world.wealth[world.owner == seat(world, code)].sum() for code in ("AV", "BR"))
    regions = np.flatnonzero(world.owner == seat(world, "AV"))
    return {world.setting.region_ids[k]: float(world.wealth[k] * 1.25 * theirs / mine) for k in regions}


@pytest.mark.parametrize(
    "answer",
    [
        "guns",
        "embargo AV",
        "close AV",
        "guarantee CO",
        "send arms CO",
        "send money CO",
        "reform",
        "attack AV",
        "move censure AV",
    ],
)
def test_any_answer_to_a_danger_is_no_underbalancing(answer: str) -> None:
    world = put(quiet(full()), quality={"BR": 0.8})
    idle, answered = play(world, ""), play(world, f"BR: {answer}")
    assert "BR AV" in names(idle, "underbalancing")
    assert "BR AV" not in names(answered, "underbalancing")


def test_a_standing_pact_against_the_danger_is_an_answer_and_one_with_it_none_is_needed() -> None:
    sworn = put(quiet(), pact=both("BR CO", True), pact_term=both("BR CO", 6))
    assert {"BR AV", "CO AV"}.isdisjoint(names(play(sworn, ""), "underbalancing"))
    guards = put(quiet(), guarantee={"BR CO": True})
    assert "BR AV" not in names(play(guards, ""), "underbalancing")
    submits = play(quiet(), "BR: ally AV; AV: ally BR")
    assert submits.get("pact", "BR", "AV") and "BR AV" not in names(submits, "underbalancing")


def test_to_arm_for_the_first_time_is_not_yet_to_bear_the_burden_before_all_eyes() -> None:
    assert names(play(quiet(), "BR: guns"), "buck_passing") == set()


def test_nobody_has_passed_the_buck_before_the_war_was_seen() -> None:
    tale = play(quiet(), "AV: attack BR", "")
    assert shown(tale, 0).isdisjoint({"buck_passing DO BR", "buck_passing CO BR"})
    assert "DO BR" in names(tale, "buck_passing")


def test_power_transition_is_a_riser_s_overtaking_of_the_leader_and_not_a_change_among_near_equals() -> None:
    line = "BR: budget 1 0 0; AV: budget 0 0 1"
    riser, equal = play(overtaking(0.5), line), play(overtaking(0.95), line)
    assert names(riser, "power_transition") == {"BR AV"}
    assert names(equal, "power_transition") == set()


# what holds of all


def test_where_nobody_need_fear_anybody_no_order_by_its_name_makes_a_concept() -> None:
    line = "BR: ally CO, guns; CO: ally BR, embargo AV; DO: guns, guarantee CO; ES: embargo CO, send arms BR"
    assert shown(play(trusting(quiet()), line)) == set()
    assert len(shown(play(quiet(), line))) > 4


@pytest.mark.parametrize("name", BY_NAME)
def test_every_concept_has_words_a_source_and_a_test(name: str) -> None:
    concept = BY_NAME[name]
    for words in (concept.definition, concept.test):
        assert words.endswith(".") and len(words.split()) > 8, words
    assert concept.title and any(c.isdigit() for c in concept.source)


def test_a_tag_in_public_gives_no_secret_away() -> None:
    """What only states themselves know may be anything: the public reading stays the same."""
    world = quiet()
    line = "BR: ally CO; CO: ally BR; DO: embargo AV; ES: send arms CO"
    tale, other = play(world, line), play(trusting(world.but(attitude=-world.attitude)), line)
    assert shown(tale, public=True) == shown(other, public=True) != set()
    assert shown(tale) != shown(other)


def test_nothing_is_told_of_a_game_that_is_over() -> None:
    tale = play(quiet().but(ending=np.int64(1)), "BR: guns")
    assert shown(tale) == set()


def test_a_world_s_tags_are_masks_of_pairs_without_a_diagonal() -> None:
    tale = play(quiet(), "BR: guns; CO: embargo AV")
    found = tags(tale.worlds[0], tale.world, tale.steps[0])
    n = tale.world.n
    assert list(found) == [concept.name for concept in CONCEPTS]
    assert all(mask.shape == (n, n) and mask.dtype == bool and not mask.diagonal().any() for mask in found.values())
