"""Stories of estimates: at level full states reckon with what is published of each other's arms."""

import numpy as np
import pytest

from game.measures.power import economy, power
from game.measures.threat import guessed_threat, threat
from game.opponents.choose import choose, numbers
from game.opponents.swaying import changes
from game.orders.kind import Order
from game.view import observe, outlook, reputed
from game.world import World
from tests.stories.notation import play, put, wishes
from tests.stories.test_verbs_matter import full
from tests.worlds import start

MINDED = ("balancer", "jackal", "offensive_realist", "threat_balancer")


def believed(figure: float, arms: float = 16.0) -> World:
    """Corvane has a quarrel with Avar, and less arms; what it believes of Avar's is another matter."""
    world = put(full(), demand={"CO AV": 3}, refused={"CO AV": True}, attitude={"CO AV": -0.6}, intent={"CO AV": 0.6})
    return put(world, arms={"CO": 9.0, "AV": arms}, published={"CO": 9.0, "AV": figure})


def test_who_is_believed_weak_is_attacked_and_who_is_believed_strong_is_not() -> None:
    mind = {"CO": "offensive_realist"}
    weak, strong = play(believed(5.0), "", minds=mind), play(believed(16.0), "", minds=mind)
    assert weak.get("war", "CO", "AV")
    assert not strong.get("war", "CO", "AV")


def test_an_attack_on_who_was_believed_weak_meets_its_true_arms() -> None:
    """The same war on the same belief: what the attacker loses hangs on what is really there."""
    mind = {"CO": "offensive_realist"}
    lines = ("", "", "", "")
    deceived = play(believed(5.0, arms=16.0), *lines, minds=mind)
    right = play(believed(5.0, arms=5.0), *lines, minds=mind)
    assert deceived.get("war", "CO", "AV", turn=1) and right.get("war", "CO", "AV", turn=1)
    assert deceived.record("campaigns", turn=1)["losses"][2] > right.record("campaigns", turn=1)["losses"][2]


@pytest.mark.parametrize("doctrine", MINDED)
def test_true_arms_that_nobody_sees_change_no_mind(doctrine: str) -> None:
    for code in ("AV", "CO"):
        assert wishes(believed(12.0, arms=2.0), doctrine, code) == wishes(believed(12.0, arms=50.0), doctrine, code)


def test_the_view_shows_others_as_published_and_oneself_as_one_is() -> None:
    world = believed(5.0)
    of_corvane, of_avar = observe(world, 2), observe(world, 0)
    assert of_corvane.arms.tolist() == [5.0, *world.published[1:2], 9.0, *world.published[3:]]
    assert (of_avar.arms[0], of_avar.published[0]) == (16.0, 5.0)
    assert not of_corvane.knows("arms") and of_corvane.knows("published")


def test_a_state_believed_weak_frightens_less_and_has_a_smaller_share_in_all_eyes() -> None:
    weak, strong = (observe(believed(figure), 2) for figure in (5.0, 16.0))
    assert threat(weak)[2, 0] < threat(strong)[2, 0]
    assert guessed_threat(weak)[1, 0] < guessed_threat(strong)[1, 0]
    assert power(weak)[0] < power(strong)[0]


def test_below_level_full_arms_are_seen_as_they_are() -> None:
    world = put(start("five-crowns"), arms={"AV": 16.0})
    assert observe(world, 2).arms[0] == 16.0
    assert observe(world, 2).knows("arms")
    assert reputed(world) is world


def test_a_mind_that_is_weighed_again_comes_to_the_same_after_other_true_arms() -> None:
    """Memory shared between a world and what all believe of it holds nothing that hangs on arms."""
    world = believed(12.0)
    who = numbers(["balancer", "jackal", "threat_balancer", "balancer", "jackal"])
    first = choose(outlook(world), who).draft
    shares = power(world)
    assert (shares != power(reputed(world))).any()
    again = choose(outlook(world), who).draft
    fresh = World(world.setting, world.values())
    assert np.array_equal(first.chosen, again.chosen)
    assert (power(fresh) == shares).all()
    assert np.array_equal(choose(outlook(fresh), who).draft.chosen, first.chosen)


def test_what_would_have_changed_a_mind_is_an_arming_that_reports_would_have_caught() -> None:
    world = believed(12.0)
    guns = next(each for each in changes(world, 0, 2, {0}) if each.order == Order("budget", "guns"))
    assert guns.columns.keys() == {"published"}
    money = world.setting.rules.budget.rate * economy(world)[0] * (world.setting.rules.budget.guns_arms - 0.3)
    assert 12.0 < guns.columns["published"][0] < 12.0 + money
