"""Estimates: what is published of a state's arms goes after reports that err, and battles put it right."""

from itertools import pairwise

import numpy as np
import pytest

from game.match import play_out
from game.measures.estimates import doubt, likely, misjudged
from game.measures.power import power
from game.measures.reach import contact, engaged
from game.opponents.choose import numbers
from game.phases.estimates import renewed
from game.phases.land import bury
from game.storage.founding import found_batch
from game.view import reputed
from game.world import World
from tests.phases.test_parts_of_years import idle, short_turns
from tests.stories.notation import play, put, under
from tests.stories.test_verbs_matter import both, full
from tests.worlds import ground, start

GAMES = 200


def calm(games: int = GAMES) -> World:
    """Many games of five crowns at level full, before the first turn."""
    return found_batch(*ground("five-crowns"), range(games), level="full")


def errors(world: World) -> np.ndarray:
    return world.published / world.arms - 1.0


@pytest.mark.parametrize("level", ["foundations", "standard"])
def test_nothing_is_published_below_level_full(level: str) -> None:
    tale = play(start("five-crowns", level=level), "AV: guns", "")
    assert all(not world.published.any() for world in tale.worlds)


def test_at_the_start_every_figure_is_a_little_wrong_each_state_s_and_each_game_s_another() -> None:
    wrong = errors(calm())
    assert len(np.unique(wrong.round(6))) > 0.8 * wrong.size
    assert abs(np.median(wrong)) < 0.02
    assert wrong.std() == pytest.approx(float(doubt(calm(1))[0, 0]), rel=0.15)


def test_a_figure_goes_a_part_of_the_way_to_the_truth() -> None:
    world = calm(1)
    r = world.setting.rules.estimates
    honest = under(world, estimates__error=0.0)
    assert renewed(honest) == pytest.approx(r.keep * world.published + (1.0 - r.keep) * world.arms, abs=1e-6)
    assert renewed(under(world, estimates__error=0.0, estimates__keep=0.0)) == pytest.approx(world.arms, abs=1e-6)


def test_errors_fade_slowly_and_come_to_rest_where_they_are_said_to() -> None:
    """An autoregressive process: what is wrong this year is `keep` as wrong next year, beside what is new."""
    world, seen = calm(), []
    for _year in range(12):
        world = world.but(published=renewed(world), turn=world.turn + 1)
        seen.append(errors(world))
    late = np.stack(seen[4:])
    kept = np.mean([np.corrcoef(one.ravel(), next_.ravel())[0, 1] for one, next_ in pairwise(late)])
    assert kept == pytest.approx(world.setting.rules.estimates.keep, abs=0.08)
    assert late.std() == pytest.approx(float(doubt(world)[0, 0]), rel=0.1)


def test_an_arming_state_is_thought_weaker_than_it_is_for_a_while() -> None:
    honest = under(put(full(), published={"AV": 16.0}, arms={"AV": 16.0}), estimates__error=0.0)
    tale = play(honest, "AV: guns", "", "")
    for world in tale.worlds[1:]:
        assert world.published[0] < world.arms[0]
    assert tale.get("published", "AV", turn=1) < tale.get("published", "AV", turn=3)


def test_battles_leave_only_a_part_of_the_error() -> None:
    misread = put(full(), published={"AV": 40.0, "BR": 30.0, "CO": 40.0})
    fought = put(misread, war=both("AV BR", True), war_age=both("AV BR", 2))
    peace, war = renewed(misread), renewed(fought)
    battle = misread.setting.rules.estimates.battle
    for state in (0, 1):
        assert war[state] - misread.arms[state] == pytest.approx(battle * (peace[state] - misread.arms[state]))
    assert (war[2:] == peace[2:]).all()


def test_what_battles_revealed_is_remembered_after_the_peace() -> None:
    misread = put(full(), published={"AV": 40.0, "BR": 30.0})
    fought = put(misread, war=both("AV BR", True), war_age=both("AV BR", 2), began={"AV BR": True})
    war = play(fought, "", "AV: peace as_held BR; BR: peace as_held AV", "")
    plain = play(misread, "", "", "")
    assert not war.world.war.any()
    assert abs(errors(war.world)[0]) < abs(errors(plain.world)[0])


def test_a_state_at_war_far_away_is_not_revealed() -> None:
    world = start("europe-1900", level="full")
    one, other = np.argwhere(~contact(world) & ~np.eye(world.n, dtype=bool))[0]
    war = np.zeros((world.n, world.n), bool)
    war[one, other] = war[other, one] = True
    assert (renewed(world.but(war=war, war_age=war * 2)) == renewed(world)).all()


def test_the_likely_range_holds_the_truth_in_four_cases_of_five() -> None:
    """Also where doctrines arm, fight and disarm, in peace and in war."""
    world = calm(60)
    who = numbers(["balancer", "jackal", "threat_balancer", "offensive_realist", "buck_passer"])
    held: dict[bool, list[bool]] = {True: [], False: []}
    for after, _draft, _steps in play_out(world, who):
        low, high = likely(after)
        within = (low <= after.arms) & (after.arms <= high)
        for fights in held:
            held[fights] += within[after.alive & (after.ending == 0)[:, None] & (engaged(after) == fights)].tolist()
    assert 0.75 < np.mean(held[False]) < 0.92
    assert 0.75 < np.mean(held[True]) < 0.92


def test_a_draw_of_the_error_is_as_wide_as_the_doubt_and_narrower_for_who_fights() -> None:
    world = calm()
    drawn = misjudged(world, "some draw") - 1.0
    war = np.zeros((world.n, world.n), bool)
    war[0, 1] = war[1, 0] = True
    fought = misjudged(world.but(war=np.broadcast_to(war, world.war.shape)), "some draw") - 1.0
    assert drawn.std() == pytest.approx(float(doubt(world)[0, 0]), rel=0.15)
    battle = world.setting.rules.estimates.battle
    assert fought[:, :2] == pytest.approx(battle * drawn[:, :2], abs=1e-6)
    assert (fought[:, 2:] == drawn[:, 2:]).all()


def test_what_a_state_was_at_the_start_is_remembered_as_all_believed_it() -> None:
    world = start("five-crowns", level="full")
    assert (world.power_start == power(reputed(world))).all()
    assert (world.power_start != power(world)).any()


def test_the_dead_have_no_figure() -> None:
    world = full()
    gone = np.arange(world.n) == 4
    buried = bury(world.but(owner=np.where(world.owner == 4, 0, world.owner)), gone)
    assert not buried.published[4]
    assert not renewed(buried)[4]


def test_in_quarters_figures_are_as_wrong_as_in_years() -> None:
    """No orders: arms settle, and only the reports' luck moves what is believed."""
    world = calm()
    years, quarters = idle(world, 8), idle(short_turns(world), 32)
    assert errors(quarters).std() == pytest.approx(errors(years).std(), rel=0.12)
