"""Phase 0: shocks are foretold a turn ahead, come when they are due, and do what they say."""

import dataclasses

import numpy as np
import pytest

from game.match import Match
from game.measures.power import economy
from game.orders.sheet import blank
from game.phases import resolve
from game.phases.events import ADDED, MEASURES, SHARED, strike
from game.storage.documents import Scenario
from game.storage.event_documents import Then, When
from game.storage.files import FileError, parse
from game.storage.scenarios import check, read_with_map
from game.storage.shocks import common_events, shocks_of
from game.world import World
from game.world.setting import FULL, STANDARD
from game.world.shocks import Condition, Shock
from tests.stories.notation import play, under
from tests.worlds import SHIPPED, ground, start


def shock(**changes: object) -> Shock:
    return dataclasses.replace(Shock("test", "avar", "it comes.", "it is here.", 2, 0.0, None, ()), **changes)  # type: ignore[arg-type]


def struck_by(each: Shock, world: World | None = None) -> World:
    world = world or start("five-crowns", level="standard")
    return World(dataclasses.replace(world.setting, shocks=(each,)), world.values())


def test_a_shock_of_a_year_is_foretold_a_turn_ahead_and_comes_in_its_turn() -> None:
    tale = play(struck_by(shock(effects=(("cohesion", -0.2),))), "", "", "")
    kinds = [[(e.kind, e.sentence) for e in tale.events(turn) if e.phase == "events"] for turn in range(3)]
    assert kinds == [[], [("omen", "Avar: it comes.")], [("event", "Avar: it is here.")]]
    assert tale.worlds[2].omen.tolist() == [1, 0, 0, 0, 0]
    assert tale.get("cohesion", "AV", turn=3) < tale.get("cohesion", "AV", turn=2) - 0.15


EFFECTS = [
    ("arms", 1.2, True),
    ("economy", 0.8, False),
    ("quality", 0.1, True),
    ("reputation", -0.2, False),
    ("influence", 1.0, True),
]


@pytest.mark.parametrize(("what", "size", "more"), EFFECTS)
def test_a_shock_does_to_its_state_what_it_says_and_to_no_other(what: str, size: float, more: bool) -> None:
    world = start("five-crowns")
    after = strike(world, shock(effects=((what, size),)), np.arange(5) == 2)
    one, other = (economy(world), economy(after)) if what == "economy" else (world.values()[what], after.values()[what])
    moved = other - one
    assert (moved[2] > 0) == more
    assert not moved[[0, 1, 3, 4]].any()


def test_a_shift_of_offence_is_everybodys_and_stays_within_bounds() -> None:
    world = start("five-crowns")
    a_little, a_lot = (strike(world, shock(effects=(("offence", by),)), np.arange(5) == 2) for by in (0.1, 0.9))
    assert float(a_little.offence) == pytest.approx(0.6, abs=1e-6)
    assert float(a_lot.offence) == 1.0


def test_a_shock_that_needs_low_cohesion_spares_the_coherent() -> None:
    low = shock(who="", turn=0, chance=1.0, condition=Condition("cohesion", most=0.72))
    after, _steps = resolve(struck_by(low), blank(struck_by(low)))
    assert np.array_equal(after.omen > 0, start("five-crowns").cohesion <= 0.72)


def test_random_shocks_come_at_level_full_only_and_can_be_turned_off() -> None:
    assert not shocks_of(ground("lab:6x4")[0], STANDARD)
    assert len(shocks_of(ground("lab:6x4")[0], FULL)) == len(common_events().events)
    world = start("lab:6x4", 3, "full")
    calm = under(world, events__chance=0.0)
    seen, quiet = 0, 0
    for _turn in range(40):
        world, calm = resolve(world, blank(world))[0], resolve(calm, blank(calm))[0]
        seen, quiet = seen + int((world.omen > 0).sum()), quiet + int((calm.omen > 0).sum())
    assert seen > 5 and quiet == 0


def test_the_words_of_the_documents_are_those_of_the_phase() -> None:
    assert set(MEASURES) == set(When.model_fields["measure"].annotation.__args__[0].__args__)  # type: ignore[union-attr]
    assert {*ADDED, *SHARED, "arms", "economy"} == set(Then.model_fields)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_shocks_are_few_mild_and_sourced(name: str) -> None:
    scenario, _map = ground(name)
    assert 1 <= len(scenario.events) <= 8
    for entry in scenario.events:
        then = entry.then
        assert entry.source in scenario.sources
        assert all(f is None or 0.9 <= f <= 1.1 for f in (then.arms, then.economy))
        assert all(f is None or abs(f) <= 0.15 for f in (then.cohesion, then.quality, then.reputation, then.offence))


BAD = {
    "no year nor chance": ({"when": {}}, "either a year or a chance"),
    "both": ({"when": {"year": 1425, "chance": 0.1}}, "either a year or a chance"),
    "measure alone": ({"when": {"chance": 0.1, "measure": "power"}}, "above or below"),
    "no effect": ({"then": {}}, "at least one effect"),
    "wild": ({"then": {"arms": 9.0}}, "arms"),
    "nobody": ({"who": "ZZ"}, "ZZ is no state"),
    "no source": ({"source": "nowhere"}, "there is no source “nowhere”"),
    "too early": ({"when": {"year": 1420}}, "after the first turn"),
    "twice": ({"id": "silver"}, "stands twice"),
}


@pytest.mark.parametrize(("changes", "words"), BAD.values(), ids=BAD)
def test_a_faulty_shock_is_refused_in_one_sentence(changes: dict[str, object], words: str) -> None:
    scenario, map_document = read_with_map("five-crowns")
    good = {"id": "flood", "who": "CO", "when": {"year": 1425}, "then": {"economy": 0.97}, "source": "game",
            "foretold": "the river rises.", "says": "the river floods the plain."}  # fmt: skip
    data = scenario.model_dump(mode="json", by_alias=True)
    with pytest.raises(FileError) as error:
        data["events"] = [*data["events"], good | changes]
        check(parse(Scenario, data, "it"), map_document, "it")
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_a_match_at_level_full_tells_what_is_coming() -> None:
    match = Match.start(*read_with_map("five-crowns"), seed=3, level="full")
    told = [event for _turn in range(6) for event in match.end_turn().events if event.kind in ("omen", "event")]
    assert any("the old king of Avar is dying." in event.sentence for event in told)
