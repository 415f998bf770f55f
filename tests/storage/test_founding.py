"""The world at the start: exact sums, keyed draws, a batch as its games alone."""

import numpy as np
import pytest

from game.measures.power import by_owner, economy, power
from game.measures.reach import borders, reach
from game.storage.files import FileError
from game.storage.scenarios import Scenario, found, found_batch, lab, read_with_map, scenario_names
from game.world import COLUMNS, World, snap
from game.world.checks import broken

NAMES = [*scenario_names(), "lab:6x4:leader=.29", "lab:2x1", "lab:30x4:level=full"]


def assert_equal(one: World, other: World) -> None:
    for name, value in one.values().items():
        assert np.array_equal(value, other.values()[name]), name


@pytest.mark.parametrize("name", NAMES)
def test_a_founded_world_keeps_every_invariant(name: str) -> None:
    scenario, map_document = read_with_map(name)
    assert list(broken(found(scenario, map_document, 7))) == []
    noisy = found_batch(
        scenario, map_document, range(5), permute=True, wealth_noise=0.1, arms_noise=0.05, attitude_noise=0.4
    )
    assert list(broken(noisy)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_regions_of_a_state_add_up_to_its_economy_exactly(name: str) -> None:
    scenario, map_document = read_with_map(name)
    points = snap(np.array([state.economy for state in scenario.states]))
    alone = found(scenario, map_document, 1)
    noisy = found_batch(scenario, map_document, range(20), permute=True, wealth_noise=0.3)
    assert (by_owner(alone, alone.wealth) == points).all()
    assert (by_owner(noisy, noisy.wealth) == points).all()


@pytest.mark.parametrize("name", ["europe-1900", "lab:5x3"])
def test_a_game_of_a_batch_is_the_same_game_alone(name: str) -> None:
    scenario, map_document = read_with_map(name)
    seeds = [0, 1, 2**62, -5]
    batch = found_batch(scenario, map_document, seeds)
    for k, seed in enumerate(seeds):
        assert_equal(batch.game(k), found(scenario, map_document, seed))


def test_noise_depends_on_the_seed_and_not_on_the_batch() -> None:
    scenario, map_document = read_with_map("lab:5x3")
    noise = {"permute": True, "wealth_noise": 0.1, "arms_noise": 0.05, "attitude_noise": 0.15}
    whole = found_batch(scenario, map_document, range(10), **noise)  # type: ignore[arg-type]
    part = found_batch(scenario, map_document, [7, 3], **noise)  # type: ignore[arg-type]
    assert_equal(part.game(0), whole.game(7))
    assert_equal(part.game(1), whole.game(3))


def test_seats_are_dealt_anew_in_every_game_and_each_place_is_taken_once() -> None:
    scenario, map_document = lab(6, 4, shares=[0.5, 0.1, 0.1, 0.1, 0.1, 0.1], doctrines=["hold"])
    world = found_batch(scenario, map_document, range(600), permute=True)
    at_first = world.owner[:, 0]
    counts = np.bincount(at_first, minlength=6)
    assert counts.min() > 60
    assert (by_owner(world, np.ones(world.owner.shape)) == 4).all()
    assert (world.owner == world.core).all()
    assert (power(world)[:, 0] > 0.45).all()


def changed(scenario: Scenario, **changes: object) -> Scenario:
    document = scenario.model_dump(by_alias=True) | changes
    return Scenario.model_validate(document)


def test_distance_follows_a_state_to_the_place_where_it_sits() -> None:
    scenario, map_document = read_with_map("europe-1900")
    alike = changed(scenario, states=[state.model_dump() | {"sea_power": 0.4} for state in scenario.states])
    at_home = found(alike, map_document, 0)
    world = found_batch(alike, map_document, range(30), permute=True)
    for k in range(30):
        game = world.game(k)
        place = at_home.owner[game.capital]
        both = np.ix_(place, place)
        assert np.array_equal(borders(game), borders(at_home)[both])
        assert np.array_equal(game.far, at_home.far[both])


def test_feelings_are_mutual_noise_and_intent_follows_them() -> None:
    scenario, map_document = lab(8, 2)
    world = found_batch(scenario, map_document, range(400), attitude_noise=0.15)
    assert np.array_equal(world.attitude, np.swapaxes(world.attitude, -1, -2))
    off = ~np.eye(8, dtype=bool)
    assert abs(world.attitude[:, off].std() - 0.15) < 0.01
    assert np.allclose(world.intent[:, off], 0.18 - 0.2 * world.attitude[:, off], atol=1e-6)


def test_the_last_turn_is_drawn_around_the_announced_one() -> None:
    scenario, map_document = read_with_map("five-crowns")
    ends = found_batch(scenario, map_document, range(900)).last_turn
    assert set(ends.tolist()) == {11, 12, 13}
    assert np.bincount(ends)[11:].min() > 220


def test_a_number_of_turns_asked_for_is_kept_exactly() -> None:
    scenario, map_document = read_with_map("five-crowns")
    world = found(scenario, map_document, 3, turns=40)
    assert int(world.last_turn) == world.setting.turns == 40
    assert (world.setting.spread, world.setting.epilogue) == (0, 0)


def test_what_the_scenario_says_stands_in_the_columns() -> None:
    scenario, map_document = read_with_map("europe-1900")
    world = found(scenario, map_document, 1)
    at = {state.code: k for k, state in enumerate(scenario.states)}
    for treaty in scenario.pacts:
        a, b = (at[code] for code in treaty.between)
        assert world.pact[a, b] and world.pact[b, a]
        assert world.pact_term[a, b] == treaty.term
        assert world.pact_age[a, b] == 1900 - treaty.since
    for relation in scenario.relations:
        assert world.attitude[at[relation.of], at[relation.to]] == pytest.approx(relation.attitude, abs=1e-6)
        assert world.intent[at[relation.of], at[relation.to]] == pytest.approx(relation.intent, abs=1e-6)
    for promise in scenario.guarantees:
        assert world.guarantee[at[promise.by], at[promise.to]]
    index = {region.id: k for k, region in enumerate(map_document.regions)}
    for entry in scenario.regions:
        assert world.owner[index[entry.id]] == at[entry.owner]
        assert world.core[index[entry.id]] == at[entry.core]
        assert not entry.capital or world.capital[at[entry.owner]] == index[entry.id]


def test_wars_and_sanctions_of_a_scenario_are_on_at_the_start() -> None:
    scenario, map_document = read_with_map("five-crowns")
    tie = {"from": "CO", "to": "DO", "since": 1418, "source": "game"}
    at_war = found(changed(scenario, wars=[tie]), map_document, 1)
    assert at_war.war[2, 3] and at_war.war[3, 2] and at_war.war_age[2, 3] == 2
    assert at_war.began[2, 3] and not at_war.began[3, 2]
    pressed = found(changed(scenario, sanctions=[tie | {"kind": "economic"}]), map_document, 1)
    assert pressed.sanction[2, 3] == 2 and pressed.sanction[3, 2] == 0 and pressed.sanction_years[2, 3] == 2


def test_partners_like_each_other_where_nothing_else_is_said() -> None:
    scenario, map_document = lab(3, 2)
    pact = {"between": ["S1", "S2"], "since": 1, "term": 5, "source": "lab"}
    world = found(changed(scenario, pacts=[pact]), map_document, 1)
    assert world.attitude[0, 1] == world.attitude[1, 0] == snap(np.float64(0.2))
    assert world.attitude[0, 2] == 0.0
    assert world.intent[0, 1] == pytest.approx(0.14) and world.intent[0, 2] == pytest.approx(0.18)


def test_unintegrated_land_counts_for_less() -> None:
    scenario, map_document = read_with_map("five-crowns")
    regions = [entry.model_dump() for entry in scenario.regions]
    regions[0]["integration"] = 0.5
    world = found(changed(scenario, regions=regions), map_document, 1)
    before = found(scenario, map_document, 1)
    assert economy(world).sum() < economy(before).sum()
    assert (by_owner(world, world.wealth) == by_owner(before, before.wealth)).all()
    assert np.array_equal(world.economy_start, economy(world))


def test_reach_falls_with_the_steps_between_homes_and_with_the_sea() -> None:
    scenario, map_document = lab(12, 4)
    world = found(scenario, map_document, 1)
    assert (np.diagonal(world.far) == 0).all()
    assert (world.far[borders(world)] == 1).all()
    off = ~np.eye(12, dtype=bool)
    assert ((world.far[off] >= snap(np.float64(0.1))) & (world.far[off] <= 1)).all()
    assert len(np.unique(world.far[off])) > 2
    assert np.array_equal(world.far, world.far.T)
    two_steps = snap(np.float64(0.1 + 0.9 / (1 + (1 / 3) ** 3)))
    assert (np.isclose(world.far, two_steps)).any()


def test_a_sea_power_reaches_further_over_water_than_a_land_power() -> None:
    scenario, map_document = read_with_map("europe-1900")
    world = found(scenario, map_document, 1)
    at = {state.code: k for k, state in enumerate(scenario.states)}
    britain, germany = at["GB"], at["DE"]
    assert reach(world)[britain, germany] > 0.9 > reach(world)[germany, britain]


def test_a_home_without_any_way_to_it_is_reached_by_the_floor() -> None:
    scenario, map_document = read_with_map("europe-1900")
    nowhere = map_document.model_copy(update={"land": [], "sea": []})
    world = found(scenario, nowhere, 1)
    afloat = 0.5 + 0.5 * world.sea_power
    off = ~np.eye(world.n, dtype=bool)
    assert np.allclose(world.far[off], np.broadcast_to(0.1 * afloat[:, None], off.shape)[off], atol=1e-6)
    assert world.setting.land.shape == world.setting.sea.shape == (0, 2)


def test_coefficients_and_level_can_be_others_than_the_shipped_ones() -> None:
    scenario, map_document = lab(3, 2)
    base = found(scenario, map_document, 1)
    rules = base.setting.rules.but(influence__start=5.0)
    other = found(scenario, map_document, 1, rules=rules, level="full")
    assert (base.influence == 2.0).all() and (other.influence == 5.0).all()
    assert (base.setting.level, other.setting.level) == (2, 3)


def test_every_column_has_its_declared_type_and_shape() -> None:
    scenario, map_document = lab(4, 3)
    world = found(scenario, map_document, 1)
    size = {"": (), "N": (4,), "NN": (4, 4), "R": (12,)}
    for column in COLUMNS.values():
        value = world.values()[column.name]
        assert (value.shape, value.dtype) == (size[column.axes], column.dtype), column.name


def test_the_name_of_a_laboratory_scenario_says_all_its_options() -> None:
    name = (
        "lab:6x4:leader=.29:seed=3:turns=60:level=full:offence=.8:distinguish=.2:cohesion=.35:doctrines=hold,balancer"
    )
    scenario, map_document = read_with_map(name)
    assert scenario.name == name
    assert (len(scenario.states), len(map_document.regions), map_document.name) == (6, 24, "lattice-6-4-3")
    assert [state.doctrine for state in scenario.states] == ["hold", *["balancer"] * 5]
    assert scenario.states[0].economy == pytest.approx(29) and scenario.states[5].economy == pytest.approx(14.2)
    assert scenario.states[0].arms == pytest.approx(0.375 * 29)
    assert (scenario.turns, scenario.level, scenario.offence, scenario.distinguish) == (60, "full", 0.8, 0.2)
    assert scenario.states[3].cohesion == 0.35


def test_a_hundred_and_eighty_states_have_codes_of_their_own() -> None:
    scenario, _map = lab(180, 4)
    assert len({state.code for state in scenario.states}) == 180


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("lab:", "expected lab:STATESxREGIONS"),
        ("lab:6", "expected lab:STATESxREGIONS"),
        ("lab:6x", "expected lab:STATESxREGIONS"),
        ("lab:6x4x2", "expected lab:STATESxREGIONS"),
        ("lab:1x4", "expected 2 to 180 states"),
        ("lab:181x4", "expected 2 to 180 states"),
        ("lab:6x0", "expected 2 to 180 states"),
        ("lab:180x6", "at most 1000 regions"),
        ("lab:6x4:leadr=.3", "there is no option “leadr”; there are: leader, seed"),
        ("lab:6x4:leader", "leader expects a share from 0 to 1, found “”"),
        ("lab:6x4:leader=nan", "leader expects a share from 0 to 1, found “nan”"),
        ("lab:6x4:leader=1", "expected 6 shares above 0 that add up to 1"),
        ("lab:6x4:seed=-1", "seed expects a whole number"),
        ("lab:6x4:turns=0", "turns expects a whole number from 1 to 2000"),
        ("lab:6x4:level=hard", "level expects foundations, standard or full, found “hard”"),
        ("lab:6x4:doctrines=balancr", "there is no doctrine “balancr”; did you mean “balancer”?"),
        ("lab:6x4:doctrines=", "at states.0.doctrine"),
        ("lattice-1-4-0", "there is no scenario"),
    ],
)
def test_a_wrong_laboratory_name_is_answered_in_one_sentence(name: str, why: str) -> None:
    with pytest.raises(FileError) as caught:
        read_with_map(name)
    assert why in str(caught.value) and "\n" not in str(caught.value)
