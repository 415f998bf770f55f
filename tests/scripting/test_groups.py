"""Names instead of indices, and groups that are safe when empty."""

import pytest

from game.match import Match
from game.scripting.errors import Mistake
from game.storage.scenarios import read_with_map

from .games import begin, see


def europe(state: int = 0):  # type: ignore[no-untyped-def]
    return see(Match.start(*read_with_map("europe-1900")).world, state)


def test_a_wrong_name_suggests_the_right_one() -> None:
    _me, world = europe()
    with pytest.raises(Mistake, match="did you mean “France”"):
        world["Frence"]


def test_a_name_that_is_like_no_other_lists_the_codes() -> None:
    _me, world = europe()
    with pytest.raises(Mistake, match=r"there is no state “Qwxyz”; there are: .*FR"):
        world["Qwxyz"]


def test_a_wrong_region_suggests_the_right_one() -> None:
    me, world = europe()
    name = me.capital.name
    with pytest.raises(Mistake, match=f"did you mean “{name}”"):
        world.region(name[:-1] + "q")


def test_a_wrong_word_suggests_the_right_one() -> None:
    me, _world = see()
    with pytest.raises(Mistake, match=r"expected a posture .*, found the text “sheild”; did you mean “shield”"):
        me.posture("sheild")


def test_a_wrong_attribute_suggests_the_right_one() -> None:
    me, world = see()
    for thing, wrong, right in ((me, "influense", "influence"), (world, "strongst", "strongest")):
        with pytest.raises(AttributeError, match=f"did you mean “{right}”"):
            getattr(thing, wrong)
    assert not hasattr(me, "nonsense")


def test_an_empty_group_gives_nobody_whose_readings_are_safe() -> None:
    me, _world = see()
    nobody = me.enemies.strongest
    assert not me.enemies
    assert not nobody
    for name in dir(type(nobody)):
        if not name.startswith("_"):
            value = getattr(nobody, name)
            assert callable(value) or not value or name == "name", name
    for verb in ("threat_from", "can_be_beaten_by", "attitude_to", "at_war_with", "bound_to", "reach_to"):
        assert not getattr(nobody, verb)(me)
        assert not getattr(me, verb)(nobody)
    assert not nobody.enemies.strongest.partners.weakest


def test_an_order_to_nobody_is_false_and_skipped() -> None:
    me, _world = see()
    nobody = me.enemies.strongest
    for move in (me.ally_with(nobody), me.attack(nobody), me.demand(nobody.regions.richest), me.answer(nobody)):
        assert not move
        assert me.can(move).moot
    assert me.check([me.ally_with(nobody)])


def test_groups_are_picked_from_by_chance_by_name_and_by_test() -> None:
    me, world = see()
    assert me.random.choice(world.states) in world.states
    last = world.states[-1]
    assert world.states[last.name] == last
    assert last not in world.states.without(last)
    assert world.states.where(lambda s: s.is_me)[0] == me
    assert not world.states[99]
    assert world.states.most(lambda s: s.power) == world.states.strongest == world.leader
    assert len(world.states[1:3]) == 2


def test_the_strongest_may_leave_one_or_several_out() -> None:
    _me, world = see()
    first = world.strongest()
    second = world.strongest(other_than=first)
    third = world.strongest(other_than=[first, second.code])
    assert len({first, second, third}) == 3
    assert first.power >= second.power >= third.power


def test_enemies_of_another_are_those_whom_one_can_side_with() -> None:
    match = begin()
    war = match.world.war.copy()
    for a, b in ((0, 1), (1, 2), (0, 3), (1, 3)):
        war[a, b] = war[b, a] = True
    me, world = see(match.world.but(war=war))
    rival = world.states[1]
    assert rival.at_war_with(me)
    assert rival.enemies.names == [world.states[2].name]
    assert set(me.enemies) == {rival, world.states[3]}
    assert len(world.wars) == 4


def test_friendliest_is_never_one_in_open_quarrel() -> None:
    match = begin()
    sanction = match.world.sanction.copy()
    sanction[1:, 0] = 2
    me, world = see(match.world.but(sanction=sanction))
    assert not world.friendliest_to(me)
    assert len(me.enemies) == match.world.n - 1


def test_a_state_is_compared_with_a_state() -> None:
    me, world = see()
    assert world[me.code] == me
    assert world.after()[me.code] == me
    with pytest.raises(Mistake, match="compare a state with a state"):
        assert me == me.code


def test_nothing_can_be_set() -> None:
    me, world = see()
    for thing in (me, world, world.states, me.arm(), me.can(me.arm()), me.capital):
        with pytest.raises(Mistake, match="read-only"):
            thing.arms = 99
