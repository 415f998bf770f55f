"""Several years a turn: deeds count once, rates repeat, and every year has its own luck."""

import dataclasses
from itertools import pairwise

import numpy as np
import pytest

from game.orders.sheet import blank, write
from game.phases import PHASES, resolve
from game.world import World
from tests.properties.test_laws import breaches
from tests.stories.notation import play
from tests.stories.test_verbs_matter import at_war, crowns, embargoed, tied
from tests.worlds import GROUNDS, blind_draft, start


def long_turns(world: World, years: int = 3) -> World:
    return World(dataclasses.replace(world.setting, years=years), world.values())


def test_yearly_phases_run_once_a_year_and_the_others_once_a_turn() -> None:
    world = long_turns(crowns())
    _after, steps = resolve(world, blank(world))
    names = [phase.name for phase, _world, _record in steps]
    for phase in PHASES:
        assert names.count(phase.name) == (3 if phase.yearly else 1)
    assert names[:5] == [phase.name for phase in PHASES if phase.number < 5]
    assert names[-1] == PHASES[-1].name


def test_arms_wear_and_money_is_spent_every_year() -> None:
    one, three = play(crowns(), "AV: guns"), play(long_turns(crowns()), "AV: guns")
    assert three.get("arms", "AV") > one.get("arms", "AV")


@pytest.mark.parametrize("line", ["DO: send money ES", "DO: send arms ES", "AV: attack CO", "AV: demand sablecoast"])
def test_a_deed_counts_once_however_long_the_turn(line: str) -> None:
    for world in (crowns(), long_turns(crowns())):
        tale = play(world, line)
        deeds = sum(
            int(np.asarray(record[name]).sum())
            for _phase, _world, record in tale.steps[0]
            for name in ("sent_money", "sent_arms", "attacked", "surprised", "demanded_region")
            if name in record
        )
        assert deeds == 1


def test_every_year_has_its_own_harvest_and_its_own_uneven_growth() -> None:
    world = long_turns(crowns())
    _after, steps = resolve(world, blank(world))
    r = world.setting.rules.economy
    drifts = [world.drift] + [after.drift for phase, after, _record in steps if phase.name == "economy"]
    noise = [now - r.drift_keep * before for before, now in pairwise(drifts)]
    assert not np.isclose(noise[0], noise[1], atol=1e-6).any()
    assert not np.isclose(noise[1], noise[2], atol=1e-6).any()


def test_partners_of_one_attacked_are_called_next_turn_however_long_the_turns_are() -> None:
    for world in (tied("pact")(), long_turns(tied("pact")())):
        tale = play(world, "AV: attack BR", "DO: yes call AV")
        assert tale.get("war", "DO", "AV")


def test_a_war_is_not_fought_in_the_turn_in_which_it_is_opened_however_long_it_is() -> None:
    tale = play(long_turns(crowns()), "AV: attack CO")
    losses = [record["losses"] for phase, _world, record in tale.steps[0] if phase.name == "campaigns"]
    assert not np.any(losses)


def test_the_year_of_a_turn_counts_up_within_it_and_is_0_between_turns() -> None:
    world = long_turns(crowns())
    after, steps = resolve(world, blank(world))
    yearly = [int(each.year) for phase, each, _record in steps if phase.name == "economy"]
    assert yearly == [0, 1, 2]
    assert int(world.year) == int(after.year) == 0


def test_a_region_that_stood_one_year_may_fall_in_the_next() -> None:
    """Draws of a front are of the year: over some games land falls in every year of a turn, not in the first alone."""
    fell = np.zeros(3, int)
    for seed in range(60):
        world = long_turns(at_war().but(seed=np.int64(seed)))
        _after, steps = resolve(world, blank(world))
        owners = [world.owner] + [each.owner for phase, each, _record in steps if phase.name == "campaigns"]
        fell += [int((now != before).sum()) for before, now in pairwise(owners)]
    assert (fell > 0).all(), fell


def test_peace_is_made_once_a_turn_and_a_war_grows_older_by_turns() -> None:
    tale = play(long_turns(at_war()), "")
    assert tale.get("war_age", "AV", "BR") == at_war().war_age[0, 1] + 1


def test_sanctions_wear_off_by_years_however_long_the_turns_are() -> None:
    tale = play(long_turns(embargoed()), "", "")
    assert tale.get("sanction_years", "CO", "AV") == 6


@pytest.mark.parametrize("name", GROUNDS)
def test_no_law_is_broken_in_turns_of_several_years(name: str) -> None:
    world = long_turns(start(name, 4), 2)
    rng = np.random.default_rng(1)
    for _turn in range(12):
        if world.ending:
            break
        world, _steps = resolve(world, write(world, blind_draft(world, rng)))
        assert breaches(world) == []
