"""Stories of crises and wars: demands, surprise, calls to arms, joiners, liberation, capitals, death."""

import numpy as np
import pytest

from game.measures.power import held_count
from game.measures.reach import reach
from game.measures.ties import calls
from game.world import World
from tests.stories.notation import Tale, get, play, put, region, seat, under
from tests.stories.test_verbs_matter import at_war, both, called, crowns, tied
from tests.worlds import start


def rules(world: World):  # type: ignore[no-untyped-def]
    return world.setting.rules


# demands


def test_a_refused_demand_gives_cause_for_war_and_an_attack_is_then_no_surprise() -> None:
    demanded = play(crowns(), "AV: demand sablecoast", "CO: no demand AV", "AV: attack CO")
    surprise = play(crowns(), "", "", "AV: attack CO")
    assert demanded.told("attack", "AV", "CO")
    assert surprise.told("surprise", "AV", "CO")
    assert demanded.get("reputation", "AV") > surprise.get("reputation", "AV")
    assert demanded.get("aggression", "AV") < surprise.get("aggression", "AV")


def test_an_attack_is_withheld_if_the_demand_is_conceded() -> None:
    tale = play(crowns(), "AV: demand sablecoast", "AV: attack CO; CO: yes demand AV")
    assert not tale.get("war", "AV", "CO")
    assert tale.get("owner", "sablecoast") == seat(tale.world, "AV")
    assert not tale.told("attack") and not tale.told("surprise")


def test_an_attack_while_the_answer_is_due_goes_ahead_if_it_is_refused() -> None:
    tale = play(crowns(), "AV: demand sablecoast", "AV: attack CO; CO: no demand AV")
    assert tale.get("war", "AV", "CO")
    assert tale.told("attack", "AV", "CO")


def test_to_leave_a_demand_unanswered_is_to_refuse_it() -> None:
    tale = play(crowns(), "AV: demand sablecoast", "")
    assert tale.get("refused", "AV", "CO")
    assert tale.told("refused", "CO", "AV")


def test_conceded_land_comes_with_little_integration_and_without_war() -> None:
    tale = play(crowns(), "AV: demand sablecoast", "CO: yes demand AV")
    r = rules(tale.world)
    grip = tale.get("integration", "sablecoast")
    assert r.crises.conceded_integration <= grip <= r.crises.conceded_integration + r.economy.absorb + 1e-6
    assert tale.told("conceded", "CO", "AV")
    assert tale.get("prior", "sablecoast") == -1


def test_core_land_conceded_to_its_people_is_whole_at_once() -> None:
    tale = play(crowns(), "CO: demand tarrow", "AV: yes demand CO")
    assert tale.get("owner", "tarrow") == seat(tale.world, "CO")
    assert tale.get("integration", "tarrow") == 1.0


def test_a_refused_demand_that_is_let_go_costs_face() -> None:
    lines = ["AV: demand sablecoast", "CO: no demand AV"] + [""] * 5
    tale, quiet = play(crowns(), *lines), play(crowns(), *([""] * 7))
    assert tale.told("dropped", "AV", "CO")
    assert tale.get("demand", "AV", "CO") == 0
    assert not tale.get("refused", "AV", "CO")
    assert tale.get("reputation", "AV") < quiet.get("reputation", "AV")


def test_a_demand_cannot_be_repeated_while_it_is_open() -> None:
    play(crowns(), "AV: demand sablecoast", "AV: demand disarm CO (refused: open)")


def test_two_who_demand_one_region_cannot_both_have_it_and_the_stronger_gets_it() -> None:
    tale = play(crowns(), "AV: demand sablecoast; ES: demand sablecoast", "CO: yes demand AV, yes demand ES")
    assert tale.get("owner", "sablecoast") == seat(tale.world, "AV")
    assert held_count(tale.world).sum() == tale.world.setting.r


def test_the_last_region_is_never_conceded() -> None:
    world = crowns()
    corvane = seat(world, "CO")
    last = {name: 0 for name, owner in zip(world.setting.region_ids, world.owner, strict=True) if owner == corvane}
    del last["sablecoast"]
    world = put(world, owner=last, capital={"CO": region(world, "sablecoast")})
    tale = play(world, "AV: demand sablecoast", "CO: yes demand AV (refused: last)")
    assert tale.get("owner", "sablecoast") == corvane
    assert tale.get("refused", "AV", "CO")


def test_who_has_one_region_left_may_still_give_way_to_other_demands() -> None:
    world = crowns()
    rest = {n: 0 for n, o in zip(world.setting.region_ids, world.owner, strict=True) if o == 2 and n != "sablecoast"}
    world = put(world, owner=rest, capital={"CO": region(world, "sablecoast")})
    tale = play(world, "AV: demand disarm CO", "CO: yes demand AV")
    assert tale.told("conceded", "CO", "AV")


def test_an_attack_held_back_because_the_target_gave_way_costs_no_influence_and_is_told() -> None:
    world = put(play(crowns(), "AV: demand sablecoast").world, influence={"AV": 3.0})
    held, quiet = play(world, "AV: attack CO; CO: yes demand AV"), play(world, "CO: yes demand AV")
    assert held.told("held_back", "AV", "CO") and not quiet.told("held_back")
    assert held.get("influence", "AV") == quiet.get("influence", "AV")
    elsewhere = play(world, "AV: attack CO; CO: yes demand AV; BR: attack DO")
    assert elsewhere.get("war", "BR", "DO")
    assert elsewhere.get("influence", "AV") == quiet.get("influence", "AV")
    fought = play(world, "AV: attack CO; CO: no demand AV")
    price = rules(world).influence.attack
    assert quiet.get("influence", "AV") - fought.get("influence", "AV") == pytest.approx(price, abs=1e-5)


def test_at_level_foundations_no_attack_is_a_surprise() -> None:
    """Demands come with the next level: nobody is blamed for want of one."""
    world = start("five-crowns", level="foundations")
    world = world.but(influence=np.full(world.n, rules(world).influence.cap))
    tale = play(world, "AV: attack CO")
    assert tale.told("attack", "AV", "CO") and not tale.told("surprise")
    standard = play(crowns(), "AV: attack CO")
    assert tale.get("reputation", "AV") > standard.get("reputation", "AV")


def test_breaking_a_pact_to_attack_at_once_costs_as_much_as_attacking_a_partner() -> None:
    world = tied("pact")()
    plain, sly = play(world, "BR: attack DO"), play(world, "BR: break pact DO, attack DO")
    assert sly.get("war", "BR", "DO")
    assert sly.get("reputation", "BR") == pytest.approx(plain.get("reputation", "BR"), abs=1e-5)
    assert sly.get("reputation", "BR") < play(crowns(), "BR: attack DO").get("reputation", "BR")


# calls to arms


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


# wars


def test_war_is_seen_by_all_at_once_and_fought_from_the_next_turn() -> None:
    tale = play(crowns(), "AV: attack CO", "")
    assert tale.told("surprise", "AV", "CO")
    assert tale.get("war_age", "AV", "CO", turn=1) == 1
    losses = [tale.record("campaigns", turn)["losses"] for turn in (0, 1)]
    assert not losses[0].any()
    assert losses[1][seat(tale.world, "AV")] > 0 and losses[1][seat(tale.world, "CO")] > 0


def test_war_ends_the_ties_of_the_two() -> None:
    world = tied("trade", "AV CO")()
    tale = play(put(world, demand={"AV CO": 3}, refused={"AV CO": True}), "AV: attack CO")
    for column in ("trade", "trade_term", "demand", "refused", "nonaggression", "pact"):
        assert not tale.get(column, "AV", "CO"), column


def test_joiners_go_home_when_the_first_quarrel_is_over() -> None:
    tale = play(at_war(), "CO: join AV", "AV: peace as_held BR; BR: peace as_held AV", "")
    assert tale.get("war", "CO", "AV", turn=1)
    assert not tale.get("war", "AV", "BR")
    assert not tale.get("war", "CO", "AV")
    assert tale.told("peace", "AV", "BR") and not tale.world.helps.any()


def test_whoever_joins_against_the_one_attacked_is_an_aggressor_and_whoever_joins_against_the_attacker_is_not() -> None:
    world = at_war()
    jackal, helper = play(world, "CO: join BR"), play(world, "CO: join AV")
    assert jackal.get("aggression", "CO") > get(world, "aggression", "CO")
    assert helper.get("aggression", "CO") <= get(world, "aggression", "CO")


def test_joining_against_an_aggressor_is_at_once_and_beside_its_victim() -> None:
    tale = play(at_war(), "CO: join AV")
    assert tale.told("joined", "CO", "AV") and not tale.told("attack", "CO")
    assert tale.get("helps", "CO", "BR") and not tale.get("began", "CO", "AV")
    assert tale.record("campaigns")["losses"][seat(tale.world, "CO")] > 0


def test_piling_on_one_at_war_already_is_an_attack_fought_from_the_next_turn() -> None:
    world = at_war()
    tale, quiet = play(world, "CO: join BR", ""), play(world, "", "")
    corvane = seat(world, "CO")
    assert tale.told("attack", "CO", "BR") and not tale.told("surprise")
    assert tale.get("began", "CO", "BR") and not tale.get("began", "BR", "CO")
    assert not tale.record("campaigns", 0)["losses"][corvane] and tale.record("campaigns", 1)["losses"][corvane] > 0
    assert tale.get("influence", "CO", turn=1) == quiet.get("influence", "CO", turn=1)


def test_piling_on_is_resented_like_any_other_attack() -> None:
    """Against Brenmark at war already as against Brenmark at peace that has refused a demand."""
    piled, alone = play(at_war(), "CO: join BR"), play(at_war(), "")
    refused = put(crowns(), demand={"CO BR": 3}, refused={"CO BR": True})
    attack, peace = play(refused, "CO: attack BR"), play(refused, "")
    for column, places in (("aggression", ("CO",)), ("intent", ("BR", "CO")), ("attitude", ("BR", "CO"))):
        changed = [a.get(column, *places) - b.get(column, *places) for a, b in ((piled, alone), (attack, peace))]
        assert changed[0] == pytest.approx(changed[1], abs=0.02), column
        assert abs(changed[0]) > 0.05, column


def test_piling_on_calls_the_partners_of_the_one_it_falls_upon() -> None:
    """Doria promised Brenmark help; Avar's attack is long past, but Corvane's is new."""
    world = near(put(at_war(), guarantee={"DO BR": True}))
    piled = play(world, "CO: join BR")
    assert called_against(piled, "CO") == {"DO"} and called_against(piled, "AV") == set()
    came, aside = play(piled.world, "DO: yes call CO"), play(piled.world, "")
    assert came.told("honoured", "DO", "BR") and came.get("war", "DO", "CO")
    assert aside.told("abandoned", "DO", "BR")


def test_nobody_joins_against_both_of_two_enemies() -> None:
    tale = play(near(at_war()), "CO: join AV, join BR")
    assert not tale.world.war[seat(tale.world, "CO")].any()
    assert not tale.told("joined") and not tale.told("attack")


def test_joining_in_spite_of_non_aggression_costs_a_good_name_unless_called() -> None:
    sworn = {"nonaggression": both("AV DO", True), "nonaggression_term": both("AV DO", 6)}
    unbidden = [play(near(put(at_war(), **ties)), "DO: join AV") for ties in ({}, sworn)]
    assert unbidden[0].get("reputation", "DO") > unbidden[1].get("reputation", "DO")
    lost = rules(at_war()).treaties.attack_nonaggression
    assert unbidden[0].get("reputation", "DO") - unbidden[1].get("reputation", "DO") == pytest.approx(lost, abs=0.02)
    bidden = [play(put(called(), **ties), "DO: yes call AV") for ties in ({}, sworn)]
    assert bidden[0].get("reputation", "DO") == bidden[1].get("reputation", "DO")


@pytest.mark.parametrize("enemy", ["AV", "BR"])
def test_joining_ends_what_there_was_between_the_two(enemy: str) -> None:
    """Trade, non-aggression and what the other had promised; against a partner nobody may join."""
    pair = f"CO {enemy}"
    ties = {tie: both(pair, True) for tie in ("trade", "nonaggression")}
    terms = {f"{tie}_term": both(pair, 6) for tie in ties}
    tale = play(near(put(at_war(), **ties, **terms, guarantee={f"{enemy} CO": True})), f"CO: join {enemy}")
    assert tale.get("war", "CO", enemy)
    for column in (*ties, *terms, "guarantee"):
        assert not tale.get(column, "CO", enemy) and not tale.get(column, enemy, "CO"), column
    bound = put(at_war(), pact=both(pair, True), pact_term=both(pair, 6))
    play(near(bound), f"CO: join {enemy} (refused: join)")


def test_peace_gives_a_truce_and_makes_the_lines_held_the_new_borders() -> None:
    tale = play(at_war(), "AV: peace as_held BR; BR: peace as_held AV")
    assert tale.get("owner", "farwick") == seat(tale.world, "AV")
    assert tale.get("prior", "farwick") == -1
    assert tale.get("nonaggression", "AV", "BR")
    assert tale.get("nonaggression_term", "AV", "BR") == int(rules(tale.world).treaties.truce)


def test_peace_as_before_gives_back_what_was_taken() -> None:
    tale = play(at_war(), "AV: peace as_before BR", "BR: yes peace AV")
    assert tale.get("owner", "farwick") == seat(tale.world, "BR") and not tale.get("war", "AV", "BR")
    assert tale.get("integration", "farwick") == 1.0


@pytest.mark.parametrize(
    "lines",
    [
        ("AV: peace as_before BR", "BR: peace as_held AV"),
        ("BR: peace as_before AV", "AV: peace as_held BR"),
        ("AV: peace as_before BR; BR: peace as_held AV", ""),
    ],
)
def test_there_is_no_peace_while_the_two_want_other_terms(lines: tuple[str, ...]) -> None:
    tale = play(at_war(), *lines)
    assert tale.get("war", "AV", "BR")
    assert not tale.told("peace")


@pytest.mark.parametrize(("terms", "holder"), [("as_held", "AV"), ("as_before", "BR")])
def test_two_who_offer_the_same_terms_make_peace_on_them(terms: str, holder: str) -> None:
    """In one turn, or in the second while the offer of the first lies open; meanwhile no land falls."""
    world = under(at_war(), campaigns__cap=0.0)
    line = f"AV: peace {terms} BR; BR: peace {terms} AV"
    for tale in (play(world, line), play(world, *line.split("; "))):
        assert tale.told("peace", "AV", "BR")
        assert tale.get("owner", "farwick") == seat(tale.world, holder)
        assert not tale.get("war", "AV", "BR")


def last_land_given_back() -> Tale:
    """Avar has lost all but Farwick, which it took from Brenmark, and makes peace as before."""
    world = at_war()
    lost = {n: 4 for n, o in zip(world.setting.region_ids, world.owner, strict=True) if o == 0 and n != "farwick"}
    world = put(world, owner=lost, capital={"AV": region(world, "farwick")})
    return play(under(world, campaigns__cap=0.0), "AV: peace as_before BR; BR: peace as_before AV")


def test_who_gives_back_its_last_land_in_peace_is_no_more() -> None:
    tale = last_land_given_back()
    assert tale.told("died", "AV")
    assert tale.get("owner", "farwick") == seat(tale.world, "BR")
    assert not tale.get("alive", "AV") and not tale.world.war.any()


def test_one_side_alone_cannot_make_peace() -> None:
    tale = play(at_war(), "AV: peace as_held BR", "AV: peace as_held BR; BR: no peace AV")
    assert tale.get("war", "AV", "BR")
    assert tale.told("declined", "BR", "AV")


def test_two_exhausted_sides_stop_on_the_lines_held() -> None:
    tired = rules(at_war()).peace.exhausted / 2
    tale = play(put(at_war(), cohesion={"AV": tired, "BR": tired}), "")
    assert not tale.get("war", "AV", "BR")
    one_side = play(put(at_war(), cohesion={"BR": tired}), "")
    assert one_side.get("war", "AV", "BR")


def far_war() -> World:
    """A war of two that do not touch: Brenmark and Estmere."""
    return put(crowns(), war=both("BR ES", True), war_age=both("BR ES", 1), began={"BR ES": True})


def test_a_war_without_contact_lapses() -> None:
    lapse = int(rules(far_war()).peace.lapse)
    tale = play(far_war(), *([""] * lapse))
    assert tale.get("war", "BR", "ES", turn=lapse - 1)
    assert not tale.get("war", "BR", "ES")


def won(world: World) -> World:
    """A war of BR's that it is sure to win at once: every contested region falls to it."""
    return under(put(world, arms={"BR": 500.0, "AV": 0.001, "CO": 0.001}), campaigns__cap=1e6, campaigns__guard=0.0)


def test_a_taken_region_is_hard_to_hold_and_its_owner_is_remembered_while_the_war_lasts() -> None:
    world = won(put(crowns(), war=both("BR CO", True), war_age=both("BR CO", 1), began={"BR CO": True}))
    tale = play(world, "")
    fallen = (world.owner == seat(world, "CO")) & (tale.world.owner == seat(world, "BR"))
    r = rules(world)
    assert fallen.any()
    assert (tale.world.prior[fallen] == seat(world, "CO")).all() or not tale.world.alive[seat(world, "CO")]
    assert (tale.world.integration[fallen] <= r.campaigns.fallen_integration + r.economy.absorb + 1e-6).all()


def test_liberated_core_land_returns_to_its_living_owner_if_the_taker_is_its_partner() -> None:
    """Avar holds Tarrow, the core land of Corvane; Brenmark takes it, as Corvane's partner or as nobody's."""
    war = put(crowns(), war=both("BR AV", True), war_age=both("BR AV", 1), began={"BR AV": True})
    holdings = {name: seat(war, "BR") for name in ("hallowgate", "sarn", "orven")}
    war = won(put(war, owner=holdings))
    friend = play(put(war, pact=both("BR CO", True), pact_term=both("BR CO", 6)), "")
    stranger = play(war, "")
    assert friend.get("owner", "tarrow") == seat(war, "CO")
    assert friend.get("integration", "tarrow") == 1.0
    assert stranger.get("owner", "tarrow") == seat(war, "BR")


def test_a_lost_capital_costs_arms_and_cohesion_and_moves_to_the_richest_land_left() -> None:
    world = put(crowns(), war=both("BR CO", True), war_age=both("BR CO", 1), began={"BR CO": True})
    world = under(put(world, arms={"BR": 100.0}), campaigns__cap=1e6, campaigns__overwhelm=1e9)
    taken = None
    for vale in ("merrow", "corvane-vale", "sablecoast", "lowmere"):
        tale = play(put(world, capital={"CO": region(world, vale)}), "")
        if tale.get("owner", vale) == seat(world, "BR"):
            taken = vale
            kept = play(put(world, capital={"CO": _other(world, tale)}), "")
            break
    assert taken is not None
    assert tale.told("capital_lost", "CO") and not kept.told("capital_lost", "CO")
    assert tale.get("cohesion", "CO") < kept.get("cohesion", "CO")
    assert tale.get("arms", "CO") < kept.get("arms", "CO")
    mine = tale.world.owner == seat(world, "CO")
    assert tale.get("capital", "CO") in np.flatnonzero(mine)


def _other(world: World, tale: Tale) -> int:
    """A region of Corvane's that did not fall."""
    left = (world.owner == seat(world, "CO")) & (tale.world.owner == seat(world, "CO"))
    return int(np.flatnonzero(left)[0])


def test_a_state_without_land_is_no_more_and_leaves_nothing_behind() -> None:
    world = put(crowns(), war=both("BR CO", True), war_age=both("BR CO", 1), began={"BR CO": True})
    owned = {n: 1 for n, o in zip(world.setting.region_ids, world.owner, strict=True) if o == 2 and n != "merrow"}
    world = put(world, owner=owned, capital={"CO": region(world, "merrow")}, pact=both("CO DO", True))
    world = won(put(world, pact_term=both("CO DO", 6), sanction={"CO AV": 2}))
    tale = play(world, "", "")
    corvane = seat(world, "CO")
    assert tale.told("died", "CO")
    assert not tale.world.alive[corvane]
    assert tale.world.arms[corvane] == 0
    for column in ("pact", "war", "sanction", "guarantee", "trade", "began"):
        assert not tale.world.values()[column][corvane].any(), column
        assert not tale.world.values()[column][:, corvane].any(), column


def test_help_ends_when_the_war_that_it_was_for_ends_by_death() -> None:
    """Doria helps Brenmark against Corvane, and Avar fights on elsewhere; Corvane dies, so nobody is helped."""
    world = put(crowns(), war={**both("BR CO", True), **both("DO CO", True)}, began={"BR CO": True})
    world = put(world, war_age={**both("BR CO", 1), **both("DO CO", 1)}, helps={"DO BR": True})
    owned = {n: 1 for n, o in zip(world.setting.region_ids, world.owner, strict=True) if o == 2 and n != "merrow"}
    world = won(put(world, owner=owned, capital={"CO": region(world, "merrow")}))
    elsewhere = put(world, war=both("AV ES", True), war_age=both("AV ES", 1), began={"AV ES": True})
    for each in (world, elsewhere):
        tale = play(each, "")
        assert tale.told("died", "CO")
        assert not tale.world.helps.any()


@pytest.mark.parametrize("verb", ["attack AV", "ally AV", "censure AV", "demand tarrow", "guns"])
def test_the_dead_give_no_orders(verb: str) -> None:
    world = crowns()
    owned = {n: 1 for n, o in zip(world.setting.region_ids, world.owner, strict=True) if o == 2 and n != "merrow"}
    world = won(put(world, owner=owned, capital={"CO": region(world, "merrow")}, war=both("BR CO", True)))
    gone = play(put(world, war_age=both("BR CO", 1), began={"BR CO": True}), "").world
    code = {"guns": "gone", "demand tarrow": "border"}.get(verb, "other")
    play(gone, f"CO: {verb} (refused: {code})")
