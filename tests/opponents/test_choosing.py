"""From scores to orders: the best target, equal ones by the seat's own draw; three initiatives as influence allows."""

import numpy as np
import pytest

from game.opponents.choose import choose
from game.opponents.reasons import Scored
from game.opponents.traits import Doctrine, Scores
from game.orders.options import axis, matters, slots
from game.orders.sheet import Draft, write
from game.view import outlook
from game.world import Bools, Floats, World, private
from tests.worlds import mixed, playing, stack, start


def scoring(worth: dict[tuple[str, str], Floats]) -> tuple[Doctrine, ...]:
    """A doctrine of its own scoring: what each choice is worth to every actor, by target."""

    def scores(world: World) -> Scores:
        return {key: Scored(value.shape).add("worth", value) for key, value in worth.items()}

    return (Doctrine("made", "", "", scores=scores),)


def chosen(world: World, worth: dict[tuple[str, str], Floats]) -> Bools:
    return choose(outlook(world), np.zeros(world.alive.shape, int), scoring(worth)).draft.chosen


def test_of_equal_targets_the_seat_s_own_draw_takes_one() -> None:
    world = start("five-crowns")
    lay = axis(world.setting)
    found = chosen(world, {("sanction", "economic"): np.ones((5, 5))})[:, lay.where["sanction", "economic"].place]
    draw = np.where(np.eye(5, dtype=bool) | world.pact | (world.sanction == 2), -1.0, private(world, "tie", "NN"))
    assert (found.sum(-1) == 1).all()
    assert np.array_equal(found.argmax(-1), draw.argmax(-1))


def test_a_larger_score_is_taken_whatever_the_draw() -> None:
    world = start("five-crowns")
    worth = np.ones((5, 5))
    worth[:, 3] += 2.0**-24
    found = chosen(world, {("sanction", "economic"): worth})[:, axis(world.setting).where["sanction", "economic"].place]
    assert found[[0, 1, 2, 4], 3].all()


def test_a_state_takes_three_initiatives_as_influence_allows_one_a_matter_and_target() -> None:
    world = start("five-crowns")
    lay = axis(world.setting)
    names = [s.name for s in lay.strips if lay.initiative[s.start] and s.choice.to == "state" and s.choice.plain]
    worth = {name: np.full((5, 5), 1.0 + k) for k, name in enumerate(names)}
    for have in (0.0, 1.0, 2.5, 6.0):
        draft = chosen(world.but(influence=np.full(5, have)), worth)
        assert ((draft & lay.initiative).sum(-1) <= 3).all()
        assert (draft @ lay.price <= have).all()
        matter = slots(world)
        for row in draft:
            assert len(set(matter[row].tolist())) == row.sum()
    assert ((draft & lay.initiative).sum(-1) == 3).all()


def test_a_state_saves_for_what_it_can_pay_with_a_turn_s_income() -> None:
    world = start("five-crowns")
    lay = axis(world.setting)
    dear, cheap, free = ("attack", "war"), ("sanction", "economic"), ("sanction", "diplomatic")
    price, income = lay.price[lay.where[dear].start], world.setting.rules.influence.income
    worth = {dear: np.full((5, 5), 3.0), cheap: np.full((5, 5), 2.0), free: np.ones((5, 5))}
    saving = chosen(world.but(influence=np.full(5, price - income)), worth)
    apart = chosen(world.but(influence=np.full(5, price - income - 0.5)), worth)
    assert not saving[:, lay.where[cheap].place].any() and saving[:, lay.where[free].place].any(-1).all()
    assert apart[:, lay.where[cheap].place].any(-1).all()


@pytest.mark.parametrize("shape", [(3, 5, 1), (5, 5)])
def test_scores_that_are_the_same_for_all_targets_or_games_may_be_given_once(shape: tuple[int, ...]) -> None:
    world = stack([start("five-crowns", seed) for seed in (1, 2, 3)])
    world = world.but(offer_trade=np.broadcast_to(~np.eye(5, dtype=bool), world.war.shape))
    few = np.broadcast_to(np.arange(5)[:, None] * 0.25 - 0.3, shape)
    for key in (("sanction", "diplomatic"), ("answer", "trade_yes")):
        assert np.array_equal(chosen(world, {key: few}), chosen(world, {key: np.broadcast_to(few, (3, 5, 5)).copy()}))


def test_the_orders_of_one_game_are_written_for_every_game_of_a_batch() -> None:
    world = start("five-crowns", level="full")
    games = stack([world, start("five-crowns", 2, level="full")])
    _before, draft, _steps = next(playing(world, mixed(world)))
    one, each = write(world, draft), write(games, Draft(draft.chosen, draft.shares, draft.terms))
    for name in ("spent", "budget", "sanction", "offer_trade", "demand_region", "posture"):
        assert np.array_equal(getattr(each, name), np.stack([getattr(one, name)] * 2))


def test_what_is_written_is_what_was_chosen_strip_by_strip() -> None:
    rng = np.random.default_rng(3)
    world = start("europe-1900", level="full")
    lay = axis(world.setting)
    for _time in range(5):
        draft = rng.random((world.n, lay.size)) < 0.02
        sheet = write(world, Draft(draft, np.zeros((world.n, 2)), np.zeros((world.n, world.n, 6), np.int64)))
        assert np.array_equal(sheet.spent, draft @ lay.price)
        for name in ("yes_pact", "close", "attack", "demand_region", "reform"):
            strips = [s for s in lay.strips if s.choice.writes == name]
            asked = np.logical_or.reduce([draft[:, s.place] for s in strips])
            assert np.array_equal(getattr(sheet, name).reshape(asked.shape), asked)
        for name in ("sanction", "motion", "budget"):
            value = getattr(sheet, name).reshape(world.n, -1)
            strips = [s for s in lay.strips if s.choice.writes == name]
            default = write(world, Draft(draft & False, np.zeros((world.n, 2)), np.zeros((world.n, world.n, 6), int)))
            held = getattr(default, name).reshape(world.n, -1).copy()
            for s in strips:
                held[draft[:, s.place]] = s.choice.value
            assert np.array_equal(value, held)


def test_a_region_is_a_matter_with_its_owner_in_each_game_of_a_batch() -> None:
    world = start("five-crowns")
    other = world.but(owner=np.roll(world.owner, 3))
    games = stack([world, other])
    lay = axis(world.setting)
    assert np.array_equal(slots(games), np.stack([slots(world), slots(other)]))
    region, about = lay.where["demand", "region"], lay.where["demand", "disarm"]
    option = np.arange(region.start, region.stop)
    found = matters(games, np.ones(option.size, int), option)
    assert np.array_equal(found, lay.slot[about.start + other.owner])
