"""Stories of crises: demands, concessions, attacks with and without warning."""

import numpy as np
import pytest

from game.measures.power import held_count
from game.world import World
from tests.stories.notation import play, put, region, seat
from tests.stories.test_verbs_matter import crowns, tied
from tests.worlds import start


def rules(world: World):  # type: ignore[no-untyped-def]
    return world.setting.rules


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
