"""Laws that hold after every turn of any play: doctrines, whims, and orders that are refused."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.measures.power import economy, held_count, power, usable
from game.measures.ties import bound, obliged
from game.orders.options import axis, options
from game.orders.sheet import write
from game.phases import resolve
from game.storage.founding import found_batch
from game.world import COLUMNS, World, any_of
from game.world.checks import INVARIANTS, Invariant, broken
from tests.worlds import GROUNDS, LONG, NAMES, blind_draft, ground, half_blind, mixed, playing, start

TURNS = 50 if LONG else 14


def pairs_with_the_dead(world: World) -> np.ndarray:
    return ~world.alive[:, None] | ~world.alive[None, :]


def treaties_are_mutual(world: World) -> bool:
    names = ("pact", "pact_term", "pact_age", "trade", "trade_term", "nonaggression", "nonaggression_term")
    return all(np.array_equal(world.values()[name], world.values()[name].T) for name in (*names, "war"))


def every_region_has_one_living_owner(world: World) -> bool:
    return bool(world.alive[world.owner].all()) and int(held_count(world).sum()) == world.setting.r


def the_dead_hold_and_are_bound_to_nothing(world: World) -> bool:
    gone = pairs_with_the_dead(world)
    ties = ("pact", "trade", "nonaggression", "guarantee", "sanction", "war", "helps", "began", "demand", "refused")
    offers = ("offer_pact", "offer_trade", "offer_nonaggression", "offer_peace")
    free = all(not world.values()[name][gone].any() for name in (*ties, *offers))
    return free and not world.arms[~world.alive].any() and not held_count(world)[~world.alive].any()


def the_dead_may_order_nothing_but_words_and_votes(world: World) -> bool:
    """A government in exile keeps its seat in the congress."""
    lay = axis(world.setting)
    votes = [lay.where[key].place for key in (("answer", "vote_yes"), ("answer", "vote_no")) if key in lay.where]
    free = lay.word.copy()
    for place in votes:
        free[place] = True
    return not options(world)[~world.alive][:, ~free].any()


def the_living_hold_land(world: World) -> bool:
    return bool((held_count(world)[world.alive] > 0).all())


def nobody_has_ties_with_itself(world: World) -> bool:
    return not any(
        np.diagonal(world.values()[name]).any()
        for name in ("pact", "trade", "nonaggression", "guarantee", "sanction", "war", "began", "helps", "demand")
    )


def helpers_and_helped_are_at_war(world: World) -> bool:
    busy = any_of(world.war)
    return not (world.helps & ~(busy[:, None] & busy[None, :])).any()


def nobody_fights_those_it_is_bound_to(world: World) -> bool:
    return not (world.war & bound(world)).any()


def nobody_trades_with_enemies_or_under_embargo(world: World) -> bool:
    embargo = (world.sanction == 2) | (world.sanction == 2).T
    return not (world.trade & (world.war | embargo)).any()


def refused_demands_are_demands(world: World) -> bool:
    return not (world.refused & (world.demand == 0)).any()


def only_a_demand_for_land_names_a_region(world: World) -> bool:
    return bool(((world.demand == 1) == (world.demand_region >= 0)).all())


def home_land_is_whole(world: World) -> bool:
    return bool((world.integration[world.core == world.owner] == 1.0).all())


def power_adds_up_to_all_of_it(world: World) -> bool:
    return abs(float(power(world).sum()) - 1.0) < 1e-5


def numbers_lie_on_the_grid(world: World) -> bool:
    floats = [world.values()[c.name] for c in COLUMNS.values() if c.kind == "float"]
    measured = [economy(world), usable(world), power(world)]
    return all(np.array_equal(np.round(x * 2.0**24), x * 2.0**24) for x in (*floats, *measured))


def promises_called_were_kept_or_broken(world: World) -> bool:
    return bool((world.kept <= world.called).all()) and bool((world.kept + world.broken >= world.called).all())


LAWS: tuple[Callable[[World], bool], ...] = (
    treaties_are_mutual,
    every_region_has_one_living_owner,
    the_dead_hold_and_are_bound_to_nothing,
    the_dead_may_order_nothing_but_words_and_votes,
    the_living_hold_land,
    nobody_has_ties_with_itself,
    helpers_and_helped_are_at_war,
    nobody_fights_those_it_is_bound_to,
    nobody_trades_with_enemies_or_under_embargo,
    refused_demands_are_demands,
    only_a_demand_for_land_names_a_region,
    home_land_is_whole,
    power_adds_up_to_all_of_it,
    numbers_lie_on_the_grid,
    promises_called_were_kept_or_broken,
)


def breaches(world: World) -> list[str]:
    """Names of the laws and codes of the invariants that a world breaks."""
    return [law.__name__ for law in LAWS if not law(world)] + [each.code for each in broken(world)]


def whims(name: str, seed: int) -> list[tuple[int, list[str]]]:
    """Play on whims alone, many orders a seat; what was broken, by turn."""
    rng = np.random.default_rng(seed)
    world, found = start(name, seed, ("standard", "full")[seed % 2]), []
    for turn in range(TURNS):
        if world.ending:
            break
        world, _steps = resolve(world, write(world, blind_draft(world, rng, 14)))
        found += [(turn, breaches(world))] if breaches(world) else []
    return found


@pytest.mark.parametrize("seed", range(40 if LONG else 8))
@pytest.mark.parametrize("name", GROUNDS)
def test_no_law_is_broken_by_any_legal_orders(name: str, seed: int) -> None:
    assert whims(name, seed) == []


@given(st.sampled_from(GROUNDS), st.integers(0, 2**40), st.integers(0, 7))
def test_no_law_is_broken_when_whims_meet_doctrines(name: str, seed: int, shift: int) -> None:
    noise = found_batch(*ground(name), [seed], permute=True, attitude_noise=0.4, turns=TURNS, level="full")
    rng = np.random.default_rng(seed)
    world = noise.game(0)
    for _turn in range(TURNS):
        world, _steps = resolve(world, write(world, half_blind(world, rng, mixed(world, shift))))
        assert breaches(world) == []


@pytest.mark.parametrize("doctrine", NAMES)
def test_no_law_is_broken_where_all_share_a_doctrine(doctrine: str) -> None:
    for name in GROUNDS:
        world = start(name, 5, "full")
        for each, _draft, _steps in playing(world, np.full(world.n, NAMES.index(doctrine))):
            if each.turn > TURNS:
                break
            assert breaches(each) == []


@pytest.mark.parametrize("name", GROUNDS)
def test_help_is_owed_by_who_promised_it_before_the_attack_and_answered_the_turn_after(name: str) -> None:
    """Whatever is promised or broken meanwhile: owed are promises of the turn of the attack, judged a turn later."""
    rng, world, judged = np.random.default_rng(9), start(name, 9), 0
    for _turn in range(30):
        if world.ending:
            break
        after, steps = resolve(world, write(world, half_blind(world, rng, mixed(world, 2))))
        record = next(record for phase, _world, record in steps if phase.name == "crises")
        names = ("attacked", "surprised", "piled_on", "honoured", "abandoned")
        crises = {entry: np.asarray(record[entry], bool) for entry in names}
        promised = next(obliged(each) for phase, each, _record in steps if phase.name == "soft")
        opened = crises["attacked"] | crises["surprised"] | crises["piled_on"]
        assert not (after.owed & ~(promised & opened.any(-2)[None, :])).any()
        answered = crises["honoured"] | crises["abandoned"]
        assert not (answered & ~world.owed).any()
        assert not (crises["abandoned"] & obliged(after)).any()
        judged += int(answered.sum())
        world = after
    assert judged or name.startswith("lab:3x2")


@pytest.mark.parametrize("name", GROUNDS)
def test_every_world_at_the_start_keeps_all_laws(name: str) -> None:
    for level in ("foundations", "standard", "full"):
        assert breaches(start(name, 3, level)) == []


@pytest.mark.parametrize("invariant", INVARIANTS, ids=lambda each: each.code)
def test_an_invariant_has_a_code_a_sentence_and_holds_of_a_batch(invariant: Invariant) -> None:
    batch = found_batch(*ground("five-crowns"), [1, 2], level="standard")
    assert invariant.code.isalpha()
    assert len(invariant.sentence.split()) > 3
    assert invariant.holds(batch)
