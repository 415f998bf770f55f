"""Stories of wars: joiners, attacks on states at war, peace, liberation, capitals, death."""

import numpy as np
import pytest

from game.world import World
from tests.stories.notation import Tale, get, play, put, region, seat, under
from tests.stories.test_calls import called_against, near
from tests.stories.test_crises import rules
from tests.stories.test_verbs_matter import at_war, both, called, crowns, tied


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
