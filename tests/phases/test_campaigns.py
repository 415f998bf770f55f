"""Campaigns: forces are divided, bleed, and never win more than they have."""

import numpy as np

from game.measures.reach import defence
from game.phases.fronts import bleed, fronts
from game.world import World
from tests.stories.notation import play, put, under
from tests.stories.test_verbs_matter import both, crowns


def at_war(*pairs: str) -> World:
    war = {k: True for pair in pairs for k in both(pair, True)}
    return put(crowns(), war=war, war_age=dict.fromkeys(war, 1), began=dict.fromkeys(pairs, True))


def even_luck(world: World) -> World:
    return under(world, campaigns__luck=0.0, campaigns__stake=0.0, campaigns__guard=0.0)


def test_forces_are_split_over_enemies_and_add_up_to_the_whole() -> None:
    world = even_luck(at_war("AV BR", "AV CO"))
    front = fronts(world, world.war)
    assert np.isclose(front.guard[0].sum(), defence(world)[0], atol=1e-5)
    assert front.attack[0, 1] > 0 and front.attack[0, 2] > 0
    assert not front.attack[~world.war].any() and not front.guard[~world.war].any()


def test_a_second_enemy_weakens_the_front_against_the_first() -> None:
    one, two = even_luck(at_war("AV BR")), even_luck(at_war("AV BR", "AV CO"))
    assert fronts(two, two.war).attack[0, 1] < fronts(one, one.war).attack[0, 1]


def test_an_attacker_leaves_a_guard_at_home_against_a_dangerous_neutral() -> None:
    calm = under(put(at_war("AV BR"), intent={f"AV {c}": 0.0 for c in ("CO", "DO", "ES")}), campaigns__luck=0.0)
    wary = put(calm, intent={"AV CO": 1.0})
    assert fronts(wary, wary.war).attack[0, 1] < fronts(calm, calm.war).attack[0, 1]
    assert np.array_equal(fronts(wary, wary.war).guard, fronts(calm, calm.war).guard)


def test_the_much_weaker_side_defends_harder() -> None:
    plain, staked = (
        under(put(at_war("AV BR"), arms={"BR": 1.0}), campaigns__stake=s, campaigns__luck=0.0) for s in (0.0, 0.9)
    )
    assert fronts(staked, staked.war).guard[1, 0] > fronts(plain, plain.war).guard[1, 0]
    assert fronts(staked, staked.war).guard[0, 1] == fronts(plain, plain.war).guard[0, 1]


def test_the_weaker_side_bleeds_more_and_nobody_loses_more_than_the_rules_say() -> None:
    world = even_luck(put(at_war("AV BR"), arms={"AV": 20.0, "BR": 5.0}))
    lost = bleed(world, world.war, fronts(world, world.war))
    assert 0 < lost[0] < lost[1] <= world.setting.rules.campaigns.loss
    assert not lost[2:].any()


def test_who_is_not_at_war_loses_neither_arms_nor_land_in_campaigns() -> None:
    tale = play(at_war("AV BR"), "")
    losses = tale.record("campaigns")["losses"]
    assert (np.asarray(losses, float) > 0).tolist() == [True, True, False, False, False]
    bystanders = np.isin(tale.worlds[0].owner, [2, 3, 4])
    assert np.array_equal(tale.world.owner[bystanders], tale.worlds[0].owner[bystanders])


def test_luck_of_a_front_lasts_some_years_and_then_turns() -> None:
    world = at_war("AV BR")
    years = int(world.setting.rules.campaigns.luck_years)
    attacks = [float(fronts(world.but(turn=np.int64(t)), world.war).attack[0, 1]) for t in range(2 * years)]
    assert len(set(attacks[:years])) == 1
    assert len(set(attacks[years:])) == 1
    assert attacks[0] != attacks[years]
