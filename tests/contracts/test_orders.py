"""Contracts of orders: words, masks of the right shape, no leak, refusals with a reason, round trips."""

import re
from itertools import product

import numpy as np
import pytest

from game.orders.joint import accepted, addable, problems
from game.orders.kind import ANSWER, INITIATIVE, PLAN, REGION, SELF, STATE, WORD, Choice, Kind, Order
from game.orders.kinds import KINDS
from game.orders.options import Strip, axis, legal, options, refusals
from game.orders.sheet import Sheet, blank_draft, draft_of, orders_of
from game.view import observe
from game.world import World
from tests.contracts.test_lists import ORDERS
from tests.worlds import GROUNDS, all_reached, anything, reached, stack, standing, start

CHOICES = [(kind, choice) for kind in KINDS for choice in kind.choices]
CHOICE_NAMES = [f"{kind.name} {choice.name}" for kind, choice in CHOICES]


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_says_in_its_first_line_what_it_is_for(name: str) -> None:
    text = str(ORDERS[name].__doc__)
    first = text.splitlines()[0]
    title = next(kind.title for kind in KINDS if kind.name == name)
    sourced = re.search(r"\(.*\d{4}.*\)", text)
    assert title.split()[-1].lower() in first.lower()
    assert sourced or len(first.split()) >= 5, "neither a source nor a purpose"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_order_has_a_title_a_level_a_group_and_words_of_help(kind: Kind) -> None:
    assert kind.title[0].isupper()
    assert kind.level in (1, 2, 3)
    assert kind.group in (PLAN, INITIATIVE, ANSWER, WORD)
    assert kind.help.endswith(".")


@pytest.mark.parametrize(("kind", "choice"), CHOICES, ids=CHOICE_NAMES)
def test_a_choice_is_a_sentence_that_names_its_target_if_it_has_one(kind: Kind, choice: Choice) -> None:
    said = choice.says.format(actor="Avar", target="Doria")
    assert choice.to in (SELF, STATE, REGION)
    assert ("Doria" in said) == (choice.to != SELF)
    assert said[0].isupper() or said[0] == "“"


@pytest.mark.parametrize(("kind", "choice"), CHOICES, ids=CHOICE_NAMES)
def test_a_choice_writes_to_a_field_of_the_sheet_and_costs_what_the_rules_say(kind: Kind, choice: Choice) -> None:
    setting = start("five-crowns").setting
    assert choice.writes in Sheet.__dataclass_fields__
    assert kind.price(choice, setting) >= 0
    assert choice.price is None or choice.price in set(setting.rules.influence.names())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_rule_has_a_code_and_a_sentence_and_every_choice_has_a_rule(kind: Kind) -> None:
    names = {choice.name for choice in kind.choices}
    for rule in kind.rules:
        assert re.fullmatch(r"[a-z_]+", rule.code)
        assert len(rule.sentence.split()) >= 3
        assert set(rule.only) <= names
    for choice in kind.choices:
        assert any(not rule.only or choice.name in rule.only for rule in kind.rules)


@pytest.mark.parametrize(("kind", "choice"), CHOICES, ids=CHOICE_NAMES)
def test_a_mask_has_the_shape_of_actors_and_targets_for_one_game_and_for_a_batch(kind: Kind, choice: Choice) -> None:
    one = start("five-crowns")
    two = stack([one, start("five-crowns", 2)])
    width = {SELF: 1, STATE: one.n, REGION: one.setting.r}[choice.to]
    for world in (one, two):
        mask = legal(world, Strip(kind, choice, 0, width, 0))
        assert mask.dtype == bool
        assert np.broadcast_to(mask, (*world.batch, one.n, width)).shape[-2:] == (one.n, width)
        for rule in kind.rules:
            if not rule.only or choice.name in rule.only:
                np.broadcast_to(rule.mask(world), (*world.batch, one.n, width))


@pytest.mark.parametrize("name", GROUNDS)
def test_what_a_state_may_order_is_the_same_on_its_own_view(name: str) -> None:
    for world in reached(name):
        whole = options(world)
        for i in range(world.n):
            assert np.array_equal(options(observe(world, i))[i], whole[i])


@pytest.mark.parametrize("name", ["five-crowns", "lab:3x2:seed=2:offence=.7"])
def test_every_option_is_allowed_or_refused_with_code_and_sentence(name: str) -> None:
    for world in reached(name)[::4]:
        allowed = options(world)
        lay = axis(world.setting)
        for i, m in product(range(world.n), range(lay.size)):
            found = refusals(world, i, lay.order(m))
            assert bool(found) != allowed[i, m], lay.order(m)
            assert all(refusal.code and refusal.sentence for refusal in found)


def test_what_is_no_order_at_all_is_refused_as_unknown() -> None:
    world = start("five-crowns")
    odd = [
        Order("dance", "waltz"),
        Order("ally", "dance", 1),
        Order("ally", "pact"),
        Order("ally", "pact", -1),
        Order("ally", "pact", world.n),
        Order("demand", "region", world.setting.r),
    ]
    assert [[refusal.code for refusal in refusals(world, 0, order)] for order in odd] == [["unknown"]] * len(odd)


def test_orders_above_the_level_of_the_game_are_unknown() -> None:
    world = start("five-crowns", level="foundations")
    for kind in KINDS:
        known = any(strip.kind is kind for strip in axis(world.setting).strips)
        assert known == (kind.level == 1)


@pytest.mark.parametrize("level", ["foundations", "standard", "full"])
@pytest.mark.parametrize("name", GROUNDS)
def test_places_on_the_axis_and_orders_are_one_to_one(name: str, level: str) -> None:
    lay = axis(start(name, level=level).setting)
    listed = [lay.order(m) for m in range(lay.size)]
    assert len(set(listed)) == lay.size
    assert [lay.index(order) for order in listed] == list(range(lay.size))


@pytest.mark.parametrize("name", GROUNDS)
def test_a_draft_gives_back_the_orders_that_it_was_made_of(name: str) -> None:
    rng = np.random.default_rng(1)
    for world in reached(name)[::3]:
        lay = axis(world.setting)
        given = standing(world, anything(world, rng, 20))
        back = orders_of(world, draft_of(world, given))
        assert back == [sorted(given[i], key=lambda order: lay.index(order) or 0) for i in range(world.n)]


def test_a_draft_refuses_an_order_that_is_none() -> None:
    world = start("five-crowns")
    with pytest.raises(ValueError, match="no order dance waltz"):
        draft_of(world, {0: [Order("dance", "waltz")]})


@pytest.mark.parametrize("name", ["five-crowns", "lab:3x2:seed=2:offence=.7"])
def test_what_may_be_added_to_a_draft_is_said_alike_by_the_mask_and_by_the_reasons(name: str) -> None:
    rng = np.random.default_rng(2)
    for world in reached(name)[::5]:
        lay = axis(world.setting)
        given = standing(world, anything(world, rng, 4))
        mask = addable(world, draft_of(world, given).chosen)
        for i, m in product(range(world.n), range(lay.size)):
            order = lay.order(m)
            if lay.strip(m).choice.plain:
                assert mask[i, m] == (not problems(world, i, given[i], order)), (i, order, given[i])


def rich(world: World) -> World:
    return world.but(influence=np.full(world.n, 6.0))


def test_a_fourth_initiative_is_refused() -> None:
    world = rich(start("five-crowns"))
    limit = int(world.setting.rules.influence.initiatives)
    orders = [Order("sanction", "diplomatic", k) for k in range(1, world.n)][: limit + 1]
    stands, refused = accepted(world, 0, orders)
    assert len(stands) <= limit
    assert {why.code for _order, why in refused} <= {"initiatives", "bound"}
    assert len(stands) + len(refused) == limit + 1


def test_what_influence_does_not_buy_is_refused_and_says_what_is_left() -> None:
    world = start("five-crowns").but(influence=np.full(5, 1.0))
    _stands, refused = accepted(world, 0, [Order("attack", "war", 1)])
    assert [why.code for _order, why in refused] == ["influence"]
    assert "1.0" in refused[0][1].sentence


def test_a_second_declaration_and_a_second_order_on_one_matter_are_refused() -> None:
    world = rich(start("five-crowns"))
    words = [Order("declare", "friend", 1), Order("declare", "warn", 2)]
    both = [Order("sanction", "diplomatic", 1), Order("sanction", "economic", 1)]
    assert [why.code for _order, why in accepted(world, 3, words)[1]] == ["words"]
    assert [why.code for _order, why in accepted(world, 3, both)[1]] == ["matter"]


@pytest.mark.parametrize(
    "shares", [None, (0.5, 0.5, 0.5), (-0.1, 0.6, 0.5), (1.5, -0.5, 0.0), (float("nan"), 0.5, 0.5)]
)
def test_sliders_must_be_three_shares_that_add_up_to_one(shares: tuple[float, float, float] | None) -> None:
    world = start("five-crowns")
    found = problems(world, 0, [], Order("budget", "sliders", None, shares))
    assert [refusal.code for refusal in found] == ["shares"]


def test_the_dead_may_only_speak_and_vote() -> None:
    died = [world for world in all_reached(every=1) if not world.alive.all()]
    assert died, "no state died in any of the games: play longer ones"
    for world in died:
        dead = options(world)[~world.alive]
        assert not dead[:, ~_heard_of_the_dead(world)].any()
        assert dead.any() == world.alive.any(), "they keep their voice while anybody hears it"
        assert not (options(world).any(0) & _targets_dead(world)).any()


def _heard_of_the_dead(world: World) -> np.ndarray:
    """What a state that is no more may still give: words, and votes in the congress."""
    lay = axis(world.setting)
    marked = lay.word.copy()
    for strip in lay.strips:
        marked[strip.place] |= strip.choice.name in ("vote_yes", "vote_no")
    return marked


def _targets_dead(world: World) -> np.ndarray:
    lay = axis(world.setting)
    marked = np.zeros(lay.size, bool)
    for strip in lay.strips:
        if strip.choice.to == STATE:
            marked[strip.place] = ~world.alive
    return marked


def test_a_blank_draft_orders_nothing() -> None:
    world = start("five-crowns")
    assert orders_of(world, blank_draft(world)) == [[] for _ in range(world.n)]


def test_prices_lie_on_the_coarse_grid_so_that_what_is_spent_adds_up_exactly() -> None:
    influence = start("five-crowns").setting.rules.influence
    for name in influence.names():
        price = getattr(influence, name)
        assert price * 2.0**12 == round(price * 2.0**12), name
